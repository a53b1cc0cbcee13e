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

import yaml

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.proposing import from_words
from extractors.receipts.date_candidates import general_strength, likeliest, one_date
from extractors.receipts.item_rows import Item
from extractors.receipts.items import Listing
from extractors.receipts.paid_on import ShownPayment, find_payment_dates, with_words_behind
from extractors.receipts.to_come import rows_to_come
from extractors.receipts.yearless import days_without_year
from extractors.tables import LabelledAmount, Phrasebook, RoleDate, Row, role_dates, unread_beside
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

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
_ONLY_CHARGED = re.compile(
    r"\b(?:(?:club|monthly|annual|membership|gym|house)\s+dues|dues|(?:finance|service|late|interest)\s+charges?"
    r"|interest|(?:late|annual|enrol+ment|initiation|joining|registration|processing|returned\s+check|nsf|freeze"
    r"|maintenance|facility|admin\w*|card|copy|records?)\s+fees?|(?:locker|towel|equipment|room|court)\s+(?:rental|rent|fee)"
    r"|membership|gift\s+card|surcharge|balance\s+forward)\b",
    re.IGNORECASE,
)
"""A line of what is charged for nothing that was done on a day: dues, interest, a rental."""
_DONE = re.compile(
    r"\b(?:sessions?|visits?|lessons?|class(?:es)?|training|therapy|exercise|treatment|coaching|evaluation)\b",
    re.IGNORECASE,
)
"""… unless something was: "Personal training membership"."""
_LIKE_YEAR_FIRST = re.compile(r"(?:1[3-9]|2\d)\s?[/.-]\s?(?:0?\d|1[0-2])\s?[/.-]\s?[0-3]\d")
"""Two digits that are no month, then a month, then what may be a day: 25/11/08."""
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\bat\b", re.IGNORECASE)
_LIFETIME = 10
"""Years: a date that lies so far before the paper's own is somebody's birth, a licence's …"""


@cache
def date_roles() -> Phrasebook:
    """The phrases of date_roles.yaml."""
    source = files("extractors.receipts") / "date_roles.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_dates_of_receipt(
    rows: Sequence[Row],
    listing: Listing,
    amounts: Sequence[LabelledAmount],
    order: DateOrder,
    shown: ShownPayment,
) -> Iterator[Candidate]:
    """Candidates for service_dates, payment_date and document_date. amounts: those outside
    tables."""
    items = listing.items
    tabled = {item.row for item in items}
    tabled |= {row for row in listing.table_rows if find_amounts(rows[row].text)}
    tabled |= rows_to_come(rows)
    dates = with_words_behind(role_dates(rows, date_roles(), order, without=tabled), date_roles())
    doubt = _order_doubt(dates, rows, order)
    for candidate in (
        *_service(dates, items, rows, order),
        *find_payment_dates(dates, rows, listing, amounts, shown, order),
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
    apart = [
        item
        for item in items
        if _NOT_HELD.search(rows[item.row].text) or _is_only_charged(item.line.description or "")
    ]
    items = [item for item in items if item not in apart]
    dated = [item for item in items if item.days]
    said = [date for date in dates if date.role == "service"]
    # A day that only one of the two places tells: either may have lost one.
    tabled = {day for item in dated for day in item.days}
    differ = bool(tabled) and not {date.mention.iso for date in said} <= tabled
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
                *(("dates.differ",) if differ else ()),
            ),
        )
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
                *(("dates.differ",) if tabled and set(days) != tabled else ()),
            ),
            mended=any(date.mention.mended for date in said),
        )
        yield candidate


def _is_only_charged(description: str) -> bool:
    return bool(_ONLY_CHARGED.search(description)) and not _DONE.search(description)


def _listed_sessions(dates: Sequence[RoleDate]) -> list[RoleDate]:
    """ "4 training sessions: Sept 2, 9 and 16, 2025": several days behind the word for a session.
    One day alone may be the day on which they were bought."""
    for first in dates:
        listed = [date for date in dates if date.row is first.row and date.role == "unknown"]
        before = first.row.text[: first.mention.start]
        if len(listed) > 1 and first is listed[0] and _SERVED.search(before[-40:]):
            return [replace(date, exact=False) for date in listed]
    return []


def _document(dates: Sequence[RoleDate], rows: Sequence[Row]) -> Iterator[Candidate]:
    said = [date for date in dates if date.role == "document"]
    for date in said:
        yield one_date("document_date", date, 0.95 if date.specific else 0.9)
    if said:
        return
    prepared = [date for date in dates if date.role == "prepared"]
    for date in [date for date in prepared if _in_head(date)][:1]:
        yield one_date("document_date", date, 0.72)
    told = [date.mention.value.year for date in dates if date.clock or date.role != "unknown"]
    newest = max(told, default=0)
    unknown = [
        date
        for date in dates
        if date.role == "unknown" and date.mention.value.year > newest - _LIFETIME
    ]
    for date in likeliest(unknown):
        # A date within other words of a row, where nothing says whose it is.
        doubt = () if date.clock or _is_bare(date) else ("date.role_unsaid",)
        strength = general_strength(date, len(unknown)) - (0.1 if doubt else 0.0)
        yield one_date("document_date", date, strength, failed=doubt)
    if not unknown:
        printed = [date for date in dates if date.role == "printed"]
        for date in (*prepared, *printed)[:1]:
            yield one_date("document_date", date, 0.45)


def _in_head(date: RoleDate) -> bool:
    return date.row.box[1] < 0.4 * date.row.page.height


def _is_bare(date: RoleDate) -> bool:
    """Nothing but the date in its cell, and its weekday."""
    words = {id(word) for word in date.words}
    cells = [cell for cell in date.row.cells if any(id(word) in words for word in cell.words)]
    left = " ".join(w.text for cell in cells for w in cell.words if id(w) not in words)
    return not any(char.isalpha() for char in _WEEKDAY.sub("", left))
