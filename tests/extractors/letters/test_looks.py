"""Letters of many looks say what a careful reader reads in them, and nothing more."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue
from extractors import letters
from extractors.candidate import Candidate
from extractors.options import ReadOptions
from tests.extractors.letters.looks import LOOKS, Look
from tests.extractors.pages_of import typed


def best(candidates: tuple[Candidate, ...]) -> dict[str, FieldValue]:
    """The strongest proposal for every field: what deciding begins with."""
    chosen: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.strength > getattr(chosen.get(candidate.field), "strength", 0.0):
            chosen[candidate.field] = candidate
    return {field: candidate.value for field, candidate in chosen.items()}


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_value_is_found(look: Look) -> None:
    found = best(letters.find((typed(look.drawing),), look.kind, ReadOptions()))
    assert {field: found.get(field) for field in look.values} == look.values


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_what_is_not_there_stays_out(look: Look) -> None:
    found = letters.find((typed(look.drawing),), look.kind, ReadOptions())
    assert {candidate.field for candidate in found}.isdisjoint(look.absent)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_proposal_points_at_its_words(look: Look) -> None:
    page = typed(look.drawing)
    printed = set(page.text.split())
    for candidate in letters.find((page,), look.kind, ReadOptions()):
        for evidence in candidate.evidence:
            assert set(evidence.text.split()) <= printed
            assert 0 <= evidence.box[0] < evidence.box[2] <= page.width


def test_an_empty_page_proposes_nothing() -> None:
    assert letters.find((typed(""),), "referral", ReadOptions()) == ()


def test_other_kinds_get_the_fields_of_every_kind_only() -> None:
    page = typed(
        """
        INFORMED CONSENT FOR EXERCISE
        Participant: Dana Whitfield      Date of birth: 3/4/1970
        Date: 2/1/2026
        Frequency: 3x/week
        """
    )
    found = best(letters.find((page,), "consent", ReadOptions()))
    assert found == {
        "patient_name": "Dana Whitfield",
        "patient_dob": "1970-03-04",
        "document_date": "2026-02-01",
    }
