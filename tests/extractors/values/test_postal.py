"""A ZIP code lies in its state, or one of the two was misread."""

from __future__ import annotations

import pytest

from extractors.values.postal import fits_state


@pytest.mark.parametrize(
    ("code", "state", "fits"),
    [
        ("83702", "ID", True),
        ("02840-1120", "Rhode Island", True),
        ("10301", "NEW YORK", True),
        ("83702", "IL", False),
        ("88510", "TX", True),
        ("50450", "KL", None),
    ],
)
def test_a_zip_code_is_held_to_its_state(code: str, state: str, fits: bool | None) -> None:
    assert fits_state(code, state) is fits
