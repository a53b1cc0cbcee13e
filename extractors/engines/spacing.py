"""Where a recognised line's words end.

RapidOCR reads letters well and spaces badly: "9760QuarryBlvd". The blank
columns of the picture know better, so spaces that it missed are put back where
the gap between two letters is clearly wider than the line's usual one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.page import Gray

_LEAST = 0.15
"""Of the line's height: no narrower gap is a space."""
_OVER_MEDIAN = 2.0
_OVER_QUARTILE = 1.4
"""How much wider than the usual gap, and than the wider quarter of gaps, a space is."""
_SHORT = 6
"""Gaps in a line too short to tell what its wider ones are."""
_NARROW = frozenset("il1I|!jtfr()[]'’`\"*")
_CAUTION = 1.35
"""Narrow letters stand far apart in typewriter faces, and a number must not fall apart."""
_CLOSING = frozenset(",:;.)]%!?")
"""Marks that belong to the word before them."""
_INSIDE_NUMBERS = frozenset(".,:/-")


@dataclass(frozen=True)
class LineWord:
    """A word of a line: left and right as shares of the line's width; the least sure letter's
    confidence."""

    text: str
    left: float
    right: float
    confidence: float


@dataclass(frozen=True)
class _Gap:
    """Between two letters, in pixels: `start` equals `end` where no blank column lies between."""

    start: float
    end: float

    @property
    def width(self) -> float:
        return self.end - self.start


def words_of_line(
    text: str, confidences: Sequence[float], centres: Sequence[float], line: Gray
) -> list[LineWord]:
    """The line's words.

    text: as recognised. confidences: one per character of it. centres: pixels from the left,
    one for each character that is no space. line: gray pixels of the line alone.
    """
    letters = [
        (character, confidence)
        for character, confidence in zip(text, confidences, strict=True)
        if not character.isspace()
    ]
    if not letters or len(letters) != len(centres):
        return []
    spaced = _spaces(text)
    blank = _blank_columns(line)
    gaps = [_gap(blank, left, right) for left, right in pairwise(centres)]
    width = [gap.width for gap, space in zip(gaps, spaced, strict=True) if not space]
    usual = np.median(width) if width else 0.0
    # In a short line the one lost space would itself be the wider quarter.
    wide = np.percentile(width, 75) if len(width) >= _SHORT else 0.0
    least = max(_LEAST * line.shape[0], _OVER_MEDIAN * float(usual), _OVER_QUARTILE * float(wide))
    inked = np.nonzero(~blank)[0]
    start = float(inked[0]) if inked.size else 0.0
    end = float(inked[-1]) + 1 if inked.size else float(line.shape[1])
    words, begun = [], 0
    for index in range(len(letters)):
        last = index == len(letters) - 1
        if not last and not (
            spaced[index] or gaps[index].width > least * _care(letters, spaced, index)
        ):
            continue
        right = end if last else gaps[index].start
        words.append(
            LineWord(
                text="".join(character for character, _ in letters[begun : index + 1]),
                left=start / line.shape[1],
                right=max(right, start + 1) / line.shape[1],
                confidence=min(confidence for _, confidence in letters[begun : index + 1]),
            )
        )
        if not last:
            start, begun = gaps[index].end, index + 1
    return words


def _spaces(text: str) -> list[bool]:
    """For each letter but the last, whether a space follows it in the text."""
    spaced: list[bool] = []
    for character in text.strip():
        if character.isspace():
            if spaced:
                spaced[-1] = True
        else:
            spaced.append(False)
    return spaced[:-1]


def _care(letters: Sequence[tuple[str, float]], spaced: Sequence[bool], index: int) -> float:
    """By how much the gap after a letter must exceed the least width of a space."""
    left, right = letters[index][0], letters[index + 1][0]
    before = letters[index - 1][0] if index else ""
    after = letters[index + 2][0] if index + 2 < len(letters) else ""
    if right in _CLOSING:
        return np.inf
    if left in _INSIDE_NUMBERS and before.isdigit() and right.isdigit():
        return np.inf
    if right in _INSIDE_NUMBERS and left.isdigit() and after.isdigit():
        return np.inf
    if (left.isdigit() and right.isdigit()) or left in _NARROW or right in _NARROW:
        return _CAUTION
    # A lone last letter is more often a wide one of the same word ("AMOUN T") than an initial.
    if left.isalpha() and right.isalpha() and (not after or spaced[index + 1]):
        return _CAUTION
    # A mark at a word's end is set close: what follows may stand off a little less sharply.
    return _CAUTION if not (left.isalnum() and right.isalnum()) else 1.0


def _blank_columns(line: Gray) -> NDArray[np.bool_]:
    """For each column of the line whether it holds no ink. Rules across the line do not count."""
    import cv2

    level, _ = cv2.threshold(line, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink = line <= level
    if ink.mean() > 0.5:  # white on black
        ink = ~ink
    ink[ink.mean(axis=1) > 0.8] = False
    # The crop's edge touches the lines above and below.
    edge = max(1, line.shape[0] // 10)
    ink[:edge] = False
    ink[-edge:] = False
    return np.asarray(ink.sum(axis=0) <= max(0, line.shape[0] // 40), dtype=np.bool_)


def _gap(blank: NDArray[np.bool_], left: float, right: float) -> _Gap:
    """The widest run of blank columns between two letters' middles."""
    low, high = max(0, round(left)), min(blank.size, round(right) + 1)
    best = _Gap((left + right) / 2, (left + right) / 2)
    start: int | None = None
    for column in range(low, high + 1):
        if column < high and blank[column]:
            start = column if start is None else start
        elif start is not None:
            if column - start > best.width:
                best = _Gap(float(start), float(column))
            start = None
    return best
