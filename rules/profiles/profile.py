"""The shape of an administrator profile, and the profiles that stand beside this file."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from casebook.records import AccountType, Record
from rules.data import load


class Profile(Record):
    """One administrator. Months and days are calendar months and days.

    lmn_months: a letter covers at most this long after its signature.
    lmn_window_from: whether cover may start before the signature; the house
    default is the later of start and signature.
    approval_counts: services before the administrator approved the letter do not count.
    warn_signers, refuse_signers: credentials that this administrator doubts or does not take.
    appeal_days: days to appeal after a denial was received; None where nothing can be appealed.
    run_out_days: days after the end of coverage in which claims are still taken.
    hides_diagnosis: the recipient gets no diagnosis (employer wellness).
    """

    key: str
    name: str
    accounts: tuple[AccountType, ...]
    lmn_months: int = 12
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
    approval_counts: bool = False
    itemised_dates: bool = True
    warn_signers: tuple[str, ...] = ("PT", "DPT", "DC")
    refuse_signers: tuple[str, ...] = ()
    appeal_days: int | None = 180
    run_out_days: int | None = None
    hides_diagnosis: bool = False
    needs_lmn: bool = True
    submit_to: str | None = None
    notes: tuple[str, ...] = ()
    citation: str
    effective_from: date | None = None


class UnknownProfile(Exception):
    """No profile has this key. The message lists those there are."""


@cache
def profiles() -> dict[str, Profile]:
    """Every profile by key. Raises rules.data.BadRuleData naming file and key."""
    found = (load(path, Profile) for path in sorted(Path(__file__).parent.glob("*.yaml")))
    return {each.key: each for each in found}


def profile(key: str) -> Profile:
    """The profile of this key; raises UnknownProfile."""
    try:
        return profiles()[key]
    except KeyError:
        known = ", ".join(sorted(profiles()))
        raise UnknownProfile(f"no administrator profile {key!r}; there are: {known}") from None
