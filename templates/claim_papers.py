"""Papers around a claim: letter to the client, receipt, tax statement, appeal, pre-authorization.

Pure functions, offered by `templates.papers`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from casebook.records import Case, Claim, Period, Studio
from rules.deduction import expenses_of
from rules.profiles import Profile
from templates.contexts.client_letter import client_letter_context
from templates.contexts.expense_statement import expense_statement_context
from templates.contexts.studio_receipt import studio_receipt_context
from templates.paper import Paper
from templates.render import filled_in


def client_letter(
    case: Case,
    claim: Claim,
    profile: Profile,
    studio: Studio,
    today: date,
    status: Literal["ready", "draft"] = "ready",
) -> Paper:
    """What to submit, where and by when, to the client, with one packet."""
    context = client_letter_context(case, claim, profile, studio, today, status)
    return filled_in("client_letter", context)


def studio_receipt(
    case: Case, period: Period, studio: Studio, today: date, receipt_number: str
) -> Paper:
    """The studio's own receipt for the sessions attended in a period, one line each.

    Raises ValueError when no attended session has a known charge.
    """
    context = studio_receipt_context(case, period, studio, today, receipt_number)
    return filled_in("studio_receipt", context)


def expense_statement(
    case: Case, year: int, profile: Profile, studio: Studio, today: date
) -> Paper:
    """The expenses paid in a year that nobody reimbursed, for the client's tax records.

    profile: by whose rules a letter of medical necessity covers.
    """
    context = expense_statement_context(
        case, expenses_of(case, year, profile, today), studio, today
    )
    return filled_in("expense_statement", context)
