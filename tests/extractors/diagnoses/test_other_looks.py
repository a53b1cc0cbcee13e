"""Diagnoses on looks that trip a reader: captions, mixed lists, boxes read as letters, orders."""

from __future__ import annotations

import pytest

from tests.extractors.diagnoses.test_finding import own, read


def test_captions_side_by_side_are_read_downwards() -> None:
    found = read(
        """
        Diagnosis                     Service
        scoliosis                     a structured exercise program
        How often                     For how long
        three times a week            8 weeks
        """
    )
    assert [text for text, _ in own(found)] == ["scoliosis"]


@pytest.mark.parametrize(
    "order", ["3x weekly x 12 weeks", "3 months", "No overhead lifting", "Personal training"]
)
def test_an_order_below_the_diagnosis_is_no_diagnosis(order: str) -> None:
    found = read(f"Dx: gait instability - R26.81\n{order}")
    assert own(found) == [("gait instability", "R26.81")]


def test_codes_of_one_list_stand_before_and_after_their_words() -> None:
    found = read(
        """
        Thank you for seeing this patient for E66.813 morbid obesity (class 3) and low back pain
        [M54.50]. Please train twice weekly for one year.
        """
    )
    assert own(found) == [("morbid obesity (class 3)", "E66.813"), ("low back pain", "M54.50")]


def test_a_denial_inside_one_name_denies_no_other() -> None:
    found = read("Dx: Parkinson's disease without dyskinesia (G20.A1) and left knee OA (M17.12)")
    assert [code for _, code in own(found)] == ["G20.A1", "M17.12"]


def test_two_complaints_of_one_condition_are_one_diagnosis() -> None:
    found = read("Dx: lumbar disc degeneration with discogenic and leg pain")
    assert [text for text, _ in own(found)] == [
        "lumbar disc degeneration with discogenic and leg pain"
    ]


def test_the_family_ends_where_the_patient_begins() -> None:
    found = read("Family Hx: asthma in father. Comorbid gout. Negative for melanoma.")
    assert [text for text, _ in own(found)] == ["gout"]
    said = {one.text: one.experiencer for one in found.diagnoses}
    assert said["asthma"] == "family"
    assert said["melanoma"] == "patient"


def test_resolved_problems_are_over_though_they_carry_a_code() -> None:
    found = read("Resolved Problems\nPneumonia                     J18.9")
    assert [one.temporality for one in found.diagnoses] == ["historical"]


@pytest.mark.parametrize(
    "form",
    [
        "Diagnosis:\nO Hypertension\nX Diabetes\nO Obesity",
        "Diagnosis (check all that apply):\nLJ Hypertension\nX Diabetes\nC] Obesity",
    ],
)
def test_a_box_read_as_a_letter_is_not_ticked(form: str) -> None:
    found = read(form)
    assert [text for text, _ in own(found)] == ["Diabetes"]
    assert not any(one.accepted for one in found.diagnoses)


@pytest.mark.parametrize(
    "form",
    [
        "Conditions (please check):\nHypertension\nDiabetes\nObesity",
        "Medical History: Hypertension Diabetes Asthma Arthritis",
    ],
)
def test_printed_options_without_any_mark_are_at_most_possible(form: str) -> None:
    found = read(form)
    assert own(found) == []
    assert not any(one.accepted for one in found.diagnoses)


def test_how_a_condition_stands_is_no_part_of_its_name() -> None:
    assert [text for text, _ in own(read("Dx: Migraine, well controlled"))] == ["Migraine"]


def test_a_mark_and_a_state_are_no_diagnosis() -> None:
    found = read(
        """
        Region          Diagnosis                       Code
        Elbow           x
        Shoulder        Adhesive capsulitis             M75.00
        Principal       Active
        """
    )
    assert own(found) == [("Adhesive capsulitis", "M75.00")]


def test_a_value_that_hangs_under_its_label_is_one_sentence() -> None:
    found = read(
        """
        How it helps: It lowers her pain and lets her sleep again. Rheumatoid arthritis
                      was excluded by tests of last May.
        """
    )
    assert [one.assertion for one in found.diagnoses] == ["negated"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "Dx: Coronary artery disease, native vessel, without angina (I25.10)",
            ["Coronary artery disease, native vessel, without angina"],
        ),
        (
            "Dx: disc degeneration, lumbar, with back and leg pain (M51.362)",
            ["disc degeneration, lumbar, with back and leg pain"],
        ),
        (
            "Has gout (M10.9), first found on a film of May 4, 2025, and muscle weakness (M62.81).",
            ["gout", "muscle weakness"],
        ),
    ],
)
def test_a_name_is_cut_where_another_begins(line: str, words: list[str]) -> None:
    assert [text for text, _ in own(read(line))] == words


def test_an_impression_is_no_mere_possibility() -> None:
    assert [text for text, _ in own(read("Impression: essential tremor (G25.0)"))] == [
        "essential tremor"
    ]
