"""Whose rules hold: those of the client's administrator, the studio's own files in front."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.records import AccountType, Case, Client
from flows.administrators import known_profiles, profile_for_letters, profile_of
from flows.errors import BadSettings, WrongUsage
from flows.settings import Settings


def case(administrator: str | None) -> Case:
    born = date(1968, 3, 14)
    return Case(client=Client(id="c", name="A B", dob=born, administrator=administrator))


@pytest.mark.parametrize(
    ("account", "key"),
    [
        ("fsa", "generic_fsa"),
        ("hsa", "generic_hsa"),
        ("insurer", "generic_insurer"),
        ("employer", "employer_wellness"),
        ("tax", "tax_deduction"),
    ],
)
def test_without_an_administrator_the_accounts_general_rules_hold(
    settings: Settings, account: AccountType, key: str
) -> None:
    assert profile_of(case(None), account, settings).key == key


def test_other_payers_are_no_matter_of_the_accounts_administrator(
    settings: Settings,
) -> None:
    assert profile_of(case("fsafeds"), "tax", settings).key == "tax_deduction"
    assert profile_of(case("fsafeds"), "insurer", settings).key == "generic_insurer"
    assert profile_of(case("fsafeds"), "employer", settings).key == "employer_wellness"
    with pytest.raises(WrongUsage, match="hsa"):
        profile_of(case("fsafeds"), "hsa", settings)
    with pytest.raises(WrongUsage, match="no account"):
        profile_of(case(None), None, settings)


def test_the_studios_own_file_takes_the_place_of_the_houses(settings: Settings) -> None:
    settings.profiles.mkdir()
    text = "key: fsafeds\nname: FSAFEDS as told by telephone\naccounts: [fsa]\ncitation: a call\n"
    (settings.profiles / "fsafeds.yaml").write_text(f"{text}lmn_months: 6\n")
    assert profile_of(case("fsafeds"), None, settings).lmn_months == 6
    assert profile_for_letters(case("fsafeds"), settings).citation == "a call"
    assert "navia" in known_profiles(settings)


def test_an_administrator_who_is_gone_is_told_with_the_remedy(settings: Settings) -> None:
    with pytest.raises(WrongUsage, match="river_county") as told:
        profile_for_letters(case("river_county"), settings)
    assert str(settings.profiles) in told.value.remedy


def test_a_file_with_a_fault_is_named_by_line(settings: Settings) -> None:
    settings.profiles.mkdir()
    (settings.profiles / "river.yaml").write_text("key: river\nnames: River\n")
    with pytest.raises(BadSettings, match=r"river\.yaml, line 2: names"):
        known_profiles(settings)
