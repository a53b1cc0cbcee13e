"""A receipt's dates by role: of service, of payment, of the paper; never by position alone.

Dates of service come from the items' date column or from words that say so. A payment, due,
printed or expiry date is never one. A till slip's single date is the day of payment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.proposing import from_words
from extractors.receipts.item_rows import Item
from extractors.receipts.items import Listing
from extractors.receipts.roles import is_to_come
from extractors.receipts.yearless import days_without_year
from extractors.tables import Phrasebook, RoleDate, Row, role_dates, unread_beside
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

_UNPAID = re.compile(
    r"\b(?:please\s+(?:pay|remit)|due\s+(?:date|by|upon)|net\s+\d+)\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"\bRM\s?\d|[£€]|\b[AS]\$|\b(?:EUR|GMBH|GmbH|MWST|MwSt|TVA|ABN|VAT|GST|SDN|BHD|PTE|MALAYSIA|SINGAPORE|AUSTRALIA|IRELAND"
    r"|SELANGOR|UNITED\s+KINGDOM)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b",
)
"""Signs of a country that writes the day first."""
_SERVED = re.compile(r"\b(?:sessions?|visits?|lessons?|class(?:es)?)\b", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"\bno[- ]?shows?\b|\bcancel\w*|\bmissed\b|\bre-?schedul\w+|\bdid not attend\b", re.IGNORECASE
)
"""A line of a fee for a session that did not take place: its day is no date of service."""
_LIKE_YEAR_FIRST = re.compile(r"(?:1[3-9]|2\d)\s?[/.-]\s?(?:0?\d|1[0-2])\s?[/.-]\s?[0-3]\d")
"""Two digits that are no month, then a month, then what may be a day: 25/11/08."""
_LIFETIME = 10
"""Years: a date that lies so far before the paper's own is somebody's birth, a licence's …"""
_INVOICE = re.compile(r"\b(?:invoice|statement|superbill)\b", re.IGNORECASE)
_RECEIPT = re.compile(r"\breceipt\b", re.IGNORECASE)


ShownPayment = Literal["handed over", "said", "none"]
"""What a paper shows of its payment.

handed over: it is the till's or the card machine's own, so its date is the day of payment.
said: an amount is called paid.
"""


@cache
def date_roles() -> Phrasebook:
    """The phrases of date_roles.yaml."""
    source = files("extractors.receipts") / "date_roles.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_dates_of_receipt(
    rows: Sequence[Row], listing: Listing, order: DateOrder, shown: ShownPayment
) -> Iterator[Candidate]:
    """Candidates for service_dates, payment_date and document_date."""
    items = listing.items
    tabled = {item.row for item in items}
    tabled |= {row for row in listing.table_rows if find_amounts(rows[row].text)}
    tabled |= {index for index, row in enumerate(rows) if is_to_come(row)}
    dates = role_dates(rows, date_roles(), order, without=tabled)
    doubt = _order_doubt(dates, rows, order)
    for candidate in (
        *_service(dates, items, rows, order),
        *_payment(dates, rows, shown),
        *_document(dates, rows),
    ):
        swapped = doubt and _could_be_swapped(candidate)
        swapped = swapped or _may_begin_with_year(candidate, order)
        failed = (*candidate.failed, "dates.order_unsure")
        yield replace(candidate, failed=failed) if swapped else candidate


def _order_doubt(dates: Sequence[RoleDate], rows: Sequence[Row], order: DateOrder) -> bool:
    """Whether the paper itself speaks against the order of day and month that was asked for."""
    foreign = order == "MDY" and any(_DAY_FIRST.search(row.text) for row in rows)
    numeric = [date.mention for date in dates if date.mention.tier >= 3]
    against = any(
        mention.value.day > 12 and _first_number(mention.text) == mention.value.day
        if order == "MDY"
        else mention.value.day > 12 and _first_number(mention.text) == mention.value.month
        for mention in numeric
        if not mention.ambiguous
    )
    return foreign or against


def _first_number(text: str) -> int:
    digits = re.search(r"\d+", text)
    return int(digits[0]) if digits else 0


def _could_be_swapped(candidate: Candidate) -> bool:
    """Whether one of its days could be read the other way round as it is printed."""
    return any(
        mention.ambiguous and mention.value.day != mention.value.month
        for mention in find_dates(_printed(candidate))
    )


def _may_begin_with_year(candidate: Candidate, order: DateOrder) -> bool:
    """25/11/08 where the month is asked for first: as likely of 2025 as of 2008."""
    return order == "MDY" and any(
        _LIKE_YEAR_FIRST.fullmatch(mention.text) for mention in find_dates(_printed(candidate))
    )


def _printed(candidate: Candidate) -> str:
    return " ".join(evidence.text for evidence in candidate.evidence)


def _service(
    dates: Sequence[RoleDate], items: Sequence[Item], rows: Sequence[Row], order: DateOrder
) -> Iterator[Candidate]:
    apart = [item for item in items if _NOT_HELD.search(rows[item.row].text)]
    items = [item for item in items if item not in apart]
    dated = [item for item in items if item.days]
    if dated:
        values = tuple(sorted({day for item in dated for day in item.days}))
        of_service = all(item.date_of_service for item in dated)
        in_column = all(item.date_in_column for item in dated)
        complete = len(dated) == len(items)
        strength = 0.95 if of_service else 0.88 if in_column else 0.72
        strength -= 0.0 if complete else 0.25
        yield Candidate(
            field="service_dates",
            value=values,
            way="table" if in_column else "layout",
            strength=strength,
            word_confidence=min(item.word_confidence for item in dated),
            evidence=tuple(item.evidence for item in dated),
            passed=("dates.every_item",) if complete else (),
            failed=(
                *(() if complete else ("dates.every_item",)),
                *(("dates.not_held",) if apart else ()),
            ),
        )
    said = [date for date in dates if date.role == "service"]
    if not said and not dated:
        said = _listed_sessions(dates)
    if not said and not dated:
        written = [date.mention.value for date in dates if date.role in {"document", "payment"}]
        written = written or [date.mention.value for date in dates if date.clock]
        if written:
            yield from days_without_year(rows, items, written[0], order, date_roles())
    if said:
        days = tuple(sorted({date.mention.iso for date in said}))
        first = said[0]
        whole_range = any(date.mention.range_end for date in said)
        candidate = from_words(
            "service_dates",
            days,
            first.row.page,
            [word for date in said if date.row.page is first.row.page for word in date.words],
            way="label",
            strength=0.8 if whole_range else 0.93,
            passed=("label.exact",) if all(date.exact for date in said) else (),
            failed=(
                *(("dates.unread_beside",) if unread_beside(said) else ()),
                *(("dates.span",) if whole_range else ()),
            ),
            mended=any(date.mention.mended for date in said),
        )
        yield candidate


def _listed_sessions(dates: Sequence[RoleDate]) -> list[RoleDate]:
    """ "4 training sessions: Sept 2, 9 and 16, 2025": several days behind the word for a session.
    One day alone may be the day on which they were bought."""
    for first in dates:
        listed = [date for date in dates if date.row is first.row and date.role == "unknown"]
        before = first.row.text[: first.mention.start]
        if len(listed) > 1 and first is listed[0] and _SERVED.search(before[-40:]):
            return [replace(date, exact=False) for date in listed]
    return []


def _payment(
    dates: Sequence[RoleDate], rows: Sequence[Row], shown: ShownPayment
) -> Iterator[Candidate]:
    said = [date for date in dates if date.role == "payment"]
    for date in said:
        yield _one("payment_date", date, 0.94 if date.specific else 0.88)
    if said or any(_UNPAID.search(row.text) for row in rows):
        return
    if shown == "none" and not _titled(rows, _RECEIPT):
        return
    general = [date for date in dates if date.role in {"document", "unknown"}]
    if _titled(rows, _INVOICE) and shown != "handed over":
        general = [date for date in general if date.clock]
    for date in _likeliest(general):
        strength = _general_strength(date, len(general))
        if shown == "handed over" or (shown == "said" and date.role == "unknown"):
            yield _one("payment_date", date, strength)
        else:  # a receipt says that it was paid, but not that it was paid on that day
            yield _one("payment_date", date, strength - 0.3, failed=("date.role_unsaid",))


def _document(dates: Sequence[RoleDate], rows: Sequence[Row]) -> Iterator[Candidate]:
    said = [date for date in dates if date.role == "document"]
    for date in said:
        yield _one("document_date", date, 0.95 if date.specific else 0.9)
    if said:
        return
    told = [date.mention.value.year for date in dates if date.clock or date.role != "unknown"]
    newest = max(told, default=0)
    unknown = [
        date
        for date in dates
        if date.role == "unknown" and date.mention.value.year > newest - _LIFETIME
    ]
    for date in _likeliest(unknown):
        yield _one("document_date", date, _general_strength(date, len(unknown)))
    if not unknown:
        for date in [date for date in dates if date.role == "printed"][:1]:
            yield _one("document_date", date, 0.45)


def _likeliest(dates: Sequence[RoleDate]) -> Sequence[RoleDate]:
    """One for each day: a labelled one first, then the one with a time of day, then the first."""
    best: dict[str, RoleDate] = {}
    ordered = sorted(dates, key=lambda d: (d.role != "document", d.mention.mended, not d.clock))
    for date in ordered:
        best.setdefault(date.mention.iso, date)
    return list(best.values())[:3]


def _general_strength(date: RoleDate, rivals: int) -> float:
    strength = 0.8 if date.role == "document" else 0.6
    strength += 0.12 if date.clock else 0.0
    return strength - 0.1 * min(rivals - 1, 2) - (0.2 if date.mention.mended else 0.0)


def _one(field: str, date: RoleDate, strength: float, failed: tuple[str, ...] = ()) -> Candidate:
    strength -= 0.1 if date.mention.mended else 0.0
    return from_words(
        field,
        date.mention.iso,
        date.row.page,
        date.words,
        way="label" if date.role != "unknown" else "layout",
        strength=strength if date.exact else strength - 0.05,
        passed=("label.exact",) if date.role != "unknown" and date.exact and not failed else (),
        failed=failed,
        mended=date.mention.mended,
    )


def _titled(rows: Sequence[Row], title: re.Pattern[str]) -> bool:
    """Whether a short cell of the page's upper half holds the title's word."""
    return any(
        title.search(cell.text) and len(cell.text) <= 40
        for row in rows
        if row.box[1] < 0.5 * row.page.height
        for cell in row.cells
    )
