"""Columns of prose are read one after the other; tables and forms row by row."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extractors.page import Line

Row = Sequence[Line]

_LEAST_ROWS = 5
"""Rows that two columns must stand side by side: fewer are a letterhead or a signature block."""
_LEAST_WORDS = 4
"""Words in the usual line of each column: a table's cells and a form's labels are shorter."""


def in_reading_order(rows: Sequence[Row]) -> tuple[Line, ...]:
    """The rows' lines as one reads them.

    rows: from the top, each from the left. Where two columns of sentences run beside each other
    down several rows, the left one is read to its end before the right one.
    """
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        end, middle = _columns_from(rows, at)
        if middle is None:
            lines.extend(rows[at])
            at += 1
            continue
        block = [line for row in rows[at:end] for line in row]
        lines.extend(line for line in block if line.box[2] <= middle)
        lines.extend(line for line in block if line.box[2] > middle)
        at = end
    return tuple(lines)


def _columns_from(rows: Sequence[Row], start: int) -> tuple[int, float | None]:
    """(end, middle): the rows start:end are two columns of prose, parted at `middle` (points);
    None where no such block starts here."""
    if len(rows[start]) != 2:
        return start, None
    low, high = rows[start][0].box[2], rows[start][1].box[0]
    both, end = 0, start
    left: list[int] = []
    right: list[int] = []
    for row in rows[start:]:
        in_left = [line for line in row if line.box[2] <= high]
        in_right = [line for line in row if line.box[0] >= low]
        if len(row) > 2 or len(in_left) > 1 or len(in_right) > 1:
            break
        if len(in_left) + len(in_right) != len(row):
            break
        low = max([low, *(line.box[2] for line in in_left)])
        high = min([high, *(line.box[0] for line in in_right)])
        if low >= high:
            break
        left.extend(len(line.words) for line in in_left)
        right.extend(len(line.words) for line in in_right)
        both += len(row) == 2
        end += 1
    if both < _LEAST_ROWS or min(median(left), median(right)) < _LEAST_WORDS:
        return start, None
    return end, (low + high) / 2
