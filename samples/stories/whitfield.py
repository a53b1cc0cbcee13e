"""Dana R. Whitfield: referral, letter, prepaid package, attendance. Her packet is ready.

An FSA of the federal kind: ten items on the letter, no future sessions even
where they are prepaid. Ten sessions paid, seven attended, one missed, two to come.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from casebook.records import Goal, LineItem, Measurement, ReadMeasure, Session, SessionPackage
from casebook.records.attendance import Attendance
from samples.papers import whitfield as papers
from samples.papers import whitfield_sheets as sheets
from samples.stories.people import DANA, OSEI, STUDIO
from samples.story import Ending, condition, document, sample

_FILED: Final = Ending(state="filed", client=DANA.id, why="name and birth date are hers")
_MEASURES: Final = tuple(
    ReadMeasure(name=name, value=value, unit=unit, date=day)
    for name, unit, values in (
        ("six_minute_walk", "m", ("412", "431", "455")),
        ("timed_up_and_go", "s", ("10.9", "10.1", "9.4")),
        ("chair_stand_30s", "stands", ("9", "11", "12")),
        ("nprs", "points", ("6", "5", "3")),
        ("resting_heart_rate", "bpm", ("82", "79", "76")),
    )
    for day, value in zip(("2026-09-08", "2026-10-06", "2026-10-27"), values, strict=True)
)
_PERSON: Final = {"patient_name": DANA.name, "patient_dob": "1968-03-14"}
_LETTER: Final = document(
    "lmn",
    _FILED,
    {
        **_PERSON,
        "document_date": "2026-09-03",
        "provider_name": OSEI.name,
        "provider_credentials": "MD",
        "provider_npi": "1730158429",
        "treatment": "One-on-one medically supervised therapeutic exercise",
        "frequency": "2 sessions per week",
        "duration": "6 months",
        "start_date": "2026-09-08",
        "end_date": "2027-03-07",
        "signed": "present",
        "signature_date": "2026-09-03",
        "administrator": "FSAFEDS",
    },
    (condition("Primary osteoarthritis, right knee", "M17.11"),),
    may_be_missing=("administrator",),
)
_DUPLICATE: Final = Ending(
    state="duplicate", client=DANA.id, why="the same bytes as her letter, under another name"
)

SAMPLES: Final = (
    sample(
        "whitfield-referral.pdf",
        papers.referral,
        document(
            "referral",
            _FILED,
            {
                **_PERSON,
                "member_id": "W48820571",
                "document_date": "2026-08-27",
                "referrer_name": OSEI.name,
                "referrer_credentials": "MD",
                "referrer_npi": "1730158429",
                "practice_name": "Three Rivers Orthopaedic Clinic",
                "referrer_phone": "+15415550120",
                "referrer_fax": "+15415550121",
                "onset_date": "2026-02-10",
                "frequency": "2 times per week",
                "duration": "12 weeks",
                "restrictions": ("no deep squats below 90 degrees", "no running or jumping"),
                "goals": (
                    "climb one flight of stairs without a rail",
                    "walk 30 minutes without stopping",
                ),
                "clearance": "restricted",
                "signed": "present",
                "signature_date": "2026-08-27",
            },
            (
                condition("Primary osteoarthritis, right knee", "M17.11"),
                condition("Type 2 diabetes mellitus without complications", "E11.9"),
                condition("meniscal tear", assertion="negated"),
                condition("rheumatoid arthritis", experiencer="family"),
            ),
            may_be_missing=("practice_name", "onset_date", "clearance", "diagnoses.2"),
        ),
    ),
    sample("whitfield-letter-of-medical-necessity.pdf", papers.letter, _LETTER),
    sample(
        "xerox-scan-20261105.pdf", papers.letter, _LETTER.model_copy(update={"ends": _DUPLICATE})
    ),
    sample(
        "whitfield-package-receipt.pdf",
        sheets.package_receipt,
        document(
            "receipt",
            _FILED,
            {
                **_PERSON,
                "document_date": "2026-09-08",
                "payment_date": "2026-09-08",
                "vendor_name": STUDIO.name,
                "vendor_address": "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
                "vendor_phone": "+15415550138",
                "vendor_tax_id": "93-1550138",
                "receipt_number": "AS-2026-0412",
                "description": "10-session package, supervised therapeutic exercise, 60 min",
                "line_items": (
                    LineItem(
                        description="10-session package, supervised therapeutic exercise, 60 min",
                        quantity=1,
                        amount="1145.00",
                    ),
                ),
                "subtotal": "1145.00",
                "tax": "0.00",
                "total": "1145.00",
                "amount_paid": "1145.00",
                "balance_due": "0.00",
                "payment_method": "Visa",
                "substantiates": False,
            },
            problems=("receipt.date_of_service", "receipt.prepaid_package"),
            may_be_missing=("document_date", "payment_method"),
        ),
    ),
    sample(
        "whitfield-attendance-sideways.pdf",
        sheets.attendance_sheet,
        document(
            "session_log",
            _FILED.model_copy(update={"or_state": "waiting"}),
            _PERSON,
            status=None,
        ),
    ),
    sample(
        "whitfield-functional-assessment.pdf",
        sheets.assessment,
        document(
            "assessment",
            _FILED,
            {**_PERSON, "document_date": "2026-10-27", "measures": _MEASURES},
        ),
    ),
)

PACKAGE: Final = SessionPackage(
    id="package-3001",
    client_id=DANA.id,
    purchased_on=date(2026, 9, 8),
    sessions=10,
    price=Decimal("1145.00"),
    description="10-session package, supervised therapeutic exercise, 60 min",
    receipt_number="AS-2026-0412",
)


def _session(number: int, day: date, status: Attendance) -> Session:
    return Session(
        id=f"session-41{number:02d}",
        client_id=DANA.id,
        date=day,
        minutes=60,
        status=status,
        description="Supervised therapeutic exercise, 60 min",
        package_id=PACKAGE.id,
        trainer=STUDIO.professional,
    )


SESSIONS: Final = (
    _session(1, date(2026, 9, 8), "attended"),
    _session(2, date(2026, 9, 15), "attended"),
    _session(3, date(2026, 9, 22), "attended"),
    _session(4, date(2026, 9, 29), "attended"),
    _session(5, date(2026, 10, 6), "attended"),
    _session(6, date(2026, 10, 13), "no_show"),
    _session(7, date(2026, 10, 20), "attended"),
    _session(8, date(2026, 10, 27), "attended"),
    _session(9, date(2026, 11, 24), "scheduled"),
    _session(10, date(2026, 12, 1), "scheduled"),
)

_VALUES: Final = {
    "six_minute_walk": ("m", "412", "431", "455"),
    "timed_up_and_go": ("s", "10.9", "10.1", "9.4"),
    "chair_stand_30s": ("stands", "9", "11", "12"),
    "nprs": ("points", "6", "5", "3"),
    "resting_heart_rate": ("bpm", "82", "79", "76"),
}
_DAYS: Final = (date(2026, 9, 8), date(2026, 10, 6), date(2026, 10, 27))

MEASUREMENTS: Final = tuple(
    Measurement(
        id=f"measurement-51{kind}{visit}",
        client_id=DANA.id,
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
        id="goal-6101",
        client_id=DANA.id,
        text="Climb one flight of stairs without a rail",
        set_on=date(2026, 9, 8),
        due=date(2026, 12, 1),
        status="met",
    ),
    Goal(
        id="goal-6102",
        client_id=DANA.id,
        text="Walk 450 m in six minutes",
        set_on=date(2026, 9, 8),
        measure="six_minute_walk",
        target=Decimal("450"),
        due=date(2026, 12, 1),
        status="met",
    ),
    Goal(
        id="goal-6103",
        client_id=DANA.id,
        text="Stand up 14 times in 30 seconds",
        set_on=date(2026, 9, 8),
        measure="chair_stand_30s",
        target=Decimal("14"),
        due=date(2027, 3, 7),
    ),
)
