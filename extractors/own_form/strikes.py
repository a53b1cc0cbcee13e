"""Is a printed value struck through? Seen in the gaps between its words, where print leaves white.

A pen's line through "12 weeks" runs on from one word to the next; recognition
reads the words all the same, and a ruled line is taken away before handwriting
is looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.page import Page, Word
from extractors.pages.preparing.binary import Mask
from extractors.pages.preparing.kept import rendered_ink

_DPI = 200.0
_SIDE = 2.4
"""Points beside a word that print leaves white and a line through it crosses."""
_EDGE = 0.6
"""Points at a word's edge that blurred letters may reach into."""
_BAND = (0.25, 0.75)
"""The share of a word's height, from its top, in which a line through it runs."""
_CROSSED = 0.9


def is_struck(page: Page, words: Sequence[Word]) -> bool:
    """Whether a line runs through one word of them, or from one to the next on its line."""
    if page.picture is None or not words:
        return False
    mask = rendered_ink(page.picture, _DPI)
    scale = mask.shape[1] / page.width
    for one, other in pairwise(words):
        on_one_line = abs(one.middle - other.middle) < 0.5 * one.height
        gap = (one.box[2] + _EDGE, other.box[0] - _EDGE)
        if on_one_line and gap[0] < gap[1] and _crossed(mask, scale, one, *gap):
            return True
    return any(
        _crossed(mask, scale, word, word.box[0] - _SIDE, word.box[0] - _EDGE)
        and _crossed(mask, scale, word, word.box[2] + _EDGE, word.box[2] + _SIDE)
        for word in words
    )


def _crossed(mask: Mask, scale: float, word: Word, left: float, right: float) -> bool:
    """Whether ink crosses these columns at the word's middle height. left, right: points."""
    top = word.box[1] + _BAND[0] * word.height
    bottom = word.box[1] + _BAND[1] * word.height
    rows = slice(max(0, round(top * scale)), round(bottom * scale) + 1)
    columns = slice(max(0, round(left * scale)), round(right * scale) + 1)
    strip = mask[rows, columns]
    if strip.shape[0] < 2 or strip.shape[1] < 2:
        return False
    return bool((strip > 0).any(axis=0).mean() >= _CROSSED)
