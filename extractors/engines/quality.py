"""How well a page was read: what decides whether another engine is asked, and which one wins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.page import Word

_NUMBER = re.compile(r"[#$(+-]*\d[\d.,:/()xX%-]*[A-Za-z]{0,3}[%.,;:)]*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’./&-]{1,2}[^\W\d_]+)*", re.UNICODE)
_MIXED = re.compile(r"[A-Z]{1,4}[-#]?\d[\dA-Z.-]*")
"""Codes, licence and receipt numbers: M54.50, INV-0042."""
_EDGES = "\"'“”‘’()[]{}<>.,;:!?*#&@+-–—_/|\\="
_VOWELS = re.compile(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüAEIOUYÀÂÄÁÈÉÊËÍÎÏÓÔÖØÚÛÜ]")
_ABBREVIATION = 5
"""Letters that may stand together without a vowel: Mr, DOB, NPI, RM, LLC."""


def plausible(text: str) -> bool:
    """Whether this looks like a word, a number or a code, judged by its shape alone."""
    core = text.strip(_EDGES)
    if not core:
        return False
    if _NUMBER.fullmatch(core) or _MIXED.fullmatch(core):
        return True
    if not _LETTERS.fullmatch(core):
        return False
    if not core.isascii():
        return True
    if not _VOWELS.search(core):
        return len(core) <= _ABBREVIATION
    # McDonald and iPhone change case once; "tHe" and "eCaRe" are misread.
    inner = core[1:]
    return core.isupper() or core.islower() or sum(c.isupper() for c in inner) <= 1


def quality(words: Sequence[Word]) -> float:
    """0 to 1: the engine's confidence, weighted by length, halved for what has no word's shape."""
    weight = sum(len(word.text) for word in words)
    if not weight:
        return 0.0
    return sum(_legible(word) * (1.0 if plausible(word.text) else 0.5) for word in words) / weight


def legible(words: Sequence[Word]) -> float:
    """How many characters were read in words of a believable shape, weighted by confidence:
    of two readings of one page the larger is the better."""
    return sum(_legible(word) for word in words if plausible(word.text))


def _legible(word: Word) -> float:
    return len(word.text) * word.confidence
