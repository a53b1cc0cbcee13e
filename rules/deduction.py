"""Which sessions belong on the statement of medical expenses of a tax year.

Expenses are deducted in the year in which they were paid, and only what
nobody reimbursed [IRS Publication 502]. A session that a packet holds for any
account is left out here; one that no letter covers is left out with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casebook.records import Case, Record
from rules.claims import not_covered, not_rendered
from rules.cover import Cover, covering, covers_of
from rules.priced import Priced, Room, price_sessions
from rules.profiles import Profile
from rules.words import account_words


class Expense(Record):
    """One attended session, its payment, and the papers behind it. amount: dollars, net."""

    date_of_service: date
    description: str
    paid_on: date
    amount: Decimal
    receipt_document_id: str
    lmn_document_id: str | None


class NotDeducted(Record):
    """One session that is left out, and why in a few words. amount: dollars."""

    date_of_service: date
    description: str
    amount: Decimal
    reason: str


class YearOfExpenses(Record):
    """A tax year by day of payment; both parts in order of the date of service."""

    year: int
    expenses: tuple[Expense, ...]
    left_out: tuple[NotDeducted, ...]

    @property
    def total(self) -> Decimal:
        """Dollars that nobody reimbursed."""
        return sum((each.amount for each in self.expenses), Decimal("0.00"))


def expenses_of(case: Case, year: int, profile: Profile, today: date) -> YearOfExpenses:
    """Every session paid in the year: an expense, or left out with its reason.

    profile: by whose rules a letter covers. A session whose day of payment is
    not known is counted with the year of its service, and left out.
    """
    covers = covers_of(case, profile)
    priced = sorted(price_sessions(case), key=lambda p: (p.session.date, p.session.id))
    paid_on = {one.session.id: _paid_on(one, case) for one in priced}
    expenses: list[Expense] = []
    left_out: list[NotDeducted] = []
    claimed = {entry.session_id for entry in case.ledger} | case.claimed_session_ids
    room = Room.after(one for one in priced if one.session.id in claimed)
    for one in priced:
        paid = paid_on[one.session.id]
        if (paid or one.session.date).year != year:
            continue
        reason = _reason(one, paid, case, covers, profile, today)
        if reason is None and not room.holds(one):
            reason = "its receipt shows no more than the other sessions on it cost"
        if reason is not None or paid is None or one.receipt is None:
            left_out.append(_left_out(one, reason or "no receipt is on file"))
            continue
        room.take(one)
        letter = covering(covers, one.session.date)
        expenses.append(
            Expense(
                date_of_service=one.session.date,
                description=one.session.description,
                paid_on=paid,
                amount=one.net,
                receipt_document_id=one.receipt.id,
                lmn_document_id=letter.document_id if letter else None,
            )
        )
    return YearOfExpenses(year=year, expenses=tuple(expenses), left_out=tuple(left_out))


def _paid_on(one: Priced, case: Case) -> date | None:
    """The day on which the session was paid: as its receipt says, else as its package was sold."""
    printed = one.receipt.day("payment_date") if one.receipt else None
    package = next((p for p in case.packages if p.id == one.session.package_id), None)
    return printed or (package.purchased_on if package else None)


def _reason(
    one: Priced,
    paid: date | None,
    case: Case,
    covers: Sequence[Cover],
    profile: Profile,
    today: date,
) -> str | None:
    """Why the session is no expense of the year; None when it is."""
    entry = next((e for e in case.ledger if e.session_id == one.session.id), None)
    if entry is not None and entry.account != "tax":
        return f"claimed elsewhere ({account_words(entry.account)})"
    if entry is None and one.session.id in case.claimed_session_ids:
        return "claimed elsewhere"
    refused = not_rendered(one.session, today) or not_covered(
        one.session.date, case, covers, profile
    )
    if refused is not None:
        return refused[1]
    if one.fault is not None:
        return one.fault
    if one.charge is None:
        return "its charge is not known"
    if one.net <= 0:
        return "insurance paid all of it"
    return "its day of payment is not known" if paid is None else None


def _left_out(one: Priced, reason: str) -> NotDeducted:
    return NotDeducted(
        date_of_service=one.session.date,
        description=one.session.description,
        amount=one.charge or Decimal("0.00"),
        reason=reason,
    )
