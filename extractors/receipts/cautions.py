"""What the whole paper says against using a value unseen.

dates.after_paper   a day of service later than the paper: it was paid ahead, not rendered
dates.span          a first and a last day, between which the days of service are not told
patient.several     the table's own column names several people
paper.no_receipt    voided, declined, an estimate: nothing was paid, or not for good
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.receipts.items import Listing
from extractors.receipts.placed_doubts import of_place
from extractors.tables import Column, Row
from extractors.values.dates import find_dates

_NO_RECEIPT = re.compile(
    r"\W*(?:(?:transaction|payment|sale|card|order)\s+)?(?:was\s+)?"
    r"(?:void(?:ed)?|declined|cancell?ed|failed|not\s+(?:approved|authorized|completed)|pending)\W*"
    r"|\W*(?:(?:cost\s+)?estimate|quotation|quote|pro[- ]?forma(?:\s+invoice)?|proposal)\b"
    r"(?:\W*(?:no|number)?\W*[\w-]*\d[\w-]*)?\W*"
    r"|.{0,30}\b(?:is\s+not|not\s+valid\s+as)\s+an?\s+(?:\w+\s+)?(?:receipt|invoice)\b.*",
    re.IGNORECASE,
)
"""A whole line that says so; "void after 90 days" does not."""

_OF_PEOPLE = frozenset({"patient", "client", "member", "participant", "attendee", "student"})

_TOUCHED: dict[str, frozenset[str]] = {
    "dates.after_paper": frozenset({"service_dates"}),
    "dates.span": frozenset({"service_dates"}),
    "patient.several": frozenset({"patient_name", "service_dates"}),
    "paper.no_receipt": frozenset(
        {"total", "amount_paid", "balance_due", "payment_date", "payment_method", "line_items"}
    ),
}


def with_cautions(
    candidates: Sequence[Candidate], rows: Sequence[Row], listing: Listing, order: DateOrder
) -> tuple[Candidate, ...]:
    """The candidates, those touched with the failed checks that the paper as a whole gives."""
    whole = tuple(_of_paper(rows, listing))
    written = {
        str(candidate.value)
        for candidate in candidates
        if candidate.field in {"document_date", "payment_date"} and candidate.strength >= _SURELY
    }
    marked = []
    for candidate in candidates:
        failed = [name for name in whole if candidate.field in _TOUCHED[name]]
        if candidate.field == "service_dates" and isinstance(candidate.value, tuple):
            days = [str(day) for day in candidate.value]
            if written and max(days) > max(written):
                failed.append("dates.after_paper")
            if _is_span(candidate, order):
                failed.append("dates.span")
        failed += of_place(candidate, rows)
        marked.append(replace(candidate, failed=(*candidate.failed, *failed)))
    return tuple(marked)


_SURELY = 0.7
"""Strength from which a date is the paper's own or the payment's."""


def _is_span(candidate: Candidate, order: DateOrder) -> bool:
    return any(
        mention.range_end is not None
        for piece in candidate.evidence
        for mention in find_dates(piece.text, order)
    )


def _of_paper(rows: Sequence[Row], listing: Listing) -> Iterator[str]:
    if any(_NO_RECEIPT.fullmatch(cell.text) for row in rows for cell in row.cells):
        yield "paper.no_receipt"
    if _names_several(rows, listing):
        yield "patient.several"


def _names_several(rows: Sequence[Row], listing: Listing) -> bool:
    """Whether a column of clients holds different names."""
    named: set[str] = set()
    for index, heading in listing.table_rows.items():
        if heading.first <= index <= heading.last:
            continue
        for cell in rows[index].cells:
            column: Column = heading.column_of(cell.words)
            if column.phrase in _OF_PEOPLE and any(char.isalpha() for char in cell.text):
                named.add("".join(char for char in cell.text.casefold() if char.isalpha()))
    return len(named) > 1
