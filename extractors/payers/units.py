"""How many sessions or units an authorization approves, where a sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.candidate import Candidate
from extractors.proposing import from_words
from extractors.tables import Row

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_THINGS = r"(?:\(\d+\)\s+)?(?:[a-z-]+\s+){0,3}(?:visits?|units?|sessions?|treatments?|hours?)"
_APPROVED = r"(?:approv|authori[sz]|certif|grant|allow|cover)\w*"
_PATTERNS = (
    re.compile(rf"\b{_APPROVED}\b[^.;]{{0,60}}?\b{_COUNT}\s+{_THINGS}\b", re.IGNORECASE),
    re.compile(rf"\b{_COUNT}\s+{_THINGS}\b[^.;]{{0,30}}?\b{_APPROVED}\b", re.IGNORECASE),
)
_NOT_APPROVED = re.compile(
    r"\b(?:request|deni|not\s+approv|remaining|used|per\s+week)\w*", re.IGNORECASE
)


def find_units(rows: Sequence[Row]) -> Iterator[Candidate]:
    """Candidates for approved_units from sentences such as "approved for 24 sessions"."""
    for row in rows:
        for pattern in _PATTERNS:
            match = pattern.search(row.text)
            if match is None or _NOT_APPROVED.search(match[0]):
                continue
            count = _NUMBERS.get(match["count"].casefold(), match["count"])
            yield from_words(
                "approved_units",
                count,
                row.page,
                row.words_between(*match.span("count")),
                way="prose",
                strength=0.84,
            )
            break
