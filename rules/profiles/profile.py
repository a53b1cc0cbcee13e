"""The shape of an administrator profile; the house's own stand beside this file.

A studio adds its own as YAML files in a folder of its choice, without code; a
file there with the key of one of ours takes its place.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from casebook.records import AccountType, Record
from rules.data import BadRuleData, load

HOUSE = Path(__file__).parent


class AppealLevel(Record):
    """One step of an appeal: its name, and the days from the denial's receipt to ask for it."""

    name: str
    days: int = Field(gt=0)


class Profile(Record):
    """One administrator. Months and days are calendar months and days.

    lmn_months: a letter covers at most this long after its signature.
    lmn_window_from: whether cover may start before the signature; the house
    default is the later of start and signature.
    lmn_required: fields without which a letter counts for nothing here.
    lmn_also: what the letter must show besides, and a person checks on the page.
    new_letter_each_plan_year: a letter of the plan year before does not count.
    approval_counts: services before the administrator approved the letter do not count.
    warn_signers, refuse_signers: credentials that this administrator doubts or does not take.
    appeal_days: days to appeal after a denial was received; None where nothing can be appealed.
    appeal_levels: the steps, where there is more than one.
    run_out_days: days after the end of coverage in which claims are still taken.
    unused_money: what becomes of an FSA's money after the plan year: forfeited,
    usable for services of 2.5 months more, or carried over. A plan has one of them.
    after_full_month: services are submitted only once their month is over.
    timely_filing_days: days after the date of service in which a claim is taken (insurers).
    hides_diagnosis: the recipient gets no diagnosis (employer wellness).
    effective_from: the first day of these rules; a file of the same key with an
    earlier day, or none, holds until then.
    citation: who says so. as_of: the first day of the plan year for which that was
    noted; for a later year a person compares it with the source again.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    accounts: tuple[AccountType, ...] = Field(min_length=1)
    lmn_months: int = Field(default=12, ge=1, le=12)
    lmn_window_from: Literal["start_and_signature", "start"] = "start_and_signature"
    lmn_required: tuple[str, ...] = (
        "patient_name",
        "provider_name",
        "provider_credentials",
        "treatment",
        "frequency",
        "duration",
        "signature_date",
    )
    lmn_also: tuple[str, ...] = ()
    new_letter_each_plan_year: bool = False
    approval_counts: bool = False
    warn_signers: tuple[str, ...] = ("PT", "DPT", "DC")
    refuse_signers: tuple[str, ...] = ()
    appeal_days: int | None = Field(default=180, gt=0)
    appeal_levels: tuple[AppealLevel, ...] = ()
    run_out_days: int | None = Field(default=None, ge=0)
    unused_money: Literal["forfeit", "grace", "carry_over"] = "forfeit"
    after_full_month: bool = False
    timely_filing_days: int | None = Field(default=None, gt=0)
    hides_diagnosis: bool = False
    needs_lmn: bool = True
    submit_to: str | None = None
    notes: tuple[str, ...] = ()
    citation: str
    effective_from: date | None = None
    as_of: date | None = None


class UnknownProfile(Exception):
    """No profile has this key. The message lists those there are."""


def profiles(folder: Path | None = None, on: date | None = None) -> dict[str, Profile]:
    """Every profile by key, as in force on a day: the house's, then those of the studio's folder.

    on: None takes the newest. A profile that begins later is left out. Raises
    rules.data.BadRuleData naming file, line and key; also when two files of one
    folder share a key and the day from which they hold.
    """
    found = _in_force(HOUSE, on, ())
    return found | _in_force(folder, on, _state(folder)) if folder is not None else dict(found)


def profile(key: str, folder: Path | None = None, on: date | None = None) -> Profile:
    """The profile of this key; raises UnknownProfile, and what `profiles` raises."""
    try:
        return profiles(folder, on)[key]
    except KeyError:
        known = ", ".join(sorted(profiles(folder, on)))
        raise UnknownProfile(f"no administrator profile {key!r}; there are: {known}") from None


State = tuple[tuple[str, int, int], ...]


def _state(folder: Path) -> State:
    """Name, time and size of each file: a studio's change holds at once, also in a service."""
    files = ((path, path.stat()) for path in _files(folder))
    return tuple((path.name, seen.st_mtime_ns, seen.st_size) for path, seen in files)


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])


@lru_cache(maxsize=16)
def _in_force(folder: Path, on: date | None, state: State) -> dict[str, Profile]:
    """The newest version of each profile that has begun by the day; read again in a new state."""
    versions: dict[tuple[str, date], Profile] = {}
    files: dict[tuple[str, date], str] = {}
    for path in _files(folder):
        one = load(path, Profile)
        begins = (one.key, one.effective_from or date.min)
        if begins in versions:
            raise BadRuleData(f"{path.name}: key: {one.key!r} is that of {files[begins]}, too")
        versions[begins], files[begins] = one, path.name
    ordered = sorted(versions.items(), key=lambda item: item[0])
    return {key: one for (key, begins), one in ordered if on is None or begins <= on}
