"""Papers of clients with one paper each, of a stranger, and of nobody: what an inbox gets."""

from __future__ import annotations

import math

from samples.drawing import damage, files, ink, letterheads
from samples.drawing.letters import bullets, labelled, signature_block
from samples.drawing.paper import Paper
from samples.stories.people import ACHTERBERG, RAMAN, SOROKIN


def prescription() -> bytes:
    """A prescription pad's sheet for "Robert Kim", no birth date, scanned in colour."""
    paper = Paper((396, 540), font="sans", title="Prescription")
    paper.box(14, 14, 368, 512, weight=1.2, color="#2c5f8a")
    paper.text(
        198, 44, "Elena V. Sorokin, MD", 15, font="serif-bold", align="center", color="#2c5f8a"
    )
    paper.text(198, 59, "Fern Hollow Spine & Pain", 10, font="serif-italic", align="center")
    paper.text(198, 73, "12 Mill Pond Road, Fern Hollow, OR 97326", 8.5, align="center")
    paper.text(198, 85, "Tel (541) 555-0158   Fax (541) 555-0159", 8.5, align="center")
    paper.text(198, 97, f"NPI {SOROKIN.npi}", 8.5, align="center")
    paper.rule(28, 106, 368, 1, "#2c5f8a")
    paper.text(30, 130, "Patient:", 10, font="sans-bold")
    paper.text(86, 130, "Robert Kim", 11)
    paper.rule(82, 133, 236, 0.5)
    paper.text(252, 130, "Date:", 10, font="sans-bold")
    paper.text(286, 130, "10/19/2026", 11)
    paper.rule(282, 133, 366, 0.5)
    paper.text(30, 184, "Rx", 34, font="serif-bolditalic", color="#2c5f8a")
    paper.lines(
        84,
        178,
        [
            "Refer to medically supervised exercise program",
            "2 times a week for 8 weeks",
        ],
        11,
        leading=19,
    )
    paper.text(30, 244, "Dx:", 11, font="sans-bold")
    paper.lines(
        84,
        244,
        ["Lumbar spinal stenosis without", "neurogenic claudication  M48.061"],
        11,
        leading=17,
    )
    paper.text(30, 300, "Precautions:", 11, font="sans-bold")
    paper.text(104, 300, "no lumbar extension past neutral", 11)
    paper.text(30, 334, "No bowel or bladder symptoms. No history of cauda equina syndrome.", 9.5)
    ink.signature(paper, 190, 446, 47, width=140)
    paper.rule(180, 450, 366, 0.7)
    paper.text(180, 462, "Signature", 8)
    paper.text(30, 510, "Not valid for controlled substances", 7.5, color="#2c5f8a")
    page = damage.rendered(paper.finished(), 200)
    return files.jpeg(damage.scanned(page, 41, angle=1.2, noise=3), 72, 200)


def vague_letter() -> bytes:
    """A signed letter whose reason is too vague, with its text layer."""
    paper = Paper(font="slab", title="Letter of medical necessity")
    y = letterheads.lakeside(paper, RAMAN)
    paper.text(54, y, "November 4, 2026", 10)
    y = labelled(
        paper,
        54,
        y + 28,
        [("Patient:", "Robert Kim"), ("Date of birth:", "02/11/1957")],
        gap=100,
    )
    paper.text(306, y + 16, "Letter of Medical Necessity", 13, font="slab-bold", align="center")
    y = paper.paragraph(
        54,
        y + 32,
        504,
        "To the plan administrator:<br/><br/>I recommend personal training for my patient Mr. Kim "
        "for the following reasons.",
        10,
    )
    y = labelled(
        paper,
        66,
        y + 20,
        [
            ("Diagnosis:", "back pain"),
            ("Treatment:", "personal training at a fitness studio"),
            ("Frequency:", "2 times per week"),
            ("Duration:", "6 months"),
            ("Start date:", "11/09/2026"),
        ],
        gap=88,
        leading=17,
    )
    y = paper.paragraph(
        54,
        y + 4,
        504,
        "He would also like to improve his general fitness and wellness. Please contact my office with any "
        "questions.",
        10,
    )
    signature_block(
        paper,
        54,
        y + 76,
        ["Priya N. Raman, DO", f"NPI {RAMAN.npi}"],
        seed=58,
        date="11/04/2026",
    )
    return paper.finished()


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
        "RE: <b>Priscilla Okonkwo-Hale</b>, born 06/08/1983<br/>Letter of medical necessity for HealthEquity",
        10.5,
    )
    y = paper.paragraph(
        54,
        y + 14,
        504,
        "To whom it may concern:<br/><br/>Ms. Okonkwo-Hale is under my care for <b>obesity, class 2 "
        "(E66.812)</b>. As treatment I recommend <b>individual supervised exercise training</b>, 3 times per "
        "week for 6 months, starting October 19, 2026. Her cycle is regular. She has no diabetes. Her "
        "father had coronary artery disease.",
        10.5,
        leading=16,
        justify=True,
    )
    y = paper.paragraph(
        54,
        y + 12,
        504,
        "Regular supervised training together with her nutrition plan is expected to lower body weight and "
        "the strain on her heart. Without this condition she would not need the service, and it is "
        "not meant for general health or appearance.",
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
