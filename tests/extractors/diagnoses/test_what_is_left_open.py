"""What is said beside a condition in a list, a table or a history, and leaves room for doubt."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge
from tests.extractors.diagnoses.test_finding import read


def accepted(drawing: str) -> list[str]:
    return [one.text for one in read(drawing).diagnoses if one.accepted]


@pytest.mark.parametrize(
    "history",
    [
        "PMH: Migraine, worst in 2011",
        "PMH: Migraine. Nothing for ages.",
        "PMH: Migraine, her sister too",
        "PMH: Migraine while at university",
        "Dx: Migraine, says the neighbor",
        "PMH: Migraine? Gout.",
        "Impression: gait better. Migraine, both",
    ],
)
def test_words_without_a_code_need_that_nothing_else_is_said(history: str) -> None:
    assert "Migraine" not in accepted(history)


@pytest.mark.parametrize(
    "history",
    [
        "PMH: Migraine",
        "PMH: hypertension, migraine and gout",
        "Dx: Migraine, well controlled",
        "PMH: hx of migraine on metoprolol. Gout.",
        "Past medical history\n1. Migraine\n2. Gout",
    ],
)
def test_a_plain_list_of_a_history_is_used(history: str) -> None:
    assert "migraine" in [text.lower() for text in accepted(history)]


@pytest.mark.parametrize(
    "row",
    [
        "Gout | M10.9 | Ruled out (lab 3/2024)",
        "Gout | M10.9 | Husband",
        "Gout | M10.9 | Erroneous",
        "Gout | M10.9 | see note",
        "Gout (M10.9), formerly",
        "Gout (M10.9). Never flared.",
        "Gout (M10.9) and hypertension (I10) are common conditions treated by our clinic.",
        "People like you with gout (M10.9) may come on Tuesdays.",
        "Covered diagnoses: gout (M10.9), hypertension (I10)",
    ],
)
def test_a_code_beside_an_odd_word_is_left_to_a_person(row: str) -> None:
    assert accepted(row.replace(" | ", "          ")) == []


@pytest.mark.parametrize(
    "row",
    [
        "Gout | M10.9 | Active",
        "Gout | M10.9 | 03/2019 | Chronic, stable",
        "Primary | Gout | M10.9 | Yes",
        "Gout (M10.9), 62 years old, sees her family physician",
    ],
)
def test_what_leaves_a_condition_as_it_is_makes_no_doubt(row: str) -> None:
    assert accepted(row.replace(" | ", "          ")) == ["Gout"]


@pytest.mark.parametrize(
    ("text", "target", "label"),
    [
        ("Deep vein thrombosis, left calf : Ruled out (scan of May)", "thrombosis", "negated"),
        ("Gout ruled out 06/2024.", "Gout", "negated"),
        ("Lupus excluded in 2023.", "Lupus", "negated"),
        ("Fibromyalgia; lupus: criteria not met.", "lupus", "negated"),
        ("Earlier misdiagnosed with gout.", "gout", "negated"),
        ("Notes: excluded fracture", "fracture", "negated"),
        ("Plan: rule out gout", "gout", "possible"),
        ("Stress fracture suspected in the right foot.", "Stress fracture", "possible"),
        ("Biopsy pending for celiac disease.", "celiac disease", "possible"),
        ("Has no gout and hypertension is controlled.", "hypertension", "affirmed"),
        ("Has no gout and no hypertension.", "hypertension", "negated"),
    ],
)
def test_what_is_ruled_out_or_open(text: str, target: str, label: str) -> None:
    assert judge(text, target).assertion == label


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Migraine in her twenties, none since.", "Migraine"),
        ("Migraine until age 35.", "Migraine"),
        ("Hypertension, eczema outgrown, gout.", "eczema"),
        ("Hypertension, asthma as a child, gout.", "asthma"),
        ("Carpal tunnel syndrome, released 2016.", "Carpal tunnel syndrome"),
    ],
)
def test_what_is_over(text: str, target: str) -> None:
    assert judge(text, target).temporality == "historical"


def test_what_was_only_found_late_is_there() -> None:
    assert judge("Asthma, undiagnosed until age 50.", "Asthma").temporality == "current"


@pytest.mark.parametrize(
    "sentence",
    [
        "This plan does not cover treatment of obesity.",
        "Training is payable only with a diagnosis of obesity.",
        "A physician may prescribe exercise for obesity.",
        "Open to members with obesity.",
        "Lives with her husband, who has obesity.",
    ],
)
def test_standing_text_and_others_are_not_the_patient(sentence: str) -> None:
    assert not judge(sentence, "obesity").is_plain
