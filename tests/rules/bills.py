"""Builders of small superbills for tests: a coded session, the provider, who bills."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casebook.records import Address
from rules.cms1500 import BillingProvider, Cms1500Form, forms
from rules.superbill import CodedService, Rendering, Superbill, judge_superbill

HERE = Address(street="12 Quay St", city="Port Alder", state="WA", postal_code="98221")
WHO = Rendering(
    name="Ada N. Okafor",
    credentials="MD",
    license="MD60012345",
    license_state="WA",
    address=HERE,
    phone="+13605550140",
    npi="1234567893",
    tax_id="91-1111111",
    attested_on=date(2026, 4, 1),
)
BILLING = BillingProvider(
    name="Harbor Medical Fitness",
    address=HERE,
    phone="+13605550141",
    npi="1234567893",
    tax_id="91-1111111",
)


def service(n: int = 0, **changes: Any) -> CodedService:
    """Fifty one-on-one minutes of a timed code, three units, $90."""
    base: dict[str, Any] = {
        "session_id": f"session_{n:02}",
        "date_of_service": date(2026, 3, 10) + timedelta(days=n),
        "code": "97110",
        "description": "supervised medical exercise",
        "pointers": ("A",),
        "units": 3,
        "minutes": 50,
        "charge": Decimal("90.00"),
    }
    return CodedService(**(base | changes))


def bill(*services: CodedService, **changes: Any) -> Superbill:
    base: dict[str, Any] = {
        "client_id": "client_1",
        "patient_name": "Dana R. Whitfield",
        "patient_dob": date(1961, 3, 4),
        "member_id": "W48820571",
        "rendering": WHO,
        "diagnoses": ("M17.11",),
        "services": services or (service(),),
    }
    return Superbill(**(base | changes))


def faults(of: Superbill) -> set[str]:
    return {v.rule.id for v in judge_superbill(of) if v.outcome == "fail"}


def made(count: int, **changes: Any) -> tuple[Cms1500Form, ...]:
    return forms(bill(*(service(n) for n in range(count)), **changes), BILLING)
