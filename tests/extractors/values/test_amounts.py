"""Amounts are found as printed; what is no money is left alone; misreadings are only suspected."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.amounts import find_amounts, money, suspected_amounts


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Total $1,240.00", "1240.00", "USD"),
        ("Gesamt 1.240,00 EUR", "1240.00", "EUR"),
        ("TOTALRM8.20", "8.20", "MYR"),
        ("Rate 85.00 USD", "85.00", "USD"),
        ("Total $750", "750.00", "USD"),
        ("Discount -$5.00", "-5.00", "USD"),
        ("Payment (12.50)", "-12.50", None),
        ("Credit 40.00-", "-40.00", None),
        ("Total:8.20", "8.20", None),
        ("CASH RM20. 40", "20.40", "MYR"),
        ("save $150!", "150.00", "USD"),
    ],
)
def test_an_amount_is_read_as_printed(text: str, value: str, currency: str | None) -> None:
    (found,) = find_amounts(text)
    assert money(found.value) == value
    assert found.currency == currency


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2018",
        "19:32:35",
        "6%",
        "GST 6.00%",
        "10 sessions",
        "2026",
        "555-0152",
        "12:30.00",
        "9.000",
    ],
)
def test_dates_times_counts_and_percentages_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == ()


def test_several_amounts_keep_their_places() -> None:
    text = "1 X 5.20\t5.20 S"
    found = find_amounts(text)
    assert [text[m.start : m.end] for m in found] == ["5.20", "5.20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1O.00", "10.00"),
        ("63 60", "63.60"),
        ("600", "6.00"),
        ("l2.S0", "12.50"),
        ("RM 14-10", "14.10"),
    ],
)
def test_misread_amounts_are_only_suspected(text: str, value: str) -> None:
    assert find_amounts(text) == ()
    (found,) = suspected_amounts(text)
    assert (money(found.value), found.mended) == (value, True)


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999.99"), places=2))
def test_every_dollar_amount_survives_printing(value: Decimal) -> None:
    (found,) = find_amounts(f"Amount due: ${value:,.2f} by check")
    assert found.value == value
