"""A table's captions by what stands below them, word by word.

Narrow columns set their captions close together and over several rows: "What you  Notes" above
"owe". Read as lines they run into one another; read from the cells below, each word belongs to the
column that it stands over.
"""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Box
from extractors.page import Line, Word, union
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import Row
from extractors.values.amounts import find_amounts

_ROWS = 3
"""Rows of captions at most."""
_DIGITS = 4
"""A row of captions may hold a year, but no date and no number."""
_ADJOINS = 1.3
"""Heights that may lie between two rows of captions."""
_ABOVE = 2.2
"""Heights that may lie between the captions and the first row, which cells keep apart."""
_ASIDE = 12.0
"""Points by which a caption may stand beside its column."""


def pieces_of(row: Row) -> tuple[tuple[Word, ...], ...]:
    """What stands in a row: each amount by itself, and the words between the gaps and amounts."""
    amounts = [row.words_between(m.start, m.end) for m in find_amounts(row.text)]
    taken = {id(word): index for index, words in enumerate(amounts) for word in words}
    pieces: list[tuple[Word, ...]] = []
    last: int | None = None
    for cell in row.cells:
        fresh = True
        for word in cell.words:
            of = taken.get(id(word))
            if fresh or of != last:
                pieces.append((word,))
            else:
                pieces[-1] = (*pieces[-1], word)
            fresh, last = False, of
    return tuple(pieces)


def captions_over(
    rows: Sequence[Row], index: int, columns: Sequence[Box], book: Phrasebook
) -> tuple[tuple[str, ...], int]:
    """The caption of each column right above row `index`, "" where there is none; and the index of
    the first row of captions (`index` where there is none).

    book: the captions that are known, each of which belongs to one column as a whole.
    """
    said: list[list[tuple[float, float, str]]] = [[] for _ in columns]
    first = index
    for at in range(index - 1, max(-1, index - 1 - _ROWS), -1):
        if not _is_captions(rows[at], rows[first], _ABOVE if first == index else _ADJOINS):
            break
        first = at
        for words in (piece for cell in rows[at].cells for piece in _phrases(cell, book)):
            column = _column_below(words, columns)
            if column is not None:
                text = " ".join(word.text for word in words)
                said[column].append((rows[at].box[1], words[0].box[0], text))
    return tuple(" ".join(text for *_, text in sorted(words)) for words in said), first


def _phrases(cell: Line, book: Phrasebook) -> list[tuple[Word, ...]]:
    """The cell's known captions, and what words are left between them."""
    pieces: list[tuple[Word, ...]] = []
    at = 0
    for hit in book.all(cell.text):
        pieces += [cell.words_between(at, hit.start), cell.words_between(hit.start, hit.end)]
        at = hit.end
    pieces.append(cell.words_between(at, len(cell.text)) if at < len(cell.text) else ())
    return [piece for piece in pieces if piece]


def _is_captions(row: Row, below: Row, reach: float) -> bool:
    if row.page is not below.page or find_amounts(row.text):
        return False
    height = max(row.height, below.height)
    near = below.box[1] - row.box[3] < reach * height
    return near and sum(char.isdigit() for char in row.text) <= _DIGITS


def _column_below(words: Sequence[Word], columns: Sequence[Box]) -> int | None:
    """The column whose edge or middle is nearest to the words', where they stand over it."""
    box = union(word.box for word in words)
    best = min(range(len(columns)), key=lambda at: _apart(box, columns[at]), default=None)
    if best is None:
        return None
    column = columns[best]
    return best if min(box[2], column[2]) - max(box[0], column[0]) > -_ASIDE else None


def _apart(box: Box, column: Box) -> float:
    middle = abs(box[0] + box[2] - column[0] - column[2]) / 2
    return min(abs(box[0] - column[0]), abs(box[2] - column[2]), middle)
