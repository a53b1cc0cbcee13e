"""A year of one invented client: 120 sessions, three packages, two letters, fourteen receipts.

Ten sessions in each month of 2026, on the 2nd, 5th, 8th, 11th, 14th, 17th,
20th, 23rd, 26th and 28th, so that everything can be counted by hand. The
attendance comes from the CSV files here, the papers are told as a careful
reader would read them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from casebook.importing import read_clients, read_packages, read_sessions
from casebook.records import (
    Case,
    Diagnosis,
    Document,
    FieldReading,
    FieldValue,
    Kind,
    KindReading,
    LineItem,
    Problem,
    Reading,
)

FOLDER: Final = Path(__file__).parent
NAME: Final = "Rosalind Achterberg"
SERVICE: Final = "Supervised small-group exercise, 45 min"
STUDIO: Final = "Alder & Stone Medical Fitness"
PRICE: Final = "28.50"
"""What a session costs that is paid singly, in dollars."""
DENIED: Final = ("2026-02-02", "2026-02-05", "2026-02-08")

SINGLES: Final[dict[int, tuple[str, ...]]] = {
    4: ("2026-11-02", "2026-11-05"),
    5: ("2026-11-08", "2026-11-11"),
    6: ("2026-11-14", "2026-11-17"),
    7: ("2026-11-20", "2026-11-23"),
    8: ("2026-11-26", "2026-11-28"),
    9: ("2026-12-02", "2026-12-05"),
    10: ("2026-12-08", "2026-12-11"),
    11: ("2026-12-14",),
    12: ("2026-12-17",),
    13: ("2026-12-20", "2026-12-23"),
    14: ("2026-12-28",),
}
"""Receipts of sessions paid singly, by number, with the days that they are for."""
BAD: Final = {
    6: ("receipt.card_slip", "a card slip shows a payment, not a service"),
    10: (
        "receipt.previous_balance",
        "a payment on account says nothing about when the service was rendered",
    ),
    11: ("receipt.patient", "the patient is not named"),
}
"""The three that substantiate nothing, with the rule and why."""


def case() -> Case:
    """Everything on file at the end of the year; nothing is claimed yet."""
    [client] = read_clients((FOLDER / "clients.csv").read_bytes(), [], {"generic_fsa"}).records
    packages = read_packages((FOLDER / "packages.csv").read_bytes(), [client]).records
    sessions = read_sessions((FOLDER / "sessions.csv").read_bytes(), [client], packages).records
    letters = (
        _letter("doc_letter_1", "2026-01-06", "2026-06-30"),
        _letter("doc_letter_2", "2026-07-13", "2026-12-31"),
    )
    receipts = (
        _package_receipt(1, "2026-01-02", "1000.00", 40),
        _package_receipt(2, "2026-05-02", "899.99", 36),
        _package_receipt(3, "2026-08-20", "800.00", 30),
        *(_receipt(number, days) for number, days in SINGLES.items()),
    )
    return Case(
        client=client,
        documents=(*letters, *receipts, _denial()),
        packages=tuple(packages),
        sessions=tuple(sessions),
    )


def _letter(id: str, signed: str, end: str) -> Document:
    """A complete letter from the day on which it was signed until its end."""
    fields: dict[str, FieldValue] = {
        "patient_name": NAME,
        "patient_dob": "1962-08-30",
        "document_date": signed,
        "provider_name": "Harriet L. Osei",
        "provider_credentials": "MD",
        "provider_npi": "1730158429",
        "treatment": "supervised medical exercise",
        "frequency": "2 to 3 times per week",
        "start_date": signed,
        "end_date": end,
        "signed": "present",
        "signature_date": signed,
    }
    own = Diagnosis(
        text="Age-related osteoporosis without current pathological fracture",
        code="M81.0",
        code_origin="printed",
        confidence=1.0,
        accepted=True,
    )
    return _document(id, "lmn", fields, (own,))


def _package_receipt(number: int, paid: str, price: str, sessions: int) -> Document:
    fields: dict[str, FieldValue] = {
        **_SHOWN,
        "document_date": paid,
        "payment_date": paid,
        "receipt_number": f"TM-{number:02}",
        "description": f"{sessions}-session package, small-group exercise, 45 min",
        "total": price,
        "amount_paid": price,
        "substantiates": False,
    }
    told = Problem(code="receipt.prepaid_package", message="A prepaid package.")
    return _document(f"doc_receipt_{number:02}", "receipt", fields, problems=(told,))


def _receipt(number: int, days: tuple[str, ...]) -> Document:
    """A receipt with a line for each day; a bad one lacks what its fault says."""
    total = f"{len(days) * float(PRICE):.2f}"
    fields: dict[str, FieldValue] = {
        **_SHOWN,
        "document_date": days[-1],
        "payment_date": days[-1],
        "receipt_number": f"TM-{number:02}",
        "service_dates": days,
        "description": SERVICE,
        "line_items": tuple(
            LineItem(description=SERVICE, date=day, quantity=1, amount=PRICE) for day in days
        ),
        "total": total,
        "amount_paid": total,
        "substantiates": number not in BAD,
    }
    lacks = {
        6: ("patient_name", "service_dates", "description", "line_items"),
        10: ("service_dates", "line_items"),
        11: ("patient_name",),
    }
    kept = {name: value for name, value in fields.items() if name not in lacks.get(number, ())}
    problems: tuple[Problem, ...] = ()
    if number in BAD:
        code, why = BAD[number]
        problems = (Problem(code=code, message=f"Does not substantiate: {why}."),)
    return _document(f"doc_receipt_{number:02}", "receipt", kept, problems=problems)


def _denial() -> Document:
    """The plan's refusal of three days of February, for want of the letter."""
    fields: dict[str, FieldValue] = {
        "patient_name": NAME,
        "payer_name": "Tamarack Benefit Accounts",
        "claim_number": "TB-26-40417",
        "document_date": "2026-05-04",
        "service_dates": DENIED,
        "denied_amount": "75.00",
        "reason": "A letter of medical necessity is required and none was received.",
    }
    return _document("doc_denial", "denial", fields)


_SHOWN: Final[dict[str, FieldValue]] = {
    "patient_name": NAME,
    "vendor_name": STUDIO,
    "vendor_address": "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
}


def _document(
    id: str,
    kind: Kind,
    fields: dict[str, FieldValue],
    diagnoses: tuple[Diagnosis, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Document:
    reading = Reading(
        file=f"{id}.pdf",
        sha256="0" * 64,
        pages=1,
        status="read",
        kind=KindReading(value=kind, confidence=1.0),
        fields={
            name: FieldReading(value=value, confidence=1.0, accepted=True)
            for name, value in fields.items()
        },
        diagnoses=diagnoses,
        problems=problems,
    )
    return Document(
        id=id,
        scan_id=f"scan_{id}",
        sha256="0" * 64,
        state="filed",
        client_id="client-7001",
        reading=reading,
    )


def until(case_: Case, day: date) -> Case:
    """The case as it was on a day: papers that came later are not on file yet."""
    papers = tuple(d for d in case_.documents if (d.day("document_date") or day) <= day)
    return case_.model_copy(update={"documents": papers})
