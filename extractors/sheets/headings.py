"""Tables of results: which columns hold values, of which day and which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casebook.records import Box
from extractors.page import Line, Word, union
from extractors.sheets import data
from extractors.tables import Row
from extractors.values.dates import find_dates

_COVERED = 0.6
"""A cell is a heading where its words make up this part of its letters."""
_GAP = 4.0
"""Rows so many heights apart are of two tables."""


@dataclass(frozen=True)
class ResultColumn:
    """name: as in columns.yaml. day: of its values, None where it is not told."""

    name: str
    box: Box
    day: date | None
    side: Literal["left", "right"] | None


@dataclass(frozen=True)
class ResultTable:
    """heading_rows, rows: indices among the page's rows."""

    columns: tuple[ResultColumn, ...]
    heading_rows: range
    rows: range

    def results(
        self, row: Row, after: int = 0
    ) -> Iterator[tuple[ResultColumn, str, tuple[Word, ...]]]:
        """The row's cells under headings of results, with their words; from a character on."""
        for column in self.columns:
            if column.name not in {"value", "before", "left", "right"}:
                continue
            words = [w for w in row.words_between(after, len(row.text)) if self._of(w) is column]
            if words:
                yield column, " ".join(word.text for word in words), tuple(words)

    def text_under(self, row: Row, name: str) -> str:
        """What stands under the heading of this name."""
        return " ".join(word.text for word in row.words if self._of(word).name == name)

    def _of(self, word: Word) -> ResultColumn:
        return min(self.columns, key=lambda column: _sideways(word.box, column.box))


def result_tables(rows: Sequence[Row], day: date | None) -> list[ResultTable]:
    """The tables whose heading names measures and at least one column of results."""
    tables: list[ResultTable] = []
    for index, row in enumerate(rows):
        columns = _columns(row, day)
        names = {column.name for column in columns}
        if len(columns) < 2 or not names & {"value", "before", "left", "right"}:
            continue
        last = _end(rows, index)
        if last > index:
            tables.append(
                ResultTable(tuple(columns), range(index, index + 1), range(index + 1, last + 1))
            )
    return tables


def _columns(row: Row, day: date | None) -> list[ResultColumn]:
    """The row's headings; none where a cell names a measure or is no heading."""
    columns: list[ResultColumn] = []
    for cell in row.cells:
        made = _column(cell, day)
        if made is None:
            return []
        columns += made
    return columns


def _column(cell: Line, day: date | None) -> list[ResultColumn] | None:
    """A cell's columns; None for a cell that is no heading."""
    dates = find_dates(cell.text)
    rest = cell.text
    for mention in reversed(dates):
        rest = rest[: mention.start] + " " * (mention.end - mention.start) + rest[mention.end :]
    letters = sum(char.isalpha() for char in rest)
    dated = date.fromisoformat(dates[0].iso) if len(dates) == 1 else None
    if not letters:
        return [ResultColumn("value", cell.box, dated, None)] if dated else None
    hits = [hit for hit in data.columns("assessment").all(rest) if hit.exact]
    covered = sum(char.isalpha() for hit in hits for char in rest[hit.start : hit.end])
    if covered < _COVERED * letters:
        return None
    return [
        ResultColumn(
            hit.name,
            cell.box
            if len(hits) == 1
            else union(word.box for word in cell.words_between(hit.start, hit.end)),
            dated if dated else day if hit.name in {"value", "left", "right"} else None,
            "left" if hit.name == "left" else "right" if hit.name == "right" else None,
        )
        for hit in hits
    ]


def _end(rows: Sequence[Row], heading: int) -> int:
    """Index of the table's last row: the rows that follow closely and do not head another."""
    last = heading
    for index in range(heading + 1, len(rows)):
        row, above = rows[index], rows[last]
        if row.page is not above.page or row.box[1] - above.box[3] > _GAP * row.height:
            break
        if len(row.cells) == 1:
            break
        last = index
    return last


def _sideways(box: Box, heading: Box) -> float:
    """Points between a word and a heading, zero where one stands over the other."""
    return max(0.0, heading[0] - box[2], box[0] - heading[2])
