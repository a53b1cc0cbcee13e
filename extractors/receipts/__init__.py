"""Receipts, invoices, itemised statements, superbills and till slips: their values, proposed.

`find` proposes a value for every field of the contract that stands on the paper; `marks` says
what kind of paper it is. Whether the receipt substantiates is judged in `rules`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.records import FieldValue
from extractors.candidate import Candidate
from extractors.options import ReadOptions
from extractors.page import Page
from extractors.receipts.cautions import with_cautions
from extractors.receipts.dating import find_dates_of_receipt
from extractors.receipts.describing import find_description
from extractors.receipts.item_rows import Item
from extractors.receipts.items import find_items, outside_tables
from extractors.receipts.marks import marks
from extractors.receipts.numbers import find_numbers
from extractors.receipts.paid_on import ShownPayment
from extractors.receipts.paying import find_payment_method, tip_is_open
from extractors.receipts.people import find_people
from extractors.receipts.roles import amounts_of, labels
from extractors.receipts.sums import Sums, settle
from extractors.receipts.surplus import without_surplus
from extractors.receipts.vendor import find_vendor
from extractors.tables import LabelledAmount, Row, rows_of
from extractors.values.dates import find_dates
from extractors.values.labels import find_labelled

_CARD = re.compile(
    r"[*xX•#.]{4,}\s?\d{4}\b|\b(?:auth(?:orization)?|approval)\s+code\b|\bapproved\b", re.IGNORECASE
)
"""What a card machine prints."""

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?!\d)")

__all__ = ["find", "marks"]


def find(pages: Sequence[Page], options: ReadOptions) -> tuple[Candidate, ...]:
    """Every proposal for a receipt's fields, except `substantiates`."""
    rows = rows_of(pages)
    labelled = find_labelled(pages, labels())
    amounts = amounts_of(rows)
    listing = find_items(rows, amounts, options.date_order)
    amounts = outside_tables(amounts, rows, listing)
    listing = without_surplus(listing, amounts)
    items = listing.items
    sums = settle(amounts, [item.amount for item in items], tip_is_open(rows))
    found = (
        *find_vendor(pages, labelled),
        *find_people(rows, labelled, options.date_order),
        *find_numbers(labelled, rows),
        *find_dates_of_receipt(
            rows, listing, amounts, options.date_order, _shown_payment(rows, amounts)
        ),
        *find_description(items, labelled, "sum.line_items" in sums.total_checks.failed),
        *_line_items(items, sums),
        *sums.candidates,
        *find_payment_method(rows, labelled, amounts),
    )
    return with_cautions(found, rows, listing, options.date_order)


def _line_items(items: Sequence[Item], sums: Sums) -> tuple[Candidate, ...]:
    """All items as one value; their sum is the check."""
    if not items:
        return ()
    value: FieldValue = tuple(item.line for item in items)
    fits = "sum.line_items" in sums.total_checks.passed
    fails = "sum.line_items" in sums.total_checks.failed
    return (
        Candidate(
            field="line_items",
            value=value,
            way="table" if items[0].from_table else "layout",
            strength=0.92 if fits else 0.5 if fails else 0.7,
            word_confidence=min(item.word_confidence for item in items),
            evidence=tuple(item.evidence for item in items),
            passed=("sum.line_items",) if fits else (),
            failed=("sum.line_items",) if fails else () if fits else ("items.unproved",),
        ),
    )


def _shown_payment(rows: Sequence[Row], amounts: Sequence[LabelledAmount]) -> ShownPayment:
    """Whether the paper itself shows money changing hands (cash and change, or a card)."""
    if any(amount.role in {"tendered", "change"} for amount in amounts):
        return "handed over"
    paid = any(amount.role == "paid" and amount.value and not amount.mended for amount in amounts)
    if paid and any(find_dates(row.text) and _CLOCK.search(row.text) for row in rows):
        return "handed over"  # a till's slip, whatever it calls its number
    if any("invoice" in row.text.casefold() for row in rows):
        return "none"  # an invoice that says "paid" says so about another day
    if any(_CARD.search(row.text) for row in rows):
        return "handed over"
    return "said" if paid else "none"
