"""Days of service that are printed without their year, as of the year before the paper's own day.

"Sessions held: March 4, 11, 18" in a sentence, or a day on every item ("10/07", "PT (Nov 4)").
The year is a conclusion, so a person looks at such days whatever speaks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.page import evidence
from extractors.proposing import from_words
from extractors.receipts.item_rows import Item
from extractors.tables import Phrasebook, Row
from extractors.values.dates import find_dates

_LISTED = re.compile(
    r"[\s:.-]*(?P<days>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:\s?(?:,|;|&|and)\s?\d{1,2})*"
    r"|\d{1,2}/\d{1,2}(?:\s?(?:,|;|&|and)\s?\d{1,2}/\d{1,2})*)\s*\.?\s*$"
)
"""Days without a year behind a label: "March 4, 11, 18", "3/4, 3/11"."""


_ON_ITEM = re.compile(
    r"(?<![\w/.$-])(?P<day>\d{1,2}/\d{1,2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?\s+\d{1,2})"
    r"(?![\w/.%:\"”-])"
)
"""A day on an item's row: "10/07", "Nov 4"; no fraction of an inch, no share."""

_SERVED = re.compile(
    r"\b(?:sessions?|visits?|lessons?|class(?:es)?|training|treatment|therapy|appointment|evaluation)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\bno[- ]?shows?\b|\bcancel\w*|\bmissed\b|\bre-?schedul\w+|\bpurchas\w+|\bpaid\b|\bpayment\b"
    r"|\bpackage\b|\bexpir\w+",
    re.IGNORECASE,
)
_DOUBT = ("dates.year_unsaid",)


def days_without_year(
    rows: Sequence[Row],
    items: Sequence[Item],
    written: date,
    order: DateOrder,
    roles: Phrasebook,
) -> Iterator[Candidate]:
    """The candidate for service_dates, if there is one.

    written: the paper's own day. roles: the phrases of date_roles.yaml.
    """
    for row in rows:
        said = [hit for hit in roles.all(row.text) if hit.name == "service"]
        listed = _LISTED.match(row.text, said[-1].end) if said else None
        days = _before(listed["days"], written, order) if listed is not None else ()
        if listed is not None and days:
            yield from_words(
                "service_dates",
                days,
                row.page,
                row.words_between(*listed.span("days")),
                way="label",
                strength=0.6,
                failed=_DOUBT,
            )
            return
    found = tuple(_on_items(rows, items, written, order))
    yield from found or _on_rows(rows, written, order)


def _on_rows(rows: Sequence[Row], written: date, order: DateOrder) -> Iterator[Candidate]:
    """Rows such as "10/03  Session 1 - completed", which have no amount."""
    held = [
        (row, match[0])
        for row in rows
        if (match := _ON_ITEM.match(row.text)) is not None
        and _SERVED.search(row.text)
        and not _NOT_HELD.search(row.text)
    ]
    days = {day for _, text in held for day in _before(text, written, order)}
    if len(held) > 1 and len(days) == len(held):
        yield Candidate(
            field="service_dates",
            value=tuple(sorted(days)),
            way="layout",
            strength=0.55,
            word_confidence=min(word.confidence for row, _ in held for word in row.cells[0].words),
            evidence=tuple(evidence(row.page, row.cells[0].words) for row, _ in held),
            failed=_DOUBT,
        )


def _on_items(
    rows: Sequence[Row], items: Sequence[Item], written: date, order: DateOrder
) -> Iterator[Candidate]:
    """The days of the items, where most items name exactly one."""
    found = [(item, _ON_ITEM.findall(rows[item.row].text)) for item in items]
    dated = [
        (item, days[0])
        for item, days in found
        if len(days) == 1 and _is_a_day(days[0], item, rows[item.row])
    ]
    if not dated or 2 * len(dated) < len(items):
        return
    days = {day for _, text in dated for day in _before(text, written, order)}
    if len(days) < len({text for _, text in dated}):
        return
    yield Candidate(
        field="service_dates",
        value=tuple(sorted(days)),
        way="layout",
        strength=0.6,
        word_confidence=min(item.word_confidence for item, _ in dated),
        evidence=tuple(item.evidence for item, _ in dated),
        failed=_DOUBT,
    )


def _is_a_day(text: str, item: Item, row: Row) -> bool:
    """3/8 is a day at the beginning of a table's row or beside a service; else it is a bolt's."""
    if _NOT_HELD.search(row.text):
        return False
    first = item.from_table and row.text.startswith(text)
    return text[0].isalpha() or first or _SERVED.search(row.text) is not None


def _before(text: str, written: date, order: DateOrder) -> tuple[str, ...]:
    """The days of a text such as "March 4, 11", none later than `written`; ISO, sorted."""
    join = "/" if "/" in text else ", "
    for year in (written.year, written.year - 1):
        days = [mention.value for mention in find_dates(f"{text}{join}{year}", order)]
        if days and max(days) <= written:
            return tuple(sorted({day.isoformat() for day in days}))
    return ()
