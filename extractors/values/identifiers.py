"""Numbers that name a provider or a member: NPI, licence, member id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum import luhn

_CONFUSED = str.maketrans("OoQDIl|SsBZ", "00001115582")
_NPI = re.compile(r"(?<![\w-])[0-9OoQDIl|SsBZ]{10}(?![\w-])")
_SPACED_NPI = re.compile(
    r"(?<![\d-])(?!\d{3}[ -]\d{3}[ -]\d{4}(?!\d)|\d{1,2}[ -]\d{1,2}[ -]\d{4})"
    r"\d(?:[ -]?\d){9}(?![\d:-])"
)
"""Neither a telephone number nor a day and an hour."""
_IDENTIFIER = re.compile(r"(?<![\w])#?(?P<value>[A-Za-z0-9][A-Za-z0-9/-]{0,24})(?![\w])")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a text: characters start:end. valid: its check digit fits (NPI only)."""

    value: str
    start: int
    end: int
    valid: bool = True
    mended: bool = False


def is_npi(text: str) -> bool:
    """Ten digits, the first 1 or 2, Luhn over "80840" and the ten [45 CFR 162.406]."""
    return re.fullmatch(r"[12]\d{9}", text) is not None and luhn.is_valid("80840" + text)


def find_npis(text: str) -> tuple[Identifier, ...]:
    """Everything in a text that has an NPI's shape; a failed check digit says `valid=False`.

    Letters that look like digits are mended only where the check digit then fits.
    """
    found: list[Identifier] = []
    for pattern in (_NPI, _SPACED_NPI):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            digits = re.sub(r"[ -]", "", match[0]).translate(_CONFUSED)
            mended = not re.sub(r"[ -]", "", match[0]).isdigit()
            valid = is_npi(digits)
            if digits.isdigit() and digits[0] in "12" and (valid or not mended):
                found.append(Identifier(digits, match.start(), match.end(), valid, mended))
    return tuple(sorted(found, key=lambda identifier: identifier.start))


def identifier_at_start(text: str) -> Identifier | None:
    """The number with which a labelled text begins ("W676393510 Group 7"), or None.

    It holds a digit, and is neither a date nor a telephone number.
    """
    lead = len(text) - len(text.lstrip(" :._#"))
    match = _IDENTIFIER.match(text, lead)
    if match is None:
        return None
    value = match["value"].rstrip("-/")
    end = match.start("value") + len(value)
    while (group := re.compile(r" (\d{1,5})(?![\w/.-])").match(text, end)) is not None:
        value, end = value + group[1], group.end()  # printed in groups: "XYZ 123 456 789"
    if (
        len(value) < 4
        or sum(char.isdigit() for char in value) < 2
        or re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{3}-\d{3}-\d{4}", value)
    ):
        return None
    return Identifier(value, match.start("value"), end)
