"""Dates, money, plurals, telephone numbers: as a careful office writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.records import Period
from templates.wording import clean, decimal, joined, percent, phone, signed, span


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2026, 6, 1), date(2026, 6, 30), "June 1–30, 2026"),
        (date(2026, 6, 1), date(2026, 7, 31), "June 1 – July 31, 2026"),
        (date(2025, 12, 1), date(2026, 1, 31), "December 1, 2025 – January 31, 2026"),
        (date(2026, 6, 7), date(2026, 6, 7), "June 7, 2026"),
    ],
)
def test_a_period_is_written_without_repeating_itself(start: date, end: date, written: str) -> None:
    assert span(Period(start=start, end=end)) == written


def test_numbers_have_no_idle_zeros_and_a_real_minus() -> None:
    assert decimal(Decimal("412.00")) == "412"
    assert decimal(Decimal("1E+3")) == "1,000"
    assert signed(Decimal("45")) == "+45"
    assert signed(Decimal("-0.60")) == "−0.6"
    assert signed(Decimal("0.0")) == "0"


def test_a_share_of_nothing_is_a_dash() -> None:
    assert percent(7, 8) == "88%"
    assert percent(0, 0) == "—"


def test_american_numbers_are_grouped_and_others_left_alone() -> None:
    assert phone("+15415550138") == "(541) 555-0138"
    assert phone("+442079460000") == "+442079460000"


def test_lists_are_joined_like_a_sentence() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"]) == "a, b and c"


@given(st.text())
def test_whatever_was_read_can_stand_in_a_word_file(text: str) -> None:
    element = ElementTree.Element("t")
    element.text = clean(text)
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == clean(text)
