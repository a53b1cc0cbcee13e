"""The day of payment: said in words, shown by the till, or entered in the account's table.

dates.several_payments  payments of several days: none is "the" day of payment
dates.of_deposit        the day of a deposit, which is a part only
dates.paid_after_paper  later than the paper, and no amount beside it: a payment to come
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from extractors.candidate import Candidate
from extractors.options import DateOrder
from extractors.page import evidence
from extractors.receipts.date_candidates import general_strength, likeliest, one_date
from extractors.receipts.items import Listing
from extractors.tables import LabelledAmount, Phrasebook, RoleDate, Row
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates

ShownPayment = Literal["handed over", "said", "none"]
"""What a paper shows of its payment.

handed over: it is the till's or the card machine's own, so its date is the day of payment.
said: an amount is called paid.
"""

_UNPAID = re.compile(
    r"\b(?:please\s+(?:pay|remit)|due\s+(?:date|by|upon)|net\s+\d+)\b", re.IGNORECASE
)
_INVOICE = re.compile(r"\b(?:invoice|statement|superbill)\b", re.IGNORECASE)
_RECEIPT = re.compile(r"\breceipt\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:paid|received|collected|settled|thank)\b", re.IGNORECASE)
_RIGHT_BEHIND = 12
"""Characters between a date that begins its row and the words that say what it is the date of."""


def with_words_behind(dates: Sequence[RoleDate], roles: Phrasebook) -> tuple[RoleDate, ...]:
    """The dates; one that begins its row has the role of the words behind it: "04/30/2026  Paid by
    check"."""
    return tuple(_from_behind(date, roles) if date.role == "unknown" else date for date in dates)


def _from_behind(date: RoleDate, roles: Phrasebook) -> RoleDate:
    text = date.row.text
    if text[: date.mention.start].strip():
        return date
    hits = roles.all(text[date.mention.end :])
    if not hits or hits[0].start > _RIGHT_BEHIND or hits[0].name not in {"payment", "due", "other"}:
        return date
    return replace(date, role=hits[0].name, exact=hits[0].exact)


def find_payment_dates(
    dates: Sequence[RoleDate],
    rows: Sequence[Row],
    listing: Listing,
    amounts: Sequence[LabelledAmount],
    shown: ShownPayment,
    order: DateOrder,
) -> Iterator[Candidate]:
    """Candidates for payment_date."""
    said = [date for date in dates if date.role == "payment"]
    several = len({date.mention.iso for date in said}) > 1
    written = [date.mention.value for date in dates if date.role == "document" and date.specific]
    for date in said:
        failed = ("dates.several_payments",) if several else ()
        later = bool(written) and date.mention.value > max(written)
        if later and not (_MADE.search(date.row.text) or find_amounts(date.row.text)):
            failed = (*failed, "dates.paid_after_paper")
        found = one_date("payment_date", date, 0.94 if date.specific else 0.88)
        yield replace(found, failed=(*found.failed, *failed))
    if said:
        return
    entered = tuple(_entered(rows, listing, amounts, order))
    if entered:
        yield from entered
        return
    for date in [date for date in dates if date.role == "deposit"][:1]:
        yield one_date("payment_date", date, 0.8, failed=("dates.of_deposit",))
        return
    if any(_UNPAID.search(row.text) for row in rows):
        return
    if shown == "none" and not _titled(rows, _RECEIPT):
        return
    general = [date for date in dates if date.role in {"document", "unknown"}]
    if _titled(rows, _INVOICE) and shown != "handed over":
        general = [date for date in general if date.clock]
    for date in likeliest(general):
        strength = general_strength(date, len(general))
        if shown == "handed over" or (shown == "said" and date.role == "unknown"):
            yield one_date("payment_date", date, strength)
        else:  # a receipt says that it was paid, but not that it was paid on that day
            yield one_date("payment_date", date, strength - 0.3, failed=("date.role_unsaid",))


def _entered(
    rows: Sequence[Row],
    listing: Listing,
    amounts: Sequence[LabelledAmount],
    order: DateOrder,
) -> Iterator[Candidate]:
    """The days of the table's rows that hold nothing but a payment."""
    if any(a.role == "previous_balance" and a.value > 0 for a in amounts):
        return  # made for what was owed before
    charged = {item.row for item in listing.items}
    found = []
    for index, heading in listing.table_rows.items():
        row = rows[index]
        days = find_dates(row.text, order)
        if index in charged or not days or days[0].start > 0 or index <= heading.last:
            continue
        columns = {
            heading.column_of(row.words_between(m.start, m.end)).name
            for m in find_amounts(row.text)
        }
        if "payment" in columns and "amount" not in columns:
            found.append((row, days[0]))
    several = len({day.iso for _, day in found}) > 1
    for row, day in found[-1:]:
        words = row.words_between(day.start, day.end)
        yield Candidate(
            field="payment_date",
            value=day.iso,
            way="table",
            strength=0.86,
            word_confidence=min(word.confidence for word in words),
            evidence=(evidence(row.page, words),),
            failed=("dates.several_payments",) if several else (),
            mended=day.mended,
        )


def _titled(rows: Sequence[Row], title: re.Pattern[str]) -> bool:
    """Whether a short cell of the page's upper half holds the title's word."""
    return any(
        title.search(cell.text) and len(cell.text) <= 40
        for row in rows
        if row.box[1] < 0.5 * row.page.height
        for cell in row.cells
    )
