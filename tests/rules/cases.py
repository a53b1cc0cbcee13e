"""Builders of small cases for the tests of rules: an LMN, a receipt, sessions, a package."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from casebook.records import (
    Case,
    Client,
    Diagnosis,
    Document,
    FieldReading,
    Kind,
    KindReading,
    LineItem,
    Period,
    Reading,
    Session,
    SessionPackage,
)

TODAY = date(2026, 11, 20)
YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))

KNEE = Diagnosis(
    text="primary osteoarthritis, right knee",
    code="M17.11",
    code_origin="printed",
    confidence=0.99,
    accepted=True,
)


def client(**changes: Any) -> Client:
    base: dict[str, Any] = {"id": "client_1", "name": "Dana R. Whitfield", "dob": date(1961, 3, 4)}
    return Client(**(base | changes))


def document(
    kind: Kind,
    fields: dict[str, Any],
    diagnoses: tuple[Diagnosis, ...] = (),
    id: str = "doc_1",
) -> Document:
    """A filed document all of whose fields are accepted; None drops a field."""
    reading = Reading(
        file="scan.pdf",
        sha256="0" * 64,
        pages=1,
        status="read",
        kind=KindReading(value=kind, confidence=0.99),
        fields={
            name: FieldReading(value=value, confidence=0.99, accepted=True)
            for name, value in fields.items()
            if value is not None
        },
        diagnoses=diagnoses,
    )
    return Document(
        id=id,
        scan_id="scan_1",
        sha256="0" * 64,
        state="filed",
        client_id="client_1",
        reading=reading,
    )


def letter(
    id: str = "doc_lmn", diagnoses: tuple[Diagnosis, ...] = (KNEE,), **changes: Any
) -> Document:
    """A complete letter, signed 2 March 2026, for six months from 1 March 2026."""
    fields: dict[str, Any] = {
        "patient_name": "Dana R. Whitfield",
        "patient_dob": "1961-03-04",
        "document_date": "2026-03-02",
        "provider_name": "Ada N. Okafor",
        "provider_credentials": "MD",
        "treatment": "supervised medical exercise",
        "frequency": "2 times per week",
        "duration": "6 months",
        "start_date": "2026-03-01",
        "signed": "present",
        "signature_date": "2026-03-02",
    }
    return document("lmn", fields | changes, diagnoses, id)


def receipt(id: str = "doc_receipt", **changes: Any) -> Document:
    """An itemised receipt of two sessions, 10 and 12 March 2026, at $90 each."""
    fields: dict[str, Any] = {
        "patient_name": "Dana R. Whitfield",
        "vendor_name": "Harbor Medical Fitness",
        "vendor_address": "12 Quay St, Port Alder, WA 98221",
        "receipt_number": "R-100",
        "service_dates": ("2026-03-10", "2026-03-12"),
        "description": "Medical exercise session",
        "line_items": (
            LineItem(description="Medical exercise session", date="2026-03-10", amount="90.00"),
            LineItem(description="Medical exercise session", date="2026-03-12", amount="90.00"),
        ),
        "total": "180.00",
        "substantiates": True,
    }
    return document("receipt", fields | changes, id=id)


def eob(**changes: Any) -> Document:
    """Insurance paid $100.01 of the two sessions of `receipt`."""
    fields: dict[str, Any] = {
        "patient_name": "Dana R. Whitfield",
        "claim_number": "C-1",
        "service_dates": ("2026-03-10", "2026-03-12"),
        "billed": "180.00",
        "plan_paid": "100.01",
    }
    return document("eob", fields | changes, id="doc_eob")


def package_receipt(id: str = "doc_package", **changes: Any) -> Document:
    """The receipt of a prepaid package of ten sessions for $1,000."""
    fields: dict[str, Any] = {
        "receipt_number": "P-10",
        "service_dates": None,
        "line_items": None,
        "payment_date": "2026-03-02",
        "total": "1000.00",
        "amount_paid": "1000.00",
        "substantiates": False,
    }
    return receipt(id, **(fields | changes))


def package(**changes: Any) -> SessionPackage:
    base: dict[str, Any] = {
        "id": "package_1",
        "client_id": "client_1",
        "purchased_on": date(2026, 3, 2),
        "sessions": 10,
        "price": Decimal("1000.00"),
        "description": "10-session medical exercise package",
        "receipt_number": "P-10",
    }
    return SessionPackage(**(base | changes))


def session(day: date, **changes: Any) -> Session:
    """An attended session of an hour, singly paid at $90."""
    base: dict[str, Any] = {
        "id": f"session_{day.isoformat()}",
        "client_id": "client_1",
        "date": day,
        "minutes": 60,
        "status": "attended",
        "description": "Medical exercise session",
        "charge": Decimal("90.00"),
        "receipt_number": "R-100",
    }
    return Session(**(base | changes))


def of_package(day: date, **changes: Any) -> Session:
    """An attended session of the package."""
    base: dict[str, Any] = {"package_id": "package_1", "charge": None, "receipt_number": None}
    return session(day, **(base | changes))


def case(*documents: Document, **changes: Any) -> Case:
    base: dict[str, Any] = {"client": client(), "documents": documents}
    return Case(**(base | changes))
