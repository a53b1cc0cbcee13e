"""Dana Whitfield's letters from an orthopaedic clinic: a referral, a letter of necessity."""

from __future__ import annotations

from samples.drawing import damage, files, letterheads
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Paper
from samples.stories.people import OSEI, STUDIO


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
        "Dear Jordan,<br/><br/>Thank you for seeing Ms. Whitfield, a 58-year-old analyst "
        "whose right knee has troubled her since she first noticed pain on stairs (onset "
        "02/10/2026). I saw her again on August 24. Radiographs show medial compartment "
        "narrowing; a meniscal tear was ruled out by MRI. She denies chest pain. Her mother "
        "had rheumatoid arthritis.",
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
        "Please see her 2 times per week for 12 weeks and send me a report before her "
        "follow-up visit on December 1, 2026. She is cleared for moderate exercise with the "
        "restrictions above.",
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
        "Supervised strengthening of the quadriceps and hip muscles reduces load on the "
        "medial compartment of the right knee, lowers pain with walking, and is intended to "
        "delay surgical treatment. The patient would not incur this expense but for the "
        "condition named above.",
        10.5,
    )
    y = paper.paragraph(
        54,
        y + 10,
        504,
        "I affirm that this treatment is medically necessary to treat the condition above and "
        "is not for general health or cosmetic purposes.",
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
