"""Tick boxes in the ways that people type and print them; answers of yes and no."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.diagnoses import DiagnosesFound, find
from extractors.diagnoses.boxes import tick_of
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed


def read(drawing: str) -> DiagnosesFound:
    return find((typed(drawing),), ReadOptions(), date(2026, 6, 1))


def own(drawing: str) -> list[str]:
    return [one.text for one in read(drawing).diagnoses if one.is_patients_own]


@pytest.mark.parametrize(
    ("ticked", "empty"),
    [
        ("[x]", "[ ]"),
        ("[X]", "[_]"),
        ("[✓]", "[ ]"),
        ("☒", "☐"),
        ("☑", "☐"),
        ("✔", "□"),
        ("■", "□"),
        ("(X)", "( )"),
        ("(x)", "( )"),
        ("_x_", "___"),
        ("_X_", "___"),
        ("__X__", "_____"),
        ("___x___", "_______"),
    ],
)
def test_only_what_is_ticked_is_the_patients(ticked: str, empty: str) -> None:
    before = f"""
        {ticked} Hypertension   {empty} Type 2 diabetes mellitus
        {empty} Asthma   {ticked} Osteoarthritis of the knee
    """
    assert own(before) == ["Hypertension", "Osteoarthritis of the knee"]
    behind = f"""
        Hypertension {ticked}   Type 2 diabetes mellitus {empty}
        Asthma {empty}   Osteoarthritis of the knee {ticked}
    """
    if not empty.startswith("__"):  # a rule behind words is a place to write, not a box
        assert own(behind) == ["Hypertension", "Osteoarthritis of the knee"]


@pytest.mark.parametrize(
    ("answer", "theirs"),
    [
        ("[x] Yes  [ ] No", True),
        ("[ ] Yes  [x] No", False),
        ("Yes [x] No [ ]", True),
        ("Yes [ ] No [x]", False),
        ("☒ Y  ☐ N", True),
        ("☐ Y  ☒ N", False),
        ("Yes (X)  No ( )", True),
        ("Yes ( )  No (X)", False),
        ("[ ] Yes  [ ] No", False),
        ("[x] Yes  [x] No", False),
        ("Y / N", False),
        ("Yes  No", False),
        (": No", False),
        ("- none", False),
    ],
)
def test_an_answer_behind_the_condition_counts(answer: str, theirs: bool) -> None:
    assert own(f"Asthma  {answer}") == (["Asthma"] if theirs else [])


def test_a_condition_in_no_box_is_never_accepted_for_its_neighbours_tick() -> None:
    found = read("""
        [x] Hypertension
        [ ] Epilepsy
        ___ Asthma   __X__ Obesity
    """)
    assert {one.text for one in found.diagnoses} == {"Hypertension", "Obesity"}


@pytest.mark.parametrize(
    ("line", "tick"),
    [
        ("[  ] Asthma", "empty"),
        ("(  ) Asthma", "empty"),
        ("Asthma [  ]", "empty"),
        ("Asthma (  )", "empty"),
        ("Gout [x] Asthma [  ]", "empty"),
        ("Gout (  ) Asthma (x)", "ticked"),
    ],
)
def test_boxes_with_two_blanks_inside_one_line(line: str, tick: str) -> None:
    """On a page two blanks part the cells of a row, so the line is asked by itself."""
    start = line.index("Asthma")
    assert tick_of(line, start, start + len("Asthma")) == tick


def test_who_is_named_last_in_a_family_history_is_she_in_the_next_sentence() -> None:
    found = read("""
        Family history: mother with osteoporosis. She also has hypertension.
    """)
    assert [one.experiencer for one in found.diagnoses] == ["family", "family"]


def test_the_patient_after_a_relatives_sentence_is_the_patient() -> None:
    found = read("""
        Her father has gout. The patient has hypertension.
    """)
    whose = {one.text: one.experiencer for one in found.diagnoses}
    assert whose == {"gout": "family", "hypertension": "patient"}


def test_plain_hypertension_is_offered_as_essential_first() -> None:
    [one] = read("Diagnosis: hypertension").diagnoses
    assert one.code is None
    assert one.suggestions[0] == "I10"
