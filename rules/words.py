"""Dates and money in the sentences of verdicts, as a careful office writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from casebook.records import AccountType

_ACCOUNTS: Mapping[AccountType, str] = {
    "fsa": "FSA",
    "hsa": "HSA",
    "insurer": "health insurer",
    "employer": "employer",
    "tax": "tax deduction",
}


def day(value: date) -> str:
    """June 7, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def dollars(amount: Decimal) -> str:
    """$1,240.00; a negative amount as -$12.50."""
    sign = "-" if amount < 0 else ""
    return f"{sign}${abs(amount):,.2f}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """1 session, 2 sessions."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def account_words(account: AccountType) -> str:
    """The account as a sentence names it: "FSA", "health insurer"."""
    return _ACCOUNTS[account]


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def with_credentials(name: str | None, credentials: str | None) -> str:
    """ "Ada N. Okafor, MD"; "the provider" where the name is not known."""
    return ", ".join(part for part in (name or "the provider", credentials) if part)
