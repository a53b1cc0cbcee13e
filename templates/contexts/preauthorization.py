"""The request for authorization before treatment: what is on file with its page, else blanks.

What the physician owns (history, interventions, prognosis, discharge plan) and
what a credentialed provider owns (codes, units) is never worded by the studio.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Document, Measurement, Provider, Record, Studio
from rules.measures import MEASURES
from templates.contexts.correspondence import request_line
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.lmn_form import Entry, Row
from templates.contexts.progress_goals import GoalRow, goals_still_open
from templates.contexts.progress_measures import is_kept_back, with_unit
from templates.contexts.referral_facts import cited_fact, referral_facts
from templates.contexts.sources import latest
from templates.paper import Picture
from templates.pictures import qr_code
from templates.wording import clean, day, inline_address, phone, short_day, with_credentials

_OURS = "from the studio’s records"


class Test(Record):
    """An objective test: first and newest value."""

    name: str
    first: str
    newest: str


class Preauthorization(Record):
    """The request's boxes, in the order in which payers ask for them."""

    letterhead: Letterhead
    title: str
    payer: str
    patient: tuple[Row, ...]
    referrer: tuple[Row, ...]
    condition: tuple[Row, ...]
    history: tuple[Entry, ...]
    tests: tuple[Test, ...]
    no_tests: str
    goals: tuple[GoalRow, ...]
    no_goals: str
    course: tuple[Row, ...]
    outlook: tuple[Entry, ...]
    date: str
    patient_name: str
    request_line: str
    code: Picture


def preauthorization_context(
    case: Case,
    provider: Provider | None,
    payer: str,
    studio: Studio,
    today: date,
    request_id: str,
) -> Preauthorization:
    """The request to `payer` (a name; empty leaves it to be written in)."""
    referral, letter = latest(case, "referral"), latest(case, "lmn")
    goals = goals_still_open(case, today)
    tests = _tests(case, today)
    return Preauthorization(
        letterhead=letterhead(studio),
        title="Request for pre-authorization",
        payer=clean(payer) or "Payer: ______________________________",
        patient=_patient(case, studio, today),
        referrer=_referrer(provider, referral),
        condition=_condition(referral, letter),
        history=(
            _blank("History and prior therapy for this condition", 2),
            _blank("Prior and baseline function", 2),
        ),
        tests=tests,
        no_tests="" if tests else "No test is on file.",
        goals=goals,
        no_goals="" if goals else "No open goal is on file.",
        course=(
            Row(
                left=_first("Frequency", "frequency", letter, referral),
                right=_first("Duration", "duration", letter, referral),
            ),
            Row(
                left=_blank("Procedure codes", hint="entered by the credentialed provider"),
                right=_blank("Units or visits requested"),
            ),
        ),
        outlook=(
            _first("Interventions", "treatment", letter, None, 2),
            _blank("Prognosis", 1, hint="the practitioner completes"),
            _blank("Discharge plan", 1, hint="the practitioner completes"),
        ),
        date=day(today),
        patient_name=clean(case.client.name),
        request_line=request_line(request_id),
        code=qr_code(f"carepacket:preauthorization:{request_id}", 44, "Code of this request"),
    )


def _patient(case: Case, studio: Studio, today: date) -> tuple[Row, ...]:
    client = case.client
    first = _first_evaluation(case, today)
    fax = f" · Fax {phone(studio.fax)}" if studio.fax else ""
    facility = f"{studio.name} · {inline_address(studio.address)} · {phone(studio.phone)}{fax}"
    return (
        Row(left=_said("Patient", client.name), right=_said("Date of birth", day(client.dob))),
        Row(
            left=_said("Member number", ", ".join(client.member_ids)),
            right=_said("Date of first evaluation", day(first) if first else ""),
        ),
        Row(left=_said("Facility", facility), right=_said("Date of request", day(today))),
    )


def _first_evaluation(case: Case, today: date) -> date | None:
    """The day of the first measurement: the studio's own first assessment."""
    return min((m.date for m in case.measurements if m.date <= today), default=None)


def _referrer(provider: Provider | None, referral: Document | None) -> tuple[Row, ...]:
    name = with_credentials(provider.name, provider.credentials) if provider else ""
    known = {
        "referrer_name": name,
        "referrer_npi": (provider.npi or "") if provider else "",
        "referrer_phone": phone(provider.phone) if provider and provider.phone else "",
        "referrer_fax": phone(provider.fax) if provider and provider.fax else "",
    }

    def box(label: str, field: str) -> Entry:
        if known[field]:
            return Entry(label=label, value=clean(known[field]), source=_OURS)
        return _first(label, field, referral, None)

    return (
        Row(left=box("Referred by", "referrer_name"), right=box("NPI", "referrer_npi")),
        Row(left=box("Telephone", "referrer_phone"), right=box("Fax", "referrer_fax")),
    )


def _condition(referral: Document | None, letter: Document | None) -> tuple[Row, ...]:
    source = referral if referral and referral.diagnoses() else letter
    named = referral_facts(source, only=("Diagnosis",)) if source else ()
    if named:
        diagnosis = Entry(
            label="Diagnosis with ICD-10-CM code",
            value="; ".join(fact.value for fact in named),
            source=_from(named[0].source),
        )
    else:
        diagnosis = _blank("Diagnosis with ICD-10-CM code")
    return (
        Row(left=diagnosis, right=_blank("Body region and side")),
        Row(
            left=_first("Onset", "onset_date", referral, None),
            right=_first("Surgery", "surgery_date", referral, None),
        ),
    )


def _tests(case: Case, today: date) -> tuple[Test, ...]:
    taken: dict[str, list[Measurement]] = {}
    for each in sorted(case.measurements, key=lambda m: (m.date, m.id)):
        if each.date <= today and not is_kept_back(each.measure):
            taken.setdefault(each.measure, []).append(each)
    order = {key: number for number, key in enumerate(MEASURES)}
    keys = sorted(taken, key=lambda key: (order.get(key, len(order)), key))
    return tuple(_test(key, taken[key]) for key in keys)


def _test(key: str, values: list[Measurement]) -> Test:
    known = MEASURES.get(key)
    name = known.name if known else key.replace("_", " ").capitalize()
    newest = _value(values[-1]) if len(values) > 1 else "—"
    return Test(name=clean(name), first=_value(values[0]), newest=newest)


def _value(taken: Measurement) -> str:
    return f"{with_unit(taken.value, taken.unit)} ({short_day(taken.date)})"


def _first(
    label: str, field: str, document: Document | None, other: Document | None, lines: int = 1
) -> Entry:
    """The first of two documents that states it, with its page; else a blank."""
    for each in (document, other):
        fact = cited_fact(label, field, each) if each else None
        if fact is not None:
            return Entry(label=label, value=fact.value, source=_from(fact.source))
    return _blank(label, lines)


def _said(label: str, value: str) -> Entry:
    return Entry(label=label, value=clean(value)) if value else _blank(label)


def _blank(label: str, lines: int = 1, hint: str = "") -> Entry:
    return Entry(label=label, hint=hint, lines=lines)


def _from(source: str) -> str:
    return f"from {source} — confirm or correct"
