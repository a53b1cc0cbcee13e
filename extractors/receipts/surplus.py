"""Rows that look like items and are none: the sums tell them apart.

A till prints "FOOD 21.45" and "NET 160.00" in the shape of an article, or a line of the head
stands where an article's name could. Where all rows together do not make the subtotal, but a run
of them does, and only one run, the others are no items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.receipts.checks import near
from extractors.receipts.items import Listing
from extractors.receipts.roles import TOTALS
from extractors.tables import LabelledAmount

_LEAST_KEPT = 2
"""One row alone equals the total too easily."""


def without_surplus(listing: Listing, amounts: Sequence[LabelledAmount]) -> Listing:
    """The listing, its items only those that make the printed sum; unchanged where none do.

    amounts: those outside tables, with their roles.
    """
    subtotals, totals = _sums(amounts)
    sums = subtotals or totals
    values = [item.amount for item in listing.items]
    if not sums or (listing.items and listing.items[0].from_table):
        return listing
    if any(near(sum(values, Decimal(0)), each) for each in subtotals | totals):
        return listing
    for length in range(len(values) - 1, max(_LEAST_KEPT, (len(values) + 1) // 2) - 1, -1):
        runs = [
            at
            for at in range(len(values) - length + 1)
            if any(near(sum(values[at : at + length], Decimal(0)), each) for each in sums)
            and _are_surplus(values[:at], values[at : at + length], values[at + length :])
        ]
        if len(runs) == 1:
            return replace(listing, items=listing.items[runs[0] : runs[0] + length])
        if runs:
            break
    return listing


def _are_surplus(before: list[Decimal], kept: list[Decimal], after: list[Decimal]) -> bool:
    """Whether the rows left out only repeat the others: the first one's price above it, or the sums
    of their groups below them. An article that a card does not pay for is none of these."""
    repeats = all(value == kept[0] for value in before)
    return repeats and (not after or near(sum(after, Decimal(0)), sum(kept, Decimal(0))))


def _sums(amounts: Sequence[LabelledAmount]) -> tuple[set[Decimal], set[Decimal]]:
    """What the items may add up to: the subtotals; the totals with and without their tax."""
    plain = [amount for amount in amounts if not (amount.in_summary or amount.mended)]
    subtotals = {amount.value for amount in plain if amount.role == "subtotal" and amount.value}
    totals = {a.value for a in plain if a.role in (*TOTALS, "paid") and a.value > 0}
    taxes = sum((a.value for a in plain if a.role == "tax"), Decimal(0))
    return subtotals, totals | {total - taxes for total in totals}
