"""Inés Caballero Núñez's fillable forms: a letter of medical necessity and a referral."""

from __future__ import annotations

from samples.drawing import acroform, ink, letterheads
from samples.drawing.paper import Paper
from samples.stories.people import VILLALOBOS

_DISCLAIMER = "I certify that this treatment is not for general health or cosmetic purposes."


def letter_form() -> bytes:
    """A letter of medical necessity on a fillable form, typed by the office, signed by pen."""
    paper = Paper(title="Letter of Medical Necessity")
    y = letterheads.harbor(paper, VILLALOBOS)
    paper.text(54, y + 4, "LETTER OF MEDICAL NECESSITY", 15, font="sans-bold", color="#21614f")
    paper.text(54, y + 18, "Health Savings Account (HSA). Please complete every field.", 9)
    y += 44
    acroform.field(paper, 54, y, 300, "patient_name", "Patient name", "Inés Caballero Núñez")
    acroform.field(paper, 372, y, 100, "dob", "Date of birth", "07/22/1955")
    acroform.field(paper, 484, y, 74, "letter_date", "Date of letter", "06/12/2026")
    y += 40
    acroform.field(
        paper,
        54,
        y,
        400,
        "diagnosis",
        "Diagnosis",
        "Age-related osteoporosis without current pathological fracture",
    )
    acroform.field(paper, 466, y, 92, "icd10", "ICD-10-CM code", "M81.0")
    y += 40
    acroform.field(
        paper,
        54,
        y,
        504,
        "treatment",
        "Treatment recommended",
        "Supervised progressive resistance and balance training",
    )
    y += 40
    acroform.field(paper, 54, y, 130, "frequency", "Frequency", "1 session per week")
    acroform.field(paper, 196, y, 110, "duration", "Duration", "4 months")
    acroform.field(paper, 318, y, 114, "start", "Treatment start date", "06/15/2026")
    acroform.field(paper, 444, y, 114, "end", "Treatment end date", "10/14/2026")
    y += 40
    acroform.field(
        paper,
        54,
        y,
        504,
        "how",
        "How will the treatment help?",
        "Loading the spine and hips slows the loss of bone; balance training lowers the "
        "chance of falls.",
    )
    acroform.tick_field(paper, 54, y + 40, "not_general", _DISCLAIMER, ticked=True)
    y += 72
    acroform.field(paper, 54, y, 250, "provider", "Provider name", "Tomás E. Villalobos")
    acroform.field(paper, 316, y, 70, "credentials", "Credentials", "MD")
    acroform.field(paper, 398, y, 160, "npi", "NPI", VILLALOBOS.npi or "")
    y += 40
    acroform.field(paper, 54, y, 160, "license", "License number", VILLALOBOS.license or "")
    acroform.field(paper, 226, y, 332, "address", "Address", "19 Harbor Street, Millrace, OR 97355")
    y += 78
    ink.signature(paper, 66, y - 5, 33, width=150)
    paper.rule(54, y, 320, 0.7)
    paper.text(54, y + 11, "Provider signature", 8)
    acroform.field(paper, 372, y - 18, 110, "signature_date", "Date signed", "06/12/2026")
    return paper.finished()


def referral_form() -> bytes:
    """A referral on a fillable form that was saved without appearances."""
    paper = Paper(title="Referral to an exercise professional")
    y = letterheads.harbor(paper, VILLALOBOS)
    paper.text(54, y + 4, "REFERRAL TO AN EXERCISE PROFESSIONAL", 14, font="sans-bold")
    y += 34
    acroform.field(paper, 54, y, 250, "name", "Patient", "Caballero Núñez, Inés")
    acroform.field(paper, 316, y, 110, "birth", "DOB", "07/22/1955")
    acroform.field(paper, 438, y, 120, "date", "Referral date", "06/02/2026")
    y += 40
    acroform.field(
        paper,
        54,
        y,
        380,
        "dx1",
        "Diagnosis 1",
        "Age-related osteoporosis without current pathological fracture",
    )
    acroform.field(paper, 446, y, 112, "code1", "ICD-10 code", "M81.0")
    y += 40
    acroform.field(paper, 54, y, 380, "dx2", "Diagnosis 2", "Hyperlipidemia, unspecified")
    acroform.field(paper, 446, y, 112, "code2", "ICD-10 code", "E78.5")
    y += 40
    acroform.field(paper, 54, y, 504, "restrictions", "Restrictions", "no loaded spinal flexion")
    y += 40
    acroform.field(paper, 54, y, 504, "goals", "Goals", "carry groceries up two flights of stairs")
    y += 40
    acroform.field(paper, 54, y, 160, "frequency", "Frequency", "1x per week")
    acroform.field(paper, 226, y, 160, "duration", "Duration", "16 weeks")
    y += 50
    paper.text(54, y - 4, "Clearance for exercise:", 9.2, font="sans-bold")
    acroform.tick_field(paper, 170, y - 4, "full", "Unrestricted", ticked=False)
    acroform.tick_field(paper, 270, y - 4, "limited", "With restrictions", ticked=True)
    acroform.tick_field(paper, 390, y - 4, "none", "Not cleared", ticked=False)
    y += 24
    acroform.field(paper, 54, y, 250, "referrer", "Referring provider", "Tomás E. Villalobos, MD")
    acroform.field(paper, 316, y, 242, "npi", "NPI", VILLALOBOS.npi or "")
    y += 78
    ink.signature(paper, 66, y - 5, 33, width=150)
    paper.rule(54, y, 320, 0.7)
    paper.text(54, y + 11, "Signature", 8)
    acroform.field(paper, 372, y - 18, 110, "signed_on", "Date signed", "06/02/2026")
    return acroform.without_appearances(paper.finished())
