"""A payer's dates by role: of the letter, of service, of the appeal's end, of an approval's span.

"Within 180 days" is no date, and none is computed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.records import Kind
from extractors.candidate import Candidate, Way
from extractors.options import DateOrder
from extractors.page import evidence
from extractors.payers import data
from extractors.payers.money import ServiceTable
from extractors.proposing import from_words
from extractors.tables import RoleDate, Row, role_dates, unread_beside
from extractors.values.dates import find_dates

_EXPENSE = re.compile(r"\b(?:expense|service|session|visit|purchase|treatment)s?\b", re.IGNORECASE)
_DATED = re.compile(r"\W*dated\b", re.IGNORECASE)
_APPEALS = re.compile(
    r"\b(?:appeal|grievance|reconsider(?:ation)?|internal\s+review)\w*\b(?!.*\b(?:decision|decide|answer|respond|external)\b)"
    r"[^.;]{0,80}\b(?:by|before|until|no\s+later\s+than|not\s+later\s+than|on\s+or\s+before)\s*$",
    re.IGNORECASE,
)
"""A sentence about an appeal up to the word before its last day."""


def find_dates_of_payer(
    rows: Sequence[Row], table: ServiceTable | None, kind: Kind, order: DateOrder
) -> Iterator[Candidate]:
    """Candidates for document_date, service_dates, appeal_deadline, start_date and end_date."""
    skipped = range(table.heading.first, table.last + 1) if table is not None else ()
    dates = role_dates(rows, data.date_roles(), order, without=skipped)
    yield from _document(dates)
    if kind == "authorization":
        yield from _span(dates)
        return
    yield from _service(dates, table, order)
    if kind == "denial":
        for date in dates:
            if date.role == "deadline":
                yield _one("appeal_deadline", date, "prose", 0.9)
            elif date.role != "birth" and _ends_appeals(date, rows):
                yield _one("appeal_deadline", date, "prose", 0.86)


def _ends_appeals(date: RoleDate, rows: Sequence[Row]) -> bool:
    """Whether the sentence that the date stands in says that appeals end there."""
    at = next(index for index, row in enumerate(rows) if row is date.row)
    above = f"{rows[at - 1].text} " if at and rows[at - 1].page is date.row.page else ""
    return _APPEALS.search(above + date.row.text[: date.mention.start]) is not None


def _document(dates: Sequence[RoleDate]) -> Iterator[Candidate]:
    for date in dates:
        if date.role == "mentioned" and _in_head(date) and _DATED.match(date.row.text):
            yield _one("document_date", date, "label", 0.93)
    for role, strength in (("document", 0.93), ("processed", 0.55), ("approved", 0.6)):
        for date in dates:
            if date.role == role:
                yield _one("document_date", date, "label", strength)
    served = [date for date in dates if date.role == "service"]
    own = [date for date in served if date not in _without_the_letters_own(served)]
    alone = own + [date for date in dates if date.role == "unknown" and _alone(date)]
    top = [date for date in dates if date.role == "unknown" and _in_head(date)]
    for date in (alone or top)[:1]:
        yield _one("document_date", date, "layout", 0.86 if alone and _in_head(date) else 0.6)


def _service(
    dates: Sequence[RoleDate], table: ServiceTable | None, order: DateOrder
) -> Iterator[Candidate]:
    if table is not None:
        yield from _in_table(table, order)
    said = _without_the_letters_own([date for date in dates if date.role == "service"])
    for date in dates if not said else ():
        if date.role == "mentioned" and _EXPENSE.search(date.row.text):
            yield _one("service_dates", date, "prose", 0.7, as_list=True)
    if not said:
        return
    first = said[0]
    together = [date for date in said if date.row.page is first.row.page]
    yield from_words(
        "service_dates",
        tuple(sorted({date.mention.iso for date in together})),
        first.row.page,
        [word for date in together for word in date.words],
        way="label",
        strength=0.93 if all(date.exact for date in together) else 0.85,
        passed=("label.exact",) if all(date.exact for date in together) else (),
        failed=("dates.unread_beside",) if unread_beside(together) else (),
        mended=any(date.mention.mended for date in together),
    )


def _without_the_letters_own(said: list[RoleDate]) -> list[RoleDate]:
    """The dates without one that stands alone at the top while others stand in the text: below a
    letterhead that ends with "Services" it is the letter's date, whatever stands above it."""
    own = [date for date in said if _in_head(date) and _alone(date)]
    others = [date for date in said if date not in own]
    return others if len(own) == 1 and others else said


def _in_table(table: ServiceTable, order: DateOrder) -> Iterator[Candidate]:
    """The first date of each service's row (the second of a row "from – to" with it)."""
    days: dict[str, tuple[Row, float]] = {}
    pieces = []
    dated = 0
    mended = False
    for row, _ in table.rows:
        mentions = find_dates(row.text, order)
        dated += bool(mentions)
        for mention in mentions[:2]:
            words = row.words_between(mention.start, mention.end)
            if mention.iso not in days:
                days[mention.iso] = (row, min(word.confidence for word in words))
                pieces.append(evidence(row.page, words))
                mended = mended or mention.mended
    if not days:
        return
    complete = dated == len(table.rows)
    yield Candidate(
        field="service_dates",
        value=tuple(sorted(days)),
        way="table",
        strength=0.94 if complete else 0.7,
        word_confidence=min(confidence for _, confidence in days.values()),
        evidence=tuple(pieces),
        passed=("dates.every_row",) if complete else (),
        # A service without its day: what was read may be a part of the days only.
        failed=() if complete else ("dates.unread_beside",),
        mended=mended,
    )


def _span(dates: Sequence[RoleDate]) -> Iterator[Candidate]:
    """The first and the last day of an approval; "1/5/2026 - 4/5/2026" gives both."""
    for date in dates:
        role = date.role
        if role == "start" and date.borrowed:
            role = "end"  # "between 2/9/2026 and 5/9/2026"
        elif role in {"start", "end", "service", "unknown"} and date.mention.range_end == "last":
            role = "end"
        elif role in {"start", "service", "unknown"} and date.mention.range_end == "first":
            role = "start"
        if role == "start":
            yield _one("start_date", date, "label", 0.92 if date.role == "start" else 0.75)
        elif role == "end":
            yield _one("end_date", date, "label", 0.92 if date.role != "unknown" else 0.75)


def _alone(date: RoleDate) -> bool:
    """Nothing else stands in its row."""
    return len(date.row.text) <= len(date.mention.text) + 3


def _in_head(date: RoleDate) -> bool:
    return date.row.box[1] < 0.4 * date.row.page.height


def _one(field: str, date: RoleDate, way: Way, strength: float, as_list: bool = False) -> Candidate:
    strength -= 0.1 if date.mention.mended else 0.0
    return from_words(
        field,
        (date.mention.iso,) if as_list else date.mention.iso,
        date.row.page,
        date.words,
        way=way,
        strength=strength if date.exact else strength - 0.05,
        passed=("label.exact",) if date.exact and date.role != "unknown" else (),
        mended=date.mention.mended,
    )
