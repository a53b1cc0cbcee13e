"""The window of cover of a letter of medical necessity."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casebook.records import Period
from rules.cover import cover
from rules.durations import is_open_ended, length
from rules.profiles import profile
from tests.rules.cases import KNEE, letter

FSA = profile("generic_fsa")


def window(**changes: Any) -> Period | None:
    return cover(letter(**changes), FSA).period


def test_cover_begins_at_the_later_of_start_and_signature() -> None:
    assert window() == Period(start=date(2026, 3, 2), end=date(2026, 8, 31))
    late_start = window(start_date="2026-04-01")
    assert late_start is not None
    assert late_start.start == date(2026, 4, 1)


def test_cover_ends_at_the_stated_end() -> None:
    found = window(end_date="2026-06-30")
    assert found is not None
    assert found.end == date(2026, 6, 30)


def test_cover_never_lasts_longer_than_twelve_months_after_the_signature() -> None:
    found = window(end_date="2028-01-01")
    assert found is not None
    assert found.end == date(2027, 3, 1)


@pytest.mark.parametrize("words", ["lifetime", "Ongoing", "indefinitely"])
def test_an_open_end_is_capped_and_said_aloud(words: str) -> None:
    found = cover(letter(duration=words), FSA)
    assert found.period == Period(start=date(2026, 3, 2), end=date(2027, 3, 1))
    said = [v for v in found.verdicts if v.rule.id == "lmn.open_ended"]
    assert [v.outcome for v in said] == ["warn"]
    assert "March 1, 2027" in said[0].message


@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({"signed": "absent"}, "lmn.signed"),
        ({"signature_date": None}, "lmn.signature_date"),
        ({"provider_credentials": "ACSM-CEP"}, "lmn.signer"),
        ({"diagnoses": ()}, "lmn.diagnosis"),
        ({"treatment": None}, "lmn.treatment"),
    ],
)
def test_a_letter_with_a_fault_covers_nothing(changes: dict[str, Any], rule_id: str) -> None:
    found = cover(letter(**changes), FSA)
    assert found.period is None
    assert rule_id in {v.rule.id for v in found.fails}


def test_a_vague_diagnosis_stops_the_letter_but_a_specific_one_beside_it_does_not() -> None:
    vague = KNEE.model_copy(update={"text": "General fitness", "code": None, "code_origin": None})
    assert cover(letter(diagnoses=(vague,)), FSA).period is None
    assert cover(letter(diagnoses=(vague, KNEE)), FSA).period is not None


def test_a_physical_therapist_as_signer_is_a_warning() -> None:
    found = cover(letter(provider_credentials="PT, DPT"), FSA)
    assert found.period is not None
    assert ("lmn.signer_by_administrator", "warn") in {
        (v.rule.id, v.outcome) for v in found.verdicts
    }


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("12 weeks", 84),
        ("six (6) weeks", 42),
        ("for 8-12 weeks", 84),
        ("90 days", 90),
        ("until recovered", None),
    ],
)
def test_lengths_are_read_as_letters_state_them(words: str, days: int | None) -> None:
    found = length(words)
    assert (found.days if found else None) == days


def test_months_are_calendar_months() -> None:
    found = length("6 months")
    assert found is not None
    assert date(2026, 3, 31) + found == date(2026, 9, 30)


def test_open_ends_are_told_from_lengths() -> None:
    assert is_open_ended("lifetime")
    assert not is_open_ended("12 weeks")
