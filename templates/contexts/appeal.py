"""The member's appeal of a denial: the reason verbatim, and what documents on file state.

The letter is the member's own: it bears the member's name and waits for the
member's signature. It argues nothing medical; each point says which exhibit
states what. What no document answers keeps the letter a draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casebook.records import Case, Document, Exhibit, Record, Studio
from rules.appeals import AppealPlan, AppealPoint
from rules.exhibits import exhibit_letter
from templates.contexts.facts import Fact
from templates.contexts.sources import cited, name_of
from templates.wording import clean, day, days, dollars

UNREAD = "The reason could not be read from the denial; quote it from the letter."
_MAY_BE_SENT_BY = (
    "Signature of the member or the authorized representative",
    "Date signed",
)


class Point(Record):
    """One point of the denial: what it concerns, and the statements that answer it."""

    heading: str
    statements: tuple[str, ...]


class ExhibitLine(Record):
    """One document that goes along."""

    letter: str
    title: str


class Appeal(Record):
    """The letter. `open_points` is empty when everything that is needed is on file."""

    sender: tuple[str, ...]
    date: str
    recipient: tuple[str, ...]
    subject: str
    facts: tuple[Fact, ...]
    open_points: tuple[str, ...]
    opening: str
    quotation: str
    quoted_from: str
    points: tuple[Point, ...]
    relief: str
    claim_file: str
    exhibits: tuple[ExhibitLine, ...]
    signature_labels: tuple[str, ...]
    member: str
    prepared: str


def appeal_exhibits(case: Case, denial: Document, plan: AppealPlan) -> tuple[Exhibit, ...]:
    """The denial first, then the documents that answer it, in the order of the points."""
    by_id = {document.id: document for document in case.documents}
    chosen = [denial, *(by_id[each] for each in plan.document_ids if each in by_id)]
    return tuple(
        Exhibit(
            letter=exhibit_letter(number),
            title=_titled(document),
            document_id=document.id,
            sha256=document.sha256,
            page_range=document.reading.page_range,
        )
        for number, document in enumerate(chosen)
    )


def appeal_context(
    case: Case, denial: Document, plan: AppealPlan, studio: Studio, today: date
) -> Appeal:
    """The letter of appeal. Raises ValueError where the account decides nothing to appeal."""
    if not plan.can_appeal:
        raise ValueError("this account has no administrator that decides: nothing can be appealed")
    client = case.client
    exhibits = appeal_exhibits(case, denial, plan)
    letters = {each.document_id: each.letter for each in exhibits if each.document_id}
    payer = denial.text("payer_name") or ""
    number = denial.text("claim_number")
    return Appeal(
        sender=_sender(case),
        date=day(today),
        recipient=tuple(line for line in (clean(payer), "Appeals") if line),
        subject=f"Appeal of the denial of claim {clean(number)}"
        if number
        else "Appeal of a denial",
        facts=_facts(case, denial, plan),
        open_points=_open_points(plan, today),
        opening=f"I appeal {_decision(denial)} and ask for a full and fair review.",
        quotation=clean(f"“{plan.reason}”") if plan.reason else "",
        quoted_from=_quoted_from(denial) if plan.reason else "",
        points=tuple(_point(n, point, letters) for n, point in enumerate(plan.points, start=1)),
        relief=_relief(denial, plan),
        claim_file=(
            "Please send me, free of charge, a copy of my whole claim file: every document and "
            "record on which the decision rests, the plan provision and any guideline applied, and "
            "the name and qualification of whoever advised on it."
        ),
        exhibits=tuple(
            ExhibitLine(letter=f"Exhibit {each.letter}", title=each.title) for each in exhibits
        ),
        signature_labels=_MAY_BE_SENT_BY,
        member=clean(client.name),
        prepared=_prepared(plan, studio, today),
    )


def _sender(case: Case) -> tuple[str, ...]:
    address = case.client.address.lines if case.client.address else ()
    return tuple(clean(line) for line in (case.client.name, *address))


def _facts(case: Case, denial: Document, plan: AppealPlan) -> tuple[Fact, ...]:
    member = denial.text("member_id") or ", ".join(case.client.member_ids)
    amount, dated = denial.money("denied_amount"), denial.day("document_date")
    lines = [
        ("Member", case.client.name),
        ("Date of birth", day(case.client.dob)),
        ("Member number", member),
        ("Claim number", denial.text("claim_number") or ""),
        ("Dates of service", days(plan.service_dates)),
        ("Amount denied", dollars(amount) if amount is not None else ""),
        ("Date of the denial", day(dated) if dated else ""),
        ("Reason codes", ", ".join(plan.reason_codes)),
    ]
    return tuple(Fact(label=label, value=clean(value)) for label, value in lines if value)


def _decision(denial: Document) -> str:
    dated = denial.day("document_date")
    when = f" of {day(dated)}" if dated else ""
    return f"the decision{when} on the claim named above"


def _point(number: int, point: AppealPoint, letters: Mapping[str, str]) -> Point:
    statements = tuple(
        clean(f"{each.states} (Exhibit {letters[each.document_id]})")
        for each in point.documents
        if each.document_id in letters
    )
    return Point(heading=clean(f"{number}. At issue: {point.means}."), statements=statements)


def _open_points(plan: AppealPlan, today: date) -> tuple[str, ...]:
    """What a person settles before the letter is sent, and by which day it is due."""
    found = [clean(f"Not on file: {what}.") for what in plan.missing]
    if not plan.points:
        found.append("The reason is not one that is known: a person answers it.")
    if plan.reason is None:
        found.append(UNREAD)
    first = plan.deadlines[0] if plan.deadlines else None
    if first is not None and first.due_on < today:
        found.append(f"The {first.level} was due by {day(first.due_on)}.")
    return tuple(dict.fromkeys(found))


def _relief(denial: Document, plan: AppealPlan) -> str:
    amount = denial.money("denied_amount")
    worth = f" of {dollars(amount)}" if amount is not None else ""
    dates = f" for services on {days(plan.service_dates)}" if plan.service_dates else ""
    return (
        f"I ask that the denial be reversed and that the claim{worth}{dates} be paid. Should it be "
        "upheld, please name the provision on which that rests and the next step that is open."
    )


def _quoted_from(denial: Document) -> str:
    fact = denial.fact("reason")
    return f"{_sentence(cited(denial, fact.evidence if fact else ()))}, Exhibit A"


def _prepared(plan: AppealPlan, studio: Studio, today: date) -> str:
    text = f"Prepared from the records of {clean(studio.name)} for the member to check and sign."
    due = next((step for step in plan.deadlines if step.due_on >= today), None)
    return f"{text} Due by {day(due.due_on)} ({due.level})." if due else text


def _titled(document: Document) -> str:
    titles = {"denial": "Denial", "receipt": "Receipt", "eob": "Explanation of benefits"}
    dated = document.day("document_date") or document.day("payment_date")
    if document.kind in titles:
        return f"{titles[document.kind]} of {day(dated)}" if dated else titles[document.kind]
    return _sentence(name_of(document))


def _sentence(text: str) -> str:
    return clean(f"{text[:1].upper()}{text[1:]}")
