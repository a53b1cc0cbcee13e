"""Cases for the tests of papers: an ordinary client, and one who breaks careless pages.

Long because it is data: two whole cases with everything that a paper can show.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from casebook.records import (
    Address,
    Case,
    Claim,
    Client,
    Diagnosis,
    Document,
    Evidence,
    FieldReading,
    FieldValue,
    Goal,
    Kind,
    KindReading,
    Measurement,
    Period,
    Provider,
    Reading,
    Session,
    SessionPackage,
    Studio,
)
from rules.claims import claim as rules_claim
from rules.profiles import profile

TODAY = date(2026, 11, 20)
AUTUMN = Period(start=date(2026, 9, 1), end=date(2026, 11, 15))

STUDIO = Studio(
    name="Alder & Stone Medical Fitness",
    address=Address(
        street="1420 Juniper Street",
        street2="Suite 3",
        city="Fern Hollow",
        state="OR",
        postal_code="97326",
    ),
    phone="+15415550138",
    fax="+15415550139",
    email="care@alderstone.example",
    website="alderstone.example",
    tax_id="93-1550138",
    professional="Jordan Avery",
    professional_credentials="MS, ACSM-CEP",
)
OSEI = Provider(
    id="provider_1",
    name="Harriet L. Osei",
    credentials="MD",
    npi="1730158429",
    practice="Three Rivers Orthopaedic Clinic",
    address=Address(
        street="600 Confluence Avenue", city="Fern Hollow", state="OR", postal_code="97326"
    ),
    phone="+15415550120",
    fax="+15415550121",
)
DANA = Client(
    id="client_1",
    name="Dana R. Whitfield",
    dob=date(1968, 3, 14),
    phone="+15415550112",
    address=Address(street="88 Larch Lane", city="Fern Hollow", state="OR", postal_code="97326"),
    member_ids=("W48820571",),
    employer="Willamette Forest Survey",
    administrator="fsafeds",
    coverage_start=date(2026, 1, 1),
    coverage_end=date(2026, 12, 31),
    training_since=date(2026, 9, 8),
)
KNEE = Diagnosis(
    text="Primary osteoarthritis, right knee",
    code="M17.11",
    code_origin="printed",
    confidence=0.99,
    accepted=True,
    evidence=(Evidence(page=1, box=(72, 210, 330, 224), text="M17.11"),),
)


def document(
    id: str,
    kind: Kind,
    fields: dict[str, FieldValue],
    diagnoses: tuple[Diagnosis, ...] = (),
    accepted: bool = True,
) -> Document:
    """A filed document whose fields stand on page 1."""
    reading = Reading(
        file="scan.pdf",
        sha256=f"{sum(id.encode()):064x}",
        pages=1,
        status="read",
        kind=KindReading(value=kind, confidence=0.99),
        fields={
            name: FieldReading(
                value=value,
                confidence=0.99,
                accepted=accepted,
                evidence=(Evidence(page=1, box=(72, 100, 200, 112), text="as read"),),
            )
            for name, value in fields.items()
        },
        diagnoses=diagnoses,
    )
    return Document(
        id=id,
        scan_id=f"scan_{id}",
        sha256=reading.sha256,
        state="filed",
        client_id="client_1",
        reading=reading,
    )


def referral(**changes: FieldValue) -> Document:
    fields: dict[str, FieldValue] = {
        "patient_name": "Dana R. Whitfield",
        "patient_dob": "1968-03-14",
        "document_date": "2026-06-07",
        "referrer_name": "Harriet L. Osei",
        "referrer_credentials": "MD",
        "referrer_npi": "1730158429",
        "referrer_phone": "+15415550120",
        "practice_name": "Three Rivers Orthopaedic Clinic",
        "frequency": "2 sessions per week",
        "duration": "6 months",
        "goals": ("walk 30 minutes without pain", "climb stairs without the rail"),
        "restrictions": ("no deep squats beyond 90 degrees",),
        "signed": "present",
        "signature_date": "2026-06-07",
    }
    return document("doc_referral", "referral", fields | changes, (KNEE,))


def lmn(**changes: FieldValue) -> Document:
    fields: dict[str, FieldValue] = {
        "patient_name": "Dana R. Whitfield",
        "patient_dob": "1968-03-14",
        "document_date": "2026-09-03",
        "provider_name": "Harriet L. Osei",
        "provider_credentials": "MD",
        "provider_npi": "1730158429",
        "treatment": "One-on-one supervised therapeutic exercise",
        "frequency": "2 sessions per week",
        "duration": "6 months",
        "start_date": "2026-09-08",
        "end_date": "2027-03-07",
        "signed": "present",
        "signature_date": "2026-09-03",
    }
    return document("doc_lmn", "lmn", fields | changes, (KNEE,))


def receipt() -> Document:
    fields: dict[str, FieldValue] = {
        "patient_name": "Dana R. Whitfield",
        "document_date": "2026-09-08",
        "vendor_name": "Alder & Stone Medical Fitness",
        "vendor_address": "1420 Juniper Street, Fern Hollow, OR 97326",
        "receipt_number": "R-2207",
        "payment_date": "2026-09-08",
        "service_dates": ("2026-09-08",),
        "description": "Package of 10 one-on-one exercise sessions",
        "total": "1240.00",
        "amount_paid": "1240.00",
        "substantiates": True,
    }
    return document("doc_receipt", "receipt", fields)


def sessions(attended: int = 7, missed: int = 1, coming: int = 2) -> tuple[Session, ...]:
    """One session every fourth day from September 8, 2026, of one package."""
    statuses = ["attended"] * attended + ["no_show"] * missed + ["scheduled"] * coming
    return tuple(
        Session(
            id=f"session_{number:03}",
            client_id="client_1",
            date=date(2026, 9, 8) + timedelta(days=4 * number),
            minutes=60,
            status=status,  # type: ignore[arg-type]  # one of three literals
            description="One-on-one supervised exercise",
            package_id="package_1",
        )
        for number, status in enumerate(statuses)
    )


def measured(measure: str, unit: str, *values: str) -> tuple[Measurement, ...]:
    """One value a month from September 8, 2026."""
    return tuple(
        Measurement(
            id=f"{measure}_{number}",
            client_id="client_1",
            measure=measure,
            value=Decimal(value),
            unit=unit,
            date=date(2026, 9 + number, 8),
        )
        for number, value in enumerate(values)
    )


MEASUREMENTS = (
    *measured("six_minute_walk", "m", "412", "438", "457"),
    *measured("timed_up_and_go", "s", "11.8", "10.9", "10.4"),
    *measured("chair_stand_30s", "stands", "9", "11", "13"),
    *measured("nprs", "points", "6", "5", "4"),
    *measured("resting_heart_rate", "bpm", "78", "74"),
)
GOALS = (
    Goal(
        id="goal_1",
        client_id="client_1",
        text="Walk 460 m in six minutes",
        set_on=date(2026, 9, 8),
        measure="six_minute_walk",
        target=Decimal("460"),
        due=date(2026, 12, 15),
    ),
    Goal(
        id="goal_2",
        client_id="client_1",
        text="Climb the stairs at home without the rail",
        set_on=date(2026, 9, 8),
        due=date(2026, 11, 1),
        status="met",
    ),
)


def case(**changes: object) -> Case:
    """Dana: referral, letter, package of ten with seven attended, measures, goals."""
    base: dict[str, object] = {
        "client": DANA,
        "documents": (referral(), lmn(), receipt()),
        "packages": (
            SessionPackage(
                id="package_1",
                client_id="client_1",
                purchased_on=date(2026, 9, 8),
                sessions=10,
                price=Decimal("1240.00"),
                description="Package of 10 one-on-one exercise sessions",
                receipt_number="R-2207",
            ),
        ),
        "sessions": sessions(),
        "measurements": MEASUREMENTS,
        "goals": GOALS,
        "providers": (OSEI,),
    }
    return Case.model_validate(base | changes)


def hard_case(number_of_sessions: int = 120, number_of_goals: int = 40) -> Case:
    """Every text that tends to break a page: long, marked-up, accented, right-to-left, emoji."""
    long_name = "Maximiliana-Konstantinopolitana Wolfeschlegelsteinhausenbergerdorff-O’Shaughnessy"
    client = DANA.model_copy(
        update={
            "name": f"{long_name} de la Fuente y Zúñiga",
            "employer": "Smith & Sons <Holding> “Ltd.” {{ 7 * 7 }} \x07 {% raw %}",
            "member_ids": ("A" * 90, "שלום-4471", "مرحبا 77"),
        }
    )
    goals = tuple(
        Goal(
            id=f"goal_{number:02}",
            client_id="client_1",
            text=f"Goal {number}: " + "walk <further> & stand “longer” 😀 without the rail; " * 4,
            set_on=date(2026, 9, 8),
        )
        for number in range(number_of_goals)
    )
    days = (date(2026, 9, 8) + timedelta(days=number // 2) for number in range(200))
    many = tuple(
        Session(
            id=f"session_{number:03}",
            client_id="client_1",
            date=day,
            minutes=55,
            status="no_show" if number % 9 == 4 else "attended",
            description=f"Exercise & <balance> no. {number % 7} für Ältere, résumé of gait",
            package_id="package_1",
        )
        for number, day in zip(range(number_of_sessions), days, strict=False)
    )
    package = (
        case()
        .packages[0]
        .model_copy(update={"sessions": number_of_sessions, "price": Decimal("14999.99")})
    )
    paid = receipt().model_copy(deep=True)
    fields = paid.reading.fields | {
        name: paid.reading.fields[name].model_copy(update={"value": "14999.99"})
        for name in ("total", "amount_paid")
    }
    paid = paid.model_copy(update={"reading": paid.reading.model_copy(update={"fields": fields})})
    return case(
        client=client,
        documents=(
            referral(goals=tuple(f"goal <{n}> & more of the same" for n in range(20))),
            lmn(),
            paid,
        ),
        packages=(package,),
        sessions=many,
        goals=goals,
    )


def claim_of(case: Case, account: str = "fsa", administrator: str = "fsafeds") -> Claim:
    """The claim of the autumn, as the rules make it."""
    return rules_claim(
        case,
        account,  # type: ignore[arg-type]  # one of the accounts
        AUTUMN,
        profile(administrator),
        TODAY,
    )


def one_page_pdf(text: str, pages: int = 1, rotate: int = 0) -> bytes:
    """A PDF with this text near the top of every page."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=letter)
    for number in range(1, pages + 1):
        canvas.setPageRotation(rotate)
        canvas.drawString(72, 720, f"{text} {number}")
        canvas.rect(20, 20, 572, 752)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photo(format: str = "JPEG", size: tuple[int, int] = (900, 1200)) -> bytes:
    """A picture with a frame and a diagonal, in the format asked for."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((4, 4, size[0] - 5, size[1] - 5), outline="black", width=6)
    draw.line((0, 0, *size), fill="black", width=4)
    made = BytesIO()
    picture.save(made, format)
    return made.getvalue()
