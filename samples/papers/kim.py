"""Two papers that say Robert Kim: a prescription without birth date, a letter too vague."""

from __future__ import annotations

from samples.drawing import damage, files, ink, letterheads
from samples.drawing.letters import labelled, signature_block
from samples.drawing.paper import Paper
from samples.stories.people import RAMAN, SOROKIN


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
        "He would also like to improve his general fitness and wellness. Please contact my "
        "office with any questions.",
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
