"""Telephone and fax numbers, in contract form (E.164), each with its role.

A role is printed before the number ("Tel", "Fax:", "P."), seldom behind it
("(fax)"); a number without one has none: the caller knows whether a lone
number under a letterhead is the telephone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import phonenumbers

Role = Literal["phone", "fax", "mobile", "other"]

_NUMBER = re.compile(
    r"(?<![\w.-])(?P<number>(?:\+?1[\s.·-]{0,2})?\(?\s?[0-9OolISBZ]{3}\s?\)?"
    r"[\s./·-]{0,2}[0-9OolISBZ]{3}[\s.·-]{1,2}[0-9OolISBZ]{4}"
    r"|(?:\+1|1-)\d{10})(?![\w-])"
)
_PLAIN = re.compile(r"(?<![\w.-])(?P<number>\d{10})(?![\w-])")
_INTERNATIONAL = re.compile(r"(?<!\w)(?P<number>\+[2-9]\d{0,2}[\s\d().-]{7,16}\d)(?!\d)")
_DIGITS = str.maketrans("OolISBZ", "0011582")

_ROLE_WORDS: tuple[tuple[Role, str], ...] = (
    ("fax", r"facsimile|fax|fx|f"),
    ("mobile", r"mobile|cell|c"),
    ("phone", r"telephone|phone|tel|ph|call|office|main|direct|t|p|o|voice"),
    ("other", r"npi|provider\s+id|license|lic|tax\s+id|account|acct|claim|member|pager"),
)
_BEFORE = re.compile(
    r"(?:(?<=^)|(?<=[\s|;,/(•·]))(?:"
    + "|".join(rf"(?P<{role}>{words})" for role, words in _ROLE_WORDS)
    + r")\b\s?(?:no|number|#|us|at|line)?\.?\s?\)?[\s:.#|(_-]*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*[(/-]?\s*(?P<role>facsimile|fax|f|telephone|phone|tel|voice|v|office|o|main|direct|cell"
    r"|mobile|c)\s*\)",
    re.IGNORECASE,
)
_OWN_ELSEWHERE = re.compile(r"\d\s*\(\s*\w+\s*\)[\s|;,/•·]*$")
"""A role in brackets behind the number before: it is not the next one's."""


@dataclass(frozen=True, slots=True)
class PhoneMention:
    """A number in a text: characters start:end; `mended` when letters were read as digits."""

    e164: str
    start: int
    end: int
    text: str
    role: Role | None = None
    mended: bool = False


def find_phones(text: str, labelled: bool = False) -> tuple[PhoneMention, ...]:
    """The numbers of a line, from left to right; United States numbers may omit the country.

    labelled: the text is known to hold a telephone number, so ten digits in one
    row are one, too (elsewhere they are as likely an NPI).
    """
    patterns = [_INTERNATIONAL, _NUMBER, _PLAIN]
    found: list[PhoneMention] = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            mention = _mention(text, match)
            plain = pattern is _PLAIN and not labelled and mention is not None
            if mention is None or (plain and mention.role in (None, "other")):
                continue
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def to_e164(text: str) -> str | None:
    """One number in contract form, or None when it cannot be a number."""
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _mention(text: str, match: re.Match[str]) -> PhoneMention | None:
    printed = match["number"]
    digits = printed.translate(_DIGITS).replace("·", ".")
    if sum(char.isdigit() for char in printed) < 7:
        return None
    e164 = to_e164(digits)
    if e164 is None:
        return None
    return PhoneMention(
        e164=e164,
        start=match.start("number"),
        end=match.end("number"),
        text=printed,
        role=_role(text[: match.start("number")], text[match.end("number") :]),
        mended=printed.translate(_DIGITS) != printed,
    )


def _role(before: str, behind: str) -> Role | None:
    after = _BEHIND.match(behind)
    match = _BEFORE.search(before)
    if match is not None and not (after is not None and _OWN_ELSEWHERE.search(before)):
        for role, _ in _ROLE_WORDS:
            if match[role]:
                return role
    if after is None:
        return None
    word = after["role"].casefold()
    if word.startswith("f"):
        return "fax"
    return "mobile" if word in ("c", "cell", "mobile") else "phone"
