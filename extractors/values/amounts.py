"""Amounts of money in a line of text, and how they are written in the contract.

Only what looks like money is money: a number with cents ("1,240.00", "12,50"), or a whole number
beside a currency ("$750", "USD 85"). Counts, years, codes, times, percentages and dates are left
alone. What an engine may have misread ("1O.00", "63 60", "600" for 6.00) is proposed separately
by `suspected_amounts`: such a proposal counts only where an arithmetic check bears it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "RM": "MYR",
    "MYR": "MYR",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "CAD": "CAD",
    "C$": "CAD",
    "AUD": "AUD",
    "A$": "AUD",
    "SGD": "SGD",
    "S$": "SGD",
}
_MARK = r"(?:US\$|C\$|A\$|S\$|\$|€|£|RM|USD|MYR|EUR|GBP|CAD|AUD|SGD)"
_WITH_CENTS = r"(?:\d{1,3}(?:,\d{3})+\.\d{2}|\d{1,3}(?:\.\d{3})+,\d{2}|\d+[ ]?\.\d{2}|\d+,\d{2})"
_WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_AMOUNT = re.compile(
    rf"""(?:(?<=[A-Za-z])(?=RM|\$)|(?<![\w.,/%#-])(?<!\d:))(?P<open>\()?\s?(?P<sign>[-–−])?\s?
    (?:(?P<before>{_MARK})\s?(?P<sign2>[-–−])?(?P<marked>\d+\.[ ]\d{{2}}|{_WITH_CENTS}|{_WHOLE})
      |(?P<cents>{_WITH_CENTS}|(?<=\s)\.\d{{2}}(?=\s*$|\s+[A-Z]{{1,2}}\b))
      |(?P<whole>{_WHOLE})(?=\s?(?:USD|MYR|EUR|€)\b))
    (?![\d%]|\s?[.,:/]\d|\s?%|[-–]\d)
    (?:\s?(?P<after>USD|MYR|EUR|GBP|CAD|AUD|SGD|€|RM)\b)?
    (?P<tail>\s?CR\b|-(?!\w))?(?P<close>\s?\))?""",
    re.VERBOSE,
)
_LOOSE = re.compile(
    r"(?<![\w.,:/%#-])(?P<mark>US\$|\$|S|RM)?\s?"
    r"(?P<number>[\dOoQDIl|SBZ,]*\d[\dOoQDIl|SBZ]*\s?[.,]\s?[\dOoQDIl|SBZ]{2}"
    r"|[OoQDIl|SBZ][\dOoQDIl|SBZ]*\s?[.,]\s?[\dOoQDIl|SBZ]{2}"
    r"|\.\d{2}|\d[\dOIlSB]{0,3} [\dOIlSB]{2}|\d{3,6})"
    r"(?![\w%]|[.,:/]\d)"
)
_LOST_POINT = re.compile(r"(?:RM|\$)\s?(?P<number>\d{1,4}[-–~'’·:]\d{2})(?![\d-])")
"""Behind a currency any mark may be the point; elsewhere it would be a date or a time."""

_CONFUSED = str.maketrans("OoQDIl|SBZ", "0000111582")


@dataclass(frozen=True)
class AmountMention:
    """One amount in a text.

    value: in units of the currency, negative for a credit. start, end: characters of the text.
    currency: ISO 4217 when a mark stands with it. mended: the printed characters were corrected.
    """

    value: Decimal
    start: int
    end: int
    text: str
    currency: str | None = None
    mended: bool = False


def money(value: Decimal) -> str:
    """The contract's money string: two decimals, no separators ("1240.00")."""
    return str(value.quantize(Decimal("0.01")))


@lru_cache(maxsize=4096)
def find_amounts(text: str) -> tuple[AmountMention, ...]:
    """Every amount that is plainly printed as one, from left to right."""
    found = []
    for match in _AMOUNT.finditer(text):
        digits = match["marked"] or match["cents"] or match["whole"]
        start, end = match.span()
        bracketed = bool(match["open"] and match["close"])
        if match["close"] and not bracketed:
            end = match.start("close")
        if match["open"] and not bracketed:
            start = match.start("open") + 1
        value = _number(digits)
        if match["sign"] or match["sign2"] or match["tail"] or bracketed:
            value = -value
        mark = match["before"] or match["after"]
        found.append(
            AmountMention(
                value=value,
                start=start + len(text[start:end]) - len(text[start:end].lstrip()),
                end=end,
                text=text[start:end].strip(),
                currency=_CURRENCIES.get(mark) if mark else None,
            )
        )
    return tuple(found)


@lru_cache(maxsize=1024)
def suspected_amounts(text: str) -> tuple[AmountMention, ...]:
    """What may be an amount that an engine misread, each marked `mended`.

    Letters for digits, a blank around the point or for it, a lost point. Never use one that no
    sum confirms.
    """
    plain = [(mention.start, mention.end) for mention in find_amounts(text)]
    found = []
    for match in (*_LOST_POINT.finditer(text), *_LOOSE.finditer(text)):
        start, end = match.span("number")
        if any(start < other_end and end > other_start for other_start, other_end in plain):
            continue
        digits = re.sub(r"[^\w]", "", match["number"].translate(_CONFUSED))
        if not digits.isdigit():
            continue
        found.append(
            AmountMention(
                value=Decimal(digits) / 100,
                start=start,
                end=end,
                text=match["number"],
                mended=True,
            )
        )
        plain.append((start, end))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _number(digits: str) -> Decimal:
    """Digits with separators as a number; the last separator before two digits is the point."""
    digits = digits.replace(" ", "")
    if len(digits) > 3 and digits[-3] in ".,":
        whole = re.sub(r"[.,]", "", digits[:-3])
        return Decimal(f"{whole}.{digits[-2:]}")
    return Decimal(digits.replace(",", ""))
