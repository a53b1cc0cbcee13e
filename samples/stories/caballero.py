"""Inés Caballero Núñez: an HSA, a letter with an end, invoices by session. A second ready packet.

Of eight sessions one lies before the letter's start and one after its end;
six are claimed. Her health plan paid nothing for July.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from casebook.records import FieldValue, Goal, LineItem, Measurement, Session
from samples.papers import caballero as papers
from samples.papers import caballero_forms as forms
from samples.stories.people import INES, STUDIO, VILLALOBOS
from samples.story import Ending, ExpectedDocument, condition, document, sample

_FILED: Final = Ending(state="filed", client=INES.id, why="name and birth date are hers")
_PERSON: Final = {"patient_name": INES.name, "patient_dob": "1955-07-22"}
_SERVICE: Final = "Supervised strength & balance session, 55 min"
_VENDOR: Final[dict[str, FieldValue]] = {
    "vendor_name": STUDIO.name,
    "vendor_address": "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
    "vendor_phone": "+15415550138",
    "vendor_tax_id": "93-1550138",
}
_OSTEOPOROSIS: Final = condition(
    "Age-related osteoporosis without current pathological fracture", "M81.0"
)


def _items(description: str, days: tuple[str, ...], quantity: int | None) -> tuple[LineItem, ...]:
    return tuple(
        LineItem(description=description, date=day, quantity=quantity, amount="95.00")
        for day in days
    )


def _invoice(number: str, dated: str, paid: str, days: tuple[str, ...]) -> ExpectedDocument:
    total = f"{95 * len(days)}.00"
    return document(
        "receipt",
        _FILED,
        {
            **_PERSON,
            **_VENDOR,
            "document_date": dated,
            "payment_date": paid,
            "receipt_number": number,
            "service_dates": days,
            "description": _SERVICE,
            "line_items": _items(_SERVICE, days, 1),
            "subtotal": total,
            "tax": "0.00",
            "total": total,
            "amount_paid": total,
            "balance_due": "0.00",
            "payment_method": "HSA debit card",
            "substantiates": True,
        },
        may_be_missing=("payment_method",),
    )


SAMPLES: Final = (
    sample(
        "caballero-lmn-form.pdf",
        forms.letter_form,
        document(
            "lmn",
            _FILED,
            {
                **_PERSON,
                "document_date": "2026-06-12",
                "provider_name": VILLALOBOS.name,
                "provider_credentials": "MD",
                "provider_npi": "1952386419",
                "provider_license": "MD218804",
                "treatment": "Supervised progressive resistance and balance training",
                "frequency": "1 session per week",
                "duration": "4 months",
                "start_date": "2026-06-15",
                "end_date": "2026-10-14",
                "signed": "present",
                "signature_date": "2026-06-12",
            },
            (_OSTEOPOROSIS,),
        ),
    ),
    sample(
        "caballero-referral-form.pdf",
        forms.referral_form,
        document(
            "referral",
            _FILED,
            {
                **_PERSON,
                "document_date": "2026-06-02",
                "referrer_name": VILLALOBOS.name,
                "referrer_credentials": "MD",
                "referrer_npi": "1952386419",
                "practice_name": "Bright Harbor Family Medicine",
                "referrer_phone": "+15415550150",
                "referrer_fax": "+15415550151",
                "frequency": "1x per week",
                "duration": "16 weeks",
                "restrictions": ("no loaded spinal flexion",),
                "goals": ("carry groceries up two flights of stairs",),
                "clearance": "restricted",
                "signed": "present",
                "signature_date": "2026-06-02",
            },
            (_OSTEOPOROSIS, condition("Hyperlipidemia, unspecified", "E78.5")),
            may_be_missing=("clearance", "practice_name"),
        ),
    ),
    sample(
        "caballero-invoice-june.pdf",
        papers.invoice_june,
        _invoice(
            "AS-2026-0297", "2026-06-30", "2026-07-01", ("2026-06-11", "2026-06-18", "2026-06-25")
        ),
    ),
    sample(
        "caballero-invoice-july.pdf",
        papers.invoice_july,
        _invoice(
            "AS-2026-0341", "2026-07-31", "2026-08-03", ("2026-07-09", "2026-07-16", "2026-07-23")
        ),
    ),
    sample(
        "caballero-receipt-fax.tif",
        papers.receipt_fax,
        document(
            "receipt",
            Ending(
                state="filed",
                client=INES.id,
                why="name (without accents) and birth date are hers",
                or_state="waiting",
            ),
            {
                **_VENDOR,
                "patient_name": "Ines Caballero Nunez",
                "patient_dob": "1955-07-22",
                "document_date": "2026-10-31",
                "payment_date": "2026-11-02",
                "receipt_number": "AS-2026-0488",
                "service_dates": ("2026-10-08", "2026-10-22"),
                "description": "Supervised balance session, 55 min",
                "line_items": _items(
                    "Supervised balance session, 55 min", ("2026-10-08", "2026-10-22"), None
                ),
                "total": "190.00",
                "amount_paid": "190.00",
                "balance_due": "0.00",
                "payment_method": "check",
                "substantiates": True,
            },
            status=None,
            may_be_missing=("vendor_tax_id", "amount_paid", "payment_date", "payment_method"),
        ),
    ),
    sample(
        "caballero-functional-assessment.pdf",
        papers.assessment,
        document(
            "assessment",
            Ending(
                state="filed",
                client=INES.id,
                why="name and birth date are hers",
                or_state="waiting",
            ),
            {**_PERSON, "document_date": "2026-10-08"},
            status=None,
            may_be_missing=("patient_name",),
        ),
    ),
    sample(
        "caballero-explanation-of-benefits.pdf",
        papers.explanation,
        document(
            "eob",
            _FILED,
            {
                **_PERSON,
                "member_id": "CSH 5517 2046",
                "document_date": "2026-09-04",
                "payer_name": "Cascade Summit Health Plan",
                "claim_number": "26-2240871",
                "service_dates": ("2026-07-09", "2026-07-16", "2026-07-23"),
                "billed": "285.00",
                "allowed": "0.00",
                "plan_paid": "0.00",
                "patient_responsibility": "285.00",
                "reason_codes": ("PR-96",),
            },
        ),
    ),
)


def _session(number: int, day: date, receipt_number: str) -> Session:
    return Session(
        id=f"session-43{number:02d}",
        client_id=INES.id,
        date=day,
        minutes=55,
        status="attended",
        description=_SERVICE,
        charge=Decimal("95.00"),
        receipt_number=receipt_number,
        trainer=STUDIO.professional,
    )


SESSIONS: Final = (
    _session(1, date(2026, 6, 11), "AS-2026-0297"),
    _session(2, date(2026, 6, 18), "AS-2026-0297"),
    _session(3, date(2026, 6, 25), "AS-2026-0297"),
    _session(4, date(2026, 7, 9), "AS-2026-0341"),
    _session(5, date(2026, 7, 16), "AS-2026-0341"),
    _session(6, date(2026, 7, 23), "AS-2026-0341"),
    _session(7, date(2026, 10, 8), "AS-2026-0488"),
    _session(8, date(2026, 10, 22), "AS-2026-0488"),
)

_VALUES: Final = {
    "gait_speed": ("m/s", "0.94", "1.01", "1.08"),
    "timed_up_and_go": ("s", "12.6", "11.8", "11.2"),
    "grip_strength": ("kg", "19.5", "21.0", "22.5"),
}
_DAYS: Final = (date(2026, 6, 18), date(2026, 7, 23), date(2026, 10, 8))

MEASUREMENTS: Final = tuple(
    Measurement(
        id=f"measurement-53{kind}{visit}",
        client_id=INES.id,
        measure=measure,
        value=Decimal(value),
        unit=unit,
        date=day,
    )
    for kind, (measure, (unit, *values)) in enumerate(_VALUES.items())
    for visit, (day, value) in enumerate(zip(_DAYS, values, strict=True))
)

GOALS: Final = (
    Goal(
        id="goal-6301",
        client_id=INES.id,
        text="Carry groceries up two flights of stairs",
        set_on=date(2026, 6, 18),
        due=date(2026, 10, 14),
        status="met",
    ),
    Goal(
        id="goal-6302",
        client_id=INES.id,
        text="Walk at 1.1 m/s",
        set_on=date(2026, 6, 18),
        measure="gait_speed",
        target=Decimal("1.1"),
        due=date(2026, 10, 14),
    ),
)
