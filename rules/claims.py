"""What may be claimed, session by session, and what may not and why.

Claimable = attended, inside the window of a letter of medical necessity,
inside the coverage period, substantiated by a receipt, not claimed before.
Incurred means rendered, not paid [Prop. Treas. Reg. 1.125-6(a)(2)].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casebook.records import (
    AccountType,
    Case,
    Claim,
    ClaimLine,
    Document,
    Exclusion,
    Period,
    Session,
    SessionPackage,
)
from rules.cover import Cover, covering, covers_of
from rules.pricing import USES_UP, package_values
from rules.profiles import Profile
from rules.receipts import (
    fault_of_package_receipt,
    fault_of_session_receipt,
    receipt_of_package,
    receipt_of_session,
)
from rules.words import count, day


@dataclass(frozen=True)
class Priced:
    """A session with what it cost, the receipt that shows it, and that receipt's fault if any."""

    session: Session
    amount: Decimal | None
    receipt: Document | None
    fault: str | None


def claim(case: Case, account: AccountType, period: Period, profile: Profile, today: date) -> Claim:
    """The claim of one client on one account: every session of the period is a line or left out."""
    covers = covers_of(case, profile)
    priced = {p.session.id: p for p in price_sessions(case)}
    lines: list[ClaimLine] = []
    exclusions: list[Exclusion] = []
    in_period = (s for s in case.sessions if s.date in period)
    for session in sorted(in_period, key=lambda s: (s.date, s.id)):
        found = judge_session(priced[session.id], case, covers, profile, today)
        if isinstance(found, ClaimLine):
            lines.append(found)
        else:
            exclusions.append(found)
    exclusions += _unused(case, period)
    return Claim(
        client_id=case.client.id,
        account=account,
        administrator=profile.key,
        period=period,
        lines=tuple(lines),
        exclusions=tuple(exclusions),
    )


def price_sessions(case: Case) -> tuple[Priced, ...]:
    """What every session of the case cost, by its package or by its own charge."""
    packages = {package.id: package for package in case.packages}
    values = {
        session_id: value
        for package in case.packages
        for session_id, value in package_values(package, case.sessions).items()
    }
    return tuple(_price(session, case, packages, values) for session in case.sessions)


def _price(
    session: Session,
    case: Case,
    packages: dict[str, SessionPackage],
    values: dict[str, Decimal],
) -> Priced:
    package = packages.get(session.package_id or "")
    if package is not None:
        receipt = receipt_of_package(case, package)
        fault = fault_of_package_receipt(receipt, package)
        return Priced(session, values.get(session.id), receipt, fault)
    receipt = receipt_of_session(case, session)
    return Priced(session, session.charge, receipt, fault_of_session_receipt(receipt, session))


def judge_session(
    priced: Priced, case: Case, covers: Sequence[Cover], profile: Profile, today: date
) -> ClaimLine | Exclusion:
    """The claim line of a session, or the first rule that speaks against it."""
    session = priced.session
    refused = (
        _not_rendered(session, today)
        or _outside_coverage(session, case)
        or _claimed_before(session, case)
        or _not_covered(session, covers, profile, bool(case.of_kind("referral")))
        or _not_substantiated(priced)
    )
    if refused is not None:
        rule_id, reason = refused
        return Exclusion(
            session_id=session.id,
            date_of_service=session.date,
            description=session.description,
            amount=priced.amount or Decimal("0.00"),
            rule_id=rule_id,
            reason=reason,
        )
    letter = covering(covers, session.date)
    assert priced.amount is not None and priced.receipt is not None
    return ClaimLine(
        session_id=session.id,
        date_of_service=session.date,
        description=session.description,
        minutes=session.minutes,
        amount=priced.amount,
        receipt_document_id=priced.receipt.id,
        lmn_document_id=letter.document_id if letter else "",
        package_id=session.package_id,
    )


Refusal = tuple[str, str] | None


def _not_rendered(session: Session, today: date) -> Refusal:
    if session.status == "no_show":
        return "claim.attended", "not attended (no-show)"
    if session.status == "cancelled":
        return "claim.attended", "cancelled"
    if session.status == "scheduled" or session.date > today:
        return "claim.future", "has not taken place yet"
    return None


def _outside_coverage(session: Session, case: Case) -> Refusal:
    start, end = case.client.coverage_start, case.client.coverage_end
    if start and session.date < start:
        return "claim.coverage_period", f"before the coverage began on {day(start)}"
    if end and session.date > end:
        return "claim.coverage_period", f"after the coverage ended on {day(end)}"
    return None


def _claimed_before(session: Session, case: Case) -> Refusal:
    if session.id in case.claimed_session_ids:
        return "claim.not_claimed_before", "already claimed in an earlier packet"
    return None


def _not_covered(
    session: Session, covers: Sequence[Cover], profile: Profile, referral: bool
) -> Refusal:
    if not profile.needs_lmn or covering(covers, session.date):
        return None
    if not covers:
        told = "LMN missing" + (" (a referral is not one)" if referral else "")
        return "lmn.present", told
    windows = [cover.period for cover in covers if cover.period]
    if not windows:
        faults = covers[0].fails
        return "lmn.present", faults[0].message if faults else "no letter covers any day"
    if session.date < windows[0].start:
        return "lmn.window", f"before the letter's cover began on {day(windows[0].start)}"
    last = max(window.end for window in windows)
    if session.date > last:
        return "lmn.window", f"after the letter's cover ended on {day(last)}"
    return "lmn.window", "in a gap between two letters"


def _not_substantiated(priced: Priced) -> Refusal:
    if priced.fault is not None:
        return "claim.receipt", priced.fault
    if priced.amount is None:
        return "claim.price_known", "its charge is not known: beyond the package, or no charge set"
    return None


def _unused(case: Case, period: Period) -> list[Exclusion]:
    """What is left in packages bought by the end of the period."""
    left_over = []
    for package in case.packages:
        used = sum(1 for s in case.sessions if s.package_id == package.id and s.status in USES_UP)
        unused = package.sessions - used
        if unused < 1 or package.purchased_on > period.end:
            continue
        values = package_values(package, case.sessions)
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
