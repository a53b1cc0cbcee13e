"""How far the lines of print lean."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractors.pages.preparing.binary import Mask
from extractors.pages.preparing.letters import Letters, letters_of

_WIDEST = 15.0
"""Degrees; feeders and hands seldom lean further, and beyond it noise wins."""
_LEAST_LETTERS = 25


def skew_of(mask: Mask) -> float:
    """Degrees clockwise by which the lines of print lean; 0 where there is too little to tell.

    Tries angles and takes the one at which the letters' feet fall on the
    fewest rows. Only letters count: rules, bar codes and drawings lean as they like.
    """
    letters = letters_of(mask)
    if letters.bottom.size < _LEAST_LETTERS:
        return 0.0
    coarse = np.arange(-_WIDEST, _WIDEST + 0.01, 0.5)
    scores = _scores(letters, coarse)
    best = int(np.argmax(scores))
    # Straight unless leaning is clearly better: scattered words have no lines to tell.
    if scores[best] < 1.1 * scores[coarse.size // 2] and abs(coarse[best]) > 2:
        return 0.0
    if best in (0, coarse.size - 1):
        return 0.0
    fine = np.arange(coarse[best] - 0.5, coarse[best] + 0.51, 0.1)
    return float(fine[int(np.argmax(_scores(letters, fine)))])


def _scores(letters: Letters, angles: NDArray[np.float64]) -> list[float]:
    """For each angle how well the feet gather on rows."""
    scores = []
    for angle in angles:
        feet = letters.bottom - letters.middle * np.tan(np.deg2rad(angle))
        # Neighbouring bins are added, so that a row that falls between two is not punished.
        counts = np.bincount((feet - feet.min()).astype(np.int64)).astype(np.float64)
        scores.append(float(np.square(counts[1:] + counts[:-1]).sum()))
    return scores
