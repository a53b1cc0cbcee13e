"""What one session of a prepaid package is worth: cents that sum to the price exactly.

unit value = price / sessions. Cents do not divide evenly, so the k-th session
takes the difference of the rounded-down running totals: any prefix of the
sessions is worth at most its share, and all together exactly the price.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from casebook.records import Session, SessionPackage

USES_UP = frozenset({"attended", "no_show", "scheduled"})
"""A cancelled session goes back into the package; a missed one is used up."""


def allocate(price: Decimal, sessions: int) -> tuple[Decimal, ...]:
    """The value of each session in dollars, in order. Sums to `price` exactly.

    Raises ValueError for fewer than one session or a price of broken cents.
    """
    if sessions < 1:
        raise ValueError("a package holds at least one session")
    cents = price * 100
    if cents != cents.to_integral_value() or price < 0:
        raise ValueError("a price is a whole number of cents and not negative")
    total = int(cents)
    shares = [total * (k + 1) // sessions - total * k // sessions for k in range(sessions)]
    return tuple(Decimal(share) / 100 for share in shares)


def package_values(package: SessionPackage, sessions: Sequence[Session]) -> dict[str, Decimal]:
    """The value of each session of this package by session id, in order of date.

    Sessions beyond the package's number have no value and are left out.
    """
    using = sorted(
        (s for s in sessions if s.package_id == package.id and s.status in USES_UP),
        key=lambda s: (s.date, s.id),
    )
    shares = allocate(package.price, package.sessions)
    return {session.id: share for session, share in zip(using, shares, strict=False)}
