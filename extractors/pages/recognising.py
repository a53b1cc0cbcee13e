"""Pages that must be recognised: set upright, cleaned, read by one engine or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

import numpy as np

from extractors.engines.choosing import Looks, engines_for, reads_poorly
from extractors.engines.contract import Engine, EngineFailed
from extractors.engines.quality import legible, quality
from extractors.engines.tesseract import turn_of
from extractors.options import ReadOptions
from extractors.page import Gray, Page, Word
from extractors.pages.codes import codes_on
from extractors.pages.lines import into_lines
from extractors.pages.preparing import View, upright_view
from extractors.pages.preparing.kept import Picture, rendered, rendered_ink
from extractors.pages.preparing.letters import letters_of
from extractors.pages.preparing.light import evened
from extractors.pages.sheet import Sheet

_LOOK_DPI = 150.0
_WANTED = {"tesseract": 28.0, "rapidocr": 20.0}
"""Pixels of a small letter's height at which the engine reads best."""
_FINEST = {"tesseract": 400.0, "rapidocr": 300.0}
_COARSEST = 100.0
_ENLARGED = {"tesseract": 3.0, "rapidocr": 2.0}
"""How many times finer than the scan itself a picture may be made: more shows nothing new."""
_USUAL = {"tesseract": 300.0, "rapidocr": 200.0}
_FEWEST_LETTERS = 3
"""Pieces of ink under which a page is blank: specks, a stapler's hole."""
_LEAST_SECONDS = 1.0
"""No engine is asked for less."""
_GARBLED = 0.6
"""Quality under which the page may stand on its head."""


@dataclass(frozen=True)
class _Upright:
    """A sheet as it lies, and its upright picture: one object for all who ask for pixels, so that
    what was rendered is kept."""

    sheet: Sheet
    view: View
    picture: Picture


def _upright(sheet: Sheet, view: View) -> _Upright:
    return _Upright(sheet, view, partial(view.picture, sheet))


@dataclass(frozen=True)
class _Reading:
    engine: str
    words: tuple[Word, ...]

    @property
    def quality(self) -> float:
        return quality(self.words)

    @property
    def legible(self) -> float:
        return legible(self.words)


def recognise(sheet: Sheet, options: ReadOptions, view: View | None = None) -> Page:
    """The page as the engines read it, upright; without lines where it is blank.

    Both engines and every try together take no longer than `options.page_seconds`, but for the
    second or two in which an engine cannot be stopped.
    view: where the upright page lies, if that is known already. A page with ink that neither
    engine can read has no lines and quality 0; a blank one has quality 1.
    """
    upright = _upright(sheet, view or upright_view(sheet))
    looks, letter = _looks(upright)
    if looks.letters < _FEWEST_LETTERS:
        return _page(upright, (_Reading("tesseract", ()),), quality_of_page=1.0)
    first, other = engines_for(looks)
    if upright.view.sideways and _stands_on_its_head(upright):
        upright = _upright(sheet, upright.view.turned(2))
    until = monotonic() + options.page_seconds
    # Half of the time, so that a page on which one engine gets stuck is left to the other.
    readings = [_read(first, upright, letter, options.page_seconds / 2)]
    if readings[0].quality < _GARBLED:
        turned = _upright(sheet, upright.view.turned(2))
        again = _read(first, turned, letter, until - monotonic())
        if again.legible > readings[0].legible:
            upright, readings = turned, [again]
    characters = sum(len(word.text) for word in readings[0].words)
    if reads_poorly(readings[0].quality, characters, looks):
        readings.append(_read(other, upright, letter, until - monotonic()))
        readings.sort(key=lambda reading: -reading.legible)
    return _page(upright, readings, quality_of_page=readings[0].quality)


def read_by(engine: Engine, sheet: Sheet, options: ReadOptions) -> tuple[Word, ...]:
    """The page's words as this engine alone reads it, upright and cleaned as for `recognise`."""
    upright = _upright(sheet, upright_view(sheet))
    _, letter = _looks(upright)
    return _read(engine, upright, letter, options.page_seconds).words


def _looks(upright: _Upright) -> tuple[Looks, float]:
    """The page's looks, and the height of a small letter in points (0 unknown)."""
    sheet, view = upright.sheet, upright.view
    ink = rendered_ink(upright.picture, _LOOK_DPI)
    scale = ink.shape[1] / view.width
    letters = letters_of(ink).height
    height = float(np.median(letters)) / scale if letters.size >= _FEWEST_LETTERS else 0.0
    return (
        Looks(
            photo=view.photo,
            bitonal=sheet.bitonal,
            dpi=sheet.native_dpi,
            width=view.width,
            letter=height / 72 * sheet.native_dpi,
            letters=int(letters.size),
        ),
        height,
    )


def _read(engine: Engine, upright: _Upright, letter: float, seconds: float) -> _Reading:
    """One engine's reading; empty where the engine failed on this page or no time is left."""
    if seconds < _LEAST_SECONDS:
        return _Reading(engine.name, ())
    dpi = _USUAL[engine.name]
    if letter:
        dpi = min(_FINEST[engine.name], max(_COARSEST, _WANTED[engine.name] / (letter / 72)))
    native = upright.sheet.native_dpi
    if native:
        dpi = min(dpi, _ENLARGED[engine.name] * native)
    picture = _cleaned(upright.picture(dpi))
    try:
        words = engine.read(picture, picture.shape[1] / upright.view.width * 72, seconds)
    except EngineFailed:
        # The other engine is asked for a page without words; both failing shows as quality 0.
        words = ()
    return _Reading(engine.name, words)


def _cleaned(picture: Gray) -> Gray:
    return evened(picture)


def _stands_on_its_head(upright: _Upright) -> bool:
    """Asks Tesseract; False where it cannot tell (reading will then show)."""
    try:
        turn, _ = turn_of(rendered(upright.picture, _LOOK_DPI))
    except EngineFailed:
        return False
    return turn == 180


def _page(upright: _Upright, readings: Sequence[_Reading], *, quality_of_page: float) -> Page:
    sheet, view, first = upright.sheet, upright.view, readings[0]
    form = tuple(replace(word, box=view.box_of(word.box)) for word in sheet.form)
    hidden = tuple(replace(word, box=view.box_of(word.box)) for word in sheet.hidden)
    second = readings[1].words if len(readings) > 1 else hidden
    return Page(
        number=sheet.number,
        width=view.width,
        height=view.height,
        lines=into_lines(first.words + form),
        engine=first.engine,
        second=into_lines(second),
        picture=upright.picture,
        quality=quality_of_page,
        codes=codes_on(rendered(upright.picture, _LOOK_DPI)),
    )
