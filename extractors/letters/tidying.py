"""A page made ready for the finders: specks out, torn lines and rows of tick boxes whole."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.boxes_among_words import with_drawn_boxes
from extractors.page import Line, Page, Word
from extractors.values.ticks import has_boxes

_DOUBTFUL = 0.45
"""A recognised scrap of one or two letters below this confidence is a speck, not a word."""


_SHORT_WORDS = frozenset("no to of or in at on by is if do up be as lb kg mg".split())
_BULLETS = re.compile(r"[*•·°¢©®e«»o+-]")
_SIGNS = frozenset("¢©®«»°¤")
_TEAR = 1.15
"""Pieces of a recognised line this many line heights apart or less are one line."""


_NOT_L = re.compile(
    r"(?:(?<=^Mc)l(?=[bcdfghjklmnpqrstvwxz])|^l(?=[bcdfghjkmnpqrstvwxz][a-z]|yer\b))"
)
"""No word begins with an "l" and a consonant: it is a capital "I"."""


def tidy(page: Page) -> Page:
    """The same page without specks, and with the options of one row of boxes in one line."""
    page = with_drawn_boxes(page)
    lines = [_capitals(line) for line in page.lines]
    bulleted = _with_bullets([_bulleted(line) for line in lines])
    lines = [Line(words) for line in bulleted if (words := _without_specks(line.words))]
    return replace(page, lines=tuple(_boxes_together(_healed(lines))))


def _capitals(line: Line) -> Line:
    """The line with the capitals that recognition took for small letters: "Rohan lyer"."""
    if not any(word.origin == "ocr" and _NOT_L.search(word.text) for word in line.words):
        return line
    return Line(
        tuple(
            replace(word, text=_NOT_L.sub("I", word.text, count=1))
            if word.origin == "ocr" and _NOT_L.search(word.text)
            else word
            for word in line.words
        )
    )


def _bulleted(line: Line) -> Line:
    """The line with its bullet, where recognition took it for a sign that begins no words."""
    first = line.words[0]
    if len(line.words) < 2 or first.origin != "ocr" or first.text not in _SIGNS:
        return line
    return Line((replace(first, text="•", confidence=1.0), *line.words[1:]))


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Bullets that recognition set apart as scraps ("¢", "*", "e"), put before their items again.

    A bullet is one of several scraps that stand straight below one another.
    """
    scraps = [line for line in lines if len(line.words) == 1 and _BULLETS.fullmatch(line.text)]
    scraps = [
        one
        for one in scraps
        if one.words[0].origin == "ocr"
        and any(other is not one and abs(other.box[0] - one.box[0]) < 4 for other in scraps)
    ]
    joined: dict[int, Line] = {}
    used: set[int] = set()
    for scrap in scraps:
        item = next((line for line in lines if _is_item_of(scrap, line)), None)
        if item is not None and id(item) not in joined:
            bullet = replace(scrap.words[0], text="•", confidence=1.0)
            joined[id(item)] = Line((bullet, *item.words))
            used.add(id(scrap))
    return [joined.get(id(line), line) for line in lines if id(line) not in used]


def _is_item_of(scrap: Line, line: Line) -> bool:
    height = line.box[3] - line.box[1]
    gap = line.box[0] - scrap.box[2]
    level = abs(line.words[0].middle - scrap.words[0].middle) < 0.5 * height
    return line is not scrap and level and 0 <= gap <= 2.5 * height


def _healed(lines: list[Line]) -> list[Line]:
    """Recognition tears a line where letters stand wide apart; a gutter is wider than that."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _torn(last, line):
            joined[-1] = Line((*last.words, *line.words))
        else:
            joined.append(line)
    return joined


def _torn(last: Line, line: Line) -> bool:
    if last.words[-1].origin != "ocr" or line.words[0].origin != "ocr":
        return False
    height = max(last.box[3] - last.box[1], line.box[3] - line.box[1])
    same_row = abs(line.words[0].middle - last.words[-1].middle) < 0.4 * height
    return same_row and 0 <= line.box[0] - last.box[2] <= _TEAR * height


def _without_specks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if not _is_speck(word))


def _is_speck(word: Word) -> bool:
    if word.text.lower() in _SHORT_WORDS:
        return False  # a "no" that is lost turns an order into its opposite
    if word.origin != "ocr" or word.confidence >= _DOUBTFUL or has_boxes(word.text):
        return False
    return sum(char.isalnum() for char in word.text) <= 2


def _boxes_together(lines: list[Line]) -> list[Line]:
    """ "[x] Restricted" and "[ ] Not cleared" stand apart on paper and belong to one question."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _next_option(last, line):
            joined[-1] = Line((*last.words, *line.words))
        else:
            joined.append(line)
    return joined


def _next_option(last: Line, line: Line) -> bool:
    height = last.box[3] - last.box[1]
    same_row = abs(line.box[1] - last.box[1]) < 0.6 * height and line.box[0] > last.box[2]
    return same_row and has_boxes(last.text) and has_boxes(line.text[:4])
