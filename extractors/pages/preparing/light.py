"""Even light and full contrast: shadows, yellowed paper, faded print."""

from __future__ import annotations

import numpy as np

from extractors.page import Gray
from extractors.pages.preparing.binary import background, ink_mask

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
    if int(np.percentile(paper, 2)) < _EVEN:
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
    printed = picture[mask == 1]
    away = cv2.dilate(mask, np.ones((9, 9), np.uint8)) == 0
    if printed.size < 50 or not away.any():
        return 255.0, 255.0
    return float(np.percentile(printed, 25)), float(np.percentile(picture[away], 2))
