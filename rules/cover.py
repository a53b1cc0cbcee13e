"""From when to when does a letter of medical necessity cover?

From the later of start and signature to the earlier of the stated end and
twelve months after the signature less one day, unless the administrator's
profile says otherwise. An open end ("lifetime") is no end, said aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from casebook.records import Case, Document, Period, Record, Verdict
from rules.catalog import verdict
from rules.durations import is_open_ended, length
from rules.lmn import judge_letter
from rules.names import compare_names
from rules.profiles import Profile
from rules.words import day


class Cover(Record):
    """What one letter covers; `period` is None for a letter that covers nothing."""

    document_id: str
    period: Period | None
    verdicts: tuple[Verdict, ...]

    def covers(self, day: date) -> bool:
        """Whether a service of this day is covered."""
        return self.period is not None and day in self.period

    @property
    def fails(self) -> tuple[Verdict, ...]:
        """Why the letter does not count."""
        return tuple(v for v in self.verdicts if v.outcome == "fail")


def cover(letter: Document, profile: Profile) -> Cover:
    """The cover of one letter, with every verdict on it."""
    verdicts = list(judge_letter(letter, profile))
    if any(v.outcome == "fail" for v in verdicts):
        return Cover(document_id=letter.id, period=None, verdicts=tuple(verdicts))
    signed_on = letter.day("signature_date")
    if signed_on is None:
        return Cover(document_id=letter.id, period=None, verdicts=tuple(verdicts))
    started = letter.day("start_date")
    start = max(started or signed_on, signed_on)
    if profile.lmn_window_from == "start":
        start = started or signed_on
    stated = stated_end(letter, started or signed_on)
    last = signed_on + relativedelta(months=profile.lmn_months) - timedelta(days=1)
    if stated is None or stated > last:
        verdicts.append(
            verdict(
                "lmn.open_ended",
                "warn",
                f"The letter states no end within {profile.lmn_months} months; "
                f"it covers until {day(last)}.",
                letter.id,
            )
        )
    end = min(stated or last, last)
    approved_on = letter.day("approved_on")
    if profile.approval_counts and approved_on is not None and approved_on > start:
        start = approved_on
        message = f"{profile.name} approved the letter on {day(start)}; it counts from then on."
        verdicts.append(verdict("lmn.approval", "pass", message, letter.id))
    period = Period(start=start, end=end) if start <= end else None
    return Cover(document_id=letter.id, period=period, verdicts=tuple(verdicts))


def stated_end(letter: Document, start: date) -> date | None:
    """The end that the letter states, by date or by length from `start`; None if it states none."""
    end = letter.day("end_date")
    if end is not None:
        return end
    duration = letter.text("duration")
    if duration is None or is_open_ended(duration):
        return None
    span = length(duration)
    return start + span - timedelta(days=1) if span else None


def covers_of(case: Case, profile: Profile) -> tuple[Cover, ...]:
    """The cover of every letter of the client, the earliest first; those without any last.

    The order in which the letters were filed does not matter.
    """
    found = [cover_in(case, letter, profile) for letter in case.of_kind("lmn")]
    return tuple(
        sorted(found, key=lambda c: (c.period.start if c.period else date.max, c.document_id))
    )


def cover_in(case: Case, letter: Document, profile: Profile) -> Cover:
    """The cover of a letter for this client: none if the trainer or the client signed it.

    Cut at the plan year's end where a profile says so.
    """
    found = cover(letter, profile)
    if _signed_by_no_practitioner(case, letter):
        message = "The letter is signed by the trainer or the client."
        said = verdict("lmn.signer", "fail", message, letter.id)
        return Cover(document_id=letter.id, period=None, verdicts=(*found.verdicts, said))
    first, last = case.client.coverage_start, case.client.coverage_end
    if not profile.new_letter_each_plan_year or found.period is None or first is None:
        return found
    before = found.period.start < first
    until = first - timedelta(days=1) if before else last
    if until is None or found.period.end <= until:
        return found
    message = (
        f"{profile.name} wants a new letter each plan year; this one counts until {day(until)}."
    )
    said = verdict("lmn.plan_year", "warn", message, letter.id)
    period = Period(start=found.period.start, end=until)
    return Cover(document_id=letter.id, period=period, verdicts=(*found.verdicts, said))


def _signed_by_no_practitioner(case: Case, letter: Document) -> bool:
    """Whether the letter's provider bears the name of the client or of one of the trainers."""
    signer = letter.text("provider_name")
    named = {case.client.name} | {s.trainer for s in case.sessions if s.trainer}
    return signer is not None and any(compare_names(signer, each) == "same" for each in named)


def covering(covers: Sequence[Cover], day: date) -> Cover | None:
    """The latest letter that covers the day; None when none does."""
    return next((c for c in reversed(covers) if c.covers(day)), None)


def gaps(covers: Sequence[Cover]) -> tuple[Period, ...]:
    """The days between two letters that no letter covers, in order."""
    found: list[Period] = []
    covered_until: date | None = None
    for period in (c.period for c in covers if c.period):
        if covered_until is not None and period.start > covered_until + timedelta(days=1):
            found.append(
                Period(
                    start=covered_until + timedelta(days=1), end=period.start - timedelta(days=1)
                )
            )
        covered_until = max(period.end, covered_until or period.end)
    return tuple(found)
