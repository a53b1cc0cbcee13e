"""Whose rules hold for a client: the house's administrator profiles and the studio's own.

A studio keeps its own as YAML files in ``<home>/profiles``; one with the key
of a profile of the house takes its place.
"""

from __future__ import annotations

from casebook.records import AccountType, Case
from flows.errors import BadSettings, WrongUsage
from flows.settings import Settings
from rules.data import BadRuleData
from rules.profiles import Profile, profiles

GENERIC: dict[AccountType, str] = {
    "fsa": "generic_fsa",
    "hsa": "generic_hsa",
    "insurer": "generic_insurer",
    "employer": "employer_wellness",
    "tax": "tax_deduction",
}
"""The administrator's rules that apply where the casebook names none for the client."""


_BESIDE: frozenset[AccountType] = frozenset({"insurer", "employer"})
"""Payers that a client has beside the administrator of an account: their own rules hold."""


def known_profiles(settings: Settings) -> dict[str, Profile]:
    """Every profile by key. Raises BadSettings for a file of the studio that cannot be used."""
    try:
        return profiles(settings.profiles)
    except BadRuleData as fault:
        raise BadSettings(
            f"{settings.profiles}: {fault}", "correct that file, or take it out of the folder"
        ) from None


def profile_of(case: Case, account: AccountType | None, settings: Settings) -> Profile:
    """The rules of the client's administrator, or the general ones of the account.

    Raises WrongUsage when neither is known or they do not go together, and
    what `known_profiles` raises.
    """
    if account == "tax":  # an administrator has no say in what is deducted
        return known_profiles(settings)[GENERIC["tax"]]
    if case.client.administrator is not None:
        chosen = _known(case.client.administrator, settings)
        if account in _BESIDE and account not in chosen.accounts:
            return known_profiles(settings)[GENERIC[account]]
        if account is not None and account not in chosen.accounts:
            raise WrongUsage(
                f"{chosen.name} has no {account} account",
                f"choose among {', '.join(chosen.accounts)}, or change the client's administrator",
            )
        return chosen
    if account is None:
        raise WrongUsage(
            "the client has no administrator, and no account was named",
            "name the account: --account fsa (or hsa, insurer, employer)",
        )
    return known_profiles(settings)[GENERIC[account]]


def profile_for_letters(case: Case, settings: Settings) -> Profile:
    """The rules on letters that hold for this client: general ones without an administrator."""
    return _known(case.client.administrator or GENERIC["fsa"], settings)


def _known(key: str, settings: Settings) -> Profile:
    found = known_profiles(settings)
    if key not in found:
        raise WrongUsage(
            f"no administrator profile {key!r}; there are: {', '.join(sorted(found))}",
            f"put the file back into {settings.profiles}, or change the client's administrator",
        )
    return found[key]
