"""The calendar of cover: every session's day, covered or not, and by which rule.

It asks about the day, not about money: whether a letter covers it and whether
the account's coverage holds. Whether a receipt shows it is the claim's matter.
"""

from __future__ import annotations

from datetime import date

from casebook.records import AccountType, Attendance, Case, Period, Record
from rules.claims import not_covered, not_rendered, outside_coverage
from rules.cover import covering, covers_of, gaps
from rules.profiles import Profile
from rules.words import day


class CoveredDay(Record):
    """One session's day. `rule_id` and `reason` say why, whether it is covered or not.

    status: what became of the session; a day can be covered on which nobody
    came. lmn_document_id: the letter that covers the day.
    """

    date: date
    session_id: str
    status: Attendance
    covered: bool
    rule_id: str
    reason: str
    lmn_document_id: str | None = None


class Gap(Record):
    """Days without a letter between two letters, and how many sessions fell into them."""

    period: Period
    session_ids: tuple[str, ...]


def calendar(
    case: Case,
    profile: Profile,
    period: Period,
    today: date,
    account: AccountType | None = None,
) -> tuple[CoveredDay, ...]:
    """Every session of the period by date, with the rule that covers it or speaks against it.

    account: None takes the profile's first.
    """
    covers = covers_of(case, profile)
    of = account or profile.accounts[0]
    days = []
    in_period = (s for s in case.sessions if s.date in period)
    for session in sorted(in_period, key=lambda s: (s.date, s.id)):
        against = (
            outside_coverage(session.date, case, of, profile)
            or not_covered(session.date, case, covers, profile)
            or not_rendered(session, today)
        )
        letter = covering(covers, session.date)
        rule_id, reason = against or _why_covered(letter.period if letter else None)
        days.append(
            CoveredDay(
                date=session.date,
                session_id=session.id,
                status=session.status,
                covered=against is None,
                rule_id=rule_id,
                reason=reason,
                lmn_document_id=letter.document_id if letter else None,
            )
        )
    return tuple(days)


def gaps_of(case: Case, profile: Profile) -> tuple[Gap, ...]:
    """The gaps between the client's letters, in order, with the sessions attended in them."""
    if not profile.needs_lmn:
        return ()
    return tuple(
        Gap(
            period=gap,
            session_ids=tuple(
                s.id
                for s in sorted(case.sessions, key=lambda s: (s.date, s.id))
                if s.date in gap and s.status == "attended"
            ),
        )
        for gap in gaps(covers_of(case, profile))
    )


def _why_covered(window: Period | None) -> tuple[str, str]:
    if window is None:
        return "claim.coverage_period", "inside the coverage; no letter is needed"
    return "lmn.window", f"inside the letter's cover, {day(window.start)} to {day(window.end)}"
