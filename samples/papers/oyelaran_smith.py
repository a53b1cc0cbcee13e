"""Marcus Oyelaran-Smith's papers: a faxed referral, slips, a photographed invoice, a denial."""

from __future__ import annotations

from samples.drawing import damage, files, forms, ink, letterheads
from samples.drawing.forms import Cell
from samples.drawing.letters import labelled
from samples.drawing.paper import Column, Paper
from samples.stories.people import RAMAN, STUDIO


def referral_fax() -> bytes:
    """A boxed referral form, typed, signed, and sent by fax: a 1-bit TIFF."""
    paper = Paper(font="sans", title="Referral")
    y = letterheads.lakeside(paper, RAMAN)
    paper.text(306, y + 6, "EXERCISE REFERRAL", 15, font="sans-bold", align="center")
    paper.text(306, y + 20, "To: Alder & Stone Medical Fitness", 10, align="center")
    y += 32
    y = forms.heading(paper, y, "PATIENT")
    y = forms.row(
        paper,
        y,
        [
            Cell("Patient name (last, first)", "Oyelaran-Smith, Marcus", 2),
            Cell("Date of birth", "11/02/1979"),
            Cell("Referral date", "09/15/2026"),
        ],
    )
    y = forms.row(
        paper, y, [Cell("Patient phone", "(541) 555-0147"), Cell("Member ID", "CSH 3301 8842")]
    )
    y = forms.heading(paper, y + 10, "DIAGNOSIS")
    for words, code in (("Low back pain", "M54.5"), ("Essential hypertension", "I10")):
        y = forms.row(paper, y, [Cell("Description", words, 3), Cell("ICD-10", code)])
    y = forms.heading(paper, y + 10, "HISTORY")
    paper.box(54, y, 504, 62, weight=0.7)
    paper.paragraph(
        60,
        y + 4,
        490,
        "Lumbar fracture ruled out by X-ray. Possible left sciatica, imaging pending. Takes "
        "metoprolol 25 mg daily. Family history: mother had a stroke at 71. Denies syncope.",
        10.5,
    )
    y = forms.heading(paper, y + 72, "EXERCISE PRESCRIPTION")
    y = forms.row(
        paper,
        y,
        [
            Cell("Frequency", "2 times per week"),
            Cell("Duration", "8 weeks"),
            Cell("Target heart rate", "105-125 bpm"),
        ],
    )
    y = forms.row(paper, y, [Cell("Restrictions", "no lifting over 25 lb from the floor")])
    y = forms.row(paper, y, [Cell("Goals", "sit through a full work day without pain")])
    y += 20
    paper.text(54, y, "Clearance:", 10, font="sans-bold")
    paper.tick_box(118, y, "Unrestricted")
    paper.tick_box(218, y, "With restrictions above", ticked=True)
    paper.tick_box(368, y, "Not cleared")
    y += 58
    ink.signature(paper, 66, y - 5, 58, width=150)
    paper.rule(54, y, 300, 0.8)
    paper.text(54, y + 12, "Physician signature", 8)
    paper.text(54, y + 27, f"Priya N. Raman, DO     NPI {RAMAN.npi}", 10.5)
    paper.text(372, y - 3, "09/15/2026", 10.5)
    paper.rule(360, y, 558, 0.8)
    paper.text(360, y + 12, "Date", 8)
    page = damage.rendered(paper.finished(), 200)
    header = "SEP-16-2026 09:42  LAKESIDE INT MED   541 555 0131   TO 15415550139    P.01/01"
    return files.fax_tiff([damage.faxed(page, 21, header)])


def denial() -> bytes:
    """The plan's letter that refuses the claim, with its text layer."""
    paper = Paper(font="sans", title="Notice of denial")
    y = letterheads.summit(
        paper,
        "Cascade Summit Benefit Accounts",
        "Flexible spending account claims",
        ("PO Box 5512", "Millrace, OR 97355", "(541) 555-0175"),
    )
    paper.text(54, y + 4, "October 30, 2026", 10.5)
    paper.lines(
        54, y + 30, ["Marcus Oyelaran-Smith", "2210 Quarry Road", "Millrace, OR 97355"], 10.5
    )
    paper.text(54, y + 92, "NOTICE OF DENIAL OF CLAIM", 13, font="sans-bold", color="#13294b")
    y = labelled(
        paper,
        54,
        y + 116,
        [
            ("Participant:", "Marcus Oyelaran-Smith"),
            ("Member ID:", "CSH 3301 8842"),
            ("Claim number:", "FS-26-118403"),
            ("Dates of service:", "09/22/2026, 09/29/2026"),
            ("Amount denied:", "$190.00"),
            ("Reason code:", "CO-16"),
        ],
        gap=112,
        size=10.5,
        leading=16,
    )
    y = paper.paragraph(
        54,
        y + 6,
        504,
        "Dear Participant,<br/><br/>We have reviewed your request for reimbursement of services by "
        "Alder &amp; Stone Medical Fitness and cannot approve it.",
        10.5,
    )
    paper.text(54, y + 22, "Reason for denial:", 10.5, font="sans-bold")
    y = paper.paragraph(
        54,
        y + 28,
        504,
        "A letter of medical necessity is required for this service and none was received.",
        10.5,
    )
    paper.text(54, y + 22, "Your right to appeal", 10.5, font="sans-bold")
    y = paper.paragraph(
        54,
        y + 28,
        504,
        "You may appeal in writing. Your appeal must be received by April 28, 2027. Send the "
        "claim number, this notice and any document that supports your request to the address "
        "above. You may ask for a copy of your claim file free of charge.",
        10.5,
    )
    paper.lines(54, y + 30, ["Sincerely,", "", "Claims Review Unit"], 10.5)
    paper.text(54, 756, "This notice was printed on 10/31/2026.   Page 1 of 1", 8, color="#50607a")
    return paper.finished()


_QUESTIONS = (
    ("Has a doctor ever told you that you have a heart condition or high blood pressure?", True),
    ("Do you feel pressure in your chest when you climb stairs or hurry?", False),
    ("Have you fainted or lost your balance in the past year?", False),
    ("Do you take medicine for a long-term condition?", True),
    ("Is there a joint or a bone that gets worse when you move?", True),
    ("Has anyone advised you to exercise only under supervision?", False),
)


def readiness() -> bytes:
    """The studio's own questionnaire and consent, ticked and dated by hand, scanned as JPEG."""
    paper = Paper(font="wide", title="Readiness and consent")
    y = letterheads.studio(paper, STUDIO, "READINESS & CONSENT")
    y = forms.row(
        paper,
        y - 8,
        [Cell("Name", "Marcus Oyelaran-Smith", 2), Cell("Date of birth", "11/02/1979")],
    )
    paper.text(54, y + 22, "Readiness questions before exercise", 11, font="wide-bold")
    y += 34
    for number, (words, yes) in enumerate(_QUESTIONS, 1):
        line = y
        y, yes_x, no_x = forms.question(paper, y, number, words)
        ink.tick(paper, yes_x if yes else no_x, line + 10, 60 + number)
    paper.text(54, y + 18, "Informed consent", 11, font="wide-bold")
    y = paper.paragraph(
        54,
        y + 26,
        504,
        "I have answered to the best of my knowledge. I understand what the exercise program "
        "asks of me, that exercise carries risks such as soreness, dizziness and, rarely, "
        "injury, and that I may stop at any time. My questions were answered. I agree to take "
        "part and to tell the trainer when my health changes. This form is good for twelve "
        "months.",
        9.4,
    )
    y += 60
    ink.signature(paper, 62, y - 4, 91, width=150)
    paper.rule(54, y, 300, 0.8)
    paper.text(54, y + 12, "Client signature", 8)
    ink.written(paper, 378, y - 3, "9/22/2026", 92)
    paper.rule(360, y, 558, 0.8)
    paper.text(360, y + 12, "Date", 8)
    page = damage.rendered(paper.finished(), 200)
    return files.jpeg(damage.scanned(page, 25, angle=-0.7), 66, 200, gray=True)


def truncated_letter() -> bytes:
    """A letter whose upload broke off after the first third: no file to repair."""
    paper = Paper(font="serif", title="Letter")
    y = letterheads.lakeside(paper, RAMAN)
    paper.paragraph(54, y, 504, "To whom it may concern,", 11)
    columns = (Column("Date", 60), Column("Note", 200))
    paper.table(y + 40, columns, [("09/15/2026", "Seen in office")])
    whole = files.scan_pdf([damage.scanned(damage.rendered(paper.finished(), 150), 26)], 150)
    return whole[: len(whole) // 3]
