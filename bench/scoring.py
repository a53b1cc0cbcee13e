"""Is a value that was read the value that stands on the paper?

Dates, money, telephone numbers, numbers and yes/no must be equal; names equal
in their words (a middle name may be missing); other texts alike in their
words, with the same numbers and the same side (left, right).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from rapidfuzz import fuzz

from casebook.records.reading import DATE_FIELDS, MONEY_FIELDS

NAMES = frozenset({"patient_name", "referrer_name", "provider_name"})
TEXTS = frozenset(
    "restrictions goals treatment description reason frequency duration vendor_address "
    "practice_name vendor_name payer_name administrator payment_method target_heart_rate".split()
)
PHONES = frozenset({"referrer_phone", "referrer_fax", "vendor_phone"})
ALIKE = 85
"""Percent of likeness from which two texts say the same."""

_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"once": "1 time", "twice": "2 time"}


def right(field: str, truth: Any, value: Any) -> bool:
    """Whether `value` (contract form) is what stands on the paper."""
    if isinstance(truth, list):
        found = list(value) if isinstance(value, list | tuple) else [value]
        if field == "line_items":
            return _amounts(truth) == _amounts(found)
        if len(truth) != len(found):
            joined = " ".join(map(str, truth)), " ".join(map(str, found))
            return field in TEXTS and _alike(*joined)
        left = list(found)
        for item in truth:
            match = next((x for x in left if right(field, item, x)), None)
            if match is None:
                return False
            left.remove(match)
        return True
    if isinstance(value, list | tuple):
        return len(value) == 1 and right(field, truth, value[0])
    if field in NAMES:
        return _names(str(truth), str(value))
    if field in MONEY_FIELDS:
        return _money(truth) is not None and _money(truth) == _money(value)
    if field in PHONES:
        return _digits(truth)[-10:] == _digits(value)[-10:]
    if field in DATE_FIELDS or field == "service_dates":
        return str(truth) == str(value)
    if field in TEXTS:
        return _alike(str(truth), str(value))
    if field.endswith("_credentials"):
        return _set(truth) == _set(value)
    return _squeezed(truth) == _squeezed(value)


def hits(field: str, truth: Any, value: Any) -> tuple[int, int, int]:
    """(items right, items there, items read): a single value counts as one item."""
    if field == "line_items":
        a, b = _amounts(truth), _amounts(value)
        left = list(b)
        count = 0
        for amount in a:
            if amount in left:
                left.remove(amount)
                count += 1
        return count, len(a), len(b)
    if isinstance(truth, list):
        found = list(value) if isinstance(value, list | tuple) else [value]
        if right(field, truth, found):
            return len(truth), len(truth), len(truth)
        left, count = list(found), 0
        for item in truth:
            match = next((x for x in left if right(field, item, x)), None)
            if match is not None:
                left.remove(match)
                count += 1
        return count, len(truth), len(found)
    return int(right(field, truth, value)), 1, 1


def same_condition(truth: dict[str, Any], read: dict[str, Any]) -> bool:
    """The same condition: an equal printed code, else alike in words."""
    code = (truth.get("code") or "").upper()
    found = (read.get("code") or "").upper()
    if code and found and read.get("code_origin") == "printed":
        return code == found
    return _alike(str(truth.get("text")), str(read.get("text")))


def plain(text: str) -> str:
    """Words and numbers in one spelling: "3x/week" and "three times per week" are one."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(\d)\s*[x×](?!\w)", r"\1 time ", text)
    text = re.sub(r"\b(?:a|each|every)\s+(week|day|month)|/\s*(week|wk|day|month)\b", _per, text)
    for word, unit in (("weekly", "week"), ("daily", "day"), ("monthly", "month")):
        text = re.sub(rf"\b{word}\b", f"per {unit}", text)
    text = re.sub(r"\b(week|day|month|minute|time|session|visit|year|hour)s\b", r"\1", text)
    text = re.sub(r"[^\w\s%.]|\.(?!\d)|_", " ", text)
    return " ".join(_NUMBER_WORDS.get(word, word) for word in text.split())


def _per(match: re.Match[str]) -> str:
    return " per " + (match[1] or match[2]).replace("wk", "week")


def _alike(a: str, b: str) -> bool:
    a, b = plain(a), plain(b)
    if not a or not b or _marks(a) != _marks(b):
        return False
    return 0.5 <= len(a) / len(b) <= 2 and fuzz.token_set_ratio(a, b) >= ALIKE


def _marks(text: str) -> set[str]:
    numbers = set(re.findall(r"\d+(?:\.\d+)?", text))
    return numbers | (set(text.split()) & {"left", "right", "bilateral"})


def _names(a: str, b: str) -> bool:
    one, other = set(plain(a).replace(".", "").split()), set(plain(b).replace(".", "").split())
    short_one = {word for word in one if len(word) == 1}
    short_other = {word for word in other if len(word) == 1}
    if not short_one or not short_other:
        one, other = one - short_one, other - short_other
    return bool(one) and one == other


def _amounts(items: Iterable[Any]) -> list[Decimal | None]:
    found = [i.get("amount") if isinstance(i, dict) else getattr(i, "amount", None) for i in items]
    return sorted((_money(a) for a in found), key=lambda a: a or Decimal(0))


def _money(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value).replace(",", "").replace("$", "").strip())
    except InvalidOperation:
        return None


def _digits(value: Any) -> str:
    return re.sub(r"\D", "", str(value))


def _set(value: Any) -> set[str]:
    return {_squeezed(part) for part in re.split(r"[,;/\s]+", str(value))} - {""}


def _squeezed(value: Any) -> str:
    return "".join(char for char in str(value).casefold() if char.isalnum())
