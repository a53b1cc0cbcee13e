"""Records to put into a casebook, each with whatever a test wants to be different."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from casebook.records import (
    Address,
    Claim,
    ClaimLine,
    Client,
    Diagnosis,
    Document,
    Evidence,
    FieldReading,
    FieldValue,
    KindReading,
    LineItem,
    Packet,
    Period,
    Problem,
    Provider,
    Reading,
    Scan,
    Session,
    SessionPackage,
)
from casebook.store import Transaction, ids, scans

SHA = "ab" * 32
ADDRESS = Address(street="88 Larch Lane", city="Fern Hollow", state="OR", postal_code="97326")


def client(**more: Any) -> Client:
    plain: dict[str, Any] = {"name": "Dana R. Whitfield", "dob": date(1968, 3, 14)}
    return Client(**{"id": ids.new("client"), **plain, **more})


def provider(**more: Any) -> Provider:
    return Provider(**{"id": ids.new("provider"), "name": "Elena Marsh", **more})


def field(value: FieldValue, *, accepted: bool = True) -> FieldReading:
    evidence = Evidence(page=1, box=(72.0, 140.5, 210.3, 152.0), text="as printed")
    return FieldReading(value=value, confidence=0.97, accepted=accepted, evidence=(evidence,))


def reading(**more: Any) -> Reading:
    plain: dict[str, Any] = {
        "file": "scan.pdf",
        "sha256": SHA,
        "pages": 2,
        "page_range": (1, 2),
        "status": "read",
        "kind": KindReading(value="receipt", confidence=0.99),
        "fields": {
            "total": field("950.00"),
            "document_date": field("2026-09-08"),
            "service_dates": field(("2026-09-10", "2026-09-12"), accepted=False),
            "substantiates": field(True),
            "line_items": field((LineItem(description="Training", quantity=1.5, amount="95.00"),)),
        },
        "diagnoses": (
            Diagnosis(text="low back pain", code="M54.50", code_origin="printed", **SURE),
            Diagnosis(text="asthma", assertion="negated", **SURE),
            Diagnosis(text="knee osteoarthritis", suggestions=("M17.11", "M17.12"), **SURE),
        ),
        "problems": (Problem(code="receipt.no_patient", message="no patient", field="total"),),
    }
    return Reading(**{**plain, **more})


SURE: dict[str, Any] = {"confidence": 0.96, "accepted": True}


def received(tx: Transaction, delivery: str = "first", sha256: str = SHA) -> Scan:
    return scans.receive(tx, delivery=delivery, sha256=sha256, name="scan.pdf", size=1200)


def document(scan: Scan, **more: Any) -> Document:
    plain: dict[str, Any] = {"state": "waiting", "reason": "nobody fits", "reading": reading()}
    identity = {"id": ids.new("doc"), "scan_id": scan.id, "sha256": scan.sha256}
    return Document(**{**identity, **plain, **more})


def package(client_id: str, **more: Any) -> SessionPackage:
    plain: dict[str, Any] = {
        "purchased_on": date(2026, 9, 8),
        "sessions": 10,
        "price": Decimal("950.10"),
        "description": "Ten sessions",
    }
    return SessionPackage(**{"id": ids.new("package"), "client_id": client_id, **plain, **more})


def session(client_id: str, **more: Any) -> Session:
    plain: dict[str, Any] = {
        "date": date(2026, 9, 10),
        "minutes": 60,
        "status": "attended",
        "description": "One-on-one training",
    }
    return Session(**{"id": ids.new("session"), "client_id": client_id, **plain, **more})


def claim(client_id: str, *session_ids: str) -> Claim:
    lines = tuple(
        ClaimLine(
            session_id=one,
            date_of_service=date(2026, 9, 10),
            description="One-on-one training",
            minutes=60,
            amount=Decimal("95.01"),
            receipt_document_id="doc_receipt",
            lmn_document_id="doc_letter",
        )
        for one in session_ids
    )
    period = Period(start=date(2026, 9, 1), end=date(2026, 9, 30))
    return Claim(
        client_id=client_id,
        account="fsa",
        administrator="fsafeds",
        period=period,
        lines=lines,
        exclusions=(),
    )


def packet(of: Claim, **more: Any) -> Packet:
    plain: dict[str, Any] = {
        "status": "ready",
        "total": of.total,
        "built_at": datetime(2026, 11, 20, 12, 30, 1, 5, tzinfo=UTC),
        "folder": "outbox/whitfield/packet",
    }
    about = {"client_id": of.client_id, "account": of.account, "period": of.period}
    return Packet(**{"id": ids.new("packet"), **about, **plain, **more})
