"""The heading of a closely set table of services, read column by column from its first row.

See `extractors.tables.grids`. Its columns are believed as any other heading's are: the rows must
make the totals.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from casebook.records import Box
from extractors.page import union
from extractors.payers import data
from extractors.tables import Column, Heading, Row, captions_over, pieces_of
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

_AMOUNTS = 3
"""Amounts in a row from which it is one of a closely set table."""
_COVERED = 0.5
"""This part of a caption's letters at least is the phrase."""
UNREAD = "unread"
"""The name of a column of amounts whose caption says nothing known."""


def grid_heading(rows: Sequence[Row]) -> Heading | None:
    """The heading above the first dated row of amounts; None where nothing stands above it."""
    at = next((i for i, row in enumerate(rows) if _is_service(row)), None)
    if at is None:
        return None
    pieces = pieces_of(rows[at])
    boxes: list[Box] = [union(word.box for word in words) for words in pieces]
    for row in itertools.takewhile(_is_service, rows[at + 1 :]):
        others = pieces_of(row)
        if len(others) == len(boxes):
            both = zip(boxes, others, strict=True)
            boxes = [union([box, *(word.box for word in words)]) for box, words in both]
    captions, first = captions_over(rows, at, boxes, data.columns())
    if first == at:
        return None
    columns = []
    for words, box, caption in zip(pieces, boxes, captions, strict=True):
        amount = bool(find_amounts(" ".join(word.text for word in words)))
        columns.append(Column(_name(caption, amount), caption, box))
    return Heading(first, at - 1, tuple(columns))


def _is_service(row: Row) -> bool:
    return bool(find_dates(row.text)) and len(find_amounts(row.text)) >= _AMOUNTS


def _name(caption: str, amount: bool) -> str:
    hit = data.columns().best(caption)
    letters = sum(char.isalpha() for char in caption)
    said = sum(char.isalpha() for char in caption[hit.start : hit.end]) if hit is not None else 0
    known = hit.name if hit is not None and said >= _COVERED * letters else None
    of_amounts = known is not None and known not in {"date_of_service", "code", "service"}
    if amount:
        return known if known is not None and of_amounts else UNREAD
    return known if known is not None and not of_amounts else "service"
