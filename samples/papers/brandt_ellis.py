"""Walter Brandt-Ellis's papers: a letter for life, two papers in one scan, an authorization."""

from __future__ import annotations

from samples.drawing import damage, files, letterheads
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Paper
from samples.drawing.receipts import invoice
from samples.stories.people import LINDQVIST, STUDIO


def _heart_letterhead(paper: Paper) -> float:
    red = "#9b2335"
    paper.text(54, 56, "CASCADIA", 19, font="sans-bold", color=red, spacing=2.5)
    paper.text(54, 71, "HEART & VASCULAR GROUP", 10, font="sans", color="#333333", spacing=1.6)
    pulse = [(330, 56), (372, 56), (380, 48), (388, 68), (398, 34), (408, 74), (416, 56), (558, 56)]
    paper.line(pulse, 1.5, red)
    paper.text(558, 72, "9 Foundry Plaza, Millrace, OR 97355", 8.4, align="right")
    paper.text(558, 83, "Phone: (541) 555-0180   Fax: (541) 555-0181", 8.4, align="right")
    return 118


def lifetime_letter() -> bytes:
    """A letter of medical necessity without an end; a copy of a copy."""
    paper = Paper(font="serif", title="Letter of medical necessity")
    y = _heart_letterhead(paper)
    paper.text(54, y, "Date: February 3, 2026", 11.5)
    paper.text(54, y + 30, "LETTER OF MEDICAL NECESSITY", 13, font="serif-bold")
    y = labelled(
        paper,
        54,
        y + 54,
        [("Patient name:", "Walter G. Brandt-Ellis"), ("DOB:", "12/05/1949")],
        gap=104,
        size=11.5,
        leading=17,
    )
    y = labelled(
        paper,
        54,
        y + 8,
        [
            ("Diagnosis:", "Chronic systolic heart failure"),
            ("ICD-10:", "I50.22"),
            ("Treatment:", "Medically supervised aerobic and strength exercise"),
            ("Frequency:", "1 time per week"),
            ("Duration:", "Lifetime"),
        ],
        gap=104,
        size=11.5,
        leading=17,
    )
    y = paper.paragraph(
        54,
        y + 4,
        504,
        "Supervised exercise at a controlled intensity improves the walking distance and "
        "lowers the risk of hospital admission in this condition. It is prescribed to treat "
        "the diagnosis above and is not for general health.",
        11.5,
    )
    signature_block(
        paper,
        54,
        y + 78,
        ["Henrik O. Lindqvist, MD", f"NPI: {LINDQVIST.npi}"],
        seed=19,
        size=11.5,
        date="02/03/2026",
    )
    page = damage.rendered(paper.finished(), 200)
    return files.scan_pdf([damage.photocopied(page, 51, angle=-0.5)], quality=50)


def _referral_page() -> bytes:
    paper = Paper(font="serif", title="Referral")
    y = _heart_letterhead(paper)
    paper.text(54, y, "January 28, 2026", 11.5)
    y = labelled(
        paper,
        54,
        y + 26,
        [("RE:", "Walter G. Brandt-Ellis"), ("DOB:", "12/05/1949")],
        gap=48,
        size=11.5,
        leading=16,
    )
    paper.text(54, y + 10, "EXERCISE REFERRAL", 13, font="serif-bold")
    y = paper.paragraph(
        54,
        y + 20,
        504,
        "I refer Mr. Brandt-Ellis for supervised exercise 1 time per week for 12 weeks.",
        11.5,
    )
    paper.text(54, y + 20, "Diagnosis:", 11.5, font="serif-bold")
    y = bullets(paper, 66, y + 26, 480, ["Chronic systolic heart failure (I50.22)"], size=11.5)
    paper.text(54, y + 18, "Restrictions:", 11.5, font="serif-bold")
    y = bullets(paper, 66, y + 24, 480, ["stop at a rating of 14 on the Borg scale"], size=11.5)
    y = paper.paragraph(
        54,
        y + 12,
        504,
        "He has had no angina. Pulmonary embolism was ruled out in December. Please report to me "
        "after four weeks.",
        11.5,
    )
    signature_block(
        paper,
        54,
        y + 78,
        ["Henrik O. Lindqvist, MD", f"NPI: {LINDQVIST.npi}"],
        seed=19,
        size=11.5,
        date="01/28/2026",
    )
    paper.text(306, 762, "Page 1 of 1", 8.5, align="center")
    return paper.finished()


def _invoice_page() -> bytes:
    days = ("02/10/2026", "02/17/2026", "02/24/2026")
    return invoice(
        STUDIO,
        [("Invoice no.", "AS-2026-0058"), ("Invoice date", "02/27/2026")],
        [("Client", "Walter G. Brandt-Ellis"), ("Date of birth", "12/05/1949")],
        [(day, "Supervised exercise session, 45 min", "$82.50") for day in days],
        [
            ("Subtotal", "$247.50"),
            ("Tax", "$0.00"),
            ("Total", "$247.50"),
            ("Paid by check on 03/02/2026", "$247.50"),
            ("Balance due", "$0.00"),
        ],
        "Thank you for training with us.",
    ).finished()


def two_papers() -> bytes:
    """A referral and an invoice that went through the feeder together."""
    first = damage.scanned(damage.rendered(_referral_page(), 200), 52, angle=0.3)
    second = damage.scanned(damage.rendered(_invoice_page(), 200), 53, angle=-0.4)
    return files.scan_pdf([first, second])


def authorization() -> bytes:
    """The health plan's approval of twelve sessions, with its text layer."""
    paper = Paper(font="sans", title="Authorization")
    y = letterheads.summit(
        paper,
        "Cascade Summit Health Plan",
        "Utilization management",
        ("PO Box 5500", "Millrace, OR 97355", "(541) 555-0176"),
    )
    paper.text(54, y + 4, "February 25, 2026", 10.5)
    paper.text(54, y + 36, "NOTICE OF AUTHORIZATION", 14, font="sans-bold", color="#13294b")
    y = labelled(
        paper,
        54,
        y + 62,
        [
            ("Member:", "Walter G. Brandt-Ellis"),
            ("Date of birth:", "12/05/1949"),
            ("Member ID:", "CSH 4410 7719"),
            ("Authorization number:", "PA-7740216"),
            ("Service:", "Supervised exercise program"),
            ("Approved units:", "12"),
            ("Effective from:", "03/01/2026"),
            ("Effective through:", "05/31/2026"),
        ],
        gap=132,
        size=10.5,
        leading=17,
    )
    y = paper.paragraph(
        54,
        y + 6,
        504,
        "We approved the service listed above. Approval is not a promise of payment: payment "
        "depends on eligibility on the day of service. Services outside the dates above, or "
        "above the number of units, need a new request.",
        10.5,
    )
    paper.lines(54, y + 30, ["Sincerely,", "", "Utilization Management"], 10.5)
    return paper.finished()
