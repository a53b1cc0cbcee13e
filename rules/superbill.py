"""A superbill: services as a credentialed provider coded them, for an insurer to judge.

The codes are the provider's: nothing here knows a procedure code or its words,
none is shipped, and none is proposed. What is known are the few codes and the
modifier that assert physical therapy: on a trainer's sessions these are
refused, whoever typed them, since medical exercise billed as physical therapy
is fraud.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casebook.records import CodedService, Record, Rendering, Verdict
from rules.catalog import verdict
from rules.icd10 import lookup
from rules.names import may_be_two_family_names
from rules.npi import is_npi
from rules.timed_units import group_units, units
from rules.words import count, day

__all__ = [
    "CodedService",
    "Rendering",
    "Superbill",
    "judge_superbill",
]

ONLY_THERAPISTS = frozenset({"97161", "97162", "97163", "97164"})
"""Evaluations that only a physical therapist may bill."""
THERAPY_PLAN = "GP"
"""The modifier that asserts a physical therapist's plan of care."""
TIMED = frozenset({"97110", "97112", "97530", "97750"})
GROUP = "97150"
MOST_DIAGNOSES = 12
MOST_POINTERS = 4
POINTERS = "ABCDEFGHIJKL"
_THERAPISTS = frozenset({"PT", "DPT", "MPT", "MSPT"})
_CODE = re.compile(r"\d{4}[0-9A-Z]")
_MODIFIER = re.compile(r"[A-Z0-9]{2}")


class Superbill(Record):
    """What is put before the insurer. `diagnoses` are ICD-10-CM codes, "A" first."""

    client_id: str
    patient_name: str
    patient_dob: date
    member_id: str | None
    rendering: Rendering
    diagnoses: tuple[str, ...]
    services: tuple[CodedService, ...]
    amount_paid: Decimal = Decimal("0.00")

    @property
    def total(self) -> Decimal:
        """Dollars charged."""
        return sum((service.charge for service in self.services), Decimal("0.00"))


def judge_superbill(bill: Superbill) -> tuple[Verdict, ...]:
    """Every verdict on the superbill; it may be printed only without a fail."""
    found = [
        *_provider(bill.rendering),
        *_attested_before(bill),
        *_patient(bill),
        *_diagnoses(bill),
        *(each for service in bill.services for each in _service(service, bill)),
        *_timed(bill.services),
    ]
    if not bill.services:
        found.append(verdict("claim.has_lines", "fail", "The superbill has no service."))
    return tuple(found)


def _provider(who: Rendering) -> list[Verdict]:
    asked = {
        "credentials": who.credentials,
        "licence": who.license,
        "licence's state": who.license_state,
        "address": who.address,
        "phone": who.phone,
        "NPI": who.npi,
        "tax number (EIN)": who.tax_id,
    }
    found = []
    if who.attested_on is None or not who.credentials:
        message = "No credentialed provider has attested the codes."
        found.append(verdict("superbill.attested", "fail", message))
    else:
        message = f"Codes attested by {who.name}, {who.credentials}, on {day(who.attested_on)}."
        found.append(verdict("superbill.attested", "pass", message))
    missing = [words for words, value in asked.items() if not value]
    if missing:
        message = f"The provider's {', '.join(missing)} missing."
        found.append(verdict("superbill.provider", "fail", message))
    if who.npi and not is_npi(who.npi):
        message = "The provider's NPI fails its check digit."
        found.append(verdict("superbill.npi", "fail", message))
    return found


def _attested_before(bill: Superbill) -> list[Verdict]:
    """Nobody can attest a service that has not taken place."""
    on = bill.rendering.attested_on
    later = sorted({s.date_of_service for s in bill.services if on and s.date_of_service > on})
    message = f"The codes were attested before the service of {day(later[0])}." if later else ""
    return [verdict("superbill.attested", "fail", message)] if later else []


def _patient(bill: Superbill) -> list[Verdict]:
    found = []
    if not bill.member_id:
        found.append(verdict("superbill.member_id", "fail", "The member ID is missing."))
    if may_be_two_family_names(bill.patient_name):
        message = (
            f"The form takes the last word of “{bill.patient_name}” for the family name; compare "
            "box 2 with the member's card, and write a double name with a hyphen."
        )
        found.append(verdict("superbill.patient_name", "warn", message))
    return found


def _diagnoses(bill: Superbill) -> list[Verdict]:
    found = []
    if not bill.diagnoses:
        message = "No diagnosis code of the physician is given."
        found.append(verdict("superbill.diagnoses", "fail", message))
    if len(bill.diagnoses) > MOST_DIAGNOSES:
        message = f"{len(bill.diagnoses)} diagnoses; a form holds {MOST_DIAGNOSES}."
        found.append(verdict("superbill.diagnoses", "fail", message))
    for code in bill.diagnoses:
        pointed = {s.date_of_service for s in bill.services if _points_at(s, code, bill)}
        for on in sorted(pointed or {s.date_of_service for s in bill.services}):
            judged = lookup(code, on)
            if judged.may_be_new:
                found.append(verdict("lmn.code_edition", "ask", f"{day(on)}: {judged.message}."))
                break
            if judged.status != "billable":
                found.append(verdict("lmn.code_billable", "fail", f"{day(on)}: {judged.message}"))
                break
            if judged.doubtful or judged.beyond:
                found.append(verdict("lmn.code_edition", "warn", f"{day(on)}: {judged.message}."))
                break
    return found


def _points_at(service: CodedService, code: str, bill: Superbill) -> bool:
    letters = {POINTERS[n] for n, c in enumerate(bill.diagnoses[:MOST_DIAGNOSES]) if c == code}
    return bool(letters & set(service.pointers))


def _service(service: CodedService, bill: Superbill) -> list[Verdict]:
    on = day(service.date_of_service)
    found = [*_therapy(service, bill.rendering), *_units(service)]
    if not _CODE.fullmatch(service.code) or not all(
        _MODIFIER.fullmatch(each) for each in service.modifiers
    ):
        message = f"{on}: a code has five characters and a modifier two."
        found.append(verdict("superbill.code_form", "fail", message))
    known = set(POINTERS[: len(bill.diagnoses)])
    if not service.pointers or not set(service.pointers) <= known:
        message = f"{on}: the pointers name letters of the diagnoses given, A first."
        found.append(verdict("superbill.pointers", "fail", message))
    if len(service.pointers) > MOST_POINTERS:
        message = f"{on}: {len(service.pointers)} pointers; a line holds {MOST_POINTERS}."
        found.append(verdict("superbill.pointers", "fail", message))
    if service.charge <= 0 or (service.charge * 100) % 1:
        message = f"{on}: the charge is a whole number of cents above zero."
        found.append(verdict("superbill.charge", "fail", message))
    return found


def _therapy(service: CodedService, who: Rendering) -> list[Verdict]:
    """Refuses what would make a trainer's session look like physical therapy."""
    on = day(service.date_of_service)
    words = set(re.split(r"[,;/\s]+", (who.credentials or "").upper().replace(".", "")))
    therapist = bool(words & _THERAPISTS) and not service.trainer_session
    found = []
    if service.code in ONLY_THERAPISTS and not therapist:
        message = f"{on}: {service.code} is billed by physical therapists only."
        found.append(verdict("superbill.no_therapy", "fail", message))
    if THERAPY_PLAN in service.modifiers and not therapist:
        message = f"{on}: modifier {THERAPY_PLAN} asserts a physical therapist's plan of care."
        found.append(verdict("superbill.no_therapy", "fail", message))
    if service.trainer_session and re.search(
        r"physical\s+therap|physiotherap|\bPT\b", service.description, re.IGNORECASE
    ):
        message = f"{on}: a trainer's session is not described as physical therapy."
        found.append(verdict("superbill.no_therapy", "fail", message))
    return found


def _units(service: CodedService) -> list[Verdict]:
    """At least one unit a line, and just one for a group."""
    on = day(service.date_of_service)
    if service.code == GROUP and service.units != group_units():
        message = f"{on}: a group service is one unit, not {service.units}."
        return [verdict("superbill.units", "fail", message)]
    if service.units < 1:
        message = f"{on}: a line of no unit is not billed."
        return [verdict("superbill.units", "fail", message)]
    return []


def _timed(services: Sequence[CodedService]) -> list[Verdict]:
    """The 8-minute rule: the units of a day's timed codes follow from its minutes together."""
    found = []
    timed = [s for s in services if s.code in TIMED]
    for on in sorted({s.date_of_service for s in timed}):
        of_day = [s for s in timed if s.date_of_service == on]
        minutes = [s.minutes for s in of_day if s.minutes is not None]
        if len(minutes) < len(of_day):
            message = f"{day(on)}: the one-on-one minutes of a timed code are not given."
            found.append(verdict("superbill.units", "ask", message))
            continue
        billed, right = sum(s.units for s in of_day), units(sum(minutes))
        if billed != right:
            message = (
                f"{day(on)}: {count(sum(minutes), 'minute')} one-on-one are "
                f"{count(right, 'unit')}, not {billed}."
            )
            found.append(verdict("superbill.units", "fail", message))
    return found
