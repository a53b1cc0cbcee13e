"""A page made ready for the finders: specks taken out, tick boxes of a row together."""

from __future__ import annotations

from dataclasses import replace

from extractors.page import Line, Page, Word
from extractors.values.ticks import has_boxes

_DOUBTFUL = 0.45
"""A recognised scrap of one or two letters below this confidence is a speck, not a word."""


def tidy(page: Page) -> Page:
    """The same page without specks, and with the options of one row of boxes in one line."""
    lines = [Line(words) for line in page.lines if (words := _without_specks(line.words))]
    return replace(page, lines=tuple(_boxes_together(lines)))


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
