"""The boxes of the form on a page: what is printed in each, and whether somebody wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from rapidfuzz import fuzz

from casebook.records import Box as Place
from extractors.ink import Ink, ink_in
from extractors.own_form.strikes import is_struck
from extractors.page import Line, Page, Word

_LIKE = 82.0
"""How alike a line and a label must be, of 100: a fax turns a letter or two of small print."""
_COLUMN = 0.4
"""Share of the page's width from which on a label stands in the right column."""
_FOOT = 0.93
"""Share of the page's height below which the running foot stands."""
_BLANK_LINE = 30.0
"""Points that the last box of a page reaches below its label."""
_DASHES = re.compile(r"[-–—_~]{2}|^[-–—_~]|[-–—_~]$")
"""How a line through words is read: as dashes at their ends, or in a row."""
_TYPED = 0.8
"""From this engine confidence on, a word is type and no stroke of a pen."""


@dataclass(frozen=True)
class Box:
    """One box. title: its label as we print it. place: below its label, in points.

    printed: the lines above the line that says where they were taken from, or all
    there are. corrected: something that was read stands behind that line. ink: what is
    written by hand inside. struck: a line runs through what is printed.
    """

    name: str
    title: str
    page: Page
    label: Line
    place: Place
    printed: tuple[Line, ...]
    corrected: bool
    ink: Ink
    struck: bool

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.printed)

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.printed for word in line.words)

    @property
    def is_clean(self) -> bool:
        """Whether nothing but what was read can stand in it."""
        return self.ink == "absent" and not self.corrected and not self.struck


def boxes_of(page: Page) -> tuple[Box, ...]:
    """The form's boxes on this page, from the top; those whose label could be read."""
    found = tuple(_labels(page))
    return tuple(_box(page, name, label, found) for name, label in found)


def lost(pages: Iterable[Page]) -> frozenset[str]:
    """The names of labels that no page shows legibly: then a box may hold another's text."""
    found = {name for page in pages for name, _ in _labels(page)}
    return frozenset(box["name"] for box in _data()["boxes"]) - found


@cache
def _data() -> dict[str, Any]:
    return dict(yaml.safe_load((files(__package__) / "labels.yaml").read_text(encoding="utf-8")))


def _labels(page: Page) -> Iterator[tuple[str, Line]]:
    """Every label with its name. The part under which it stands decides between equal ones."""
    part = ""
    for line in sorted(page.lines, key=lambda one: one.box[1]):
        heading = _best(line.text, _data()["parts"].items())
        if heading is not None:
            part = heading
            continue
        known = (
            (box["name"], box["label"]) for box in _data()["boxes"] if part in ("", box["part"])
        )
        name = _best(line.text, known)
        if name is not None:
            yield name, line


def _best(text: str, known: Any) -> str | None:
    """The name of what is printed like this text; two that fit alike are none."""
    plain = _plain(text)
    scored = sorted(
        ((fuzz.ratio(plain, _plain(label)), name) for name, label in known), reverse=True
    )
    if not scored or scored[0][0] < _LIKE:
        return None
    tied = len(scored) > 1 and scored[1][0] == scored[0][0] and scored[1][1] != scored[0][1]
    return None if tied else str(scored[0][1])


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _box(page: Page, name: str, label: Line, labels: tuple[tuple[str, Line], ...]) -> Box:
    left, right = _column(page, label, labels)
    top = label.box[3] + 0.5
    bottom = min(
        (
            other.box[1]
            for other in _below(page, label, labels)
            if _ends(page, other, labels, left, right)
        ),
        default=min(label.box[3] + _BLANK_LINE, _FOOT * page.height),
    )
    inside = [
        line
        for line in sorted(page.lines, key=lambda one: one.box[1])
        if line is not label
        and left <= (line.box[0] + line.box[2]) / 2 <= right
        and top <= (line.box[1] + line.box[3]) / 2 < bottom
    ]
    at = next((n for n, line in enumerate(inside) if _is_source(line)), None)
    printed = inside if at is None else inside[:at]
    behind = [] if at is None else inside[at + 1 :]
    place = (max(0.0, left - 2), top, right, max(top + 1, bottom - 1))
    return Box(
        name=name,
        title=next(box["label"] for box in _data()["boxes"] if box["name"] == name),
        page=page,
        label=label,
        place=place,
        printed=tuple(printed),
        corrected=bool(behind) or (at is not None and _says_more(inside[at])),
        ink=_signature(page, place, inside) if name == "signature" else ink_in(page, place),
        struck=any(
            _DASHES.search(line.text.strip()) or is_struck(page, line.words) for line in printed
        ),
    )


def _signature(page: Page, place: Place, inside: list[Line]) -> Ink:
    """Whether it is signed: we print nothing there, so letters that were read are strokes, too.

    A name typed in place of a signature reads well and is none for certain.
    """
    ink = ink_in(replace(page, lines=()), place)
    typed = any(word.confidence >= _TYPED for line in inside for word in line.words)
    return "unclear" if typed and ink != "absent" else ink


def _below(page: Page, label: Line, labels: tuple[tuple[str, Line], ...]) -> Iterator[Line]:
    """The labels, headings and foot under a label: the first of its column ends the box."""
    for line in page.lines:
        if line.box[1] <= label.box[3] - 1:
            continue
        is_label = any(line is other for _, other in labels)
        is_heading = _best(line.text, _data()["parts"].items()) is not None
        if is_label or is_heading or line.box[1] >= _FOOT * page.height:
            yield line


def _column(page: Page, label: Line, labels: tuple[tuple[str, Line], ...]) -> tuple[float, float]:
    """From where to where the box reaches: to the label beside it, else to the margin."""
    same_row = [
        other
        for _, other in labels
        if other is not label and abs(other.box[1] - label.box[1]) < 0.7 * _height(label)
    ]
    right = min(
        (other.box[0] - 3 for other in same_row if other.box[0] > label.box[2]),
        default=page.width - 50.0,
    )
    return label.box[0] - 3, right


def _height(line: Line) -> float:
    return max(6.0, line.box[3] - line.box[1])


def _ends(
    page: Page,
    line: Line,
    labels: tuple[tuple[str, Line], ...],
    left: float,
    right: float,
) -> bool:
    """Whether what stands under a box ends it: headings do, and labels whose own box meets it."""
    if not any(line is other for _, other in labels):
        return True
    start, end = _column(page, line, labels)
    return start < right and end > left


def _is_source(line: Line) -> bool:
    text = line.text.casefold()
    return fuzz.partial_ratio(_data()["source"], text) >= _LIKE and text.lstrip().startswith("fr")


def _says_more(line: Line) -> bool:
    """Whether something stands on the source's line behind its colon."""
    return bool(line.text.partition(":")[2].strip(" .:_-—"))
