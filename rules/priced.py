"""Every session of a case with its price, the receipt that shows it, and what insurance paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from casebook.records import Case, Document, Session, SessionPackage
from rules.duplicates import without_copies
from rules.insurance import Paid, paid_by_insurance
from rules.pricing import claimed_values, package_values
from rules.receipts import (
    fault_of_package_receipt,
    fault_of_session_receipt,
    most_on,
    most_on_day,
    receipts_of_package,
    receipts_of_session,
)


@dataclass(frozen=True)
class Priced:
    """A session with what it cost, its receipt with that receipt's fault, and what insurance paid.

    charge: dollars; None where no price is known.
    """

    session: Session
    charge: Decimal | None
    receipt: Document | None
    fault: str | None
    insurance: Paid | None = None

    @property
    def net(self) -> Decimal:
        """What is left to be claimed, in dollars; nothing where no price is known."""
        charge = self.charge or Decimal("0.00")
        return charge - (self.insurance.amount if self.insurance else Decimal("0.00"))


def price_sessions(case: Case) -> tuple[Priced, ...]:
    """What every session of the case cost, by its package or by its own charge."""
    packages = {package.id: package for package in case.packages}
    receipts = without_copies(case.of_kind("receipt"))
    claimed = claimed_values(case)
    values = {
        session_id: value
        for package in case.packages
        for session_id, value in package_values(package, case.sessions, claimed).items()
    }
    gross = [_price(session, receipts, packages, values) for session in case.sessions]
    charges = {p.session.id: p.charge for p in gross if p.charge is not None}
    paid = paid_by_insurance(case, charges)
    return tuple(
        Priced(p.session, p.charge, p.receipt, p.fault, paid.get(p.session.id)) for p in gross
    )


def _price(
    session: Session,
    receipts: Sequence[Document],
    packages: Mapping[str, SessionPackage],
    values: Mapping[str, Decimal],
) -> Priced:
    package = packages.get(session.package_id or "")
    if package is not None:
        fitting = receipts_of_package(receipts, package)
        receipt = fitting[0] if len(fitting) == 1 else None
        fault = fault_of_package_receipt(receipt, package)
        charge = values.get(session.id)
    else:
        fitting = receipts_of_session(receipts, session)
        receipt = fitting[0] if len(fitting) == 1 else None
        fault = fault_of_session_receipt(receipt, session)
        charge = session.charge
    if len(fitting) > 1:
        fault = "more than one receipt on file could be its receipt"
    return Priced(session, charge, receipt, fault)


@dataclass
class Room:
    """How much of each receipt is still unclaimed: never more is claimed than it shows.

    A receipt with a line for each day is used up day by day, so that a session
    entered twice finds no room.
    """

    used: dict[str, Decimal] = field(default_factory=dict)
    used_on: dict[tuple[str, date], Decimal] = field(default_factory=dict)

    @classmethod
    def after(cls, claimed: Iterable[Priced]) -> Room:
        """What is left once these sessions are claimed."""
        room = cls()
        for one in claimed:
            room.take(one)
        return room

    def holds(self, one: Priced) -> bool:
        """Whether the session's charge still fits on its receipt."""
        if one.receipt is None or one.charge is None:
            return True
        receipt, day = one.receipt, one.session.date
        most, of_day = most_on(receipt), most_on_day(receipt, day)
        used = self.used.get(receipt.id, Decimal(0))
        used_on = self.used_on.get((receipt.id, day), Decimal(0))
        return (most is None or used + one.charge <= most) and (
            of_day is None or used_on + one.charge <= of_day
        )

    def take(self, one: Priced) -> None:
        """Uses up the session's charge on its receipt."""
        if one.receipt is None or one.charge is None:
            return
        key = (one.receipt.id, one.session.date)
        self.used[one.receipt.id] = self.used.get(one.receipt.id, Decimal(0)) + one.charge
        self.used_on[key] = self.used_on.get(key, Decimal(0)) + one.charge
