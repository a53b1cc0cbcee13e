"""Inés Caballero Núñez's papers: fillable forms, invoices, a fax, a plan's statement."""

from __future__ import annotations

from samples.drawing import damage, files, letterheads
from samples.drawing.letters import labelled
from samples.drawing.paper import Column, Paper
from samples.drawing.receipts import invoice
from samples.drawing.sheets import functional_assessment
from samples.stories.people import STUDIO

_SERVICE = "Supervised strength & balance session, 55 min"


def _invoice(number: str, dated: str, paid: str, days: tuple[str, ...], total: str) -> Paper:
    return invoice(
        STUDIO,
        [("Invoice no.", number), ("Invoice date", dated)],
        [("Client", "Inés Caballero Núñez"), ("Date of birth", "07/22/1955")],
        [(day, _SERVICE, "$95.00") for day in days],
        [
            ("Subtotal", total),
            ("Tax", "$0.00"),
            ("Total", total),
            (f"Paid by HSA debit card on {paid}", total),
            ("Balance due", "$0.00"),
        ],
        "Each line is one session that took place on the date shown. "
        "Thank you for training with us.",
    )


def invoice_june() -> bytes:
    """June's invoice with its text layer."""
    days = ("06/11/2026", "06/18/2026", "06/25/2026")
    return _invoice("AS-2026-0297", "06/30/2026", "07/01/2026", days, "$285.00").finished()


def invoice_july() -> bytes:
    """July's invoice with its text layer."""
    days = ("07/09/2026", "07/16/2026", "07/23/2026")
    return _invoice("AS-2026-0341", "07/31/2026", "08/03/2026", days, "$285.00").finished()


def assessment() -> bytes:
    """The studio's functional assessment, scanned: her accents are hard on a reader."""
    page = functional_assessment(
        STUDIO,
        "Inés Caballero Núñez",
        "07/22/1955",
        "10/08/2026",
        ("Measure", "Baseline 06/18/2026", "Previous 07/23/2026", "Today"),
        [
            ("Gait speed, 4 m", "0.94 m/s", "1.01 m/s", "1.08 m/s"),
            ("Timed Up and Go", "12.6 s", "11.8 s", "11.2 s"),
            ("Grip strength, right", "19.5 kg", "21.0 kg", "22.5 kg"),
        ],
        "Walks without an aid. No falls since the last assessment.",
    )
    return files.scan_pdf([damage.scanned(damage.rendered(page, 200), 34, angle=-0.3)])


def receipt_fax() -> bytes:
    """October's itemised receipt by fax, from a system that knows no accents."""
    paper = Paper(font="mono", title="Itemized receipt")
    paper.text(306, 66, "ALDER & STONE MEDICAL FITNESS", 15, font="mono-bold", align="center")
    paper.lines(
        306,
        84,
        [
            "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326",
            "Phone (541) 555-0138   Tax ID 93-1550138",
        ],
        10,
        align="center",
    )
    paper.rule(54, 108, 558, 1)
    paper.text(306, 134, "ITEMIZED RECEIPT", 14, font="mono-bold", align="center")
    y = labelled(
        paper,
        54,
        164,
        [
            ("Patient:", "CABALLERO NUNEZ, INES"),
            ("Date of birth:", "07/22/1955"),
            ("Receipt number:", "AS-2026-0488"),
            ("Receipt date:", "10/31/2026"),
        ],
        gap=120,
        size=11,
        leading=18,
    )
    columns = (
        Column("Date of service", 60),
        Column("Service", 178),
        Column("Charge", 552, "right"),
    )
    rows = [
        (day, "Supervised balance session, 55 min", "$95.00")
        for day in ("10/08/2026", "10/22/2026")
    ]
    y = paper.table(y + 16, columns, rows, size=10.5, leading=21, shade=None, hairlines=False)
    paper.rule(400, y - 8, 558, 0.8)
    for label, value in (("Total charges", "$190.00"), ("Paid", "$190.00"), ("Balance", "$0.00")):
        paper.text(450, y + 8, label, 10.5, font="mono-bold", align="right")
        paper.text(552, y + 8, value, 10.5, align="right")
        y += 19
    paper.text(54, y + 34, "Payment method: check   Payment date: 11/02/2026", 10.5)
    page = damage.rendered(paper.finished(), 200)
    header = "NOV-02-2026 16:20  ALDER STONE MED FIT   541 555 0139   TO 15415550163    P.01/01"
    return files.fax_tiff([damage.faxed(page, 35, header)])


def explanation() -> bytes:
    """The health plan's explanation of benefits for July: nothing covered."""
    paper = Paper(font="sans", title="Explanation of Benefits")
    y = letterheads.summit(
        paper,
        "Cascade Summit Health Plan",
        "Member services",
        ("PO Box 5500", "Millrace, OR 97355", "(541) 555-0176"),
    )
    paper.text(54, y + 4, "EXPLANATION OF BENEFITS", 14, font="sans-bold", color="#13294b")
    paper.text(558, y + 4, "THIS IS NOT A BILL", 11, font="sans-bold", align="right")
    labelled(
        paper,
        54,
        y + 32,
        [
            ("Member:", "Inés Caballero Núñez"),
            ("Date of birth:", "07/22/1955"),
            ("Member ID:", "CSH 5517 2046"),
        ],
        gap=92,
        leading=16,
    )
    labelled(
        paper,
        320,
        y + 32,
        [
            ("Claim number:", "26-2240871"),
            ("Statement date:", "09/04/2026"),
            ("Provider:", STUDIO.name),
        ],
        gap=92,
        leading=16,
    )
    columns = (
        Column("Date of service", 60),
        Column("Service", 150),
        Column("Billed", 312, "right"),
        Column("Allowed", 374, "right"),
        Column("Plan paid", 440, "right"),
        Column("You owe", 502, "right"),
        Column("Code", 552, "right"),
    )
    days = ("07/09/2026", "07/16/2026", "07/23/2026")
    rows = [
        (day, "Exercise session", "$95.00", "$0.00", "$0.00", "$95.00", "PR-96") for day in days
    ]
    y = paper.table(y + 106, columns, rows, size=9)
    for x, value in ((312, "$285.00"), (374, "$0.00"), (440, "$0.00"), (502, "$285.00")):
        paper.text(x, y + 3, value, 9, font="sans-bold", align="right")
    paper.text(60, y + 3, "Claim total", 9, font="sans-bold")
    y = paper.paragraph(
        54,
        y + 28,
        504,
        "<b>PR-96</b>  Non-covered charge. This service is not a benefit of your plan.",
        9.6,
    )
    paper.paragraph(
        54,
        y + 12,
        504,
        "<b>Your responsibility: $285.00.</b> You may be able to use a health savings account "
        "for this amount. You may appeal this decision within 180 days of receiving this "
        "statement.",
        9.6,
    )
    return paper.finished()
