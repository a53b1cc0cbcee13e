"""What a referral says, line by line, each with the page it was read on."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Diagnosis, Document
from templates.contexts.facts import CitedFact
from templates.contexts.sources import cited
from templates.wording import clean, day, joined, phone

_LINES: tuple[tuple[str, str], ...] = (
    ("Onset", "onset_date"),
    ("Surgery", "surgery_date"),
    ("Clearance", "clearance"),
    ("Restrictions", "restrictions"),
    ("Target heart rate", "target_heart_rate"),
    ("Frequency", "frequency"),
    ("Duration", "duration"),
    ("Goals", "goals"),
)


UNCONFIRMED = "as your paper states it; our reading is not confirmed yet"
"""In the place of a value that no person has looked at."""


def referral_facts(referral: Document, only: Sequence[str] = ()) -> tuple[CitedFact, ...]:
    """Diagnoses and what was ordered; only what the document states and may be used.

    only: labels to take ("Onset"); all where none is named.
    """
    facts = [_diagnosis(each, referral) for each in referral.diagnoses()]
    facts += [fact for label, field in _LINES if (fact := cited_fact(label, field, referral))]
    return tuple(fact for fact in facts if not only or fact.label in only)


def all_facts(referral: Document, only: Sequence[str] = ()) -> tuple[CitedFact, ...]:
    """As `referral_facts`, and what was read but confirmed by nobody by its label alone.

    A restriction that is left out unsaid reads as if there were none.
    """
    known = referral_facts(referral, only)
    open_ = [
        CitedFact(label="Diagnosis", value=UNCONFIRMED, source=cited(referral, each.evidence))
        for number, each in enumerate(referral.reading.diagnoses)
        if referral.is_open(f"diagnoses.{number}")
    ]
    open_ += [
        CitedFact(
            label=label,
            value=UNCONFIRMED,
            source=cited(referral, referral.reading.fields[field].evidence),
        )
        for label, field in _LINES
        if referral.is_open(field)
    ]
    order = ["Diagnosis", *(label for label, _ in _LINES)]
    told = [*known, *(fact for fact in open_ if not only or fact.label in only)]
    return tuple(sorted(told, key=lambda fact: order.index(fact.label)))


def cited_fact(label: str, field: str, document: Document) -> CitedFact | None:
    """One field of a document with its page; None where it does not state it."""
    fact = document.fact(field)
    if fact is None:
        return None
    if field.endswith("_date"):
        stated = document.day(field)
        value = day(stated) if stated else ""
    elif isinstance(fact.value, tuple):
        value = "; ".join(document.texts(field))
    elif isinstance(fact.value, str):
        value = phone(fact.value) if field.endswith(("phone", "fax")) else fact.value
    else:
        return None
    value = clean(value)
    return (
        CitedFact(label=label, value=value, source=cited(document, fact.evidence))
        if value
        else None
    )


def named_diagnosis(diagnosis: Diagnosis) -> str:
    """Primary osteoarthritis, right knee (M17.11): words and code as the document gives them."""
    return clean(f"{diagnosis.text} ({diagnosis.code})" if diagnosis.code else diagnosis.text)


def named_diagnoses(document: Document) -> str:
    """All of a document's diagnoses in one line; empty where it names none."""
    return joined([named_diagnosis(each) for each in document.diagnoses()])


def _diagnosis(diagnosis: Diagnosis, referral: Document) -> CitedFact:
    return CitedFact(
        label="Diagnosis",
        value=named_diagnosis(diagnosis),
        source=cited(referral, diagnosis.evidence),
    )
