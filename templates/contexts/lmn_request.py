"""The letter that asks a physician for a letter of medical necessity, with its form."""

from __future__ import annotations

from datetime import date

from nameparser import HumanName

from casebook.records import Case, Provider, Record, Studio
from rules.profiles import profiles
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.lmn_form import LmnForm, lmn_form
from templates.contexts.sources import latest
from templates.paper import Picture
from templates.pictures import qr_code
from templates.wording import clean, count, day, joined, phone, with_credentials

_DOCTORS = {"MD", "DO", "DPM", "DC", "MBBS", "PHD", "PSYD", "DNP", "DDS", "DMD", "OD", "DPT"}


class LmnRequest(Record):
    """Letter and form. Texts of the letter are whole paragraphs, ready to print."""

    letterhead: Letterhead
    date: str
    recipient: tuple[str, ...]
    subject: str
    born: str
    salutation: str
    occasion: str
    questions: str
    answer: str
    author: str
    studio: str
    enclosure: str
    form: LmnForm
    patient: str
    request_line: str
    code: Picture


def lmn_request_context(
    case: Case, provider: Provider | None, studio: Studio, today: date, request_id: str
) -> LmnRequest:
    """The letter to `provider`, or to the treating physician where none is known."""
    plan = plan_name(case.client.administrator)
    form = lmn_form(case, provider, plan, today)
    name = clean(case.client.name)
    return LmnRequest(
        letterhead=letterhead(studio),
        date=day(today),
        recipient=_recipient(provider),
        subject=f"Letter of medical necessity for {name}",
        born=f"Date of birth: {day(case.client.dob)}",
        salutation=_salutation(provider),
        occasion=_occasion(case, provider, plan),
        questions=_questions(form),
        answer=_answer(studio),
        author=author(studio),
        studio=clean(studio.name),
        enclosure="Enclosure: Letter of medical necessity, form to complete",
        form=form,
        patient=name,
        request_line=f"Request {clean(request_id)}",
        code=qr_code(f"carepacket:lmn-request:{request_id}", 44, "Code of this request"),
    )


def plan_name(administrator: str | None) -> str:
    """The administrator's name as people know it; empty when none is known."""
    known = profiles().get(administrator or "")
    if known is None:
        return clean(administrator or "")
    return "" if known.key.startswith("generic") else known.name


def _recipient(provider: Provider | None) -> tuple[str, ...]:
    if provider is None:
        return ("To the treating physician",)
    address = provider.address.lines if provider.address else ()
    fax = f"Fax {phone(provider.fax)}" if provider.fax else None
    lines = (
        with_credentials(provider.name, provider.credentials),
        provider.practice,
        *address,
        fax,
    )
    return tuple(clean(line) for line in lines if line)


def _salutation(provider: Provider | None) -> str:
    if provider is None:
        return "Dear Doctor:"
    words = (provider.credentials or "").upper().replace(".", "").replace(",", " ").split()
    if not _DOCTORS & set(words):
        return clean(f"Dear {provider.name}:")
    return clean(f"Dear Dr. {HumanName(provider.name).last or provider.name}:")


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


def _questions(form: LmnForm) -> str:
    if not form.questions:
        return ""
    boxes = count(form.questions, "box", "boxes")
    verb = "carries" if form.questions == 1 else "carry"
    return f"Please note: {boxes} of the form {verb} a question that only you can answer."


def _answer(studio: Studio) -> str:
    ways = [f"by telephone at {phone(studio.phone)}"]
    if studio.fax:
        ways.insert(0, f"by fax at {phone(studio.fax)}")
    if studio.email:
        ways.append(f"by email at {clean(studio.email)}")
    last = ways.pop() if len(ways) > 1 else ""
    reached = f"{', '.join(ways)} or {last}" if last else joined(ways)
    return f"You reach us {reached}. The patient may also bring the signed letter to the studio."
