"""Dana Whitfield's papers: an orthopaedic clinic's letters, the studio's sheets."""

from __future__ import annotations

from samples.drawing import damage, files, ink, letterheads
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Column, Paper
from samples.drawing.receipts import totals
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
    y = totals(
        paper,
        y,
        [
            ("Subtotal", "$1,145.00"),
            ("Tax", "$0.00"),
            ("Total", "$1,145.00"),
            ("Paid by Visa ending 4417 on 09/08/2026", "$1,145.00"),
            ("Balance due", "$0.00"),
        ],
    )
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


def attendance_sheet() -> bytes:
    """The studio's attendance sheet, initialled by hand, scanned."""
    paper = Paper(font="wide", title="Attendance")
    y = letterheads.studio(paper, STUDIO, "SESSION LOG")
    labelled(
        paper,
        54,
        y,
        [("Client", "Dana R. Whitfield"), ("Date of birth", "03/14/1968")],
        gap=92,
        size=9.5,
    )
    labelled(
        paper,
        330,
        y,
        [("Package", "10 sessions, 60 min"), ("Sheet printed", "11/02/2026")],
        gap=92,
        size=9.5,
    )
    columns = (
        Column("No.", 60),
        Column("Date", 96),
        Column("Start", 180),
        Column("Minutes", 290, "right"),
        Column("Attendance", 320),
        Column("Trainer", 420),
        Column("Client initials", 470),
    )
    days = ("09/08", "09/15", "09/22", "09/29", "10/06", "10/13", "10/20", "10/27")
    rows = [
        (
            str(number),
            f"{day}/2026",
            "5:30 PM",
            "0" if day == "10/13" else "60",
            "No-show" if day == "10/13" else "Attended",
            "J.A.",
            "",
        )
        for number, day in enumerate(days, 1)
    ]
    y += 62
    after = paper.table(y, columns, rows, leading=22, hairlines=True)
    for number, day in enumerate(days):
        if day != "10/13":
            width = 40 + 3 * (number % 4)
            ink.signature(paper, 486, y + 23 + number * 22, 70, width=width, height=11)
    paper.paragraph(
        54,
        after + 10,
        504,
        "Attended: 7 of 8 scheduled. Sessions 9 and 10 are booked for 11/24/2026 and 12/01/2026.",
        9,
    )
    ink.signature(paper, 62, after + 84, 77, width=120)
    paper.rule(54, after + 88, 260, 0.7)
    paper.text(54, after + 101, "Jordan Avery, MS, ACSM-CEP", 9)
    return files.scan_pdf([damage.scanned(damage.rendered(paper.finished(), 200), 14, angle=0.2)])


def assessment() -> bytes:
    """The studio's functional assessment with its text layer."""
    paper = Paper(font="wide", title="Functional assessment")
    y = letterheads.studio(paper, STUDIO, "FUNCTIONAL ASSESSMENT")
    labelled(
        paper,
        54,
        y,
        [("Client", "Dana R. Whitfield"), ("Date of birth", "03/14/1968")],
        gap=92,
        size=9.5,
    )
    labelled(
        paper,
        312,
        y,
        [("Assessment date", "10/27/2026"), ("Assessed by", "Jordan Avery, MS, ACSM-CEP")],
        gap=104,
        size=9.5,
    )
    columns = (
        Column("Measure", 60),
        Column("Baseline 09/08/2026", 300, "right"),
        Column("Previous 10/06/2026", 430, "right"),
        Column("Today", 552, "right"),
    )
    rows = [
        ("6-minute walk", "412 m", "431 m", "455 m"),
        ("Timed Up and Go", "10.9 s", "10.1 s", "9.4 s"),
        ("30-second chair stand", "9 stands", "11 stands", "12 stands"),
        ("Pain rating, walking (0–10)", "6", "5", "3"),
        ("Resting heart rate", "82 bpm", "79 bpm", "76 bpm"),
    ]
    y = paper.table(y + 62, columns, rows, leading=19)
    paper.paragraph(
        54,
        y + 6,
        504,
        "Tested in the afternoon, same shoes, no walking aid. No adverse events. Knee flexion tolerated to "
        "90 degrees. Next assessment planned for 11/24/2026.",
        9.2,
    )
    return paper.finished()
