"""The letter that asks a physician for a letter of medical necessity, with its form."""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Provider, Record, Studio
from rules.profiles import profiles
from templates.contexts.correspondence import (
    Correspondence,
    request_line,
    to_provider,
    ways_to_reach,
)
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.lmn_form import LmnForm, lmn_form
from templates.contexts.sources import latest
from templates.paper import Picture
from templates.pictures import qr_code
from templates.wording import clean, count, day


class LmnRequest(Record):
    """Letter and form. Texts of the letter are whole paragraphs, ready to print."""

    letterhead: Letterhead
    letter: Correspondence
    occasion: str
    questions: str
    answer: str
    enclosure: str
    form: LmnForm
    patient: str
    request_line: str
    code: Picture


def lmn_request_context(
    case: Case, provider: Provider | None, studio: Studio, today: date, request_id: str
) -> LmnRequest:
    """The letter to `provider`, or to the treating physician where none is known."""
    plan = plan_name(case.client.administrator, studio)
    form = lmn_form(case, provider, plan, today)
    name = clean(case.client.name)
    return LmnRequest(
        letterhead=letterhead(studio),
        letter=to_provider(provider, case.client, "Letter of medical necessity for", studio, today),
        occasion=_occasion(case, provider, plan),
        questions=questions(form),
        answer=answer(studio),
        enclosure="Enclosure: letter of medical necessity, form to complete",
        form=form,
        patient=name,
        request_line=request_line(request_id),
        code=qr_code(f"carepacket:lmn-request:{request_id}", 44, "Code of this request"),
    )


def plan_name(administrator: str | None, studio: Studio) -> str:
    """The administrator's name as people know it; empty when none is known."""
    known = profiles(studio.profiles).get(administrator or "")
    if known is None:
        return clean(administrator or "")
    return "" if known.key.startswith("generic") else known.name


def _occasion(case: Case, provider: Provider | None, plan: str) -> str:
    name = clean(case.client.name)
    referral = latest(case, "referral")
    dated = referral.day("document_date") if referral else None
    if referral is None:
        start = f"Your patient {name} has asked us for supervised exercise sessions."
    elif provider is not None:
        when = f" of {day(dated)}" if dated else ""
        start = f"Your patient {name} exercises with us; we hold a referral{when} on file."
    else:
        start = f"Your patient {name} exercises with us; we hold a referral on file."
    payer = f"{plan} asks" if plan else "the plan or account that would reimburse it asks"
    return (
        f"{start} Before the cost can be reimbursed, {payer} for a letter of medical necessity "
        "from a licensed practitioner. A referral or prescription is not accepted in its place."
    )


def questions(form: LmnForm) -> str:
    """A hint to the boxes that ask something; empty when none does."""
    if not form.questions:
        return ""
    boxes = count(form.questions, "box", "boxes")
    verb = "carries" if form.questions == 1 else "carry"
    return f"Please note: {boxes} of the form {verb} a question that only you can answer."


def answer(studio: Studio) -> str:
    """How the completed form comes back."""
    return (
        f"You reach us {ways_to_reach(studio)}. "
        "The patient may also bring the signed letter to the studio."
    )
