"""Diagnoses on papers about money: only where the paper has a label and a code for them."""

from __future__ import annotations

from extractors.options import ReadOptions
from extractors.read import Source, read_document
from tests.extractors.pages_of import typed

STATEMENT = """
Harbor Spine & Rehab, PLLC
44 Pier Road, Seattle, WA 98101      206-555-0140

STATEMENT OF ACCOUNT                 Statement no. 20117
Patient: Ilse Marten                 Statement date: 05/31/2026
{row}

Date          Service                            Charge
05/04/2026    Therapeutic exercise                85.00
05/11/2026    Therapeutic exercise                85.00
                                     Total       170.00
"""
SOURCE = Source("s.pdf", "0" * 64, 1)


def _codes(row: str) -> list[tuple[str | None, str | None]]:
    reading = read_document((typed(STATEMENT.format(row=row)),), SOURCE, ReadOptions(), False)
    assert reading.kind.value == "receipt"
    return [(each.code, each.code_origin) for each in reading.diagnoses]


def test_a_clinics_statement_gives_the_code_that_it_prints() -> None:
    assert ("M54.50", "printed") in _codes("Dx: M54.50 Low back pain, unspecified")


def test_words_about_illness_without_a_code_are_none_on_a_receipt() -> None:
    assert _codes("Ask us about exercise for diabetes and high blood pressure!") == []
