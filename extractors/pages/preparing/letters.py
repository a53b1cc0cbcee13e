"""Which pieces of ink are letters, and how tall they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.pages.preparing.binary import Mask, pieces_of

_LEAST_LETTERS = 15
_LEAST_PIXELS = 4
_MOST_PIXELS = 120


@dataclass(frozen=True)
class Letters:
    """Pixels, one entry per letter: bottom edge, horizontal middle, height."""

    bottom: NDArray[np.float64]
    middle: NDArray[np.float64]
    height: NDArray[np.float64]


def letters_of(mask: Mask) -> Letters:
    """The pieces of ink that are shaped and sized like letters of the page's most usual size."""
    import cv2

    _, stats = pieces_of(mask)
    sizes = stats[1:].astype(np.float64)
    height, width = sizes[:, cv2.CC_STAT_HEIGHT], sizes[:, cv2.CC_STAT_WIDTH]
    like = (
        (height >= _LEAST_PIXELS)
        & (height < _MOST_PIXELS)
        & (width >= 2)
        & (width < 3 * height)
        & (height < 5 * width)
    )
    if like.any():
        usual = float(np.median(height[like]))
        like &= (height > 0.5 * usual) & (height < 2.5 * usual)
    chosen = sizes[like]
    return Letters(
        bottom=chosen[:, cv2.CC_STAT_TOP] + chosen[:, cv2.CC_STAT_HEIGHT],
        middle=chosen[:, cv2.CC_STAT_LEFT] + chosen[:, cv2.CC_STAT_WIDTH] / 2,
        height=chosen[:, cv2.CC_STAT_HEIGHT],
    )
