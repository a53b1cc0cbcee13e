"""A table whose heading recognition spoiled is read by its sums, and said to be doubtful."""

from __future__ import annotations

from extractors import payers
from extractors.candidate import Candidate
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed

PAPER = """
    Golden State Health Net
    Explanation of Benefits
    Date of servimtrovider chrg   Alowd     We ptaidient respnsblty   Code
    03/13/2026      $110.00       $88.00    $70.40        $39.60      PR-2
    03/20/2026      $100.00       $80.00    $64.00        $36.00      PR-2
    Claim total     $210.00      $168.00   $134.40        $75.60
"""


def _read(paper: str) -> dict[str, Candidate]:
    return {c.field: c for c in payers.find((typed(paper),), "eob", ReadOptions())}


def test_columns_follow_from_their_sums() -> None:
    found = _read(PAPER)
    assert found["billed"].value == "210.00"
    assert found["allowed"].value == "168.00"
    assert found["plan_paid"].value == "134.40"
    assert found["patient_responsibility"].value == "75.60"
    assert found["service_dates"].value == ("2026-03-13", "2026-03-20")


def test_the_doubt_is_named() -> None:
    assert "heading.unread" in _read(PAPER)["billed"].failed


def test_rows_that_do_not_add_up_name_no_columns() -> None:
    assert "billed" not in _read(PAPER.replace("$39.60", "$12.00"))
