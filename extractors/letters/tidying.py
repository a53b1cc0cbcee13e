"""A page made ready for the finders: specks out, torn lines and rows of tick boxes whole."""

from __future__ import annotations

from dataclasses import replace

from extractors.page import Line, Page, Word
from extractors.values.ticks import has_boxes

_DOUBTFUL = 0.45
"""A recognised scrap of one or two letters below this confidence is a speck, not a word."""


_TEAR = 1.15
"""Pieces of a recognised line this many line heights apart or less are one line."""


def tidy(page: Page) -> Page:
    """The same page without specks, and with the options of one row of boxes in one line."""
    lines = [Line(words) for line in page.lines if (words := _without_specks(line.words))]
    return replace(page, lines=tuple(_boxes_together(_healed(lines))))


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
