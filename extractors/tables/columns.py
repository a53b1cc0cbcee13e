"""A table's heading and its columns: which heading a cell stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.records import Box
from extractors.page import Line, Word, union
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import Row
from extractors.values.amounts import find_amounts

_COVERED = 0.5
"""A heading row consists of headings: this part of its letters at least."""

_IN_ONE_CELL = 3
"""Two headings without a gutter between them are more likely a phrase ("Denied claim")."""

_ROWS = 4
"""Rows that a heading takes at most."""

_DIGITS = 4
"""A heading may hold a year or a rate, but no date and no telephone number."""


@dataclass(frozen=True)
class Column:
    """One column: its name in the data, its heading as printed, and where the heading stands."""

    name: str
    phrase: str
    box: Box


@dataclass(frozen=True)
class Heading:
    """A table's head. first, last: index of its first and last row."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def has(self, *names: str) -> bool:
        """Whether one of these columns is there."""
        return any(column.name in names for column in self.columns)

    def get(self, name: str) -> Column | None:
        """The column of this name; the last of several."""
        return next((c for c in reversed(self.columns) if c.name == name), None)

    def column_of(self, words: Sequence[Word]) -> Column:
        """The column under whose heading the words stand, or the nearest."""
        box = union(word.box for word in words)
        return min(self.columns, key=lambda column: _sideways(box, column.box))


def find_headings(rows: Sequence[Row], book: Phrasebook, least: int = 2) -> tuple[Heading, ...]:
    """Every row that heads a table: at least `least` different columns and no amount.

    A heading that is set in up to four rows is joined: captions of one line stand at half the
    height of their neighbours' two.
    """
    found: list[Heading] = []
    for index, row in enumerate(rows):
        if found and index <= found[-1].last:
            continue
        columns, last = _columns(_cells(row), book), index
        stacked = _cells(row)
        for below_at in range(index + 1, min(index + _ROWS, len(rows))):
            below = rows[below_at]
            if not _adjoins(rows[below_at - 1], below) or not _cells(below):
                break
            stacked = _stacked(stacked, below)
            together = _columns(stacked, book)
            whole = all(_consists_of(together, each) for each in rows[index : below_at + 1])
            if (whole and len(together) > len(columns)) or (columns and _is_units(below)):
                columns, last = together or columns, below_at
        names = {column.name for column in columns}
        if len(names) < least or (len(row.cells) == 1 and len(names) < _IN_ONE_CELL):
            continue
        found.append(Heading(index, last, tuple(sorted(columns, key=lambda column: column.box[0]))))
    return tuple(found)


def _cells(row: Row) -> list[tuple[Word, ...]]:
    """The row's cells; none where amounts or other numbers show that it is no heading."""
    numbers = sum(char.isdigit() for char in row.text) > _DIGITS
    return [] if numbers or find_amounts(row.text) else [cell.words for cell in row.cells]


def _stacked(above: Sequence[tuple[Word, ...]], below: Row) -> list[tuple[Word, ...]]:
    """The cells above and those of the next row, joined where they stand over one another: "Plan"
    over "paid"."""
    joined = list(above)
    for lower in _cells(below):
        overlaps = [_overlap(upper, lower) for upper in joined]
        best = max(range(len(joined)), key=overlaps.__getitem__, default=None)
        if best is not None and overlaps[best] > 0:
            joined[best] = (*joined[best], *lower)
        else:
            joined.append(lower)
    return joined


def _columns(cells: Sequence[tuple[Word, ...]], book: Phrasebook) -> tuple[Column, ...]:
    """The headings among cells; none when the cells hold mostly other words."""
    columns: list[Column] = []
    letters = covered = 0
    for words in cells:
        line = Line(words)
        letters += sum(char.isalpha() for char in line.text)
        for hit in book.all(line.text):
            covered += sum(char.isalpha() for char in line.text[hit.start : hit.end])
            box = union(word.box for word in line.words_between(hit.start, hit.end))
            columns.append(Column(hit.name, hit.phrase, box))
    return tuple(columns) if letters and covered >= _COVERED * letters else ()


def _consists_of(columns: Sequence[Column], row: Row) -> bool:
    """Whether the row's words are mostly those of the headings."""
    inside = sum(
        sum(char.isalpha() for char in word.text)
        for word in row.words
        if any(_within(word.box, column.box) for column in columns)
    )
    return inside >= _COVERED * sum(char.isalpha() for char in row.text)


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _overlap(upper: Sequence[Word], lower: Sequence[Word]) -> float:
    """Points that two cells share sideways; not above zero when they share none."""
    one, other = union(w.box for w in upper), union(w.box for w in lower)
    return min(one[2], other[2]) - max(one[0], other[0])


def _adjoins(row: Row, below: Row) -> bool:
    """The next row of the same page, less than a row's height away."""
    return below.page is row.page and below.box[1] - row.box[3] < row.height


def _is_units(row: Row) -> bool:
    """A row of nothing but currency marks below the heading."""
    return all(word.text.strip("().:") in {"RM", "$", "USD", "EUR", "€", "£"} for word in row.words)


def _sideways(box: Box, heading: Box) -> float:
    """Points between a cell and a heading: zero where one stands over the other's middle.

    Numbers are set flush right and words flush left, so the nearer of both edges counts.
    """
    overlap = min(box[2], heading[2]) - max(box[0], heading[0])
    edge = min(abs(box[0] - heading[0]), abs(box[2] - heading[2]))
    middle = abs((box[0] + box[2]) - (heading[0] + heading[2])) / 2
    distance = min(edge, middle)
    return distance - max(overlap, 0.0) if overlap > 0 else distance + 1.0 - overlap
