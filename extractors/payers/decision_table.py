"""An approval told in a table: its number, units and days in one row below their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.page import Word, union
from extractors.payers import data
from extractors.payers.several import SEVERAL
from extractors.proposing import from_words
from extractors.tables import Row, captions_over, pieces_of
from extractors.values.account_numbers import number_at_start
from extractors.values.dates import find_dates

_CAPTIONS = 3
"""Captions from which a row is one of a table."""
_COUNT = re.compile(r"\d{1,3}")
_FIELDS = {
    "authorization_number": "authorization_number",
    "approved_units": "approved_units",
    "start": "start_date",
    "end": "end_date",
}


_Told = Mapping[str, tuple[str, tuple[Word, ...]]]
"""A row's values by their role, each with its words."""


def find_in_decision_table(rows: Sequence[Row], order: DateOrder) -> Iterator[Candidate]:
    """Candidates for authorization_number, approved_units, start_date and end_date. Of several
    rows the first is proposed, and doubted where another says otherwise."""
    table = next((read for at in range(len(rows)) if (read := _table(rows, at, order))), None)
    if table is None:
        return
    row, told = table[0]
    others = [other for _, other in table[1:]]
    for name, (value, words) in told.items():
        apart = any(name in other and other[name][0] != value for other in others)
        yield from_words(
            _FIELDS[name],
            value,
            row.page,
            words,
            way="table",
            strength=0.9,
            failed=(SEVERAL,) if apart else (),
        )


def _table(rows: Sequence[Row], at: int, order: DateOrder) -> list[tuple[Row, _Told]]:
    """The rows from `at` on with their values by the captions over the first; empty where that is
    none of a decision."""
    pieces = pieces_of(rows[at])
    if len(pieces) < _CAPTIONS or not any(char.isdigit() for char in rows[at].text):
        return []
    boxes = [union(word.box for word in words) for words in pieces]
    captions, first = captions_over(rows, at, boxes, data.decision_columns())
    hits = [data.decision_columns().best(caption) for caption in captions]
    if first == at or sum(hit is not None for hit in hits) < _CAPTIONS:
        return []
    found: list[tuple[Row, _Told]] = []
    for row in rows[at:]:
        pieces = pieces_of(row)
        if len(pieces) != len(hits):
            break
        told: dict[str, tuple[str, tuple[Word, ...]]] = {}
        for hit, words in zip(hits, pieces, strict=True):
            value = _value(hit.name, " ".join(w.text for w in words), order) if hit else None
            if hit is not None and value is not None:
                told.setdefault(hit.name, (value, words))
        found.append((row, told))
    return found


def _value(name: str, text: str, order: DateOrder) -> str | None:
    if name == "authorization_number":
        number = number_at_start(text)
        return number.value if number is not None else None
    if name == "approved_units":
        return text if _COUNT.fullmatch(text) else None
    days = find_dates(text, order) if name in _FIELDS else ()
    return days[0].iso if len(days) == 1 else None
