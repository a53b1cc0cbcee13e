"""Questionnaires answered by a cross in a column, whose caption stands above the list."""

from __future__ import annotations

from tests.extractors.diagnoses.test_finding import named, read


def test_a_cross_says_what_its_column_is_called() -> None:
    found = read(
        """
        Condition           Yes    No
        Gout                       X
        Hypertension        X
        Asthma                     X
        """
    )
    said = {one.text: one.assertion for one in found.diagnoses}
    assert said == {"Gout": "negated", "Hypertension": "affirmed", "Asthma": "negated"}
    assert not any(one.accepted for one in found.diagnoses)


def test_a_cross_under_family_is_the_familys() -> None:
    found = read(
        """
        Condition           Self     Family
        Gout                           X
        Hypertension         X
        """
    )
    assert named(found, "Gout").experiencer == "family"
    assert named(found, "Hypertension").experiencer == "patient"


def test_a_cross_under_past_is_over_also_beside_a_code() -> None:
    found = read(
        """
        Diagnosis           Code      Present    Past
        Migraine            G43.909               X
        Gout                M10.9       X
        """
    )
    assert named(found, "Migraine").temporality == "historical"
    assert named(found, "Gout").is_patients_own


def test_two_lists_side_by_side_have_columns_of_their_own() -> None:
    found = read(
        """
        Have you had       Yes   No       Have you had      Yes   No
        Gout               X              Asthma                  X
        Hypertension             X        Migraine          X
        """
    )
    denied = {one.text for one in found.diagnoses if one.assertion == "negated"}
    assert denied == {"Asthma", "Hypertension"}
    assert not any(one.accepted for one in found.diagnoses)


def test_a_row_that_nobody_marked_is_open() -> None:
    found = read(
        """
        Condition           Self     Family
        Hypertension         X
        Gout
        """
    )
    assert named(found, "Gout").assertion == "possible"


def test_words_of_a_letter_are_no_captions() -> None:
    found = read(
        """
        No one in the family has been ill, yes, she said so herself.
        Dx: Gout
        """
    )
    assert named(found, "Gout").accepted
