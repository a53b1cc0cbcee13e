"""What may be claimed, session by session, and what may not and why.

Claimable = attended, inside the window of a letter of medical necessity,
inside the coverage period, substantiated by a receipt, not claimed before by
any account, net of what insurance paid. Incurred means rendered, not paid
[Prop. Treas. Reg. 1.125-6(a)(2)].
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casebook.records import (
    AccountType,
    Case,
    Claim,
    ClaimLine,
    Exclusion,
    Period,
    Session,
)
from rules.accounts import last_day_of_service
from rules.cover import Cover, covering, covers_of
from rules.priced import Priced, Room, price_sessions
from rules.pricing import USES_UP, claimed_values, package_values
from rules.profiles import Profile
from rules.words import account_words, count, day, dollars

__all__ = ["claim", "judge_session", "not_covered", "outside_coverage", "price_sessions"]

Refusal = tuple[str, str] | None
"""The rule that speaks against a session, and why in a few words."""


def claim(case: Case, account: AccountType, period: Period, profile: Profile, today: date) -> Claim:
    """The claim of one client on one account: every session of the period is a line or left out."""
    covers = covers_of(case, profile)
    priced = sorted(price_sessions(case), key=lambda p: (p.session.date, p.session.id))
    before = {entry.session_id for entry in case.ledger} | case.claimed_session_ids
    room = Room.after(one for one in priced if one.session.id in before)
    lines: list[ClaimLine] = []
    exclusions: list[Exclusion] = []
    for one in priced:
        if one.session.date not in period:
            continue
        found = judge_session(one, case, account, covers, profile, today)
        if isinstance(found, ClaimLine) and not room.holds(one):
            reason = "its receipt shows no more than the other sessions on it cost"
            found = _exclusion(one, "claim.within_paid", reason)
        if isinstance(found, ClaimLine):
            room.take(one)
            lines.append(found)
        else:
            exclusions.append(found)
    return Claim(
        client_id=case.client.id,
        account=account,
        administrator=profile.key,
        period=period,
        lines=tuple(lines),
        exclusions=(*exclusions, *_unused(case, period)),
    )


def judge_session(
    priced: Priced,
    case: Case,
    account: AccountType,
    covers: Sequence[Cover],
    profile: Profile,
    today: date,
) -> ClaimLine | Exclusion:
    """The claim line of a session, or the first rule that speaks against it."""
    session = priced.session
    refused = (
        not_rendered(session, today)
        or outside_coverage(session.date, case, account, profile)
        or _claimed_before(session, case)
        or not_covered(session.date, case, covers, profile)
        or _not_substantiated(priced)
        or _paid_by_insurance(priced)
    )
    if refused is not None:
        return _exclusion(priced, *refused)
    letter = covering(covers, session.date)
    assert priced.receipt is not None
    insured = priced.insurance
    return ClaimLine(
        session_id=session.id,
        date_of_service=session.date,
        description=session.description,
        minutes=session.minutes,
        amount=priced.net,
        receipt_document_id=priced.receipt.id,
        lmn_document_id=letter.document_id if letter else "",
        package_id=session.package_id,
        charge=priced.charge if insured else None,
        eob_document_id=insured.document_id if insured else None,
    )


def not_rendered(session: Session, today: date) -> Refusal:
    """Why the session counts as not rendered; None when it was attended."""
    if session.status == "no_show":
        return "claim.attended", "not attended (no-show)"
    if session.status == "cancelled":
        return "claim.attended", "cancelled"
    if session.status == "scheduled" or session.date > today:
        return "claim.future", "has not taken place yet"
    return None


def outside_coverage(on: date, case: Case, account: AccountType, profile: Profile) -> Refusal:
    """Why the account pays for nothing on this day; None when it does.

    A tax deduction knows no coverage: its year is judged by `rules.deduction`.
    """
    if account == "tax":
        return None
    start = case.client.coverage_start
    end = last_day_of_service(case.client, account, profile)
    if start and on < start:
        return "claim.coverage_period", f"before the coverage began on {day(start)}"
    if end and on > end:
        grace = ", with its grace period," if end != case.client.coverage_end else ""
        return "claim.coverage_period", f"after the coverage{grace} ended on {day(end)}"
    return None


def not_covered(on: date, case: Case, covers: Sequence[Cover], profile: Profile) -> Refusal:
    """Why no letter covers this day; None when one does or none is needed."""
    if not profile.needs_lmn or covering(covers, on):
        return None
    if not covers:
        told = "LMN missing" + (" (a referral is not one)" if case.of_kind("referral") else "")
        return "lmn.present", told
    windows = [cover.period for cover in covers if cover.period]
    if not windows:
        faults = covers[0].fails
        return "lmn.present", faults[0].message if faults else "no letter covers any day"
    if on < windows[0].start:
        return "lmn.window", f"before the letter's cover began on {day(windows[0].start)}"
    last = max(window.end for window in windows)
    if on > last:
        return "lmn.window", f"after the letter's cover ended on {day(last)}"
    return "lmn.window", "in a gap between two letters"


def _claimed_before(session: Session, case: Case) -> Refusal:
    entry = next((entry for entry in case.ledger if entry.session_id == session.id), None)
    if entry is not None:
        payer = account_words(entry.account)
        return "claim.not_claimed_before", f"already claimed in an earlier packet ({payer})"
    if session.id in case.claimed_session_ids:
        return "claim.not_claimed_before", "already claimed in an earlier packet"
    return None


def _not_substantiated(priced: Priced) -> Refusal:
    if priced.fault is not None:
        return "claim.receipt", priced.fault
    if priced.charge is None:
        return "claim.price_known", "its charge is not known: beyond the package, or no charge set"
    return None


def _paid_by_insurance(priced: Priced) -> Refusal:
    if priced.insurance is None or priced.net > 0:
        return None
    return "claim.net_of_insurance", f"insurance paid all of its {dollars(priced.insurance.amount)}"


def _exclusion(priced: Priced, rule_id: str, reason: str) -> Exclusion:
    return Exclusion(
        session_id=priced.session.id,
        date_of_service=priced.session.date,
        description=priced.session.description,
        amount=priced.charge or Decimal("0.00"),
        rule_id=rule_id,
        reason=reason,
    )


def _unused(case: Case, period: Period) -> list[Exclusion]:
    """What is left in packages bought by the end of the period."""
    left_over = []
    claimed = claimed_values(case)
    for package in case.packages:
        used = sum(1 for s in case.sessions if s.package_id == package.id and s.status in USES_UP)
        unused = package.sessions - used
        if unused < 1 or package.purchased_on > period.end:
            continue
        values = package_values(package, case.sessions, claimed)
        left_over.append(
            Exclusion(
                session_id=None,
                date_of_service=None,
                description=f"{count(unused, 'unused session')} of {package.description}",
                amount=package.price - sum(values.values(), Decimal("0.00")),
                rule_id="claim.unused",
                reason="not used yet",
            )
        )
    return left_over
