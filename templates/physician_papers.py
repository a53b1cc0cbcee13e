"""Papers to the physician: introduction, renewal, query, assessment, changes, discharge.

Pure functions, offered by `templates.papers`.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Document, Provider, Studio
from rules.profiles import Profile
from templates.contexts.introduction import introduction_context
from templates.contexts.lmn_renewal import lmn_renewal_context
from templates.contexts.physician_query import physician_query_context
from templates.paper import Paper
from templates.render import filled_in


def introduction(case: Case, provider: Provider | None, studio: Studio, today: date) -> Paper:
    """The thank-you for the newest referral, due within 24 hours of it."""
    context = introduction_context(case, provider, studio, today)
    return filled_in("introduction", context)


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
    return filled_in("lmn_renewal", context)


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
    return filled_in("physician_query", context, 1 if context.fits_one_page else None)
