"""What insurance paid for a session, by the explanations of benefits on file.

A claim is net of insurance: one dollar has one payer [Prop. Treas. Reg.
1.125-6(b)(3)]. An explanation belongs to the sessions of its dates when what
it says was billed is what they cost; then its payment is spread over them in
proportion to their charges, cents summing exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from casebook.records import Case, Document, Record, Session
from rules.receipts import plain


class Paid(Record):
    """What insurance paid toward one session, in dollars, and the paper that says so."""

    amount: Decimal
    document_id: str


def paid_by_insurance(case: Case, charges: Mapping[str, Decimal]) -> dict[str, Paid]:
    """What insurance paid, by session id; never more than the session's charge.

    charges: what each session cost, by session id. Sessions that were not
    attended, and explanations that `unclear` names, are left out.
    """
    found: dict[str, Paid] = {}
    for explanation in explanations(case):
        sessions = _sessions_of(explanation, case.sessions, charges)
        paid = explanation.money("plan_paid")
        if not sessions or paid is None or not _fits(explanation, sessions, charges):
            continue
        shares = spread(paid, [charges[s.id] for s in sessions])
        for session, share in zip(sessions, shares, strict=True):
            before = found[session.id].amount if session.id in found else Decimal("0.00")
            amount = min(before + share, charges[session.id])
            if amount > 0:
                found[session.id] = Paid(amount=amount, document_id=explanation.id)
    return found


def unclear(case: Case, charges: Mapping[str, Decimal]) -> tuple[Document, ...]:
    """Explanations of days with sessions, of which it is not clear what they paid for.

    Either what the plan paid could not be read, or what was billed is not what
    the sessions cost: perhaps another provider's visit on the same day.
    """
    found = []
    for explanation in explanations(case):
        sessions = _sessions_of(explanation, case.sessions, charges)
        if not sessions or explanation.money("plan_paid") == 0:
            continue
        if explanation.money("plan_paid") is None or not _fits(explanation, sessions, charges):
            found.append(explanation)
    return tuple(found)


def explanations(case: Case) -> tuple[Document, ...]:
    """The client's explanations of benefits, each claim number and set of dates once, by id."""
    kept: dict[tuple[str, tuple[date, ...]], Document] = {}
    for document in sorted(case.of_kind("eob"), key=lambda d: d.id):
        number = plain(document.text("claim_number") or "") or document.id
        kept.setdefault((number, tuple(sorted(document.days("service_dates")))), document)
    return tuple(kept.values())


def spread(paid: Decimal, charges: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The payment over the charges in proportion, in whole cents that sum to it exactly.

    No share exceeds its charge; a payment above all charges is cut to them.
    Nothing is spread over charges of nothing.
    """
    total = int(sum(charges, Decimal(0)) * 100)
    cents = min(int(paid * 100), total)
    if cents <= 0:
        return tuple(Decimal("0.00") for _ in charges)
    shares, running, given = [], 0, 0
    for charge in charges:
        running += int(charge * 100)
        upto = cents * running // total
        shares.append(Decimal(upto - given) / 100)
        given = upto
    return tuple(shares)


def _sessions_of(
    explanation: Document, sessions: Sequence[Session], charges: Mapping[str, Decimal]
) -> list[Session]:
    days = set(explanation.days("service_dates"))
    attended = (s for s in sessions if s.status == "attended" and s.id in charges)
    return sorted((s for s in attended if s.date in days), key=lambda s: (s.date, s.id))


def _fits(
    explanation: Document, sessions: Sequence[Session], charges: Mapping[str, Decimal]
) -> bool:
    billed = explanation.money("billed")
    return billed is None or billed == sum((charges[s.id] for s in sessions), Decimal(0))
