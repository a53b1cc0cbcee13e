"""Words into lines, lines into reading order: geometry only.

A wide gap ends a line, so that two columns never become one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from extractors.page import Line, Word
from extractors.pages.columns import in_reading_order

GAP = 1.1
"""A gap wider than this many line heights ends a line. A space is about a
quarter of the height, in justified print up to three quarters; the gutter of a
table or of two columns is seldom under one and a half."""


def into_lines(words: Iterable[Word]) -> tuple[Line, ...]:
    """Lines in reading order: rows from the top, each row from the left, columns of prose one after
    the other."""
    rows = _rows(sorted(words, key=lambda word: (word.middle, word.box[0])))
    return in_reading_order([_cut_at_gaps(row) for row in rows])


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose vertical middles agree, each row sorted from the left, rows from the top."""
    rows: list[list[Word]] = []
    for word in words:
        row = next((row for row in reversed(rows[-6:]) if _same_row(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    for row in rows:
        row.sort(key=lambda word: word.box[0])
    rows.sort(key=lambda row: median(word.middle for word in row))
    return rows


def _same_row(row: Sequence[Word], word: Word) -> bool:
    nearest = min(row, key=lambda other: _distance(other, word))
    overlap = min(nearest.box[3], word.box[3]) - max(nearest.box[1], word.box[1])
    return overlap > 0.5 * min(nearest.height, word.height)


def _distance(one: Word, other: Word) -> float:
    return max(one.box[0] - other.box[2], other.box[0] - one.box[2])


def _cut_at_gaps(row: Sequence[Word]) -> list[Line]:
    lines: list[Line] = []
    current: list[Word] = [row[0]]
    for word in row[1:]:
        gap = word.box[0] - current[-1].box[2]
        if gap > GAP * max(word.height, current[-1].height):
            lines.append(Line(tuple(current)))
            current = []
        current.append(word)
    lines.append(Line(tuple(current)))
    return lines
