"""Dates, money, plurals, telephone numbers and addresses as a careful office writes them.

Everything that a finished document prints passes through here once, so that
all papers write the same thing the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casebook.records import AccountType, Address, Period
from rules.words import count, day, dollars

__all__ = [
    "account_name",
    "clean",
    "count",
    "count_in_words",
    "day",
    "days",
    "decimal",
    "dollars",
    "inline_address",
    "joined",
    "long_dates",
    "percent",
    "phone",
    "short_day",
    "signed",
    "span",
    "with_credentials",
]

_ACCOUNTS: dict[AccountType, str] = {
    "fsa": "Health flexible spending account (FSA)",
    "hsa": "Health savings account (HSA)",
    "insurer": "Health insurance",
    "employer": "Employer wellness program",
    "tax": "Medical expense deduction",
}
_KEPT_CONTROLS = "\t\n"
_ISO_DATE = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_AMERICAN_PHONE = re.compile(r"\+1(\d{3})(\d{3})(\d{4})")


def clean(text: str) -> str:
    """Text that a Word file can hold: no control characters, no lone surrogates, NFC.

    XML 1.0 has no place for most control characters: one of them, from a
    reader or a pasted CSV, would make the whole document unreadable.
    """
    kept = (
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter in _KEPT_CONTROLS
        or not (unicodedata.category(letter) in ("Cc", "Cs", "Cn") or letter in "\ufffe\uffff")
    )
    return "".join(kept).strip()


def count_in_words(number: int, singular: str) -> str:
    """one point, two points, nine points, 10 points."""
    small = "no one two three four five six seven eight nine".split()
    word = small[number] if number < len(small) else str(number)
    return f"{word} {singular if number == 1 else singular + 's'}"


def short_day(value: date) -> str:
    """Jun 7, 2026: for tables."""
    return f"{value:%b} {value.day}, {value.year}"


def span(period: Period) -> str:
    """June 1–30, 2026; June 1 – July 31, 2026; December 1, 2025 – January 31, 2026."""
    start, end = period.start, period.end
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.day}–{end.day}, {end.year}"
    if start.year == end.year:
        return f"{start:%B} {start.day} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def days(values: Sequence[date]) -> str:
    """Several days in one sentence."""
    return joined([day(value) for value in values])


def long_dates(text: str) -> str:
    """A sentence with its ISO dates written out: "since October 1, 2021"."""
    return _ISO_DATE.sub(lambda found: day(date.fromisoformat(found[0])), text)


def joined(parts: Sequence[str]) -> str:
    """a; a and b; a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def decimal(value: Decimal) -> str:
    """A measured value as a person writes it: 412, 7.2, 1,240; no exponent, no idle zeros."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "−")


def signed(value: Decimal) -> str:
    """A change with its sign: +45, −0.6, 0."""
    return f"+{decimal(value)}" if value > 0 else decimal(value)


def percent(part: int, whole: int) -> str:
    """75%, rounded to whole percent; a dash where there is no whole."""
    return "—" if whole == 0 else f"{round(100 * part / whole)}%"


def phone(number: str) -> str:
    """+15035550142 → (503) 555-0142; other numbers as they are."""
    found = _AMERICAN_PHONE.fullmatch(number.strip())
    return f"({found[1]}) {found[2]}-{found[3]}" if found else clean(number)


def inline_address(address: Address) -> str:
    """An address on one line."""
    return clean(" · ".join(address.lines))


def with_credentials(name: str, credentials: str | None) -> str:
    """Priya Osei, MD."""
    return clean(f"{name}, {credentials}" if credentials else name)


def account_name(account: AccountType) -> str:
    """What the account is called on a cover."""
    return _ACCOUNTS[account]
