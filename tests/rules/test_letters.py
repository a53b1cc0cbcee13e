"""Letters: what is vague, whose signature counts, which codes are billable."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules.cover import cover, covers_of
from rules.lmn import is_vague
from rules.profiles import profile
from tests.rules.cases import KNEE, case, letter, session

FSA = profile("generic_fsa")


@pytest.mark.parametrize(
    "text",
    [
        "General fitness",
        "overall wellness",
        "Fitness, stress and weight loss",
        "to improve general health",
        "Back pain.",
        "elevated cholesterol",
    ],
)
def test_words_that_name_no_condition_are_vague(text: str) -> None:
    assert is_vague(text, None)


@pytest.mark.parametrize(
    "text",
    ["hypercholesterolemia", "low back pain due to disc herniation", "obesity", "general anxiety"],
)
def test_a_condition_is_not_vague(text: str) -> None:
    assert not is_vague(text, None)


def test_a_code_makes_a_complaint_specific() -> None:
    assert not is_vague("back pain", "M54.51")


def test_a_letter_of_the_patients_own_covers_nothing() -> None:
    own = letter(provider_name="Dana Whitfield", provider_credentials="MD")
    assert cover(own, FSA).period is None


def test_a_letter_signed_by_the_trainer_covers_nothing() -> None:
    trained = session(date(2026, 3, 10), trainer="Ada N. Okafor")
    (found,) = covers_of(case(letter(), sessions=(trained,)), FSA)
    assert [v.rule.id for v in found.fails] == ["lmn.signer"]
    other = session(date(2026, 3, 10), trainer="Jordan Avery")
    (found,) = covers_of(case(letter(), sessions=(other,)), FSA)
    assert found.period is not None


def said(code: str, **changes: Any) -> list[str]:
    named = KNEE.model_copy(update={"text": "low back pain", "code": code})
    found = cover(letter(diagnoses=(named,), **changes), FSA)
    return [v.message for v in found.verdicts if v.rule.id == "lmn.code_billable"]


def test_a_code_that_is_no_leaf_is_noted_with_its_children() -> None:
    assert said("E66.8", signature_date="2026-03-02")[0].startswith("E66.8 is not billable")
    assert said("M54.51") == []


def test_the_administrators_approval_opens_the_window_where_it_counts() -> None:
    approved = letter(approved_on="2026-04-15")
    window = cover(approved, profile("healthequity")).period
    assert window is not None
    assert window.start == date(2026, 4, 15)
    window = cover(approved, FSA).period
    assert window is not None
    assert window.start == date(2026, 3, 2)
