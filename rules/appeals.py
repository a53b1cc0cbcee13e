"""What answers a denial: point by point, from documents on file, by a day.

The studio never argues medical necessity: a point says which document states
what, and quotes no words but the physician's or the payer's. What no document
on file answers is named as missing, and asked of those whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casebook.records import AccountType, Case, Document, Kind, Record, Verdict
from rules.catalog import verdict
from rules.cover import cover_in
from rules.deadlines import Deadline, deadlines, payer_of
from rules.profiles import Profile
from rules.reasons import reasons, reasons_of
from rules.words import count, day, dollars, listed, with_credentials

__all__ = [
    "AnsweringDocument",
    "AppealPlan",
    "AppealPoint",
    "Deadline",
    "deadlines",
    "judge_appeal",
    "plan",
]


class AnsweringDocument(Record):
    """A document on file and what it states, as a sentence of fact."""

    document_id: str
    states: str


class AppealPoint(Record):
    """One reason of the denial and what answers it.

    means: the reason in our words, never printed as the payer's. missing: what
    would answer it and is not on file; None when a document answers it.
    """

    reason_key: str
    means: str
    rule_id: str
    documents: tuple[AnsweringDocument, ...]
    missing: str | None


class AppealPlan(Record):
    """All that an appeal letter rests on. `reason` stands as the payer wrote it.

    can_appeal is False where the account's administrator decides nothing (HSA):
    then `deadlines` is empty.
    """

    denial_id: str
    can_appeal: bool
    deadlines: tuple[Deadline, ...]
    reason: str | None
    reason_codes: tuple[str, ...]
    service_dates: tuple[date, ...]
    points: tuple[AppealPoint, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be on file before the appeal is sent."""
        return tuple(point.missing for point in self.points if point.missing)

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The exhibits, each once, in the order in which the points name them."""
        named = (each.document_id for point in self.points for each in point.documents)
        return tuple(dict.fromkeys(named))


def plan(
    case: Case,
    denial: Document,
    profile: Profile,
    account: AccountType,
    received_on: date | None = None,
) -> AppealPlan:
    """What answers this denial, by which day.

    profile, account: the client's own; a denial by another payer is judged by
    the general rules for insurers. An empty `points` means that nobody could
    tell the reason: a person reads the letter.
    """
    steps = deadlines(denial, profile, account, received_on)
    payer, _ = payer_of(denial, profile, account)
    words, codes = denial.text("reason"), denial.texts("reason_codes")
    dates = tuple(sorted(set(denial.days("service_dates"))))
    points = (_point(key, case, dates, payer) for key in reasons_of(words, codes))
    return AppealPlan(
        denial_id=denial.id,
        can_appeal=bool(steps),
        deadlines=steps,
        reason=words,
        reason_codes=codes,
        service_dates=dates,
        points=tuple(points),
    )


def judge_appeal(found: AppealPlan, today: date) -> tuple[Verdict, ...]:
    """Whether an appeal may go out: in time, the reason known and quoted, every point answered."""
    return (*_in_time(found, today), *_answered(found))


def _in_time(found: AppealPlan, today: date) -> list[Verdict]:
    if not found.can_appeal:
        message = "There is nothing to appeal, or no day is known until which one could."
        return [verdict("appeal.deadline", "fail", message, found.denial_id)]
    open_steps = [step for step in found.deadlines if step.due_on >= today]
    if not open_steps:
        last = max(step.due_on for step in found.deadlines)
        message = f"The last day to appeal was {day(last)}."
        return [verdict("appeal.deadline", "fail", message, found.denial_id)]
    step = open_steps[0]
    left = count((step.due_on - today).days, "day")
    message = f"{step.level.capitalize()} until {day(step.due_on)}, {left} left. {step.basis}"
    return [verdict("appeal.deadline", "pass", message, found.denial_id)]


def _answered(found: AppealPlan) -> list[Verdict]:
    if not found.points or found.reason is None:
        message = (
            "The denial's reason is not known for certain; read it and enter it word for word."
        )
        return [verdict("appeal.reason", "ask", message, found.denial_id)]
    return [
        verdict("appeal.reason", "fail", f"To be answered first: {point.missing}.", found.denial_id)
        if point.missing
        else verdict(
            point.rule_id,
            "pass",
            f"Answered by {count(len(point.documents), 'document')} on file.",
            point.documents[0].document_id,
        )
        for point in found.points
    ]


def _point(key: str, case: Case, dates: tuple[date, ...], payer: Profile) -> AppealPoint:
    reason = reasons()[key]
    documents = tuple(
        AnsweringDocument(document_id=document.id, states=states)
        for kind in reason.answered_by
        for document in case.of_kind(kind)
        if (states := _STATES[kind](document, case, dates, payer)) is not None
    )
    # A referral is advice: it supports a letter, and alone it answers nothing.
    answered = {
        document.kind
        for document in case.documents
        if document.id in {each.document_id for each in documents}
    } - {"referral"}
    if not answered:
        documents = ()
    first = reason.answered_by[0] if reason.answered_by else None
    return AppealPoint(
        reason_key=key,
        means=reason.means,
        rule_id=reason.rule,
        documents=documents,
        missing=None if first in answered else reason.otherwise,
    )


def _letter(letter: Document, case: Case, dates: tuple[date, ...], payer: Profile) -> str | None:
    """What a letter states, when it is sound and covers a date that was denied."""
    covered = cover_in(case, letter, payer)
    if covered.period is None or (dates and not all(covered.covers(on) for on in dates)):
        return None
    signer = with_credentials(letter.text("provider_name"), letter.text("provider_credentials"))
    named = listed([f"“{d.text}”" + (f" ({d.code})" if d.code else "") for d in letter.diagnoses()])
    signed = letter.day("signature_date")
    return (
        f"The letter of medical necessity signed by {signer}"
        + (f" on {day(signed)}" if signed else "")
        + f" names {named} and orders “{letter.text('treatment')}”; it covers "
        f"{day(covered.period.start)} to {day(covered.period.end)}."
    )


def _referral(
    referral: Document, case: Case, dates: tuple[date, ...], payer: Profile
) -> str | None:
    """What a signed referral of before the services states."""
    written = referral.day("document_date")
    own = referral.diagnoses()
    if not own or written is None or (dates and written > dates[0]):
        return None
    by = with_credentials(referral.text("referrer_name"), referral.text("referrer_credentials"))
    named = listed([f"“{d.text}”" + (f" ({d.code})" if d.code else "") for d in own])
    return f"The referral of {day(written)} by {by} names {named}."


def _receipt(receipt: Document, case: Case, dates: tuple[date, ...], payer: Profile) -> str | None:
    """What a receipt shows, when it substantiates and is of a date that was denied."""
    fact, total = receipt.fact("substantiates"), receipt.money("total")
    shown = [on for on in receipt.days("service_dates") if not dates or on in dates]
    if fact is None or fact.value is not True or total is None or not shown:
        return None
    return (
        f"The receipt of {receipt.text('vendor_name')} shows the patient, the service, "
        f"the provider's address, {dollars(total)} and the dates of service "
        f"{listed([day(on) for on in shown])}."
    )


def _authorization(
    paper: Document, case: Case, dates: tuple[date, ...], payer: Profile
) -> str | None:
    """What an authorization grants, when its span holds every denied date."""
    number, start, end = (
        paper.text("authorization_number"),
        paper.day("start_date"),
        paper.day("end_date"),
    )
    if number is None or start is None or end is None:
        return None
    if not all(start <= on <= end for on in dates):
        return None
    return f"Authorization {number} holds from {day(start)} to {day(end)}."


def _log(paper: Document, case: Case, dates: tuple[date, ...], payer: Profile) -> str | None:
    """The studio's attendance record, for dates on which the casebook has attendance, too."""
    attended = {s.date for s in case.sessions if s.status == "attended"}
    if not dates or not set(dates) <= attended:
        return None
    return f"The attendance record shows sessions on {listed([day(on) for on in dates])}."


_States = Callable[[Document, Case, tuple[date, ...], Profile], str | None]
_STATES: dict[Kind, _States] = {
    "lmn": _letter,
    "referral": _referral,
    "receipt": _receipt,
    "authorization": _authorization,
    "session_log": _log,
}
