"""What a hurried reader mistakes: rosters, copies, past frequencies, other people's dates."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue
from extractors import letters
from extractors.options import ReadOptions
from tests.extractors.letters.test_looks import best
from tests.extractors.pages_of import typed

ROSTER = """
Lakeshore Family Medicine
2827 Dunmore Rd, Cedar Hollow, OH 44107     Tel 505.555.0197   Fax (207) 555-0141
Lucille M. St-Clair, MD     Hollis M. Quesada, NP
(607) 555-0172              785.555.0248

March 10, 2025

Patient: Greta M. Halvorsen      DOB: 8/4/50

{body}

With kind regards,



Leilani B. Halvorsen, FNP-BC
{below}

cc: Tobias M. Quesada, DO
"""


def referral(body: str, below: str = "NPI 1245319599") -> dict[str, FieldValue]:
    page = typed(ROSTER.format(body=body, below=below))
    return best(letters.find((page,), "referral", ReadOptions()))


def test_the_signer_answers_not_the_roster_nor_the_copies() -> None:
    found = referral("Please see this patient.")
    assert found["referrer_name"] == "Leilani B. Halvorsen"
    assert found["referrer_credentials"] == "FNP-BC"
    assert found["practice_name"] == "Lakeshore Family Medicine"


def test_the_practices_numbers_are_not_those_of_its_doctors() -> None:
    found = referral("Please see this patient.")
    assert found["referrer_phone"] == "+15055550197"
    assert found["referrer_fax"] == "+12075550141"


def test_patient_and_writer_of_one_family_name_are_not_swapped() -> None:
    found = referral("Please see this patient.")
    assert found["patient_name"] == "Greta M. Halvorsen"


def test_an_npi_whose_check_digit_fails_is_none() -> None:
    assert "referrer_npi" not in referral("Please see her.", below="NPI 1245319590")


def test_the_letters_date_is_not_the_signatures() -> None:
    found = referral("Please see this patient.", below="NPI 1245319599\nDate: 03/12/2025")
    assert found["document_date"] == "2025-03-10"
    assert found["signature_date"] == "2025-03-12"
    assert "signature_date" not in referral("Please see this patient.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Last seen on March 7, 2025.",
        "The follow-up visit is on May 22, 2025.",
        "MRI of May 1, 2024 was normal.",
        "Physical therapy ended on 2/2/2025.",
    ],
)
def test_dates_of_other_things_have_no_field(sentence: str) -> None:
    found = referral(sentence)
    assert "onset_date" not in found
    assert "surgery_date" not in found


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Symptoms began on January 17, 2024.", "onset_date"),
        ("She was injured on January 17, 2024.", "onset_date"),
        ("Surgery was performed on January 17, 2024.", "surgery_date"),
        ("She underwent total knee replacement January 17, 2024.", "surgery_date"),
        ("On January 17, 2024 she underwent lumbar fusion.", "surgery_date"),
        ("Surgery took place Jan. 17, 2024.", "surgery_date"),
    ],
)
def test_onset_and_surgery_by_the_words_before_the_date(sentence: str, field: str) -> None:
    assert referral(sentence).get(field) == "2024-01-17"


@pytest.mark.parametrize(
    ("sentence", "frequency", "duration"),
    [
        (
            "A course of 8 wks at 1 times per week would be appropriate.",
            "1 times per week",
            "8 wks",
        ),
        ("I recommend 4 to 5 times a week for 6 wks.", "4 to 5 times a week", "6 wks"),
        ("Frequency: 3x/week. Duration: 4 weeks.", "3x/week", "4 weeks"),
        ("Sig: 2-3x/wk x 12 weeks", "2-3x/wk", "12 weeks"),
        ("Please train twice weekly over three months.", "twice weekly", "three months"),
        ("I prescribe a 12-week program, 3 sessions per week.", "3 sessions per week", "12-week"),
    ],
)
def test_how_often_and_how_long(sentence: str, frequency: str, duration: str) -> None:
    found = referral(sentence)
    assert (found.get("frequency"), found.get("duration")) == (frequency, duration)


@pytest.mark.parametrize(
    "sentence",
    [
        "Metformin 500 mg 2 times a day for 3 months.",
        "She has had pain for 6 months.",
        "Return in 6 weeks.",
        "She currently walks 3 times per week.",
        "Void after 90 days.",
    ],
)
def test_what_is_not_prescribed(sentence: str) -> None:
    found = referral(sentence)
    assert "frequency" not in found
    assert "duration" not in found


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Precautions: no Valsalva; avoid rotation.", ("no Valsalva", "avoid rotation")),
        ("Please observe the following: no barefoot training.", ("no barefoot training",)),
        (
            "Restrictions:\n- no lifting over 10 lb\n- no running",
            ("no lifting over 10 lb", "no running"),
        ),
        ("Restrictions: no overhead work, no running", ("no overhead work", "no running")),
    ],
)
def test_restrictions_item_by_item(text: str, items: tuple[str, ...]) -> None:
    assert referral(text)["restrictions"] == items


@pytest.mark.parametrize(
    "text", ["Restrictions: none", "No red flags: no cauda equina syndrome.", "No syncope."]
)
def test_nothing_restricted(text: str) -> None:
    assert "restrictions" not in referral(text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Our goals: walk 5 km; climb stairs.", ("walk 5 km", "climb stairs")),
        ("I hope the patient can return to golf.", ("return to golf",)),
        ("Goals are to sit 60 minutes without pain.", ("sit 60 minutes without pain",)),
    ],
)
def test_goals(text: str, items: tuple[str, ...]) -> None:
    assert referral(text)["goals"] == items


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("She is cleared for exercise without restrictions.", "unrestricted"),
        ("Cleared to exercise with the following precautions.", "restricted"),
        ("He is not cleared for exercise.", "not cleared"),
    ],
)
def test_clearance(text: str, level: str) -> None:
    assert referral(text)["clearance"] == level


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Target heart rate: 110-130 bpm", "110-130 bpm"),
        ("THR 100 to 120", "100 to 120"),
        ("Keep heart rate below 120 bpm.", "below 120 bpm"),
    ],
)
def test_target_heart_rate(text: str, rate: str) -> None:
    assert referral(text)["target_heart_rate"] == rate


def test_a_resting_heart_rate_is_no_target() -> None:
    assert "target_heart_rate" not in referral("Resting heart rate 72, BP 130/80.")


LMN = """
Harbor Cardiology Group
Tel (360) 555-0176

July 9, 2026

RE: Letter of Medical Necessity

Patient: Esteban A. Abernathy
Date of birth: 08/17/1938

{body}

Sincerely,



Chloe S. Nunez, MD
NPI 1245319599   License MD31658
Date: 07/11/2026
"""


def lmn(body: str) -> dict[str, FieldValue]:
    return best(letters.find((typed(LMN.format(body=body)),), "lmn", ReadOptions()))


@pytest.mark.parametrize(
    ("sentence", "treatment", "start", "end"),
    [
        (
            "I prescribe personal training with a coach, 3x/week, from 03/14/2026 to 09/09/2026.",
            "personal training with a coach",
            "2026-03-14",
            "2026-09-09",
        ),
        (
            "I recommend supervised aquatic exercise twice weekly through December 31, 2026.",
            "supervised aquatic exercise",
            None,
            "2026-12-31",
        ),
        (
            "It is medically necessary that she receives balance training beginning May 1, 2026.",
            "balance training",
            "2026-05-01",
            None,
        ),
        ("I prescribe gait training, lifetime.", "gait training, lifetime", None, None),
    ],
)
def test_what_an_lmn_prescribes(
    sentence: str, treatment: str, start: str | None, end: str | None
) -> None:
    found = lmn(sentence)
    assert found.get("treatment") == treatment
    assert (found.get("start_date"), found.get("end_date")) == (start, end)


def test_no_length_is_no_duration() -> None:
    assert "duration" not in lmn("I prescribe therapeutic exercise, ongoing and indefinite.")


def test_the_licence_and_the_signature_date() -> None:
    found = lmn("I prescribe therapeutic exercise.")
    assert found["provider_license"] == "MD31658"
    assert found["signature_date"] == "2026-07-11"
    assert found["document_date"] == "2026-07-09"


def test_an_administrator_only_where_one_is_named() -> None:
    assert "administrator" not in lmn("I prescribe therapeutic exercise.")
    assert lmn("Attn: HealthEquity claims")["administrator"] == "HealthEquity"
