"""A receipt's line items: from tables by their columns, from till slips line by line.

Items stand between the heading (or the paper's head) and the first row that calls itself a
total. Their description may stand in the row of the amount, in the row above it (a till
prints the article, then "9557368063013 1 X 5.20  5.20"), or go on in the row below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from statistics import median

import yaml

from extractors.options import DateOrder
from extractors.receipts.item_rows import Item, continued, read_item
from extractors.tables import (
    UNKNOWN,
    Heading,
    LabelledAmount,
    Phrasebook,
    Row,
    find_headings,
)
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

_LETTERS = re.compile(r"[^\W\d_]{2}")
_ENDS = frozenset(
    {"subtotal", "total", "total_final", "amount_due", "tax", "tendered", "change", "balance_due"}
)
_TOTALS = frozenset({"total", "total_final"})
_LARGE = 1.4
_NAMES_THE_SUM = 0.7
"""A row whose words say "amount", "fee" or the like to this part names a sum, not an article."""

_IN_COLUMN = {
    "amount": "total",
    "payment": "paid",
    "balance": "balance_due",
    "insurance": "insurance_paid",
}
"""The role of an amount in a table's totals row by its column."""

_PASSED_OVER = frozenset(
    {
        "previous_balance",
        "regular_price",
        "saved",
        "paid",
        "insurance_paid",
        "discount",
        "rounding",
        "tax_included",
        "tax_base",
        "count",
    }
)
_TILL_WORDS = frozenset({"balance_due", "tendered", "change"})
_WITHIN_NAME = 0.6
"""Such a word that makes up less of what stands beside an amount is a part of an article's name:
"Balance pad grey"."""
_NO_MONEY = frozenset({"count", "regular_price", "saved"})


@dataclass(frozen=True)
class Listing:
    """A receipt's items.

    table_rows: each row of a table by index, with the table's heading. totals_rows: the rows
    right below a table that add up several of its columns.
    """

    items: tuple[Item, ...]
    table_rows: Mapping[int, Heading]
    totals_rows: Mapping[int, Heading]


@cache
def headings() -> Phrasebook:
    """The phrases of columns.yaml."""
    source = files("extractors.receipts") / "columns.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_items(rows: Sequence[Row], amounts: Sequence[LabelledAmount], order: DateOrder) -> Listing:
    """All line items in printed order, and the rows of their tables."""
    tables = [heading for heading in find_headings(rows, headings()) if _lists_items(heading)]
    labelled = {amount.row: amount for amount in amounts}
    totals = {amount.value for amount in amounts if amount.role in _TOTALS}
    usual = median(row.height for row in rows) if rows else 0.0
    for amount in amounts:  # a receipt by mail begins with its sum, in large type
        row = rows[amount.row]
        if amount.value in totals and row.height > _LARGE * usual and _is_bare(row):
            labelled[amount.row] = replace(amount, role="total", covers=1.0)
    in_summary = {amount.row for amount in amounts if amount.in_summary}
    items: list[Item] = []
    table_rows: dict[int, Heading] = {}
    totals_rows: dict[int, Heading] = {}
    for heading in tables:
        found, end = _zone(rows, heading.last + 1, heading, labelled, in_summary, order)
        items.extend(found)
        table_rows.update(dict.fromkeys(range(heading.first, end), heading))
        if found and end < len(rows) and len(find_amounts(rows[end].text)) > 1:
            totals_rows[end] = heading
    if not items:
        items, _ = _zone(rows, 0, None, labelled, in_summary, order)
    return Listing(tuple(items), table_rows, totals_rows)


def _is_bare(row: Row) -> bool:
    """Nothing but an amount."""
    mentions = find_amounts(row.text)
    return len(mentions) == 1 and row.text.strip() == mentions[0].text


def _lists_items(heading: Heading) -> bool:
    if heading.has("date_of_service") and heading.has("amount"):
        return True
    return heading.has("amount", "unit_price") and heading.has("description", "date", "quantity")


def _zone(
    rows: Sequence[Row],
    start: int,
    heading: Heading | None,
    labelled: dict[int, LabelledAmount],
    in_summary: set[int],
    order: DateOrder,
) -> tuple[list[Item], int]:
    """The items from row `start` on, and the index of the row that ends them."""
    items: list[Item] = []
    waiting: list[Row] = []
    for index in range(start, len(rows)):
        row, amount = rows[index], labelled.get(index)
        role = amount.role if amount is not None else None
        within = amount is not None and role in _TILL_WORDS and amount.covers < _WITHIN_NAME
        if role in _ENDS and not within and _stops(row, role, heading, items):
            return items, index
        if index in in_summary or _passed_over(row, amount, heading):
            waiting.clear()
            continue
        item = read_item(index, row, heading, waiting, order) if role is not None else None
        if item is not None and heading is not None and _adds_up(item, items):
            return items, index
        if item is not None:
            items.append(item)
            waiting.clear()
        elif _LETTERS.search(row.text):
            goes_on = items and not waiting and index == items[-1].row + 1
            if goes_on and heading and not items[-1].named_above:
                items[-1] = continued(items[-1], row, heading)
            waiting.append(row)
    return items, items[-1].row + 1 if items else start


def _adds_up(item: Item, items: Sequence[Item]) -> bool:
    """Whether a table's row without a date or a quantity is the sum of those above it, whatever it
    calls itself."""
    plain = not item.days and item.line.quantity is None
    return plain and len(items) > 1 and item.amount == sum(each.amount for each in items)


def _passed_over(row: Row, amount: LabelledAmount | None, heading: Heading | None) -> bool:
    """Whether the row's amount is no item's: a payment, an older balance, a bare "Amount"."""
    if amount is None:
        return False
    if heading is not None and amount.role in _NO_MONEY and amount.covers < _NAMES_THE_SUM:
        return False  # "Heart rate strap" is an article
    if amount.role in _PASSED_OVER:
        return not (heading is not None and _charges(row, heading))
    named = amount.role != UNKNOWN and amount.covers >= _NAMES_THE_SUM
    return named and heading is None


def _stops(row: Row, role: str, heading: Heading | None, items: Sequence[Item]) -> bool:
    """A total ends the list; a word such as "tax" inside an article's name does not."""
    if role in {"total", "total_final", "subtotal", "amount_due"}:
        return bool(items) or heading is not None
    return bool(items) and not (heading is not None and find_dates(row.text))


def _charges(row: Row, heading: Heading) -> bool:
    """Whether the row has an amount in the table's charge column."""
    return heading.has("payment", "balance") and any(
        heading.column_of(row.words_between(m.start, m.end)).name == "amount"
        for m in find_amounts(row.text)
        if m.value > 0
    )


def outside_tables(
    amounts: Sequence[LabelledAmount], rows: Sequence[Row], listing: Listing
) -> tuple[LabelledAmount, ...]:
    """The amounts that no table accounts for; of a table's rows, what its payments column holds."""
    added_up = {
        _IN_COLUMN.get(listing.totals_rows[amount.row].column_of(amount.words).name)
        for amount in amounts
        if amount.row in listing.totals_rows
    }
    kept = []
    listed = {item.row for item in listing.items}
    for amount in amounts:
        heading = listing.table_rows.get(amount.row)
        below = listing.totals_rows.get(amount.row)
        if below is not None:
            role = _IN_COLUMN.get(below.column_of(amount.words).name, UNKNOWN)
            kept.append(replace(amount, role=role))
        elif (
            heading is None
            and amount.row in listed
            and amount.role in _TILL_WORDS
            and amount.covers < _WITHIN_NAME
        ):
            kept.append(replace(amount, role=UNKNOWN))  # "Balance pad grey" is an article
        elif heading is None:
            kept.append(amount)
        elif heading.column_of(amount.words).name == "payment" and "paid" not in added_up:
            kept.append(replace(amount, role="paid"))
        elif amount.role == "previous_balance":
            kept.append(amount)
    return tuple(kept)
