"""Claims: what is asked for, line by line, what was left out and why, and the packet."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from casebook.records.base import Record

AccountType = Literal["fsa", "hsa", "insurer", "employer", "tax"]


class Period(Record):
    """Both days belong to the period."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


class ClaimLine(Record):
    """One rendered service that is claimed. `amount` in dollars, net of what insurance paid.

    charge: what the session cost, where insurance paid part of it; None where
    it paid nothing, and the charge is the amount. eob_document_id: the
    explanation of benefits that says what insurance paid.
    """

    session_id: str
    date_of_service: date
    description: str
    minutes: int
    amount: Decimal
    receipt_document_id: str
    lmn_document_id: str
    package_id: str | None = None
    charge: Decimal | None = None
    eob_document_id: str | None = None


class ClaimedSession(Record):
    """A session in the ledger: which account pays it, in which packet, and how much in dollars.

    amount: net of insurance, as it was claimed. charge: what the session cost
    when it was claimed; None where that is the amount.
    """

    session_id: str
    account: AccountType
    packet_id: str
    date_of_service: date
    amount: Decimal
    charge: Decimal | None = None


class Exclusion(Record):
    """A service that is not claimed, and the rule that says why.

    The unused sessions of a package have neither id nor date: they stand in
    one exclusion with their number in the description.
    """

    session_id: str | None
    date_of_service: date | None
    description: str
    amount: Decimal
    rule_id: str
    reason: str


class Claim(Record):
    """What one client asks of one account for one period. The lines sum to `total` exactly."""

    client_id: str
    account: AccountType
    administrator: str
    period: Period
    lines: tuple[ClaimLine, ...]
    exclusions: tuple[Exclusion, ...]

    @property
    def total(self) -> Decimal:
        """Dollars claimed."""
        return sum((line.amount for line in self.lines), Decimal("0.00"))


class Exhibit(Record):
    """A document bound behind the cover. `letter` is "A", "B", …; pages from 1 in its file."""

    letter: str
    title: str
    document_id: str | None
    """None for a paper that the studio itself made (the progress report)."""
    sha256: str | None
    page_range: tuple[int, int] | None = None


class Packet(Record):
    """A packet as it was built. A draft never counts as submitted or claimed."""

    id: str
    client_id: str
    account: AccountType
    period: Period
    status: Literal["ready", "draft"]
    total: Decimal
    built_at: datetime
    folder: str
