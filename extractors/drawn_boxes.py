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
_LIKE_A_BOX = re.compile(r"[OoD0CLUxXvV☐□口\[\](){}|_/\\-]{1,3}|[^\x00-\x7f]|[\[(]\w{1,2}[\])]")
"""What engines make of a square, empty or marked. Whatever else covers one, on a coarse photograph
often a printed digit, is print and no box."""
_GLUED = re.compile(r"(?P<box>\[\w?\]|\[\[\]|\([xX]\)|[☐☒☑□■▢])(?=[\w.<>≤≥])")
"""A typed box, or what an engine made of a drawn one, without a blank before its words."""
_TALLER = 1.12
"""How much taller than the letters beside it a square is that an engine read as a part of them."""
_RIM = 0.14
"""Share of a square's side in which its outline runs, if it stands a little askew."""
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
    page = _unglued(page)
    if page.picture is None or not page.words:
        return page
    drawn = drawn_boxes(page)
    if not drawn or len(drawn) > _MOST:
        return page
    page = _unswallowed(page, drawn)
    boxes = [box for box in drawn if not _is_letter(page, box)]
    if not boxes:
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
    found: dict[tuple[int, int], DrawnBox] = {}
    for left, top, right, bottom in (*_outlines(mask, scale), *_pairs(mask, scale)):
        inked = _inside(mask, left, top, right, bottom)
        if _EMPTY < inked < _MARKED:
            continue
        place = (round((left + right) / (6 * scale)), round((top + bottom) / (6 * scale)))
        box = (left / scale, top / scale, right / scale, bottom / scale)
        if not any((place[0] + x, place[1] + y) in found for x, y in _AROUND):
            found[place] = DrawnBox(box, inked >= _MARKED)
    return tuple(sorted(found.values(), key=lambda each: each.box[0]))


_Square = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))


def _outlines(mask: Mask, scale: float) -> Iterator[_Square]:
    """Pieces of ink of a box's size with ink along all four sides: also where a fax frayed the
    outline or the page lies a little askew. What is drawn inside may touch the outline."""
    import cv2

    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, pieces, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    for number, (x, y, width, height, _) in enumerate(stats[1:], start=1):
        if not _SMALLEST * scale <= width <= _LARGEST * scale:
            continue
        if not 0.75 * width <= height <= 1.3 * width:
            continue
        piece = pieces[y : y + height, x : x + width] == number
        rim = max(2, round(_RIM * width))
        sides = (
            piece[:rim].any(axis=0),
            piece[-rim:].any(axis=0),
            piece[:, :rim].any(axis=1),
            piece[:, -rim:].any(axis=1),
        )
        corners = (piece[y, x].any() for y in _ends(rim) for x in _ends(rim))
        # A bold "D" or "B" is round on the right.
        if min(float(side.mean()) for side in sides) >= _SIDES_INKED and sum(corners) >= 3:
            yield int(x), int(y), int(x + width), int(y + height - 1)


def _ends(rim: int) -> tuple[slice, slice]:
    return slice(None, rim), slice(-rim, None)


def _pairs(mask: Mask, scale: float) -> Iterator[_Square]:
    """Two level lines above each other with ink down both sides: boxes that a tick's tail joins
    to something else."""
    edges = list(_edges(mask, scale))
    for x, top, width in edges:
        for other_x, bottom, other_width in edges:
            height = bottom - top
            if not 0.75 * width <= height <= 1.3 * width:
                continue
            if abs(other_x - x) > 0.2 * width or abs(other_width - width) > 0.3 * width:
                continue
            if _has_sides(mask, x, top, x + width, bottom):
                yield x, top, x + width, bottom


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
    return any(_covers(word, box) and not _is_scrap(word, box) for word in page.words)


def _is_scrap(word: Word, box: DrawnBox) -> bool:
    """A letter or two that an engine made of the box itself."""
    small = word.box[2] - word.box[0] < 2.2 * (box.box[2] - box.box[0])
    return (
        _covers(word, box)
        and word.origin == "ocr"
        and _LIKE_A_BOX.fullmatch(word.text) is not None
        and small
    )


def _unglued(page: Page) -> Page:
    """The same page with boxes apart from the words right behind them: "[_]8" is "[_] 8"."""
    if not any(_GLUED.match(word.text) for word in page.words):
        return page
    lines = (
        Line(tuple(part for word in line.words for part in _parts(word))) for line in page.lines
    )
    return replace(page, lines=tuple(lines))


def _parts(word: Word) -> Iterator[Word]:
    glued = _GLUED.match(word.text)
    if glued is None:
        yield word
        return
    left, top, right, bottom = word.box
    cut = left + (right - left) * glued.end() / len(word.text)
    yield replace(word, text=glued["box"], box=(left, top, cut, bottom))
    yield replace(word, text=word.text[glued.end() :], box=(cut, top, right, bottom))


def _unswallowed(page: Page, boxes: tuple[DrawnBox, ...]) -> Page:
    """The same page where words that an engine let begin or end with a square end at it."""
    changed: dict[int, Word] = {}
    for word in page.words:
        freed = word
        for box in boxes:
            if word.origin == "ocr" and _covers(freed, box) and not _is_scrap(freed, box):
                freed = _beside(freed, box, page)
        if freed is not word:
            changed[id(word)] = freed
    if not changed:
        return page
    lines = (Line(tuple(changed.get(id(w), w) for w in line.words)) for line in page.lines)
    return replace(page, lines=tuple(lines))


def _beside(word: Word, box: DrawnBox, page: Page) -> Word:
    """The word without the square at its one end; as it is where the square stands inside it or
    is no taller than the letters are: a bold "B", a "D" on a coarse fax."""
    left, top, right, bottom = word.box
    start, above, end, below = box.box
    edge = 0.4 * (end - start)
    if right - left < 1.4 * (end - start):
        return word
    if abs(start - left) <= edge:
        rest = replace(word, box=(end, top, right, bottom))
    elif abs(end - right) <= edge:
        rest = replace(word, box=(left, top, start, bottom))
    else:
        return word
    tallest = _tallest(page, rest.box)
    return rest if tallest and below - above >= _TALLER * tallest else word


def _tallest(page: Page, box: Box) -> float:
    """Height in points of the tallest piece of ink inside; 0 where there is none."""
    import cv2

    assert page.picture is not None
    mask = rendered_ink(page.picture, _DPI)
    scale = mask.shape[1] / page.width
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in box)
    inside = np.ascontiguousarray(mask[top:bottom, left + 1 : right])
    if inside.size == 0:
        return 0.0
    _, _, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    return float(max((height for _, _, _, height, _ in stats[1:]), default=0)) / scale


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
