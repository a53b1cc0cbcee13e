"""Printed phrases, recognised although an engine glued, split or misread their letters.

A phrasebook knows names ("subtotal") and the phrases that mean them ("sub total", "total
excluding tax"). Phrases are compared without blanks, from the start of a word, so that
"SUBTOTAL", "Sub Total" and "TotalInclusiveofGST" need no entries of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

_EXACT_UP_TO = 4
"""Letters: so short a phrase must be printed exactly, or every word would resemble it."""

_LETTERS_PER_ERROR = 6
"""One wrong letter is forgiven in a phrase of five to eleven letters, two from twelve on, …"""

_GLUED_FROM = 8
"""Letters: so long a phrase may run into the next word."""

_GLUED_FROM_MISREAD = 18
"""Letters: shorter ones with a wrong letter are rather the start of another word."""

_WORD = re.compile(r"[^\W_]+")
_ZERO_FOR_O = re.compile(r"(?=[^\W_]*0)[^\W\d_]*(?:0[^\W\d_]+)+0?|[^\W\d_]{2,}0")
"""A word with a zero for an O, as engines read capitals: "D0B", "T0TAL", "0F"."""


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """`name` of the phrase's group; characters start:end of the text; likeness 0 to 100."""

    name: str
    phrase: str
    start: int
    end: int
    likeness: float

    @property
    def exact(self) -> bool:
        return self.likeness == 100.0


@dataclass(frozen=True, slots=True)
class _Compact:
    """A text without blanks and signs: its letters, where each stood, and its words' ends."""

    letters: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]


class Phrasebook:
    """Groups of phrases by name. Texts are looked up with `all` or `best`."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        entries = {
            (_compact(phrase).letters, name, phrase)
            for name, phrases in groups.items()
            for phrase in phrases
        }
        self._by_first: dict[str, list[tuple[str, str, str]]] = {}
        self._by_second: dict[str, list[tuple[str, str, str]]] = {}
        for entry in sorted(entries):
            letters = entry[0]
            self._by_first.setdefault(letters[0], []).append(entry)
            if len(letters) > _EXACT_UP_TO:
                self._by_second.setdefault(letters[1], []).append(entry)
        self._cache: dict[str, tuple[PhraseFound, ...]] = {}

    def all(self, text: str) -> tuple[PhraseFound, ...]:
        """Every phrase of the text, left to right; of overlapping ones the longest."""
        if text not in self._cache:
            self._cache[text] = self._look_up(text)
        return self._cache[text]

    def best(self, text: str) -> PhraseFound | None:
        """The longest phrase of the text."""
        return max(self.all(text), key=lambda found: found.end - found.start, default=None)

    def has(self, text: str, *names: str) -> bool:
        """Whether a phrase of one of these groups stands in the text."""
        return any(found.name in names for found in self.all(text))

    def _look_up(self, text: str) -> tuple[PhraseFound, ...]:
        compact = _compact(text)
        found = [
            hit
            for at in compact.starts
            for letters, name, phrase in self._possible(compact.letters[at : at + 2])
            if (hit := _compare(compact, at, letters, name, phrase)) is not None
        ]
        found.sort(key=lambda hit: (hit.start - hit.end, -hit.likeness, hit.start))
        taken: list[PhraseFound] = []
        for hit in found:
            if not any(hit.start < other.end and other.start < hit.end for other in taken):
                taken.append(hit)
        return tuple(sorted(taken, key=lambda hit: hit.start))

    def _possible(self, begin: str) -> Iterator[tuple[str, str, str]]:
        """The phrases of which the first or the second letter stands where it should."""
        yield from self._by_first.get(begin[:1], ())
        for entry in self._by_second.get(begin[1:], ()):
            if entry[0][0] != begin[0]:
                yield entry


def _compare(
    compact: _Compact, at: int, letters: str, name: str, phrase: str
) -> PhraseFound | None:
    best: PhraseFound | None = None
    allowed = len(letters) // _LETTERS_PER_ERROR or 1
    for extra in (0,) if len(letters) <= _EXACT_UP_TO else (0, 1, -1):
        end = at + len(letters) + extra
        window = compact.letters[at:end]
        if end > len(compact.letters) or not _ends_well(compact, end, letters):
            continue
        if window == letters:
            wrong = 0
        elif len(letters) <= _EXACT_UP_TO:
            continue
        else:
            wrong = OSA.distance(window, letters, score_cutoff=allowed)
        likeness = 100.0 * (1 - wrong / len(letters))
        if wrong and end not in compact.ends and len(letters) < _GLUED_FROM_MISREAD:
            continue
        if wrong <= allowed and (best is None or likeness > best.likeness):
            best = PhraseFound(
                name, phrase, compact.places[at], compact.places[end - 1] + 1, likeness
            )
    return best


def _ends_well(compact: _Compact, end: int, letters: str) -> bool:
    """At the end of a word or before a digit; a long phrase also inside a glued word."""
    if end in compact.ends or len(letters) >= _GLUED_FROM:
        return True
    return end < len(compact.letters) and compact.letters[end].isdigit()


@lru_cache(maxsize=8192)
def _compact(text: str) -> _Compact:
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    ends: set[int] = set()
    for word in _WORD.finditer(text):
        starts.append(len(letters))
        lettered = _ZERO_FOR_O.fullmatch(word[0]) is not None
        for offset, char in enumerate(word[0].replace("0", "o") if lettered else word[0]):
            folded = char.casefold()
            if offset and char.isupper() and word[0][offset - 1].islower():
                starts.append(len(letters))  # "paidYour": two words that recognition glued
                ends.add(len(letters))
            letters.extend(folded)
            places.extend([word.start() + offset] * len(folded))
        ends.add(len(letters))
    return _Compact("".join(letters), tuple(places), tuple(starts), frozenset(ends))
