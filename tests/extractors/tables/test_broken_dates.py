"""Dates that a row's end breaks, and dates that a fax machine printed."""

from __future__ import annotations

import pytest

from extractors.tables import Phrasebook, role_dates, rows_of
from tests.extractors.pages_of import typed

ROLES = Phrasebook({"service": ["sessions attended"], "payment": ["paid by", "payment due"]})


def _dates(drawing: str) -> list[tuple[str, str]]:
    rows = rows_of((typed(drawing),))
    return [(date.role, date.mention.iso) for date in role_dates(rows, ROLES, "MDY")]


@pytest.mark.parametrize(
    "drawing",
    [
        "Sessions attended: September 6, 2026, September\n15, 2026",
        "Sessions attended: September 6 and\n15, 2026",
        "Sessions attended: 9/6,\n9/15/2026",
    ],
)
def test_a_date_goes_on_in_the_next_row(drawing: str) -> None:
    assert _dates(drawing) == [("service", "2026-09-06"), ("service", "2026-09-15")]


def test_a_fax_header_gives_its_date_no_role_of_the_paper() -> None:
    assert _dates("FAX 10/25/2026 09:16 FROM 555-0100 P.01/01") == [("transmission", "2026-10-25")]


def test_a_card_stands_between_the_words_and_the_date() -> None:
    assert _dates("Paid by American Express ending 1002 on 10/2/2026") == [
        ("payment", "2026-10-02")
    ]
