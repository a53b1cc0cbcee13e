"""Walter G. Brandt-Ellis: a letter "for life" is capped at twelve months; one scan, two papers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from casebook.records import LineItem, Session
from samples.papers import brandt_ellis as papers
from samples.stories.people import LINDQVIST, STUDIO, WALTER
from samples.story import Ending, condition, document, sample

_FILED: Final = Ending(state="filed", client=WALTER.id, why="name and birth date are his")
_PERSON: Final = {"patient_name": WALTER.name, "patient_dob": "1949-12-05"}
_SERVICE: Final = "Supervised exercise session, 45 min"
_DAYS: Final = ("2026-02-10", "2026-02-17", "2026-02-24")
_HEART: Final = condition("Chronic systolic heart failure", "I50.22")

SAMPLES: Final = (
    sample(
        "brandt-ellis-letter-lifetime.pdf",
        papers.lifetime_letter,
        document(
            "lmn",
            Ending(
                state="filed",
                client=WALTER.id,
                why="name and birth date are his; twelve months apply",
                or_state="waiting",
            ),
            {
                **_PERSON,
                "document_date": "2026-02-03",
                "provider_name": LINDQVIST.name,
                "provider_credentials": "MD",
                "provider_npi": "1215480975",
                "treatment": "Medically supervised aerobic and strength exercise",
                "frequency": "1 time per week",
                "duration": "Lifetime",
                "signed": "present",
                "signature_date": "2026-02-03",
            },
            (_HEART,),
            status=None,
            may_be_missing=("duration",),
        ),
    ),
    sample(
        "brandt-ellis-two-papers.pdf",
        papers.two_papers,
        document(
            "referral",
            Ending(
                state="filed",
                client=WALTER.id,
                why="name and birth date are his",
                or_state="waiting",
            ),
            {
                **_PERSON,
                "document_date": "2026-01-28",
                "referrer_name": LINDQVIST.name,
                "referrer_credentials": "MD",
                "referrer_npi": "1215480975",
                "practice_name": "Cascadia Heart & Vascular Group",
                "referrer_phone": "+15415550180",
                "referrer_fax": "+15415550181",
                "frequency": "1 time per week",
                "duration": "12 weeks",
                "restrictions": ("stop at a rating of 14 on the Borg scale",),
                "signed": "present",
                "signature_date": "2026-01-28",
            },
            (
                _HEART,
                condition("angina", assertion="negated"),
                condition("Pulmonary embolism", assertion="negated"),
            ),
            page_range=(1, 1),
            status=None,
            may_be_missing=("practice_name", "restrictions", "diagnoses.1", "diagnoses.2"),
        ),
        document(
            "receipt",
            _FILED,
            {
                **_PERSON,
                "vendor_name": STUDIO.name,
                "vendor_address": "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
                "vendor_phone": "+15415550138",
                "vendor_tax_id": "93-1550138",
                "document_date": "2026-02-27",
                "payment_date": "2026-03-02",
                "receipt_number": "AS-2026-0058",
                "service_dates": _DAYS,
                "description": _SERVICE,
                "line_items": tuple(
                    LineItem(description=_SERVICE, date=day, quantity=1, amount="82.50")
                    for day in _DAYS
                ),
                "subtotal": "247.50",
                "tax": "0.00",
                "total": "247.50",
                "amount_paid": "247.50",
                "balance_due": "0.00",
                "payment_method": "check",
                "substantiates": True,
            },
            page_range=(2, 2),
            may_be_missing=("payment_method",),
        ),
    ),
    sample(
        "brandt-ellis-authorization.pdf",
        papers.authorization,
        document(
            "authorization",
            _FILED,
            {
                **_PERSON,
                "member_id": "CSH 4410 7719",
                "document_date": "2026-02-25",
                "payer_name": "Cascade Summit Health Plan",
                "authorization_number": "PA-7740216",
                "approved_units": "12",
                "start_date": "2026-03-01",
                "end_date": "2026-05-31",
            },
        ),
    ),
)

SESSIONS: Final = tuple(
    Session(
        id=f"session-46{number:02d}",
        client_id=WALTER.id,
        date=date.fromisoformat(day),
        minutes=45,
        status="attended",
        description=_SERVICE,
        charge=Decimal("82.50"),
        receipt_number="AS-2026-0058",
        trainer=STUDIO.professional,
    )
    for number, day in enumerate(_DAYS, 1)
)
