"""Which words are conditions: a file that people can read, and the official wordings.

`extractors/data/conditions.txt` names what physicians write; ICD-10-CM's own
descriptions add the rest. Matching forgives plurals, fillers, sides and, on
request, letters that an OCR engine mistook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from rules.icd10.words import normal

Course = Literal["chronic", "event", "symptom", "surgery", "vague"]

_FILE = Path(__file__).parents[1] / "data" / "conditions.txt"
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’]s\b)?")
_FELT = re.compile(r"\b(?:pain|weakness|numbness|stiffness|spasms?)$")
_SIDES = frozenset(
    "left right bilateral both l r lt rt b unilateral primary chronic severe".split()
)
_INSIDE = _SIDES  # may stand inside a name without breaking it: "osteoarthritis of right knee"

AMBIGUOUS = frozenset(
    "MS MI PE PD RA CP HL AF PCS UC TB POP ASD PAD EIA HBP RCT PAF MCI AMD MCL SCI CTS CF EDS "
    "PCI DM CHD ACS AML CML CLL CHF IBD AKA BKA TSA MPS LSS OCD VCF TOS MVP SUI".split()
)
"""Abbreviations that are also states, degrees or plain words: they need a telling context."""


_NO_CONDITIONS = frozenset("impression expression regression progression immersion".split())
"""Plain words a letter or two off a condition's."""


@dataclass(frozen=True)
class Condition:
    """One line of the file. codes: headings or codes under which ICD-10-CM lists it."""

    course: Course
    codes: tuple[str, ...]
    name: str

    @property
    def is_complaint(self) -> bool:
        """Something felt, which a longer name may hold: "stenosis with leg pain"."""
        return self.course == "symptom" or bool(_FELT.search(self.name))


@dataclass(frozen=True)
class Mention:
    """A condition named in a text. start, end: characters. mended: an OCR error was forgiven."""

    start: int
    end: int
    condition: Condition
    abbreviation: bool = False
    mended: bool = False

    def words(self, text: str) -> str:
        """The mention's words in the text in which it was found."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    text: str
    normal: str


def mentions(text: str, forgiving: bool = False) -> tuple[Mention, ...]:
    """Conditions named in the text, the longest names first to claim their words; in order.

    forgiving: letters may be mistaken (a recognised page).
    """
    tokens = _tokens(text)
    mended = [False] * len(tokens)
    if forgiving:
        tokens, mended = _mended(tokens)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        match = _longest(tokens, at)
        if match is None:
            at += 1
            continue
        end, condition, abbreviation = match
        found.append(
            Mention(
                tokens[at].start,
                tokens[end - 1].end,
                condition,
                abbreviation,
                any(mended[at:end]),
            )
        )
        at = end
    return tuple(found)


def condition_named(words: str) -> Condition | None:
    """The condition that the words name, the longest name within them; None if there is none."""
    found = mentions(words)
    return max(found, key=lambda mention: mention.end - mention.start).condition if found else None


def _longest(tokens: list[_Token], at: int) -> tuple[int, Condition, bool] | None:
    node = _tree()
    best: tuple[int, Condition, bool] | None = None
    position = at
    skipped = 0
    while position < len(tokens) and skipped <= 3:
        token = tokens[position]
        below = node.children.get(token.normal)
        if below is None:
            # Fillers and sides inside a name do not break it, once it has begun.
            if position > at and (token.normal == "" or token.normal in _INSIDE):
                position += 1
                skipped += 1
                continue
            break
        node = below
        position += 1
        if node.condition is not None and not _crosses(tokens, at, position):
            best = (position, node.condition, False)
    shouted = _abbreviations().get(tokens[at].text)
    if shouted is not None and best is None:
        return at + 1, shouted, True
    return best


def _crosses(tokens: list[_Token], start: int, end: int) -> bool:
    """A name never spans a wide gap, such as the end of a sentence."""
    return any(
        tokens[i + 1].start - tokens[i].end > 3 for i in range(start, min(end, len(tokens)) - 1)
    )


class _Node:
    __slots__ = ("children", "condition")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.condition: Condition | None = None


@lru_cache(maxsize=1)
def conditions() -> tuple[Condition, ...]:
    """Every name of the file as a condition of its own."""
    found: list[Condition] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        course, codes, names = line.split(" | ")
        listed = tuple(code for code in codes.split() if code != "-")
        found.extend(
            Condition(course.strip(), listed, name.strip())  # type: ignore[arg-type]  # a test holds the file to the five courses
            for name in names.split(";")
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _tree() -> _Node:
    root = _Node()
    for condition in conditions():
        if _is_shouted(condition.name):
            continue
        node = root
        for token in _tokens(condition.name):
            if token.normal:
                node = node.children.setdefault(token.normal, _Node())
        if node is not root and node.condition is None:
            node.condition = condition
    return root


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, Condition]:
    found: dict[str, Condition] = {}
    for condition in conditions():
        if _is_shouted(condition.name):
            found.setdefault(condition.name, condition)
    return found


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    words = (token.normal for condition in conditions() for token in _tokens(condition.name))
    return frozenset(word for word in words if len(word) >= 6)


def _is_shouted(name: str) -> bool:
    return name.isalnum() and sum(letter.isupper() for letter in name) >= 2 and " " not in name


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(match.start(), match.end(), match[0], normal(match[0]) or "")
        for match in _WORD.finditer(text)
    ]


def _mended(tokens: list[_Token]) -> tuple[list[_Token], list[bool]]:
    """Words that are a letter or two off a word of the lexicon, read as that word."""
    found: list[_Token] = []
    changed: list[bool] = []
    for token in tokens:
        near = _near(token.normal)
        changed.append(near is not None)
        found.append(token if near is None else _Token(token.start, token.end, token.text, near))
    return found, changed


@lru_cache(maxsize=4096)
def _near(word: str) -> str | None:
    if len(word) < 7 or word in _vocabulary() or word in _NO_CONDITIONS:
        return None
    allowed = 1 if len(word) < 10 else 2
    match = process.extractOne(
        word,
        _vocabulary(),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=allowed,
    )
    return match[0] if match else None


def agree(codes: Iterable[str], code: str) -> bool:
    """Does a code lie under one of the headings?"""
    bare = code.replace(".", "")
    return any(bare.startswith(heading.replace(".", "")) for heading in codes)
