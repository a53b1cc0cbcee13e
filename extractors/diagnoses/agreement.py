"""Do a printed code and the words beside it say the same? One of two reasons to believe both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.diagnoses.lexicon import agree, mentions
from rules.icd10 import exact
from rules.icd10.verdict import CodeVerdict
from rules.icd10.words import tokens

_SIDES = {
    "right": re.compile(r"\b(?:right|rt|r)\b", re.IGNORECASE),
    "left": re.compile(r"\b(?:left|lt|l)\b(?!\d)", re.IGNORECASE),
    "bilateral": re.compile(r"\b(?:bilateral|both|b/l|bilat)\b", re.IGNORECASE),
}
_KINDS = re.compile(r"\b(?:type|class|stage)\s+(1|2|3|4|5|i{1,3}v?|iv)\b", re.IGNORECASE)
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


@dataclass(frozen=True)
class Agreement:
    """score: 0 to 1, how far words and code name the same condition.

    conflict: they name different ones, or different sides of the body or types.
    """

    score: float
    conflict: bool = False


UNKNOWN = Agreement(0.0)
"""Nothing to compare."""


@lru_cache(maxsize=1024)
def agreement(words: str, verdict: CodeVerdict) -> Agreement:
    """How far the words fit the code's official description."""
    description = verdict.description or ""
    if not description:
        return Agreement(0.0)
    if _other_side(words, description) or _other_kind(words, description):
        return Agreement(0.0, conflict=True)
    said = frozenset(tokens(words))
    official = frozenset(tokens(description))
    shared = len(said & official) / max(1, min(len(said), len(official)))
    if (said and said == official) or any(agree((code,), verdict.code) for code in exact(words)):
        return Agreement(1.0)
    named = mentions(words)
    if not named:
        return Agreement(0.75 * shared)
    main = max(named, key=lambda mention: mention.end - mention.start)
    if agree(main.condition.codes[:1], verdict.code):
        return Agreement(1.0)
    if any(agree(mention.condition.codes, verdict.code) for mention in named):
        return Agreement(0.9 if shared >= 0.3 else 0.8)
    if shared < 0.34 and main.condition.codes:
        return Agreement(0.0, conflict=True)
    return Agreement(0.75 * shared)


def _other_side(words: str, description: str) -> bool:
    said = {side for side, pattern in _SIDES.items() if pattern.search(words)}
    official = {side for side, pattern in _SIDES.items() if pattern.search(description)}
    if {"right", "left"} <= said:
        said = {"bilateral"}
    if {"right", "left"} <= official:
        official = {"bilateral"}
    return bool(said and official and not said & official)


def _other_kind(words: str, description: str) -> bool:
    said = {_NUMERALS.get(kind.lower(), kind) for kind in _KINDS.findall(words)}
    official = {_NUMERALS.get(kind.lower(), kind) for kind in _KINDS.findall(description)}
    return bool(said and official and not said & official)
