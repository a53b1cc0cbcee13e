"""Where a condition that somebody names stands in a text that may write it differently.

Forgiven are case, spacing, hyphens and other marks between words, accents, a
plural, the order of the words, and at last a letter or two.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

Span = tuple[int, int]

_LEAST_LIKENESS = 80.0
_LEAST_LETTERS = 5
"""Shorter names are looked for as whole words only: "MI" does not stand in "mild"."""
_FARTHEST = 60
"""Characters over which the words of one name may be spread: "fracture of the left hip"."""
_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?:ies|es|s|y)$")
_EMPTY_WORDS = frozenset("of the a an and in on to with".split())
_LABELS = re.compile(r"\s*(?:[:：]|\s[-–—]\s)")


def locate(text: str, target: str) -> Span | None:
    """Characters of the text at which the target stands; None if it does not.

    Of several places the first one counts, unless it is only the label of a
    later one ("Chest pain: no chest pain today").
    """
    plain, wanted = _plain(text), _WORD.findall(_plain(target))
    if not wanted:
        return None
    ways = [r"\W{1,3}".join(wanted), r"\W{0,3}".join(map(_any_number, wanted))]
    for way in ways:
        found = [match.span() for match in re.finditer(rf"(?<!\w){way}(?!\w)", plain)]
        if found:
            return _told(plain, found)
    if len(target) < _LEAST_LETTERS:
        return None
    inside = re.search(ways[0], plain)
    return inside.span() if inside else _spread(plain, wanted) or _near(plain, target)


def _plain(text: str) -> str:
    """Small letters without accents, as many characters as before."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[:1] or " " for letter in text)


def _any_number(word: str) -> str:
    """A pattern for one word, singular or plural: "biopsies", "fracture"."""
    stem = _ENDING.sub("", word)
    return word if len(stem) < 3 else rf"{stem}(?:ies|es|s|y|is)?"


def _told(text: str, found: list[Span]) -> Span:
    return next((span for span in found if not _LABELS.match(text, span[1])), found[0])


def _spread(text: str, wanted: list[str]) -> Span | None:
    """All its words close together in another order: "hip fracture" in "fracture of the hip"."""
    words = [word for word in wanted if word not in _EMPTY_WORDS]
    if len(words) < 2:
        return None
    places = [re.search(rf"(?<!\w){_any_number(word)}(?!\w)", text) for word in words]
    spans = [place.span() for place in places if place is not None]
    if len(spans) < len(words):
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return (
        (start, end) if end - start <= _FARTHEST and not set(text[start:end]) & set(".;") else None
    )


def _near(text: str, target: str) -> Span | None:
    near = fuzz.partial_ratio_alignment(_plain(target), text, score_cutoff=_LEAST_LIKENESS)
    if near is None or near.dest_end <= near.dest_start:
        return None
    return near.dest_start, near.dest_end
