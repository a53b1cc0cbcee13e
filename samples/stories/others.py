"""Robert Kim twice, Priscilla Okonkwo-Hale, a stranger, a flyer: what must not be mistaken."""

from __future__ import annotations

from typing import Final

from samples.papers import kim
from samples.papers import others as papers
from samples.stories.people import ACHTERBERG, PRISCILLA, RAMAN, ROBERT_SENIOR, SOROKIN
from samples.story import Ending, condition, document, sample

SAMPLES: Final = (
    sample(
        "kim-prescription.jpg",
        kim.prescription,
        document(
            "referral",
            Ending(
                state="waiting",
                why="father and son share the name, and the paper shows no birth date",
            ),
            {
                "patient_name": "Robert Kim",
                "document_date": "2026-10-19",
                "referrer_name": SOROKIN.name,
                "referrer_credentials": "MD",
                "referrer_npi": "1468035716",
                "practice_name": "Fern Hollow Spine & Pain",
                "referrer_phone": "+15415550158",
                "referrer_fax": "+15415550159",
                "frequency": "2 times a week",
                "duration": "8 weeks",
                "restrictions": ("no lumbar extension past neutral",),
                "signed": "present",
            },
            (
                condition("Lumbar spinal stenosis without neurogenic claudication", "M48.061"),
                condition("cauda equina syndrome", assertion="negated"),
            ),
            status=None,
            may_be_missing=("practice_name", "restrictions", "diagnoses.1"),
        ),
    ),
    sample(
        "kim-letter-vague.pdf",
        kim.vague_letter,
        document(
            "lmn",
            Ending(
                state="filed",
                client=ROBERT_SENIOR.id,
                why="the birth date is the father's; the diagnosis is too vague to claim on",
                or_state="waiting",
            ),
            {
                "patient_name": "Robert Kim",
                "patient_dob": "1957-02-11",
                "document_date": "2026-11-04",
                "provider_name": RAMAN.name,
                "provider_credentials": "DO",
                "provider_npi": "1841297355",
                "treatment": "personal training at a fitness studio",
                "frequency": "2 times per week",
                "duration": "6 months",
                "start_date": "2026-11-09",
                "signed": "present",
                "signature_date": "2026-11-04",
            },
            (condition("back pain"),),
            status=None,
            problems=("dx.vague",),
        ),
    ),
    sample(
        "okonkwo-hale-letter-unsigned.pdf",
        papers.unsigned_letter,
        document(
            "lmn",
            Ending(
                state="waiting",
                client=PRISCILLA.id,
                why="hers by name and birth date, but neither signed nor dated by the physician",
            ),
            {
                "patient_name": PRISCILLA.name,
                "patient_dob": "1983-06-08",
                "document_date": "2026-10-12",
                "provider_name": ACHTERBERG.name,
                "provider_credentials": "MD",
                "provider_npi": "1357924608",
                "treatment": "individual supervised exercise training",
                "frequency": "3 times per week",
                "duration": "6 months",
                "start_date": "2026-10-19",
                "signed": "absent",
                "administrator": "HealthEquity",
            },
            (
                condition("obesity, class 2", "E66.812"),
                condition("diabetes", assertion="negated"),
                condition("coronary artery disease", experiencer="family"),
            ),
            status="needs_review",
            may_be_missing=("administrator",),
        ),
    ),
    sample(
        "trelawney-referral.pdf",
        papers.strangers_chart,
        document(
            "referral",
            Ending(state="waiting", why="no client has this name and birth date"),
            {
                "patient_name": "Philippa J. Trelawney",
                "patient_dob": "1990-05-19",
                "member_id": "VC-20994417",
                "document_date": "2026-11-16",
                "referrer_name": "Desmond A. Quill",
                "referrer_credentials": "NP",
                "referrer_npi": "1579146824",
                "practice_name": "Valley Crest Medical Group",
                "referrer_phone": "+15415550194",
                "referrer_fax": "+15415550195",
                "frequency": "2x/week",
                "duration": "10 weeks",
                "restrictions": ("heart rate below 120 bpm",),
                "goals": ("return to a half day of office work",),
                "signed": "present",
                "signature_date": "2026-11-16",
            },
            (
                condition("Chronic fatigue syndrome", "G93.32"),
                condition("Generalized anxiety disorder", "F41.1"),
                condition("Asthma", assertion="negated"),
                condition("Parkinson's disease", experiencer="family"),
            ),
            status=None,
            may_be_missing=("practice_name", "restrictions", "signature_date", "signed"),
        ),
    ),
    sample(
        "open-house-flyer.jpg",
        papers.flyer,
        document(
            "other",
            Ending(state="waiting", why="no paper of a client; a person throws it away"),
            status=None,
        ),
    ),
)
