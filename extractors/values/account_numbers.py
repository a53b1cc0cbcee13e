"""Numbers of members, claims and authorizations, which cards and letters print in groups.

"W2207 44188", "CSH 3301 8842" and "XOF 810 22 7741" are one number each; a blank before a hyphen
("283406056 -05") is the engine's. What follows in words ("8841 Group: 12") is not part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"[\s:#.]*(?P<number>(?=[A-Z0-9/ -]{0,6}\d)[A-Z0-9][A-Z0-9/-]*"
    r"(?:\s-\d{1,3}\b|\s[A-Z]{0,3}\d[A-Z0-9-]*)*)(?![\w/])"
)
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class AccountNumber:
    """A number as printed, but for blanks before hyphens; characters start:end of the text."""

    value: str
    start: int
    end: int


def number_at_start(text: str) -> AccountNumber | None:
    """The number with which a text begins; None where none with a digit stands there."""
    match = _NUMBER.match(text)
    if match is None or not any(char.isdigit() for char in match["number"]):
        return None
    if len(match["number"]) > _LONGEST:
        return None
    value = re.sub(r"\s+-", "-", match["number"].rstrip("/-"))
    return AccountNumber(re.sub(r"\s+", " ", value), *match.span("number"))
