"""A page's lines put back into visual rows.

Reading ends a line at a wide gap, so a price and its article are two lines. A row joins
what stands at one height, left to right, and keeps the cells apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from casebook.records import Box
from extractors.page import Line, Page, Word, union

GAP = "\t"
"""Stands between the cells of a row's text."""

_SHARED_HEIGHT = 0.5
"""Two lines are of one row when they share this part of the lower one's height."""

_SAME_HEIGHT = 0.85
"""… or when they stand level with one cell of it and touch the next one's height."""


@dataclass(frozen=True)
class Row:
    """Cells at one height, left to right. `text` joins them with tabs."""

    page: Page
    cells: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return GAP.join(cell.text for cell in self.cells)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for cell in self.cells for word in cell.words)

    @cached_property
    def box(self) -> Box:
        return union(cell.box for cell in self.cells)

    @property
    def height(self) -> float:
        """The tallest cell's, in points."""
        return max(cell.box[3] - cell.box[1] for cell in self.cells)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word.text) + 1
        return tuple(starts)

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that touch the characters start:end of `text`."""
        return tuple(
            word
            for word, at in zip(self.words, self._starts, strict=True)
            if at < end and at + len(word.text) > start
        )


def rows_of(pages: Iterable[Page]) -> tuple[Row, ...]:
    """All rows of the pages, page by page from top to bottom."""
    return tuple(row for page in pages for row in _rows(page))


def _rows(page: Page) -> list[Row]:
    groups: list[list[Line]] = []
    for line in sorted(
        (line for line in page.lines if line.words), key=lambda line: line.box[1] + line.box[3]
    ):
        best = next((group for group in reversed(groups[-6:]) if _belongs(line, group)), None)
        if best is None:
            groups.append([line])
        else:
            best.append(line)
    rows = [
        Row(page=page, cells=tuple(sorted(group, key=lambda line: line.box[0]))) for group in groups
    ]
    return sorted(rows, key=lambda row: (row.box[1] + row.box[3]) / 2)


def _belongs(line: Line, group: list[Line]) -> bool:
    """Judged by the sideways nearest cell, so that a slightly slanting row holds together."""
    nearest = min(group, key=lambda cell: _distance(line, cell))
    if _distance(line, nearest) < 0 and _overlap(line, nearest) > 0:
        return _share(line, nearest) > 0.8
    if _share(line, nearest) >= _SHARED_HEIGHT:
        return True
    # A cell of two lines beside cells of one stands half above them and half below.
    best = max(_share(line, cell) for cell in group)
    return best >= _SAME_HEIGHT and _share(line, nearest) >= _SHARED_HEIGHT / 2


def _distance(one: Line, other: Line) -> float:
    """Points between the two sideways; negative where one stands over the other."""
    return max(one.box[0], other.box[0]) - min(one.box[2], other.box[2])


def _overlap(one: Line, other: Line) -> float:
    return min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])


def _share(one: Line, other: Line) -> float:
    lower = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    return _overlap(one, other) / lower if lower > 0 else 0.0
