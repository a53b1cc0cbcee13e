"""What is due for a client today: a letter that ends, a report, a run-out, an appeal, an answer.

Pure: the same case and day give the same reminders, so a schedule may ask as
often as it likes. `Reminder.key` tells one reminder from another for good.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Literal

from casebook.records import AccountType, Case, Period, Record
from rules.accounts import NEAR, last_day_to_claim
from rules.claims import claim
from rules.cover import covers_of
from rules.deadlines import deadlines
from rules.profiles import Profile
from rules.words import account_words, count, day, dollars

ReminderKind = Literal["lmn_expiring", "report_due", "run_out", "appeal", "unanswered"]

LETTER_DAYS = (60, 30)
"""Days before a letter's end on which its renewal is asked for."""
APPEAL_DAYS = 30
"""Days before an appeal's deadline from which it is shown. [practice]"""
REPORT_DAYS = 7
"""Days after a month's end within which its progress report goes out. [practice]"""


class SentRequest(Record):
    """Something that was sent and wants an answer: a letter request, a query, a release."""

    id: str
    title: str
    sent_on: date
    answered_on: date | None = None


class Reminder(Record):
    """`subject_id` is the document, packet or request meant; `due_on` the last good day.

    sentence: plain English without a name or a diagnosis.
    """

    kind: ReminderKind
    subject_id: str
    due_on: date
    days_left: int
    sentence: str
    stage: str = ""
    """Which of several reminders about one thing: "60", "30", "2026-10", a level of appeal."""

    @property
    def key(self) -> str:
        """The same for the same reminder on every day: send it once."""
        return ":".join(part for part in (self.kind, self.subject_id, self.stage) if part)


def due(
    case: Case,
    profile: Profile,
    today: date,
    requests: Sequence[SentRequest] = (),
    reports: Collection[date] = (),
    answered_denials: Collection[str] = (),
    answer_within_days: int = 14,
    account: AccountType | None = None,
) -> tuple[Reminder, ...]:
    """Every reminder of this client that is due today, the most pressing first.

    reports: the days on which progress reports were sent. answered_denials: ids
    of denials that were appealed or let be. answer_within_days: when a request
    is overdue. account: None takes the profile's first.
    """
    of = account or profile.accounts[0]
    found = [
        *_letters(case, profile, today),
        *_report(case, today, reports),
        *_run_out(case, profile, of, today),
        *_appeals(case, profile, of, today, answered_denials),
        *_unanswered(requests, today, answer_within_days),
    ]
    return tuple(sorted(found, key=lambda r: (r.due_on, r.kind, r.subject_id)))


def _letters(case: Case, profile: Profile, today: date) -> list[Reminder]:
    if not profile.needs_lmn:
        return []
    covers = [cover for cover in covers_of(case, profile) if cover.period]
    found = []
    for one in covers:
        assert one.period is not None
        end = one.period.end
        left = (end - today).days
        renewed = any(other.covers(end + timedelta(days=1)) for other in covers)
        stages = [limit for limit in LETTER_DAYS if 0 <= left <= limit]
        if renewed or not stages:
            continue
        sentence = (
            f"The letter of medical necessity covers until {day(end)}, {count(left, 'day')} "
            "from now; ask the physician for a new one."
        )
        found.append(_remind("lmn_expiring", one.document_id, end, today, sentence, min(stages)))
    return found


def _report(case: Case, today: date, reports: Collection[date]) -> list[Reminder]:
    """One report for each calendar month in which the client came, to the referrer."""
    end = today.replace(day=1) - timedelta(days=1)
    start = end.replace(day=1)
    came = any(s.status == "attended" and start <= s.date <= end for s in case.sessions)
    if not came or not case.of_kind("referral") or any(sent > end for sent in reports):
        return []
    sentence = f"The progress report for {end:%B %Y} is due to the referrer."
    by = end + timedelta(days=REPORT_DAYS)
    return [_remind("report_due", case.client.id, by, today, sentence, f"{end:%Y-%m}")]


def _run_out(case: Case, profile: Profile, account: AccountType, today: date) -> list[Reminder]:
    last = last_day_to_claim(case.client, account, profile)
    if last is None or not timedelta(0) <= last - today <= NEAR:
        return []
    first = case.client.coverage_start or min((s.date for s in case.sessions), default=today)
    if first > last:
        return []
    open_claim = claim(case, account, Period(start=first, end=last), profile, today)
    if not open_claim.lines:
        return []
    sentence = (
        f"{count(len(open_claim.lines), 'session')} for {dollars(open_claim.total)} not claimed "
        f"yet; the {account_words(account)} takes claims until {day(last)}."
    )
    return [_remind("run_out", case.client.id, last, today, sentence, str(last.year))]


def _appeals(
    case: Case,
    profile: Profile,
    account: AccountType,
    today: date,
    answered: Collection[str],
) -> list[Reminder]:
    found = []
    for denial in case.of_kind("denial"):
        if denial.id in answered:
            continue
        for step in deadlines(denial, profile, account):
            if not 0 <= (step.due_on - today).days <= APPEAL_DAYS:
                continue
            sentence = f"The denial can be appealed until {day(step.due_on)} ({step.level})."
            found.append(_remind("appeal", denial.id, step.due_on, today, sentence, step.level))
    return found


def _unanswered(requests: Sequence[SentRequest], today: date, within: int) -> list[Reminder]:
    found = []
    for request in requests:
        by = request.sent_on + timedelta(days=within)
        if request.answered_on is None and today > by:
            waited = count((today - request.sent_on).days, "day")
            sentence = f"{request.title}: no answer for {waited}; ask again."
            found.append(_remind("unanswered", request.id, by, today, sentence, ""))
    return found


def _remind(
    kind: ReminderKind, subject: str, due_on: date, today: date, sentence: str, stage: object
) -> Reminder:
    return Reminder(
        kind=kind,
        subject_id=subject,
        due_on=due_on,
        days_left=(due_on - today).days,
        sentence=sentence,
        stage=str(stage),
    )
