"""Dates and money in the sentences of verdicts, as a careful office writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


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
