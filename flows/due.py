"""Which papers a client's case calls for: a letter to be requested, a report, a packet."""

from __future__ import annotations

from datetime import date

from casebook.records import Case
from rules.cover import covers_of
from rules.profiles import Profile


def needs_letter(case: Case, rules: Profile, today: date) -> bool:
    """True for a client who was referred or trains, and whom no letter covers today.

    rules: what `flows.administrators.profile_for_letters` gives for the client.
    """
    known = case.of_kind("referral") or case.of_kind("lmn") or case.sessions
    if not rules.needs_lmn or not known:
        return False
    return not any(cover.covers(today) for cover in covers_of(case, rules))


def has_progress(case: Case) -> bool:
    """True when there is something to report on."""
    return bool(case.measurements)


def has_services(case: Case) -> bool:
    """True when there may be something to claim."""
    return bool(case.sessions)
