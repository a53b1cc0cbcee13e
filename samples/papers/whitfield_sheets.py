"""What the studio itself writes for Dana Whitfield: receipt, attendance sheet, assessment."""

from __future__ import annotations

from samples.drawing import damage, files, ink, letterheads
from samples.drawing.letters import labelled
from samples.drawing.paper import Column, Paper
from samples.drawing.receipts import totals
from samples.drawing.sheets import functional_assessment
from samples.stories.people import STUDIO


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
        "Sessions are used one at a time and expire 09/08/2027. Regular price of ten single "
        "sessions: $1,250.00. An attendance record is available on request. Thank you for "
        "training with us.",
        8.6,
        color="#444444",
    )
    return paper.finished()


def attendance_sheet() -> bytes:
    """The studio's attendance sheet, initialled by hand, scanned lying on its side."""
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
    page = damage.scanned(damage.rendered(paper.finished(), 200), 14, angle=0.2)
    return files.scan_pdf([page], turned=90)


def assessment() -> bytes:
    """The studio's functional assessment with its text layer."""
    return functional_assessment(
        STUDIO,
        "Dana R. Whitfield",
        "03/14/1968",
        "10/27/2026",
        ("Measure", "Baseline 09/08/2026", "Previous 10/06/2026", "Today"),
        [
            ("6-minute walk", "412 m", "431 m", "455 m"),
            ("Timed Up and Go", "10.9 s", "10.1 s", "9.4 s"),
            ("30-second chair stand", "9 stands", "11 stands", "12 stands"),
            ("Pain rating, walking (0–10)", "6", "5", "3"),
            ("Resting heart rate", "82 bpm", "79 bpm", "76 bpm"),
        ],
        "Tested in the afternoon, same shoes, no walking aid. No adverse events. Knee flexion "
        "tolerated to 90 degrees. Next assessment planned for 11/24/2026.",
    )
