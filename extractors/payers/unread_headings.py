"""The columns of a table of services whose heading could not be read, known by their sums.

Payers print what was billed, what is allowed, what the plan paid and what the patient owes in
this order nearly always. It is believed only where every row adds up: what is owed is what was
billed, or allowed, less what was paid. Such a table is weak evidence, see `money`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractors.page import union
from extractors.tables import Column, Heading, Row
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

_ORDERS: dict[int, tuple[str, ...]] = {
    4: ("billed", "allowed", "plan_paid", "patient_responsibility"),
    3: ("billed", "plan_paid", "patient_responsibility"),
}


def inferred_heading(rows: Sequence[Row], read: Heading | None) -> Heading | None:
    """A heading for the first run of dated rows that add up; None where there is none.

    read: the heading as far as it could be read; it must not contradict.
    """
    lengths = [len(find_amounts(row.text)) if find_dates(row.text) else 0 for row in rows]
    first = next((index for index, length in enumerate(lengths) if length in _ORDERS), None)
    if first is None or (read is not None and not read.first < first <= read.last + 2):
        return None
    order = _ORDERS[lengths[first]]
    below = [row for row in rows[first + 1 :] if len(find_amounts(row.text)) == len(order)]
    if not below or not all(_adds_up(row, order) for row in (rows[first], *below)):
        return None
    if read is not None and not _agrees(read, order):
        return None
    date = find_dates(rows[first].text)[0]
    columns = [Column("date_of_service", "", _box(rows[first], date.start, date.end))]
    for name, amount in zip(order, find_amounts(rows[first].text), strict=True):
        columns.append(Column(name, "", _box(rows[first], amount.start, amount.end)))
    if read is not None and (code := read.get("code")) is not None:
        columns.append(code)
    return Heading(max(first - 1, 0), first - 1, tuple(columns))


def _adds_up(row: Row, order: Sequence[str]) -> bool:
    values = dict(zip(order, (amount.value for amount in find_amounts(row.text)), strict=True))
    billed, paid = values["billed"], values["plan_paid"]
    allowed, owed = values.get("allowed", billed), values["patient_responsibility"]
    falling = billed >= allowed >= paid >= Decimal(0) < billed
    return falling and owed in {billed - paid, allowed - paid}


def _agrees(read: Heading, order: Sequence[str]) -> bool:
    """Whether the columns that were read stand among the inferred ones in the same order."""
    known = [column.name for column in read.columns if column.name in set(order)]
    return known == [name for name in order if name in set(known)]


def _box(row: Row, start: int, end: int) -> tuple[float, float, float, float]:
    return union(word.box for word in row.words_between(start, end))
