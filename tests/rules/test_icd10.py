"""ICD-10-CM: leaf or not, in force or not, on the date of service."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rules.icd10 import exact, lookup, search, table
from rules.icd10.build import Release as BuildRelease
from rules.icd10.build import change_day, rows

ON = date(2026, 6, 7)


def test_m54_5_is_not_billable_and_its_children_are_listed() -> None:
    verdict = lookup("M54.5", ON)
    assert verdict.status == "not_leaf"
    assert verdict.message == (
        "M54.5 is not billable since 2021-10-01; choose among M54.50, M54.51, M54.59"
    )


def test_m54_5_was_billable_before_its_children_came() -> None:
    assert lookup("M54.5", date(2021, 9, 30)).status == "billable"
    assert lookup("M54.59", date(2021, 9, 30)).status == "not_yet"
    assert lookup("M54.59", date(2021, 10, 1)).status == "billable"


@pytest.mark.parametrize(
    ("code", "children"),
    [
        ("E66.8", ("E66.811", "E66.812", "E66.813", "E66.89")),
        ("N18.3", ("N18.30", "N18.31", "N18.32")),
        ("G20", ("G20.A1", "G20.A2", "G20.B1", "G20.B2", "G20.C")),
        ("S83.511", ("S83.511A", "S83.511D", "S83.511S")),
    ],
)
def test_headings_list_the_finer_codes_and_choose_none(
    code: str, children: tuple[str, ...]
) -> None:
    verdict = lookup(code, ON)
    assert (verdict.status, verdict.children) == ("not_leaf", children)


def test_a_long_list_of_children_stops_at_the_next_level() -> None:
    assert lookup("E11", ON).children[:2] == ("E11.0", "E11.1")


@pytest.mark.parametrize("written", ["M1711", "m17.11", " M17.11 ", "M17 11"])
def test_codes_are_normalised(written: str) -> None:
    verdict = lookup(written, ON)
    assert (verdict.code, verdict.status) == ("M17.11", "billable")
    assert verdict.description == "Unilateral primary osteoarthritis, right knee"


@pytest.mark.parametrize("code", ["724.2", "250.00", "V45.81", "E885.9"])
def test_icd_9_codes_are_recognised_as_such(code: str) -> None:
    assert lookup(code, ON).status == "icd9"


def test_a_code_that_never_was_is_unknown_and_its_neighbourhood_is_named() -> None:
    verdict = lookup("M54.99", ON)
    assert verdict.status == "unknown"
    assert verdict.message == "M54.99 is not an ICD-10-CM code; M54.9 is billable as it stands"


def test_a_code_whose_first_day_is_not_known_is_doubtful_in_between_only() -> None:
    between = lookup("J34.829", date(2023, 1, 1))
    assert between.status == "billable" and between.doubtful
    assert not lookup("J34.829", ON).doubtful
    assert lookup("J34.829", date(2020, 1, 1)).status == "not_yet"


def test_a_code_split_this_year_is_billable_until_the_last_day_of_the_fiscal_year() -> None:
    assert lookup("G35", date(2025, 9, 30)).status == "billable"
    assert lookup("G35", date(2025, 10, 1)).status == "not_leaf"


def test_exact_words_find_their_code_in_any_order() -> None:
    assert exact("hyperlipidemia") == ("E78.5",)
    assert exact("knee, right: unilateral primary osteoarthritis") == ("M17.11",)


def test_a_heading_that_fits_suggests_all_its_billable_codes() -> None:
    codes = [found.code for found in search("Parkinson's disease", ON)]
    assert codes[:5] == ["G20.A1", "G20.A2", "G20.B1", "G20.B2", "G20.C"]
    assert all(lookup(code, ON).status == "billable" for code in codes)


def test_words_that_no_official_wording_shares_suggest_nothing() -> None:
    assert search("better fitness for summer", ON) == ()


def test_one_code_is_looked_up_in_one_small_file_and_read_but_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What makes a lookup quick: how long it takes is measured by `make bench`."""
    opened: list[str] = []
    read = Path.read_bytes

    def noted(path: Path) -> bytes:
        opened.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    table._shard.cache_clear()
    assert lookup("S83.511A", ON).status == "billable"
    assert opened == ["codes-S.tsv.gz"]
    lookup("S83.512A", ON)
    lookup("S83.511A", ON)
    assert opened == ["codes-S.tsv.gz"]


def test_the_builder_reads_first_and_last_days_out_of_editions() -> None:
    old = BuildRelease(date(2021, 1, 1), {"M54.5": (True, "Low back pain", ())})
    new = BuildRelease(
        date(2025, 4, 1),
        {"M54.5": (False, "Low back pain", ()), "M54.50": (True, "Low back pain, unspecified", ())},
    )
    assert rows([old, new], {"M54.5": "2021-10-01"}) == [
        ("M54.5", "parent", "", "2021-09-30", "Low back pain"),
        ("M54.50", "leaf", "2021-10-01", "", "Low back pain, unspecified"),
    ]


def test_an_unknown_day_of_change_stays_a_span() -> None:
    span = change_day("K60.31", date(2021, 1, 1), date(2025, 4, 1), {})
    assert span == "2021-10-01/2024-10-01"
