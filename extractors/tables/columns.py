"""A table's heading and its columns: which heading a cell stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.records import Box
from extractors.page import Word, union
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import Row
from extractors.values.amounts import find_amounts

_COVERED = 0.5
"""A heading row consists of headings: this part of its letters at least."""


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

    A heading that is set in two rows is joined.
    """
    found: list[Heading] = []
    for index, row in enumerate(rows):
        if found and index <= found[-1].last:
            continue
        columns = _columns(row, book)
        if len({column.name for column in columns}) < least:
            continue
        last = index
        below = rows[index + 1] if index + 1 < len(rows) else None
        if below is not None and below.page is row.page and below.box[1] - row.box[3] < row.height:
            more = [c for c in _columns(below, book) if not _over(c, columns)]
            if more or _is_units(below):
                columns, last = (*columns, *more), index + 1
        found.append(Heading(index, last, tuple(sorted(columns, key=lambda column: column.box[0]))))
    return tuple(found)


def _columns(row: Row, book: Phrasebook) -> tuple[Column, ...]:
    if find_amounts(row.text):
        return ()
    hits = [(cell, hit) for cell in row.cells for hit in book.all(cell.text)]
    letters = sum(char.isalpha() for char in row.text)
    covered = sum(char.isalpha() for cell, hit in hits for char in cell.text[hit.start : hit.end])
    if not letters or covered < _COVERED * letters:
        return ()
    return tuple(
        Column(hit.name, hit.phrase, union(w.box for w in cell.words_between(hit.start, hit.end)))
        for cell, hit in hits
    )


def _over(column: Column, others: Sequence[Column]) -> bool:
    return any(
        min(column.box[2], other.box[2]) - max(column.box[0], other.box[0]) > 0 for other in others
    )


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
