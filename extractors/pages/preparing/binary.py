"""Which pixels are ink: the common ground of the steps that look at shapes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.page import Gray

Mask = NDArray[np.uint8]
"""Rows × columns, 1 for ink, 0 for paper."""

_SHADE = 18
"""Gray levels darker than the paper around it that make a pixel ink, at the least."""

_EARLIER = np.array([[1, 1, 1], [1, 0, 0], [0, 0, 0]], np.uint8)
"""The neighbours that are met before a pixel, row by row."""
_MOST_LABELS = 65_000


def ink_mask(picture: Gray) -> Mask:
    """Ink, told against the paper close by, so that shadows and gray paper do not count."""
    import cv2

    paper = background(picture)
    depth = cv2.subtract(paper, picture)
    level, _ = cv2.threshold(depth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(depth > max(level, _SHADE), dtype=np.uint8)


def background(picture: Gray) -> Gray:
    """The paper without its print, as light as it is at each place; same shape."""
    import cv2

    rows, columns = picture.shape
    shrink = max(1.0, max(rows, columns) / 500)
    small = cv2.resize(
        picture,
        (max(1, round(columns / shrink)), max(1, round(rows / shrink))),
        interpolation=cv2.INTER_AREA,
    )
    small = cv2.dilate(small, np.ones((7, 7), np.uint8))
    if small.min() == small.max():  # a drawn page: nothing to smooth, the same paper everywhere
        return np.full(picture.shape, small.max(), dtype=np.uint8)
    small = cv2.medianBlur(small, 21)
    return np.asarray(
        cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR), dtype=np.uint8
    )


def pieces_of(mask: NDArray[Any]) -> tuple[NDArray[np.integer[Any]], NDArray[np.int32]]:
    """(labels, stats) of the pieces of ink, as OpenCV's connectedComponentsWithStats has them:
    0 is the paper."""
    import cv2

    # Labels of 16 bits take half the time. There are no more of them on the way than pixels that
    # no earlier one touches.
    earlier = cv2.dilate(mask, _EARLIER)
    few = cv2.countNonZero(cv2.subtract(mask, earlier)) < _MOST_LABELS
    _, labels, stats, _ = cv2.connectedComponentsWithStats(
        mask, connectivity=8, ltype=cv2.CV_16U if few else cv2.CV_32S
    )
    return np.asarray(labels), np.asarray(stats, dtype=np.int32)


def without_rules(mask: Mask, length: int) -> Mask:
    """The mask without straight rules longer than so many pixels, across or down."""
    import cv2

    left: NDArray[Any] = mask
    for shape in ((1, length), (length, 1)):
        rules = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        left = cv2.subtract(left, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    return np.asarray(left, dtype=np.uint8)
