"""Codes for a condition's words: only from official descriptions and inclusion terms.

A search proposes, a person disposes: nothing here is ever printed as a physician's code.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rules.icd10.table import entry
from rules.icd10.verdict import lookup
from rules.icd10.words import tokens

_TERMS = Path(__file__).parent / "data" / "terms.tsv.gz"
_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A billable code whose official wording is near the words. score: 1.0 says the same words."""

    code: str
    description: str
    score: float


def search(words: str, on: date | None = None, most: int = 6) -> tuple[Suggestion, ...]:
    """Billable codes whose official wording shares the words, best first.

    on: the date of service (None: any code of the newest edition). A heading
    that fits stands for the finer codes beneath it. Empty when nothing is near.
    """
    return _search(words, on, most)


@lru_cache(maxsize=512)
def _search(words: str, on: date | None, most: int) -> tuple[Suggestion, ...]:
    asked = frozenset(tokens(words))
    if not asked:
        return ()
    best: dict[str, float] = {}
    for key, code in _candidates(asked):
        official = frozenset(key.split(" "))
        score = 2 * len(asked & official) / (len(asked) + len(official))
        if score >= _LEAST and score > best.get(code, 0.0):
            best[code] = score
    ranked = sorted(best.items(), key=lambda item: (-item[1], len(item[0]), item[0]))
    found: dict[str, Suggestion] = {}
    for code, score in ranked:
        for leaf in _leaves(code, on):
            listed = entry(leaf)
            if listed is not None and leaf not in found:
                found[leaf] = Suggestion(leaf, listed.description, round(score, 3))
        if len(found) >= most:
            break
    return tuple(found.values())[:most]


@lru_cache(maxsize=2048)
def exact(words: str) -> tuple[str, ...]:
    """Codes, leaf or not, one of whose official wordings has the same words, in any order."""
    return _by_key().get(" ".join(sorted(set(tokens(words)))), ())


def _leaves(code: str, on: date | None) -> tuple[str, ...]:
    day = on or date(9999, 12, 31)
    verdict = lookup(code, day)
    if verdict.status == "billable":
        return (verdict.code,)
    if verdict.status != "not_leaf":
        return ()
    return tuple(child for child in verdict.children if lookup(child, day).status == "billable")


def _candidates(asked: frozenset[str]) -> list[tuple[str, str]]:
    """Lines that hold the rarest (longest) of the words; scanning text beats an index here."""
    lines = official_wordings()
    for rare in sorted(asked, key=len, reverse=True)[:2]:
        found = [(key, code) for key, code, _ in lines if rare in key]
        if found:
            return found
    return []


@lru_cache(maxsize=1)
def official_wordings() -> tuple[tuple[str, str, str], ...]:
    """Every official wording: (its words in alphabetical order, code, the wording as printed)."""
    text = gzip.decompress(_TERMS.read_bytes()).decode()
    return tuple(tuple(line.split("\t")) for line in text.split("\n"))  # type: ignore[misc]  # build.py writes three columns


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, code, _ in official_wordings():
        if code not in found[key]:
            found[key].append(code)
    return {key: tuple(codes) for key, codes in found.items()}
