"""The superbill for an insurer: services as a credentialed provider coded and attested them.

Codes and descriptions are the provider's own; the house knows and ships none.
"""

from __future__ import annotations

from casebook.records import Record, Studio
from rules.superbill import POINTERS, CodedService, Rendering, Superbill, judge_superbill
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.packet_front import DRAFT
from templates.wording import clean, day, dollars, long_dates, phone, short_day, with_credentials


class DiagnosisLine(Record):
    """A letter and the ICD-10-CM code it points at."""

    letter: str
    code: str


class ServiceLine(Record):
    """One service of one day."""

    date: str
    place: str
    code: str
    modifiers: str
    description: str
    pointer: str
    units: str
    charge: str


class SuperbillPaper(Record):
    """The superbill; a draft says which rules it does not meet."""

    letterhead: Letterhead
    draft: str
    draft_reasons: tuple[str, ...]
    title: str
    patient: tuple[Fact, ...]
    provider: tuple[Fact, ...]
    diagnoses: tuple[DiagnosisLine, ...]
    services: tuple[ServiceLine, ...]
    total: str
    paid: str
    balance: str
    attested: str
    signature_labels: tuple[str, ...]


def superbill_context(bill: Superbill, studio: Studio) -> SuperbillPaper:
    """The superbill as judged by `rules.superbill.judge_superbill`."""
    faults = [v for v in judge_superbill(bill) if v.outcome in ("fail", "ask")]
    who = bill.rendering
    attested = (
        f"Codes entered and attested by {with_credentials(who.name, who.credentials)} on "
        f"{day(who.attested_on)}."
        if who.attested_on
        else "The codes are not attested."
    )
    return SuperbillPaper(
        letterhead=letterhead(studio),
        draft=DRAFT if faults else "",
        draft_reasons=tuple(long_dates(clean(f"{v.rule.id}: {v.message}")) for v in faults),
        title="Superbill",
        patient=_facts(
            ("Patient", bill.patient_name),
            ("Date of birth", day(bill.patient_dob)),
            ("Member number", bill.member_id or ""),
        ),
        provider=_provider(who),
        diagnoses=tuple(
            DiagnosisLine(letter=letter, code=clean(code))
            for letter, code in zip(POINTERS, bill.diagnoses, strict=False)
        ),
        services=tuple(
            _service(each)
            for each in sorted(bill.services, key=lambda s: (s.date_of_service, s.session_id))
        ),
        total=dollars(bill.total),
        paid=dollars(bill.amount_paid),
        balance=dollars(bill.total - bill.amount_paid),
        attested=clean(attested),
        signature_labels=("Provider’s signature", "Date signed"),
    )


def _provider(who: Rendering) -> tuple[Fact, ...]:
    license = " ".join(part for part in (who.license, who.license_state) if part)
    return _facts(
        ("Provider", with_credentials(who.name, who.credentials)),
        ("License and state", license),
        ("NPI", who.npi or ""),
        ("EIN", who.tax_id or ""),
        ("Address", ", ".join(who.address.lines) if who.address else ""),
        ("Telephone", phone(who.phone) if who.phone else ""),
    )


def _facts(*lines: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label=label, value=clean(value)) for label, value in lines if value)


def _service(service: CodedService) -> ServiceLine:
    return ServiceLine(
        date=short_day(service.date_of_service),
        place=service.place_of_service,
        code=clean(service.code),
        modifiers=clean(" ".join(service.modifiers)),
        description=clean(service.description),
        pointer="".join(service.pointers),
        units=str(service.units),
        charge=dollars(service.charge),
    )
