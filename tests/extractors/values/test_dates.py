"""Dates are found in every usual print, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.dates import birth_date, find_dates, parse_date

JUNE_2 = "2026-06-02"


@pytest.mark.parametrize(
    "printed",
    [
        "6/2/26",
        "06-02-2026",
        "2026-06-02",
        "2026/6/2",
        "6.2.2026",
        "June 2, 2026",
        "JUNE 2 2026",
        "Jun. 2nd 2026",
        "2 Jun 2026",
        "02-JUN-26",
        "this 2nd day of June, 2026",
        "June2,2026",
        "06 / 02 / 2026",
        "06 02 2026",
        "Tuesday, June 2, 2026",
        "signed 6/2/2026.",
    ],
)
def test_one_day_in_many_prints(printed: str) -> None:
    assert [mention.iso for mention in find_dates(printed)] == [JUNE_2]


@pytest.mark.parametrize(
    "text",
    [
        "505-555-0177",
        "NPI 1417386657",
        "L4/5 and C5-6",
        "1.2.3.4",
        "2/30/2026",
        "13/13/2026",
        "June 2026",
        "3-4 times",
        "1/2 cup, 3/4 full",
        "version 10.12.4",
        "200 mg/dL",
    ],
)
def test_no_date_where_there_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_the_asked_order_decides_and_says_so() -> None:
    (american,) = find_dates("06/07/2026", "MDY")
    (british,) = find_dates("06/07/2026", "DMY")
    assert (american.iso, british.iso) == ("2026-06-07", "2026-07-06")
    assert american.ambiguous and british.ambiguous
    (impossible,) = find_dates("25/12/2026", "MDY")
    assert impossible.iso == "2026-12-25" and not impossible.ambiguous


def test_a_list_shares_its_last_years() -> None:
    found = find_dates("seen 10/1, 10/3 and 10/8/2026")
    assert [mention.iso for mention in found] == ["2026-10-01", "2026-10-03", "2026-10-08"]
    assert [mention.borrowed for mention in found] == [True, True, False]
    named = find_dates("June 2, 9 and July 1, 2026")
    assert [mention.iso for mention in named][-1] == "2026-07-01"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6/2–6/30/2026", "2026-06-02", "2026-06-30"),
        ("from 6/2/2026 to 6/30/2026", "2026-06-02", "2026-06-30"),
        ("June 2 – 30, 2026", "2026-06-02", "2026-06-30"),
        ("12/28 - 1/3/2026", "2025-12-28", "2026-01-03"),
    ],
)
def test_a_range_has_two_ends(text: str, first: str, last: str) -> None:
    found = find_dates(text)
    assert [(mention.iso, mention.range_end) for mention in found] == [
        (first, "first"),
        (last, "last"),
    ]


@pytest.mark.parametrize(
    "printed",
    ["O6/02/2O26", "06/0212026", "June l2, 2026", "Junc 2, 2026", "2026-1 1-03"],
)
def test_confused_letters_are_mended_and_marked(printed: str) -> None:
    (found,) = find_dates(printed)
    assert found.mended and found.value.year == 2026


def test_the_place_in_the_text_is_kept() -> None:
    text = "Surgery was performed on March 29, 2026."
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "March 29, 2026" == found.text


def test_two_digits_of_a_birth_year_lie_in_the_past() -> None:
    (born,) = find_dates("9/24/38")
    assert birth_date(born, by=date(2026, 9, 14)) == date(1938, 9, 24)
    (child,) = find_dates("9/24/18")
    assert birth_date(child, by=date(2026, 9, 14)) == date(2018, 9, 24)
    (long_ago,) = find_dates("5/1/41")
    assert birth_date(long_ago) == date(1941, 5, 1)


def test_another_language_is_read_as_a_last_resort() -> None:
    found = parse_date("2 juin 2026")
    assert found is not None and found.iso == JUNE_2
    assert parse_date("juin 2026") is None


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2039, 12, 31)))
def test_what_is_written_is_read_back(day: date) -> None:
    for printed in (day.isoformat(), f"{day:%m/%d/%Y}", f"{day:%B} {day.day}, {day.year}"):
        assert [mention.value for mention in find_dates(printed)] == [day]


@given(st.text(max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6, 13 and 20 October 2026", ["2026-10-06", "2026-10-13", "2026-10-20"]),
        ("Oct 6, 13; Nov 3 & 10, 2026", ["2026-10-06", "2026-10-13", "2026-11-03", "2026-11-10"]),
        ("Dec 28, 30 and Jan 4, 2027", ["2026-12-28", "2026-12-30", "2027-01-04"]),
        ("25 Dec 18", ["2018-12-25"]),
        ("28 JUN 18 12:33", ["2018-06-28"]),
        ("2 May 18:30", []),
        ("Take 2 Mar 10.50", []),
    ],
)
def test_lists_that_share_a_year_and_days_before_short_years(text: str, days: list[str]) -> None:
    assert [mention.iso for mention in find_dates(text)] == days


def test_the_year_comes_first_where_it_was_asked_for_so() -> None:
    (mention,) = find_dates("25/11/08 12:41", "YMD")
    assert mention.iso == "2025-11-08"
    assert find_dates("25/11/08", "DMY")[0].iso == "2008-11-25"


def test_a_nought_in_a_months_name_behind_the_day_is_mended() -> None:
    (mention,) = find_dates("27 0CT 2025 18:05", "DMY")
    assert (mention.iso, mention.mended) == ("2025-10-27", True)
