"""What one session of a prepaid package is worth: cents that sum to the price exactly.

unit value = price / sessions. Cents do not divide evenly, so the k-th session
takes the difference of the rounded-down running totals: any prefix of the
sessions is worth at most its share, and all together exactly the price.

What was claimed stays as it was claimed: a session that is entered later must
not shift the cents of one that a packet already holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from casebook.records import Case, Session, SessionPackage

USES_UP = frozenset({"attended", "no_show", "scheduled"})
"""A cancelled session goes back into the package; a missed one is used up."""

CENT = Decimal("0.01")


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


def package_values(
    package: SessionPackage,
    sessions: Sequence[Session],
    claimed: Mapping[str, Decimal | None] | None = None,
) -> dict[str, Decimal]:
    """The value of each session of this package by session id, in dollars.

    claimed: what each session was worth when a packet claimed it; None for one
    that was claimed at a value nobody knows, which then counts as the price
    share rounded up, so that never more than the price is claimed in all.
    The others share what is left, in order of date. Sessions beyond the
    package's number have no value and are left out.
    """
    ordered = sorted(
        (s for s in sessions if s.package_id == package.id and s.status in USES_UP),
        key=lambda s: (s.date, s.id),
    )
    share = (package.price / package.sessions).quantize(CENT, rounding=ROUND_CEILING)
    fixed = {
        s.id: share if (value := (claimed or {})[s.id]) is None else value
        for s in ordered
        if s.id in (claimed or {})
    }
    places = package.sessions - len(fixed)
    left = max(package.price - sum(fixed.values(), Decimal(0)), Decimal(0))
    shares = allocate(left, places) if places > 0 else ()
    free = (s for s in ordered if s.id not in fixed)
    return fixed | {s.id: value for s, value in zip(free, shares, strict=False)}


def claimed_values(case: Case) -> dict[str, Decimal | None]:
    """What each claimed session was worth when it was claimed; None where the ledger is silent."""
    known = {
        entry.session_id: entry.amount if entry.charge is None else entry.charge
        for entry in case.ledger
    }
    return {one: known.get(one) for one in case.claimed_session_ids | set(known)}
