"""Dana R. Whitfield: referral, letter, prepaid package, attendance. Her packet is ready.

An FSA of the federal kind: ten items on the letter, no future sessions even
where they are prepaid. Ten sessions paid, seven attended, one missed, two to come.
"""

from __future__ import annotations

from typing import Final

from samples.drawing import damage, files, letterheads
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Column, Paper
from samples.stories.people import DANA, OSEI, STUDIO
from samples.story import Ending, Sample, condition, document

_FILED: Final = Ending(state="filed", client=DANA.id, why="name and birth date are hers")


def _referral_page() -> bytes:
    paper = Paper(font="serif", title="Referral")
    y = letterheads.rivers(
        paper,
        OSEI,
        ("Harriet L. Osei, MD", "Samuel J. Trent, MD", "Odile Marchetti, PA-C"),
    )
    paper.text(54, y, "August 27, 2026", 11)
    y = paper.lines(
        54, y + 26, [STUDIO.name, "Attn: Jordan Avery", "Fax (541) 555-0139"], 11, leading=14
    )
    y = labelled(
        paper,
        54,
        y + 12,
        [
            ("RE:", "Whitfield, Dana R."),
            ("DOB:", "03/14/1968"),
            ("Member ID:", "W48820571"),
        ],
        gap=76,
        size=11,
    )
    paper.text(54, y + 12, "REFERRAL FOR MEDICALLY SUPERVISED EXERCISE", 11.5, font="serif-bold")
    y = paper.paragraph(
        54,
        y + 24,
        504,
        "Dear Jordan,<br/><br/>Thank you for seeing Ms. Whitfield, a 58-year-old analyst whose right knee "
        "has troubled her since she first noticed pain on stairs (onset 02/10/2026). I saw her again "
        "on August 24. Radiographs show medial compartment narrowing; a meniscal tear was ruled out by MRI. "
        "She denies chest pain. Her mother had rheumatoid arthritis.",
        11,
    )
    paper.text(54, y + 18, "Diagnoses:", 11, font="serif-bold")
    y = bullets(
        paper,
        66,
        y + 24,
        480,
        [
            "Primary osteoarthritis, right knee (M17.11)",
            "Type 2 diabetes mellitus without complications (E11.9)",
        ],
        size=11,
        mark="1",
    )
    paper.text(54, y + 16, "Goals:", 11, font="serif-bold")
    y = bullets(
        paper,
        66,
        y + 22,
        480,
        ["climb one flight of stairs without a rail", "walk 30 minutes without stopping"],
        size=11,
    )
    paper.text(54, y + 16, "Precautions:", 11, font="serif-bold")
    y = bullets(
        paper,
        66,
        y + 22,
        480,
        ["no deep squats below 90 degrees", "no running or jumping"],
        size=11,
    )
    y = paper.paragraph(
        54,
        y + 10,
        504,
        "Please see her 2 times per week for 12 weeks and send me a report before her follow-up "
        "visit on December 1, 2026. She is cleared for moderate exercise with the restrictions above.",
        11,
    )
    paper.text(54, y + 22, "Sincerely,", 11)
    signature_block(
        paper,
        54,
        y + 66,
        ["Harriet L. Osei, MD", f"NPI {OSEI.npi}"],
        seed=41,
        size=11,
        date="08/27/2026",
    )
    return paper.finished()


def referral() -> bytes:
    """A gray 200-dpi scan, a little askew."""
    return files.scan_pdf([damage.scanned(damage.rendered(_referral_page(), 200), 11, angle=0.5)])


def _letter_page() -> bytes:
    paper = Paper(font="sans", title="Letter of Medical Necessity")
    y = letterheads.rivers(
        paper,
        OSEI,
        ("Harriet L. Osei, MD", "Samuel J. Trent, MD", "Odile Marchetti, PA-C"),
    )
    paper.text(306, y, "LETTER OF MEDICAL NECESSITY", 14, font="sans-bold", align="center")
    paper.text(306, y + 14, "Federal Flexible Spending Account (FSAFEDS)", 9.5, align="center")
    y = labelled(
        paper,
        54,
        y + 42,
        [
            ("Date:", "September 3, 2026"),
            ("Patient:", "Dana R. Whitfield"),
            ("Date of birth:", "03/14/1968"),
            ("Employer:", "Willamette Forest Survey"),
            ("FSA user name:", "drwhitfield68"),
        ],
        gap=104,
        leading=15.5,
    )
    y = labelled(
        paper,
        54,
        y + 8,
        [
            ("Diagnosis:", "Primary osteoarthritis, right knee"),
            ("ICD-10-CM:", "M17.11"),
            ("Treatment:", "One-on-one medically supervised therapeutic exercise"),
            ("Frequency:", "2 sessions per week"),
            ("Duration:", "6 months"),
            ("Start date:", "09/08/2026"),
            ("End date:", "03/07/2027"),
        ],
        gap=104,
        leading=15.5,
    )
    y = paper.paragraph(
        54,
        y + 4,
        504,
        "Supervised strengthening of the quadriceps and hip muscles reduces load on the medial compartment of "
        "the right knee, lowers pain with walking, and is intended to delay surgical treatment. The patient "
        "would not incur this expense but for the condition named above.",
        10.5,
    )
    y = paper.paragraph(
        54,
        y + 10,
        504,
        "I affirm that this treatment is medically necessary to treat the condition above and is not for "
        "general health or cosmetic purposes.",
        10.5,
    )
    y = signature_block(
        paper,
        54,
        y + 62,
        [
            "Harriet L. Osei, MD",
            "Three Rivers Orthopaedic Clinic",
            f"NPI {OSEI.npi}",
        ],
        seed=41,
        date="09/03/2026",
        date_label="Date signed:",
    )
    paper.text(54, 756, "Page 1 of 1", 8, color="#555555")
    return paper.finished()


def letter() -> bytes:
    """A gray 200-dpi scan."""
    return files.scan_pdf([damage.scanned(damage.rendered(_letter_page(), 200), 12, angle=-0.35)])


def package_receipt() -> bytes:
    """The studio's receipt with its text layer."""
    paper = Paper(font="wide", title="Receipt")
    y = letterheads.studio(paper, STUDIO, "RECEIPT")
    labelled(
        paper, 54, y, [("Receipt no.", "AS-2026-0412"), ("Date", "09/08/2026")], gap=86, size=9.5
    )
    labelled(
        paper,
        330,
        y,
        [("Client", "Dana R. Whitfield"), ("Date of birth", "03/14/1968")],
        gap=90,
        size=9.5,
    )
    columns = (
        Column("Description", 60),
        Column("Qty", 420, "right"),
        Column("Amount", 552, "right"),
    )
    rows = [("10-session package, supervised therapeutic exercise, 60 min", "1", "$1,145.00")]
    y = paper.table(y + 56, columns, rows)
    for label, value, face in (
        ("Subtotal", "$1,145.00", "wide"),
        ("Tax", "$0.00", "wide"),
        ("Total", "$1,145.00", "wide-bold"),
        ("Paid by Visa ending 4417 on 09/08/2026", "$1,145.00", "wide"),
        ("Balance due", "$0.00", "wide"),
    ):
        paper.text(470, y + 8, label, 9.5, font=face, align="right")
        paper.text(552, y + 8, value, 9.5, font=face, align="right")
        y += 16
    paper.paragraph(
        54,
        y + 24,
        504,
        "Sessions are used one at a time and expire 09/08/2027. Regular price of ten single sessions: "
        "$1,250.00. An attendance record is available on request. Thank you for training with us.",
        8.6,
        color="#444444",
    )
    return paper.finished()


SAMPLES: Final = (
    Sample(
        "whitfield-referral.pdf",
        referral,
        (
            document(
                "whitfield-referral.pdf",
                "referral",
                _FILED,
                {
                    "patient_name": DANA.name,
                    "patient_dob": "1968-03-14",
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
    ),
    Sample(
        "whitfield-letter-of-medical-necessity.pdf",
        letter,
        (
            document(
                "whitfield-letter-of-medical-necessity.pdf",
                "lmn",
                _FILED,
                {
                    "patient_name": DANA.name,
                    "patient_dob": "1968-03-14",
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
            ),
        ),
    ),
    Sample(
        "whitfield-package-receipt.pdf",
        package_receipt,
        (
            document(
                "whitfield-package-receipt.pdf",
                "receipt",
                _FILED,
                {
                    "patient_name": DANA.name,
                    "patient_dob": "1968-03-14",
                    "document_date": "2026-09-08",
                    "payment_date": "2026-09-08",
                    "vendor_name": STUDIO.name,
                    "vendor_address": "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
                    "vendor_phone": "+15415550138",
                    "vendor_tax_id": "93-1550138",
                    "receipt_number": "AS-2026-0412",
                    "description": "10-session package, supervised therapeutic exercise, 60 min",
                    "subtotal": "1145.00",
                    "tax": "0.00",
                    "total": "1145.00",
                    "amount_paid": "1145.00",
                    "balance_due": "0.00",
                    "payment_method": "Visa",
                    "substantiates": False,
                },
                may_be_missing=("document_date", "payment_method"),
            ),
        ),
    ),
)
