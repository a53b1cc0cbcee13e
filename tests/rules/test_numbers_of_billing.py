"""NPI check digits and timed units: the numbers a payer recomputes first."""

from __future__ import annotations

import pytest

from rules.npi import is_npi
from rules.timed_units import group_units, units


@pytest.mark.parametrize("text", ["1234567893", "1730158429", "123-456-7893", "2000000002"])
def test_valid_provider_numbers(text: str) -> None:
    assert is_npi(text)


@pytest.mark.parametrize(
    "text", ["1234567890", "3234567893", "123456789", "12345678931", "12345O7893", "", "١٢٣٤٥٦٧٨٩٣"]
)
def test_numbers_that_are_no_npi(text: str) -> None:
    assert not is_npi(text)


def test_every_wrong_digit_is_noticed() -> None:
    right = "1234567893"
    for place in range(10):
        for digit in "0123456789":
            wrong = right[:place] + digit + right[place + 1 :]
            assert is_npi(wrong) == (wrong == right)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        *((0, 0), (7, 0), (8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (52, 3)),
        *((53, 4), (67, 4), (68, 5), (82, 5), (83, 6)),
    ],
)
def test_the_eight_minute_rule(minutes: int, expected: int) -> None:
    assert units(minutes) == expected


def test_a_group_is_one_unit_and_minutes_are_never_negative() -> None:
    assert group_units() == 1
    with pytest.raises(ValueError, match="negative"):
        units(-1)
