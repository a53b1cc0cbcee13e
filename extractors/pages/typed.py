"""Pages whose text layer can be believed, wholly or for a part of what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from casebook.records import Box
from extractors.engines.quality import plausible
from extractors.options import ReadOptions
from extractors.page import Gray, Page, Word
from extractors.pages.codes import codes_on
from extractors.pages.lines import into_lines
from extractors.pages.preparing.binary import ink_mask, without_rules
from extractors.pages.preparing.letters import letters_of
from extractors.pages.preparing.view import View, upright_view, whole
from extractors.pages.recognising import recognise
from extractors.pages.sheet import Sheet

_RUBBISH = 0.15
_PLAUSIBLE = 0.5
_SURVEY_DPI = 100.0
_LEAST_CONTRAST = 24
"""Gray levels between a word's ink and its ground; less cannot be seen."""
_LETTERS_UNTOLD = 25
"""Letter-like pieces of ink outside the text layer from which the page is recognised as well:
more than a signature, a logo or a stamp's date."""
_FULL_PAGE = 0.6


def believed(sheet: Sheet) -> bool:
    """Whether the text layer's words mean something. An invisible layer (an earlier program's
    recognition) never counts: nobody knows how sure it was."""
    if sheet.rubbish > _RUBBISH or not (sheet.words or sheet.form):
        return False
    return sum(plausible(word.text) for word in sheet.words) >= _PLAUSIBLE * len(sheet.words)


def read_typed(sheet: Sheet, options: ReadOptions) -> Page:
    """The page from its text layer and form values; what is shown beside them is recognised."""
    picture = sheet.render(_SURVEY_DPI)
    scale = picture.shape[1] / sheet.width
    words = tuple(word for word in sheet.words if _is_seen(word, picture, scale))
    told = [word.box for word in words] + list(sheet.fields)
    if _letters_beside(picture, told, scale) >= _LETTERS_UNTOLD:
        return _with_recognised(replace(sheet, words=words), told, options)
    return Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        lines=into_lines(words + sheet.form),
        engine="text layer",
        picture=sheet.render,
        codes=codes_on(picture),
    )


def _with_recognised(sheet: Sheet, told: Sequence[Box], options: ReadOptions) -> Page:
    """Recognises what is left of the page when the words of the text layer are painted over."""
    rest = replace(sheet, words=(), form=(), render=_painter(sheet, told))
    view = upright_view(rest) if sheet.cover > _FULL_PAGE else whole(sheet)
    page = recognise(rest, options, view)
    # The engines may have turned the page: the view that they ended with is not known here, so
    # a turned page keeps only what was recognised on all of it.
    if (page.width, page.height) != (view.width, view.height):
        return recognise(replace(sheet, words=(), form=sheet.form), options)
    return replace(
        page,
        lines=into_lines(_placed(sheet.words + sheet.form, view) + page.words),
        picture=partial(view.picture, sheet),
    )


def _placed(words: Iterable[Word], view: View) -> tuple[Word, ...]:
    if view.quarter_turns == 0:
        return tuple(words)
    return tuple(replace(word, box=view.box_of(word.box)) for word in words)


def _is_seen(word: Word, picture: Gray, scale: float) -> bool:
    """Whether there is ink where the word stands: white print on white is no print."""
    area = _cut(picture, word.box, scale, margin=0)
    return bool(area.size) and int(area.max()) - int(area.min()) >= _LEAST_CONTRAST


def _letters_beside(picture: Gray, told: Sequence[Box], scale: float) -> int:
    """Letter-like pieces of ink that no word and no field accounts for."""
    rest = _painted(picture, told, scale)
    mask = without_rules(ink_mask(rest), max(30, rest.shape[1] // 15))
    return int(letters_of(mask).height.size)


def _painter(sheet: Sheet, told: Sequence[Box]) -> Callable[[float], Gray]:
    def render(dpi: float) -> Gray:
        picture = sheet.render(dpi)
        return _painted(picture, told, picture.shape[1] / sheet.width)

    return render


def _painted(picture: Gray, told: Sequence[Box], scale: float) -> Gray:
    """A copy with the boxes (points) filled in the colour around them."""
    copy = picture.copy()
    for box in told:
        area = _cut(copy, box, scale, margin=1)
        if area.size:
            # NumPy's percentile took longer than all the rest.
            area[:] = np.partition(area, int(0.9 * area.size), axis=None)[int(0.9 * area.size)]
    return copy


def _cut(picture: Gray, box: Box, scale: float, margin: int) -> Gray:
    """The part of the picture under a box (points), as a view into it."""
    left, top, right, bottom = (edge * scale for edge in box)
    return picture[
        max(0, int(top) - margin) : max(0, int(np.ceil(bottom)) + margin),
        max(0, int(left) - margin) : max(0, int(np.ceil(right)) + margin),
    ]
