"""Which printed labels stand in one line of text, and where.

Labels are compared letter by letter without blanks, dots or case, so that
"D.O.B.", "DOB" and "Dateofbirth" (glued by recognition) are found; one wrong
letter in six is forgiven, but only where a label is to be expected: at the
start of a line or before a colon.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AS_LETTERS = str.maketrans("015", "ois")
_TOKEN = re.compile(r"[^\W_]+|#")
_AFTER = re.compile(
    r"[\s.'’)]{0,2}"
    r"(?:\((?:mm|dd|yy|print|last|first|month|please|if |type|optional|s\))[^)]{0,42}\))?"
    r"\s?(?P<mark>[:#=?]|(?:no|number|num)?\.?\s?[:#]|[-–—]\s|_{2,}|\|)?[\s:._#=|?]*",
    re.IGNORECASE,
)
_START = re.compile(r"[\s().*•·☐☒\[\]xX_|>-]{0,6}(?:\(?\d{1,2}[.)]\s{0,2})?$")
_GOES_ON = re.compile(r"[-‐‑][a-z]{2}|['’]s\s+[a-z]")
_BREAK = re.compile(r"(?:[|;•·,)\]]|\s[-–—]|\s{2})\s*$")


@dataclass(frozen=True, slots=True)
class LabelHit:
    """A label in a text: characters start:end, its value begins at `value_start`.

    name: what the caller calls the label. synonym: as the data spells it.
    exactness: 1.0 for the very letters, less for near ones. marked: a colon or
    the like follows. at_start: nothing but a number or a bullet stands before.
    everyday: the data writes it with a colon, as a word that also stands in sentences.
    """

    name: str
    synonym: str
    start: int
    end: int
    value_start: int
    exactness: float
    marked: bool
    at_start: bool
    everyday: bool = False


class LabelSet:
    """Labels by name, each with its synonyms.

    A synonym written with a colon at its end ("date:") is an everyday word: in
    the middle of a line it counts only where a colon follows on paper, too.
    Raises ValueError when a synonym has no letter, or stands under two names.
    """

    def __init__(self, synonyms: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, tuple[str, str, bool]] = {}
        for name, spellings in synonyms.items():
            for spelling in spellings:
                key = label_key(spelling)
                if not key:
                    raise ValueError(f"a label of {name} has no letters")
                other = self._exact.get(key)
                if other is not None and other[0] != name:
                    raise ValueError(f"the label {spelling!r} stands under {other[0]} and {name}")
                self._exact[key] = (name, spelling, spelling.rstrip().endswith(":"))
        # Several finders ask for the same lines of a page, one after the other.
        self.hits = lru_cache(maxsize=256)(self._hits)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _, _ in self._exact.values())

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._exact)) + 2

    @cached_property
    def _by_length(self) -> dict[int, tuple[str, ...]]:
        grouped: dict[int, list[str]] = {}
        for key in self._exact:
            grouped.setdefault(len(key), []).append(key)
        return {length: tuple(keys) for length, keys in grouped.items()}

    def is_label(self, text: str) -> bool:
        """Whether the text is one of the labels and nothing else."""
        return label_key(text) in self._exact

    def _hits(self, text: str) -> tuple[LabelHit, ...]:
        """The labels of a line from left to right; of overlapping ones the
        one with a colon, the exact one, the longest, in this order."""
        found = sorted(
            self._all_hits(text),
            key=lambda hit: (
                not hit.marked,
                hit.exactness < 1,
                hit.start - hit.value_start,
                hit.start,
            ),
        )
        kept: list[LabelHit] = []
        for hit in found:
            if not any(hit.start < other.value_start and other.start < hit.end for other in kept):
                kept.append(hit)
        return tuple(sorted(kept, key=lambda hit: hit.start))

    def _all_hits(self, text: str) -> Iterator[LabelHit]:
        tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
        for first, (start, _) in enumerate(tokens):
            at_start = _START.match(text[:start]) is not None
            joined, before = "", start
            for token_start, end in tokens[first : first + 8]:
                if ":" in text[before:token_start] or ";" in text[before:token_start]:
                    break
                before = end
                joined += label_key(text[token_start:end])
                worded = not text[token_start:end].isdigit()
                if len(joined) > self._longest:
                    break
                hit = self._hit(text, joined, start, end, at_start, tolerant=worded)
                if hit is not None:
                    yield hit

    def _hit(
        self, text: str, joined: str, start: int, end: int, at_start: bool, tolerant: bool
    ) -> LabelHit | None:
        after = _AFTER.match(text, end)
        assert after is not None  # every part of the pattern is optional
        if _GOES_ON.match(text, end):
            return None  # "Physician-directed exercise", "Clinician's comment"
        marked = after["mark"] is not None
        if marked and "#" in after["mark"] and f"{joined}#" in self._exact:
            return None  # "Member #" is another label than "Member"
        exactness, key = 1.0, joined
        if joined not in self._exact:
            near = self._with_digits_as_letters(joined)
            if near is None and tolerant and (marked or at_start):
                near = self._near(joined)
            if near is None:
                return None
            exactness, key = near
        name, synonym, everyday = self._exact[key]
        if not (marked or at_start):
            alone = after.end() == len(text) and _BREAK.search(text[:start])
            if (everyday and not alone) or text[start].islower():
                return None
        return LabelHit(
            name=name,
            synonym=synonym.rstrip(": "),
            start=start,
            end=end,
            value_start=after.end(),
            exactness=exactness,
            marked=marked,
            at_start=at_start,
            everyday=everyday,
        )

    def _with_digits_as_letters(self, joined: str) -> tuple[float, str] | None:
        """ "D0B" is "DOB": recognition takes letters between letters for digits."""
        mended = joined.translate(_AS_LETTERS)
        return (0.95, mended) if mended != joined and mended in self._exact else None

    def _near(self, joined: str) -> tuple[float, str] | None:
        """The one label that differs in at most one letter of six."""
        allowed = len(joined) // 6 if len(joined) >= 6 else int(len(joined) == 5)
        if not allowed:
            return None
        best: tuple[float, str] | None = None
        for length in range(len(joined) - allowed, len(joined) + allowed + 1):
            near = process.extractOne(
                joined, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=allowed
            )
            if near is not None:
                exactness = 1 - near[1] / max(len(joined), length)
                if best is None or exactness > best[0]:
                    best = (exactness, near[0])
        return best


def label_key(text: str) -> str:
    """As `letters`, with "#" kept: "Member #" asks for a number, "Member" for a name."""
    return "".join(char for char in _folded(text) if char.isalnum() or char == "#")


def letters(text: str) -> str:
    """Letters and digits alone, without case and accents: how labels are compared."""
    return "".join(char for char in _folded(text) if char.isalnum())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold()
