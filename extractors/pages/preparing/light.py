"""Even light and full contrast: shadows, yellowed paper, faded print."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractors.page import Gray
from extractors.pages.preparing.binary import Mask, background, ink_mask

_EVEN = 240
"""Paper lighter than this everywhere needs no evening."""
_DARK_ENOUGH = 110
"""Print darker than this needs no stretching."""
_LEAST_RANGE = 12
"""Gray levels between print and paper's grain under which stretching would only amplify grain."""


def evened(picture: Gray) -> Gray:
    """The same page on evenly white paper, its print made dark. Same shape.

    Divides by the paper's own lightness, then stretches from the print to the
    darkest grain of the paper, so that grain becomes white and never black.
    Pages that are black on white already come back as they are.
    """
    import cv2

    paper = background(picture)
    flat = picture
    if int(_percentile(_counts(paper), 2)) < _EVEN:
        flat = np.asarray(cv2.divide(picture, paper, scale=255), dtype=np.uint8)
    ink, grain = levels(flat)
    if ink <= _DARK_ENOUGH or grain - ink < _LEAST_RANGE:
        return flat
    table = np.clip((np.arange(256) - ink) * 255.0 / (grain - ink), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(flat, table), dtype=np.uint8)


def levels(picture: Gray) -> tuple[float, float]:
    """(print, grain): gray levels of the print's darker strokes and of the paper's darkest
    grain away from print; (255, 255) on a blank page."""
    import cv2

    mask = ink_mask(picture)
    printed = _counts(picture, mask)
    near = cv2.dilate(mask, np.ones((9, 9), np.uint8))
    away = _counts(picture, np.asarray(near == 0, dtype=np.uint8))
    if printed.sum() < 50 or not away.any():
        return 255.0, 255.0
    return _percentile(printed, 25), _percentile(away, 2)


def _counts(picture: Gray, mask: Mask | None = None) -> NDArray[np.int64]:
    """How many pixels there are of each gray level, where the mask is not 0."""
    import cv2

    counts = cv2.calcHist([picture], [0], mask, [256], [0, 256]).ravel().astype(np.int64)
    # OpenCV hands out floats, which miss some of more than 16 million pixels of one level.
    every = picture.size if mask is None else cv2.countNonZero(mask)
    counts[counts.argmax()] += every - counts.sum()
    return np.asarray(counts, dtype=np.int64)


def _percentile(counts: NDArray[np.int64], percent: float) -> float:
    """NumPy's percentile of the counted levels, which sorts millions of pixels for it."""
    upto = counts.cumsum()
    at = (int(upto[-1]) - 1) * (percent / 100)
    below, share = int(at), at - int(at)
    low, high = (int(np.searchsorted(upto, place, side="right")) for place in (below, below + 1))
    high = min(high, int(np.flatnonzero(counts)[-1]))
    return low + (high - low) * share if share < 0.5 else high - (high - low) * (1 - share)
