"""Forms, banners and messages of offices never seen before, each with what is not meant."""

from __future__ import annotations

import pytest

from casebook.records import FieldReading, Kind
from extractors import diagnoses, letters
from extractors.deciding import decide
from extractors.options import ReadOptions
from extractors.values.ticks import ticked_only, ticked_options
from tests.extractors.pages_of import typed


def read(drawing: str, kind: Kind = "referral") -> dict[str, FieldReading]:
    pages = (typed(drawing),)
    return decide(letters.find(pages, kind, ReadOptions()), pages)


def value(drawing: str, field: str, kind: Kind = "referral") -> object:
    found = read(drawing, kind).get(field)
    return found.value if found else None


@pytest.mark.parametrize(
    ("row", "chosen"),
    [
        ("Length: [ ] 3 months [x] 6 months [ ] 12 months", ("6 months",)),
        ("Length: 3 months [x] 6 months [ ] 12 months [ ]", ("3 months",)),
        ("3 months [ ] 6 months [x]", ("6 months",)),
    ],
)
def test_boxes_stand_before_their_words_or_behind_them(row: str, chosen: tuple[str, ...]) -> None:
    assert ticked_options(row) == chosen
    assert ticked_only(row).split(":")[-1].split() == " ".join(chosen).split()


def test_an_option_that_lost_its_box_is_not_chosen() -> None:
    assert "3 months" not in ticked_only("Length: 3 months [x] 6 months [ ] 12 months")
    assert "3 months" not in ticked_only("3 months [x] 6 months [ ] 12 months", value=True)


def test_a_records_banner_names_and_dates() -> None:
    banner = "Dana Whitfield Female - 68 y.o. - 2/20/1958 - MRN E1645493"
    assert value(banner, "patient_name") == "Dana Whitfield"
    assert value(banner, "patient_dob") == "1958-02-20"


def test_a_caption_may_ask_for_signature_and_date() -> None:
    found = read(
        """
        Licensed practitioner: Viktor Roe, MD     NPI: 1734439874



                            on 07/31/2026

        Practitioner's signature and date
        """,
        "lmn",
    )
    assert found["provider_name"].value == "Viktor Roe"
    assert found["signature_date"].value == "2026-07-31"


def test_who_receives_the_treatment_is_no_treatment() -> None:
    form = """
        1. Full name of the person receiving treatment: Dana F. Whitfield
        2. What treatment do you recommend? Supervised strength training
    """
    assert value(form, "patient_name", "lmn") == "Dana F. Whitfield"
    assert value(form, "treatment", "lmn") == "Supervised strength training"


def test_a_cell_of_two_lines_is_read_whole_wherever_its_label_stands() -> None:
    form = """
                                 Strength training with a
        Recommended treatment:   medical exercise specialist
        How often:               3 x weekly
    """
    whole = "Strength training with a medical exercise specialist"
    assert value(form, "treatment", "lmn") == whole


def test_a_paper_whose_only_day_is_the_signatures_was_written_then() -> None:
    form = """
        Patient name: Dana Whitfield
        Treatment: supervised exercise











        Provider signature: ______________     Date signed: 06/12/2026
    """
    assert value(form, "document_date", "lmn") == "2026-06-12"


def test_what_is_to_be_avoided_is_found_beside_a_stated_goal() -> None:
    letter = """
        Please avoid hip flexion past 90 degrees. The goal is to walk a mile.
    """
    assert value(letter, "restrictions") == ("avoid hip flexion past 90 degrees",)


def test_bullets_that_end_a_sentence_are_goals() -> None:
    letter = """
        I refer her for supervised exercise, twice weekly for 10 weeks, to
        - maintain leg strength
        - stand for 20 minutes
    """
    assert value(letter, "goals") == ("maintain leg strength", "stand for 20 minutes")


def test_a_ticked_answer_beside_a_condition_is_the_patients() -> None:
    page = typed(
        """
        Does the patient have any of the following?
        Hypertension      [x] Yes   [ ] No
        Asthma            [ ] Yes   [x] No
        """
    )
    found = diagnoses.find((page,), ReadOptions(), None).diagnoses
    assert [(each.text, each.assertion) for each in found] == [("Hypertension", "affirmed")]


def test_a_choice_among_boxes_says_what_is_cleared() -> None:
    form = """
        Patient name: Dana Whitfield
        Recommendation
        [ ] No restrictions [x] With restrictions: seated exercise only [ ] Contraindicated
    """
    assert value(form, "clearance") == "restricted"
    assert value(form, "restrictions") == ("seated exercise only",)


def test_what_a_paper_is_called_is_no_practice() -> None:
    form = """
        Physician Clearance & Exercise Guidance

        Patient name: Dana Whitfield
    """
    assert value(form, "practice_name") is None


def test_a_label_that_goes_on_is_no_treatment() -> None:
    form = """
        Prescribed treatment or support
        Supervised cardiac exercise
    """
    assert value(form, "treatment", "lmn") != "or support"


def test_unclear_is_never_accepted() -> None:
    signed = read("Patient: Dana Whitfield")["signed"]
    assert (signed.value, signed.accepted) == ("unclear", False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Provisional Diagnosis: I89.0 lymphedema", ("lymphedema", "I89.0", "affirmed")),
        (
            "Polyneuropathy due to type 2 diabetes (E11.42)",
            ("Polyneuropathy due to type 2 diabetes", "E11.42", "affirmed"),
        ),
        (
            "Diagnosis (no abbreviations): Gout, unspecified M10.9",
            ("Gout, unspecified", "M10.9", "affirmed"),
        ),
        ("She is not diabetic.", ("diabetic", None, "negated")),
    ],
)
def test_diagnoses_of_forms(line: str, expected: tuple[str, str | None, str]) -> None:
    (found,) = diagnoses.find((typed(line),), ReadOptions(), None).diagnoses
    assert (found.text, found.code, found.assertion) == expected


def test_an_inactive_problem_is_past() -> None:
    found = diagnoses.find(
        (
            typed(
                """
                Problem        Status      Onset
                Hypertension   Active      2015
                Gout           Inactive    2012
                """
            ),
        ),
        ReadOptions(),
        None,
    ).diagnoses
    assert [(each.text, each.temporality) for each in found] == [
        ("Hypertension", "current"),
        ("Gout", "historical"),
    ]
