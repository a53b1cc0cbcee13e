"""Tick boxes that are drawn, not typed: found on the page's picture, put among its words.

A form's squares are lines to a PDF and scraps of letters to an engine. Each
becomes a word, "☒" or "☐", before the words it stands for, so that an unticked
option is never read as chosen. What is neither clearly empty nor clearly
marked is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from casebook.records import Box
from extractors.page import Line, Page, Word
from extractors.pages.preparing.binary import Mask, rendered_ink
from extractors.values.ticks import has_boxes

_DPI = 150.0
_SMALLEST, _LARGEST = 5.0, 16.0
"""Points: the side of a tick box."""
_THICKEST = 2.2
"""Points: a box's outline is at most this thick."""
_SIDES_INKED = 0.85
_EMPTY, _MARKED = 0.03, 0.07
"""Share of the box's inside that is ink: up to the first it is empty, from the second ticked."""
_REACH = 2.5
"""Heights of a line between a box and the words it stands for, at most."""
_LIKE_A_BOX = re.compile(r"[OoD0CLUxXvV☐□口\[\](){}|_/\\-]{1,3}|[^\x00-\x7f]")
"""What engines make of a square, empty or marked. Whatever else covers one, on a coarse photograph
often a printed digit, is print and no box."""
_MOST = 120
"""More squares than this on one page are a picture, a calendar or a crossword."""


@dataclass(frozen=True)
class DrawnBox:
    """A square on the page, in points; ticked: something is drawn inside."""

    box: Box
    ticked: bool

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def with_drawn_boxes(page: Page) -> Page:
    """The same page with its drawn tick boxes as words; unchanged where there are none."""
    if page.picture is None or not page.words:
        return page
    boxes = [box for box in drawn_boxes(page) if not _is_letter(page, box)]
    if not boxes or len(boxes) > _MOST:
        return page
    initials = {id(word) for line in page.lines for word in _initials(line)}
    boxes = [
        box for box in boxes if not any(_covers(w, box) for w in page.words if id(w) in initials)
    ]
    if not boxes:
        return page
    scraps = {id(word) for box in boxes for word in page.words if _is_scrap(word, box)}
    kept = (tuple(w for w in line.words if id(w) not in scraps) for line in page.lines)
    lines = [Line(words) for words in kept if words]
    for index, box in _owners(lines, boxes):
        word = Word("☒" if box.ticked else "☐", box.box, 1.0, lines[index].words[0].origin)
        words = sorted((*lines[index].words, word), key=lambda each: each.box[0])
        lines[index] = Line(tuple(words))
    return replace(page, lines=tuple(lines))


def drawn_boxes(page: Page) -> tuple[DrawnBox, ...]:
    """The squares of a tick box's size on the page's picture, from left to right."""
    assert page.picture is not None
    mask = rendered_ink(page.picture, _DPI)
    scale = mask.shape[1] / page.width
    edges = list(_edges(mask, scale))
    found: dict[tuple[int, int], DrawnBox] = {}
    for x, top, width in edges:
        for other_x, bottom, other_width in edges:
            height = bottom - top
            if not 0.75 * width <= height <= 1.3 * width:
                continue
            if abs(other_x - x) > 0.2 * width or abs(other_width - width) > 0.3 * width:
                continue
            if not _has_sides(mask, x, top, x + width, bottom):
                continue
            inked = _inside(mask, x, top, x + width, bottom)
            if _EMPTY < inked < _MARKED:
                continue
            place = (round(x / (3 * scale)), round(top / (3 * scale)))
            box = (x / scale, top / scale, (x + width) / scale, bottom / scale)
            found.setdefault(place, DrawnBox(box, inked >= _MARKED))
    return tuple(sorted(found.values(), key=lambda each: each.box[0]))


def _edges(mask: Mask, scale: float) -> Iterator[tuple[int, int, int]]:
    """Short level lines as (left, middle, width) in pixels."""
    import cv2

    kernel = np.ones((1, max(3, round(0.8 * _SMALLEST * scale))), np.uint8)
    level = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(level, connectivity=8)
    for x, y, width, height, _ in stats[1:]:
        if _SMALLEST * scale <= width <= _LARGEST * scale and height <= _THICKEST * scale:
            yield int(x), int(y + height // 2), int(width)


def _has_sides(mask: Mask, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether ink runs down both sides."""
    for side in (left, right - 1):
        strip = mask[top : bottom + 1, max(0, side - 2) : side + 3]
        if strip.size == 0 or float(strip.max(axis=1).mean()) < _SIDES_INKED:
            return False
    return True


def _inside(mask: Mask, left: int, top: int, right: int, bottom: int) -> float:
    """The share of ink inside the outline."""
    margin = max(2, round(0.2 * (right - left)))
    inside = mask[top + margin : bottom - margin + 1, left + margin : right - margin]
    return float(inside.mean()) if inside.size else 0.0


def _is_letter(page: Page, box: DrawnBox) -> bool:
    """Whether a printed word, or a box typed as a letter, covers the square."""
    for word in page.words:
        if _covers(word, box) and (has_boxes(word.text) or not _is_scrap(word, box)):
            return True
    return False


def _is_scrap(word: Word, box: DrawnBox) -> bool:
    """A letter or two that an engine made of the box itself."""
    small = word.box[2] - word.box[0] < 2.2 * (box.box[2] - box.box[0])
    return (
        _covers(word, box)
        and word.origin == "ocr"
        and _LIKE_A_BOX.fullmatch(word.text) is not None
        and small
    )


def _initials(line: Line) -> Iterator[Word]:
    """Lone letters among words, which a round or bold one's outline must not make a box of: "O."
    in "Henrik O. Lindqvist"."""
    for before, word in pairwise(line.words):
        letter = word.text.rstrip(".")
        close = word.box[0] - before.box[2] < 0.6 * before.height
        if len(letter) == 1 and letter.isalpha() and (word.text.endswith(".") or close):
            yield word


def _covers(word: Word, box: DrawnBox) -> bool:
    middle = (box.box[0] + box.box[2]) / 2
    return word.box[0] <= middle <= word.box[2] and word.box[1] - 2 <= box.middle <= word.box[3] + 2


def _owners(lines: list[Line], boxes: list[DrawnBox]) -> Iterator[tuple[int, DrawnBox]]:
    """Each box with the index of the line whose words follow it.

    On a row whose boxes stand close behind words, not before them ("Yes ☐"), which option
    one belongs to is anybody's guess: such a row keeps its words as they are.
    """
    for box in boxes:
        best: tuple[float, int] | None = None
        before = float("inf")
        for index, line in enumerate(lines):
            height = line.box[3] - line.box[1]
            for word in line.words:
                if abs(word.middle - box.middle) > 0.7 * max(height, 1.0):
                    continue
                gap = word.box[0] - box.box[2]
                if gap >= -2 and (best is None or gap < best[0]) and gap <= _REACH * height:
                    best = (gap, index)
                if word.box[2] <= box.box[0] + 2:
                    before = min(before, box.box[0] - word.box[2])
        if best is not None and best[0] <= before + 1.0:
            yield best[1], box
