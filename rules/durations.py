"""Lengths of treatment as letters state them: "12 weeks", "six (6) months", "1 year"."""

from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_LENGTH = re.compile(
    r"(?P<count>\d+(?:\.5)?|" + "|".join(_WORDS) + r")\s*(?:\(\d+\))?\s*[-–]?\s*"
    r"(?P<unit>day|week|wk|month|mo|year|yr)s?\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(life\s?-?time|lifelong|ongoing|indefinite(?:ly)?|permanent(?:ly)?|no end|open.ended|"
    r"until further notice|as needed)\b",
    re.IGNORECASE,
)


def length(text: str) -> relativedelta | None:
    """The length that the words state; None when they state none.

    Of a span ("8 to 12 weeks", "8-12 weeks") the longer end counts: it is what
    the physician allowed.
    """
    found = None
    for match in _LENGTH.finditer(text):
        count = match["count"].lower()
        number = float(_WORDS[count]) if count in _WORDS else float(count)
        found = _as_delta(number, match["unit"].lower())
    return found


def is_open_ended(text: str) -> bool:
    """True for "lifetime", "ongoing", "indefinite" and their like: no end at all."""
    return _OPEN.search(text) is not None


def _as_delta(number: float, unit: str) -> relativedelta:
    if unit == "day":
        return relativedelta(days=round(number))
    if unit in ("week", "wk"):
        return relativedelta(days=round(number * 7))
    if unit in ("month", "mo"):
        whole = int(number)
        return relativedelta(months=whole, days=15 if number != whole else 0)
    return relativedelta(months=round(number * 12))
