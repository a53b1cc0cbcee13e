"""Papers to the physician: introduction, renewal, query, assessment, changes, discharge.

Pure functions, offered by `templates.papers`.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Document, Period, Provider, Studio
from rules.profiles import Profile
from templates.contexts.assessment_summary import AssessmentNotes, assessment_summary_context
from templates.contexts.change_in_status import StatusChange, change_in_status_context
from templates.contexts.discharge_summary import DischargeNotes, discharge_summary_context
from templates.contexts.introduction import introduction_context
from templates.contexts.lmn_renewal import lmn_renewal_context
from templates.contexts.physician_query import physician_query_context
from templates.paper import Paper
from templates.render import filled_in

__all__ = [
    "AssessmentNotes",
    "DischargeNotes",
    "StatusChange",
    "assessment_summary",
    "change_in_status",
    "discharge_summary",
    "introduction",
    "lmn_renewal",
    "physician_query",
]


def introduction(case: Case, provider: Provider | None, studio: Studio, today: date) -> Paper:
    """The thank-you for the newest referral, due within 24 hours of it."""
    context = introduction_context(case, provider, studio, today)
    return filled_in("introduction", studio, context)


def lmn_renewal(
    case: Case,
    provider: Provider | None,
    profile: Profile,
    studio: Studio,
    today: date,
    request_id: str,
    with_report: bool = False,
) -> Paper:
    """The request to renew the newest letter of medical necessity, with the form.

    profile: whose rules say until when the letter covers. with_report: a
    progress report goes along. Raises ValueError where no letter is on file.
    """
    context = lmn_renewal_context(case, provider, profile, studio, today, request_id, with_report)
    return filled_in("lmn_renewal", studio, context)


def physician_query(
    case: Case,
    document: Document,
    provider: Provider | None,
    studio: Studio,
    today: date,
    request_id: str,
) -> Paper:
    """Questions about one referral or letter: official choices with empty boxes, none chosen.

    Raises ValueError when the document leaves nothing open.
    """
    context = physician_query_context(case, document, provider, studio, today, request_id)
    return filled_in("physician_query", studio, context, 1 if context.fits_one_page else None)


def assessment_summary(
    case: Case, period: Period, studio: Studio, today: date, notes: AssessmentNotes | None = None
) -> Paper:
    """The first values of every measure in the period, on one page, due within a week."""
    context = assessment_summary_context(case, period, studio, today, notes)
    return filled_in("assessment_summary", studio, context, 1 if context.fits_one_page else None)


def change_in_status(
    case: Case,
    change: StatusChange,
    provider: Provider | None,
    studio: Studio,
    today: date,
    request_id: str,
) -> Paper:
    """The note on a change, with empty boxes for the physician's answer."""
    context = change_in_status_context(case, change, provider, studio, today, request_id)
    return filled_in("change_in_status", studio, context)


def discharge_summary(
    case: Case, studio: Studio, today: date, notes: DischargeNotes | None = None
) -> Paper:
    """The summary of the whole time, to the referrer."""
    context = discharge_summary_context(case, studio, today, notes)
    return filled_in("discharge_summary", studio, context)
