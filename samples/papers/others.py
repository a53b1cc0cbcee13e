"""Papers of clients with one paper each, of a stranger, and of nobody: what an inbox gets."""

from __future__ import annotations

import math

from samples.drawing import damage, files
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Paper
from samples.stories.people import ACHTERBERG


def unsigned_letter() -> bytes:
    """A letter that left the office before anyone signed or dated it, with its text layer."""
    paper = Paper(font="book", title="Letter of medical necessity")
    paper.text(54, 58, "Juniper Women's Health", 20, font="book-italic", color="#7a3b5d")
    paper.rule(54, 68, 558, 1, "#7a3b5d")
    paper.text(54, 82, "301 Meadow Street, Suite 120, Fern Hollow, OR 97326", 8.4)
    paper.text(558, 82, "phone 541.555.0166  |  fax 541.555.0167", 8.4, align="right")
    paper.text(54, 118, "October 12, 2026", 10.5)
    y = paper.paragraph(
        54,
        134,
        504,
        "RE: <b>Priscilla Okonkwo-Hale</b>, born 06/08/1983<br/>"
        "Letter of medical necessity for HealthEquity",
        10.5,
    )
    y = paper.paragraph(
        54,
        y + 14,
        504,
        "To whom it may concern:<br/><br/>Ms. Okonkwo-Hale is under my care for <b>obesity, "
        "class 2 (E66.812)</b>. As treatment I recommend <b>individual supervised exercise "
        "training</b>, 3 times per week for 6 months, starting October 19, 2026. Her blood "
        "pressure is normal. She has no diabetes. Her father had coronary artery disease.",
        10.5,
        leading=16,
        justify=True,
    )
    y = paper.paragraph(
        54,
        y + 12,
        504,
        "Regular supervised training together with her nutrition plan is expected to lower "
        "body weight and the strain on her heart. Without this condition she would not need "
        "the service, and it is not meant for general health or appearance.",
        10.5,
        leading=16,
        justify=True,
    )
    paper.text(54, y + 24, "Sincerely,", 10.5)
    signature_block(
        paper,
        54,
        y + 84,
        ["Noelle P. Achterberg, MD", "Obstetrics and Gynecology", f"NPI {ACHTERBERG.npi}"],
        seed=None,
        size=10.5,
        date="",
    )
    return paper.finished()


def strangers_chart() -> bytes:
    """An electronic chart's referral for somebody who is no client, with its text layer."""
    paper = Paper(font="narrow", title="Referral order")
    paper.box(36, 30, 540, 40, weight=0.8, fill="#eef2f6")
    paper.text(44, 46, "VALLEY CREST MEDICAL GROUP", 12, font="narrow-bold")
    paper.text(
        44, 60, "77 Crest Boulevard, Millrace, OR 97355   Ph (541) 555-0194   Fax (541) 555-0195", 8
    )
    paper.text(568, 46, "REFERRAL ORDER", 12, font="narrow-bold", align="right")
    paper.text(568, 60, "Printed 11/17/2026 08:14", 8, align="right")
    labelled(
        paper,
        44,
        92,
        [
            ("Patient:", "Philippa J. Trelawney"),
            ("DOB:", "05/19/1990 (36 y)"),
            ("Member ID:", "VC-20994417"),
        ],
        gap=64,
        size=9,
        leading=13,
    )
    labelled(
        paper,
        320,
        92,
        [
            ("Order date:", "11/16/2026"),
            ("Ordering provider:", "Desmond A. Quill, NP"),
            ("Provider NPI:", "1579146824"),
        ],
        gap=100,
        size=9,
        leading=13,
    )
    paper.rule(36, 134, 576, 0.8)
    sections = (
        (
            "Refer to",
            ["Alder & Stone Medical Fitness: supervised exercise, 2x/week, 10 weeks"],
        ),
        (
            "Diagnoses",
            ["Chronic fatigue syndrome (G93.32)", "Generalized anxiety disorder (F41.1)"],
        ),
        (
            "History",
            [
                "Asthma: denied. Prior appendectomy 2009.",
                "Family history: maternal grandfather with Parkinson's disease.",
            ],
        ),
        ("Restrictions", ["heart rate below 120 bpm"]),
        ("Goals", ["return to a half day of office work"]),
    )
    y = 152.0
    for title, lines in sections:
        paper.text(44, y, title, 9.6, font="narrow-bold", color="#24507a")
        y = bullets(paper, 56, y + 5, 500, lines, size=9.2) + 16
    paper.text(44, y + 6, "Electronically signed by Desmond A. Quill, NP on 11/16/2026 17:42", 9)
    paper.rule(36, 748, 576, 0.5)
    paper.text(44, 760, "Trelawney, Philippa J.   MRN 4471902   Page 1 of 1", 7.5, color="#555555")
    return paper.finished()


def flyer() -> bytes:
    """The studio's own open-house flyer, which somebody scanned by mistake."""
    paper = Paper((612, 792), font="wide", title="Open house")
    paper.box(0, 0, 612, 792, weight=0, fill="#f4efe2")
    paper.canvas.setFillColor("#e4b363")
    for number in range(24):
        angle = number * math.pi / 12
        paper.line(
            [
                (306 + 80 * math.cos(angle), 200 + 80 * math.sin(angle)),
                (306 + 120 * math.cos(angle), 200 + 120 * math.sin(angle)),
            ],
            5,
            "#e4b363",
        )
    paper.box(246, 140, 120, 120, weight=0, fill="#e4b363", radius=60)
    paper.text(306, 380, "OPEN HOUSE", 46, font="wide-bold", align="center", color="#2f3e46")
    paper.text(
        306, 420, "Saturday, December 5  ·  10 am to 2 pm", 18, align="center", color="#52796f"
    )
    paper.text(306, 480, "Free balance check  ·  Smoothie bar  ·  Raffle", 16, align="center")
    paper.text(306, 510, "Bring a friend and both train free for a week!", 16, align="center")
    paper.text(306, 600, "SMOOTHIES", 20, font="wide-bold", align="center", color="#2f3e46")
    for number, (name, price) in enumerate(
        (("Green Start", "6.50"), ("Berry Recovery", "7.00"), ("Peanut Power", "7.50"))
    ):
        paper.text(190, 630 + number * 24, name, 14)
        paper.text(422, 630 + number * 24, price, 14, align="right")
    paper.text(306, 740, "Alder & Stone Medical Fitness  ·  alderstone.example", 11, align="center")
    page = damage.rendered(paper.finished(), 100)
    return files.jpeg(damage.scanned(page, 44, angle=0.8, edge=False), 70, 100)
