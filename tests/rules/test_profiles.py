"""Administrator profiles: what a studio adds, and how its mistakes are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rules.data import BadRuleData
from rules.limits import LIMITS, deductible
from rules.profiles import UnknownProfile, profile, profiles

RIGHT = "key: my_plan\nname: My Plan\naccounts: [fsa]\ncitation: plan document\n"


def faults(folder: Path, text: str) -> str:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRuleData) as caught:
        profiles(folder)
    return str(caught.value)


def test_the_administrators_of_the_field_are_all_there() -> None:
    assert set(profiles()) == {
        *("fsafeds", "healthequity", "navia", "optum", "take_command", "via_benefits"),
        *("probenefits", "generic_fsa", "generic_hsa", "generic_insurer", "employer_wellness"),
        "tax_deduction",
    }


def test_a_studio_adds_its_own_without_code(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(RIGHT, encoding="utf-8")
    assert profile("my_plan", tmp_path).name == "My Plan"
    assert profile("navia", tmp_path) == profile("navia")
    assert "my_plan" not in profiles()


def test_a_studios_file_takes_the_place_of_the_houses(tmp_path: Path) -> None:
    text = RIGHT.replace("my_plan", "navia") + "appeal_days: 90\n"
    (tmp_path / "navia.yaml").write_text(text, encoding="utf-8")
    assert profile("navia", tmp_path).appeal_days == 90
    assert profile("navia").appeal_days == 180


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RIGHT + "apeal_days: 90\n", "mine.yaml, line 5: apeal_days: "),
        (RIGHT + "appeal_days: soon\n", "mine.yaml, line 5: appeal_days: "),
        (RIGHT + "lmn_months: 24\n", "mine.yaml, line 5: lmn_months: "),
        (RIGHT.replace("[fsa]", "[fsa, gold]"), "mine.yaml, line 3: accounts.1: "),
        (
            RIGHT + "appeal_levels:\n  - {name: first, days: 30}\n  - name: second\n    days: x\n",
            "mine.yaml, line 8: appeal_levels.1.days: ",
        ),
        (RIGHT.replace("citation: plan document\n", ""), "mine.yaml, line 1: citation: "),
        (RIGHT + "name: Again\n", "mine.yaml, line 5: name: stands here twice"),
        (RIGHT + "notes: [unclosed\n", "mine.yaml, line 6: not valid YAML"),
        ("- a\n- list\n", "mine.yaml, line 1: the file: "),
        ("", "mine.yaml, line 1: the file: "),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    assert said in faults(tmp_path, text)


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    told = faults(tmp_path, RIGHT + "appeal_days: x\nrun_out_days: -1\n").splitlines()
    assert [line.split(": ")[0] for line in told] == ["mine.yaml, line 5", "mine.yaml, line 6"]


def test_two_files_of_one_key_are_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RIGHT, encoding="utf-8")
    assert "is that of a.yaml, too" in faults(tmp_path, RIGHT)


def test_of_two_versions_the_one_in_force_holds(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(RIGHT + "appeal_days: 90\n", encoding="utf-8")
    new = RIGHT + "appeal_days: 60\neffective_from: 2026-07-01\n"
    (tmp_path / "new.yaml").write_text(new, encoding="utf-8")
    held = [
        profile("my_plan", tmp_path, on).appeal_days
        for on in (date(2026, 6, 30), date(2026, 7, 1), None)
    ]
    assert held == [90, 60, 60]


def test_a_profile_that_has_not_begun_is_not_known_yet(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(RIGHT + "effective_from: 2026-07-01\n", encoding="utf-8")
    assert "my_plan" not in profiles(tmp_path, date(2026, 6, 30))


def test_an_unknown_administrator_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownProfile, match="generic_fsa"):
        profile("acme")


def test_limits_of_the_years_that_are_known() -> None:
    fsa = {year: (str(one.most), str(one.carry_over)) for year, one in LIMITS.health_fsa.items()}
    assert (fsa[2025], fsa[2026]) == (("3300", "660"), ("3400", "680"))
    hsa = {year: (str(one.self_only), str(one.family)) for year, one in LIMITS.hsa.items()}
    assert (hsa[2025], hsa[2026]) == (("4300", "8550"), ("4400", "8750"))


@pytest.mark.parametrize(
    ("expenses", "income", "expected"),
    [("5000.00", "60000", "500.00"), ("4500.00", "60000", "0.00"), ("100.05", "-5", "100.05")],
)
def test_only_what_exceeds_the_floor_is_deductible(
    expenses: str, income: str, expected: str
) -> None:
    assert deductible(Decimal(expenses), Decimal(income)) == Decimal(expected)
