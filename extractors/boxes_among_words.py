"""Tick boxes that are drawn, not typed, put among the page's words.

A form's squares are lines to a PDF and scraps of letters to an engine. Each
becomes a word, "☒" or "☐", before the words it stands for, so that an unticked
option is never read as chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from casebook.records import Box
from extractors.drawn_boxes import DPI, DrawnBox, drawn_boxes
from extractors.page import Line, Page, Word
from extractors.pages.preparing.kept import rendered_ink

_REACH = 2.5
"""Heights of a line between a box and the words it stands for, at most."""
_LIKE_A_BOX = re.compile(r"[OoD0CLUxXvV☐□口\[\](){}|_/\\-]{1,3}|[^\x00-\x7f]|[\[({|]\w{1,2}[\])}|]")
"""What engines make of a square, empty or marked. Whatever else covers one, on a coarse photograph
often a printed digit, is print and no box."""
_GLUED = re.compile(r"(?P<box>[\[{]\w?[\]}]|\[\[\]|\([xX]\)|[☐☒☑□■▢])(?=[\w.<>≤≥])")
"""A typed box, or what an engine made of a drawn one, without a blank before its words."""
_TALLER = 1.12
"""How much taller than the letters beside it a square is that an engine read as a part of them."""
_NARROWEST = 0.3
"""Of its height, what each letter of a word needs at the least."""
_LOOKED_AT = 40
"""Words from which a page's usual height of letters is taken."""
_PLAIN = re.compile(r"[A-IK-PR-Za-ik-z0-9.,'’-]+")
"""Words without brackets and strokes, which are taller than letters."""
_MOST = 120
"""More squares than this on one page are a picture, a calendar or a crossword."""


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
    for line in page.lines:
        initials = {id(word) for word in _initials(line)}
        for word in line.words:
            freed = word
            for box in boxes if word.origin == "ocr" and id(word) not in initials else ():
                if _covers(freed, box) and not _is_scrap(freed, box):
                    rest = _beside(freed, box)
                    if rest is not None and _stands_out(box, rest, line, page, boxes):
                        freed = rest
            if freed is not word:
                changed[id(word)] = freed
    if not changed:
        return page
    lines = (Line(tuple(changed.get(id(w), w) for w in line.words)) for line in page.lines)
    return replace(page, lines=tuple(lines))


def _beside(word: Word, box: DrawnBox) -> Word | None:
    """The word without the square at its one end; None where the square stands inside it or
    leaves no room for the word's letters."""
    left, top, right, bottom = word.box
    start, _, end, _ = box.box
    edge = 0.4 * (end - start)
    if (right - left) - (end - start) < _NARROWEST * word.height * len(word.text):
        return None
    if abs(start - left) <= edge:
        return replace(word, box=(end, top, right, bottom))
    if abs(end - right) <= edge:
        return replace(word, box=(left, top, start, bottom))
    return None


def _stands_out(
    box: DrawnBox, rest: Word, line: Line, page: Page, boxes: tuple[DrawnBox, ...]
) -> bool:
    """Whether a square is taller than the line's letters: no bold "B", no "D" on a coarse fax."""
    beside = [word for word in line.words if _PLAIN.fullmatch(word.text)]
    beside = [word for word in beside if not any(_covers(word, each) for each in boxes)]
    tallest = max(_tallest(page, word.box) for word in (rest, *beside))
    some = [word for word in page.words if _PLAIN.fullmatch(word.text)][:_LOOKED_AT]
    usual = float(np.median([_tallest(page, word.box) for word in some])) if some else 0.0
    return box.box[3] - box.box[1] >= _TALLER * max(tallest, 0.95 * min(usual, 12.0))


def _tallest(page: Page, box: Box) -> float:
    """Height in points of the tallest piece of ink inside; 0 where there is none."""
    import cv2

    assert page.picture is not None
    mask = rendered_ink(page.picture, DPI)
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
