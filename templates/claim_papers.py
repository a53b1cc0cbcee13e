"""Papers around a claim: letter to the client, receipt, tax statement, appeal, pre-authorization.

Pure functions, offered by `templates.papers`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from casebook.records import Case, Claim, Document, Period, Provider, Studio
from rules.appeals import AppealPlan
from rules.deduction import expenses_of
from rules.profiles import Profile
from rules.superbill import Superbill
from templates.contexts.appeal import appeal_context
from templates.contexts.client_letter import client_letter_context
from templates.contexts.expense_statement import expense_statement_context
from templates.contexts.preauthorization import preauthorization_context
from templates.contexts.studio_receipt import studio_receipt_context
from templates.contexts.superbill import superbill_context
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
    return filled_in("client_letter", studio, context)


def studio_receipt(
    case: Case, period: Period, studio: Studio, today: date, receipt_number: str
) -> Paper:
    """The studio's own receipt for the sessions attended in a period, one line each.

    Raises ValueError when no attended session has a known charge.
    """
    context = studio_receipt_context(case, period, studio, today, receipt_number)
    return filled_in("studio_receipt", studio, context)


def expense_statement(
    case: Case, year: int, profile: Profile, studio: Studio, today: date
) -> Paper:
    """The expenses paid in a year that nobody reimbursed, for the client's tax records.

    profile: by whose rules a letter of medical necessity covers.
    """
    context = expense_statement_context(
        case, expenses_of(case, year, profile, today), studio, today
    )
    return filled_in("expense_statement", studio, context)


def appeal(case: Case, denial: Document, plan: AppealPlan, studio: Studio, today: date) -> Paper:
    """The member's letter of appeal; `templates.contexts.appeal.appeal_exhibits` go with it.

    plan: what `rules.appeals.plan` found. While something that would answer
    the denial is not on file, the letter says so on top and is a draft.
    Raises ValueError where nothing can be appealed.
    """
    return filled_in("appeal", studio, appeal_context(case, denial, plan, studio, today))


def preauthorization(
    case: Case,
    provider: Provider | None,
    payer: str,
    studio: Studio,
    today: date,
    request_id: str,
) -> Paper:
    """The request for authorization: cited where a document states it, blank elsewhere."""
    context = preauthorization_context(case, provider, payer, studio, today, request_id)
    return filled_in("preauthorization", studio, context)


def superbill(bill: Superbill, studio: Studio) -> Paper:
    """The superbill for an insurer; with a fault it is marked as a draft that says which."""
    return filled_in("superbill", studio, superbill_context(bill, studio))
