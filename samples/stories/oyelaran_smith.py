"""Marcus Oyelaran-Smith: a referral and no letter. The request is drafted, the packet a draft.

Four sessions paid singly: two on a proper invoice, one on a till receipt that
names nobody, one proven by a card slip alone. His plan has already said no.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from casebook.records import Goal, LineItem, Measurement, Session
from samples.papers import oyelaran_smith as papers
from samples.papers import oyelaran_smith_slips as slips
from samples.stories.people import MARCUS, RAMAN, STUDIO
from samples.story import Ending, condition, document, sample

_FILED: Final = Ending(state="filed", client=MARCUS.id, why="name and birth date are his")
_PERSON: Final = {"patient_name": MARCUS.name, "patient_dob": "1979-11-02"}
_ADDRESS: Final = "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326"
_SERVICE: Final = "Supervised exercise session, 60 min"

SAMPLES: Final = (
    sample(
        "oyelaran-smith-referral-fax.tif",
        papers.referral_fax,
        document(
            "referral",
            Ending(
                state="filed",
                client=MARCUS.id,
                why="name, birth date and member ID are his",
                or_state="waiting",
            ),
            {
                **_PERSON,
                "member_id": "CSH 3301 8842",
                "document_date": "2026-09-15",
                "referrer_name": RAMAN.name,
                "referrer_credentials": "DO",
                "referrer_npi": "1841297355",
                "practice_name": "Lakeside Internal Medicine Associates",
                "referrer_phone": "+15415550130",
                "referrer_fax": "+15415550131",
                "frequency": "2 times per week",
                "duration": "8 weeks",
                "target_heart_rate": "105-125 bpm",
                "restrictions": ("no lifting over 25 lb from the floor",),
                "goals": ("sit through a full work day without pain",),
                "clearance": "restricted",
                "signed": "present",
                "signature_date": "2026-09-15",
            },
            (
                condition("Low back pain", "M54.5"),
                condition("Essential hypertension", "I10"),
                condition("Lumbar fracture", assertion="negated"),
                condition("left sciatica", assertion="possible"),
                condition("stroke", experiencer="family"),
                condition("syncope", assertion="negated"),
            ),
            status=None,
            problems=("icd10.not_billable",),
            may_be_missing=(
                "member_id",
                "clearance",
                "signature_date",
                "signed",
                "practice_name",
                "target_heart_rate",
                "diagnoses.2",
                "diagnoses.5",
            ),
        ),
    ),
    sample(
        "IMG_4471.jpg",
        slips.invoice_photo,
        document(
            "receipt",
            Ending(
                state="filed",
                client=MARCUS.id,
                why="name and birth date are his",
                or_state="waiting",
            ),
            {
                **_PERSON,
                "document_date": "2026-09-30",
                "payment_date": "2026-10-02",
                "vendor_name": STUDIO.name,
                "vendor_address": _ADDRESS,
                "vendor_phone": "+15415550138",
                "vendor_tax_id": "93-1550138",
                "receipt_number": "AS-2026-0466",
                "service_dates": ("2026-09-22", "2026-09-29"),
                "description": _SERVICE,
                "line_items": (
                    LineItem(description=_SERVICE, date="2026-09-22", quantity=1, amount="95.00"),
                    LineItem(description=_SERVICE, date="2026-09-29", quantity=1, amount="95.00"),
                ),
                "subtotal": "190.00",
                "tax": "0.00",
                "total": "190.00",
                "amount_paid": "190.00",
                "balance_due": "0.00",
                "payment_method": "Mastercard",
                "substantiates": True,
            },
            status=None,
            may_be_missing=(
                "vendor_tax_id",
                "vendor_address",
                "vendor_phone",
                "payment_date",
                "payment_method",
                "line_items",
                "amount_paid",
            ),
        ),
    ),
    sample(
        "oyelaran-smith-till-receipt.png",
        slips.thermal_receipt,
        document(
            "receipt",
            Ending(state="waiting", why="no name on it: a person says whose it is"),
            {
                "document_date": "2026-10-06",
                "payment_date": "2026-10-06",
                "vendor_name": STUDIO.name,
                "vendor_address": _ADDRESS,
                "vendor_phone": "+15415550138",
                "receipt_number": "T-7731",
                "line_items": (
                    LineItem(description="EXERCISE SESSION 60", quantity=1, amount="95.00"),
                    LineItem(description="RESISTANCE BAND MED", quantity=1, amount="12.50"),
                ),
                "subtotal": "107.50",
                "tax": "0.00",
                "total": "107.50",
                "payment_method": "Cash",
                "substantiates": False,
            },
            status=None,
            problems=("receipt.patient", "receipt.date_of_service"),
            may_be_missing=(
                "document_date",
                "vendor_name",
                "vendor_address",
                "line_items",
                "payment_method",
            ),
        ),
    ),
    sample(
        "oyelaran-smith-card-slip.jpg",
        slips.card_slip,
        document(
            "receipt",
            Ending(state="waiting", why="no name on it; and a card slip substantiates nothing"),
            {
                "document_date": "2026-10-13",
                "payment_date": "2026-10-13",
                "vendor_name": "ALDER & STONE FITNESS",
                "vendor_address": "1420 JUNIPER ST STE 3, FERN HOLLOW OR 97326",
                "total": "95.00",
                "payment_method": "Visa",
                "substantiates": False,
            },
            status=None,
            problems=("receipt.card_slip", "receipt.patient", "receipt.date_of_service"),
            may_be_missing=("document_date", "vendor_name", "vendor_address", "payment_method"),
        ),
    ),
    sample(
        "oyelaran-smith-denial.pdf",
        papers.denial,
        document(
            "denial",
            Ending(state="filed", client=MARCUS.id, why="name and member ID are his"),
            {
                "patient_name": MARCUS.name,
                "member_id": "CSH 3301 8842",
                "document_date": "2026-10-30",
                "payer_name": "Cascade Summit Benefit Accounts",
                "claim_number": "FS-26-118403",
                "service_dates": ("2026-09-22", "2026-09-29"),
                "denied_amount": "190.00",
                "reason": (
                    "A letter of medical necessity is required for this service "
                    "and none was received."
                ),
                "reason_codes": ("CO-16",),
                "appeal_deadline": "2027-04-28",
            },
        ),
    ),
    sample(
        "oyelaran-smith-readiness.jpg",
        papers.readiness,
        document(
            "consent",
            _FILED,
            {**_PERSON, "document_date": "2026-09-22"},
            may_be_missing=("document_date",),
        ),
    ),
    sample(
        "oyelaran-smith-upload.pdf",
        papers.truncated_letter,
        document(
            "other",
            Ending(state="quarantined", why="the file breaks off; ask for it again"),
            status="quarantined",
        ),
    ),
)


def _session(number: int, day: date, receipt_number: str | None) -> Session:
    return Session(
        id=f"session-42{number:02d}",
        client_id=MARCUS.id,
        date=day,
        minutes=60,
        status="attended",
        description=_SERVICE,
        charge=Decimal("95.00"),
        receipt_number=receipt_number,
        trainer=STUDIO.professional,
    )


SESSIONS: Final = (
    _session(1, date(2026, 9, 22), "AS-2026-0466"),
    _session(2, date(2026, 9, 29), "AS-2026-0466"),
    _session(3, date(2026, 10, 6), "T-7731"),
    _session(4, date(2026, 10, 13), None),
)

MEASUREMENTS: Final = tuple(
    Measurement(
        id=f"measurement-52{number}",
        client_id=MARCUS.id,
        measure=measure,
        value=Decimal(value),
        unit=unit,
        date=day,
    )
    for number, (measure, value, unit, day) in enumerate(
        (
            ("odi", "34", "points", date(2026, 9, 22)),
            ("odi", "26", "points", date(2026, 10, 13)),
            ("systolic_bp", "146", "mmHg", date(2026, 9, 22)),
            ("systolic_bp", "138", "mmHg", date(2026, 10, 13)),
        )
    )
)

GOALS: Final = (
    Goal(
        id="goal-6201",
        client_id=MARCUS.id,
        text="Sit through a full work day without pain",
        set_on=date(2026, 9, 22),
        due=date(2026, 11, 24),
    ),
)
