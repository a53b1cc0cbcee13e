"""The sheet of paper in a photo: brighter than the table, four corners."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.page import Gray
from extractors.pages.preparing.binary import ink_mask

Corners = NDArray[np.float32]
"""4 × 2, pixels across and down, clockwise from the top left."""

_LEAST_AREA = 0.2
_MOST_AREA = 0.97
_CONTRAST = 25
"""Gray levels by which paper must outshine what lies around it."""
_LEAST_SHARP_SIDES = 2
_STEP = 9
"""Pixels (of a picture whose longer side is 600) at which light is compared across an edge."""
_FULL = 0.88
"""Share of the four-cornered shape that must be paper, so that a torn heap is left alone."""

_BESIDE = 0.02
"""Share of the picture's longer side beyond a paper's edge where its own edge may look like ink."""
_LETTER = 0.04
"""Share of the longer side that a letter is high or wide at the most."""
_GOES_ON = 0.06
"""Letters beyond the edges for each within, from which the edges are none."""


def corners_of_paper(picture: Gray) -> Corners | None:
    """The paper's corners where the picture shows more than the paper, else None."""
    import cv2

    rows, columns = picture.shape
    scale = 600 / max(rows, columns)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    # Print must not cut the paper into pieces.
    smooth = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15))), 9)
    _, bright = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(hull)
    if not _LEAST_AREA < area / small.size < _MOST_AREA:
        return None
    corners = _four(hull)
    if corners is None or cv2.contourArea(outline) < _FULL * cv2.contourArea(corners):
        return None
    if _sharp_sides(smooth, corners) < _LEAST_SHARP_SIDES:
        return None
    found = np.asarray(_clockwise(corners) / scale, dtype=np.float32)
    return None if _print_goes_on(picture, found) else found


def _print_goes_on(picture: Gray, corners: Corners) -> bool:
    """Whether as good as the same print stands beyond the corners: a hard shadow's edge, or a fold,
    was taken for the paper's."""
    import cv2

    ink = ink_mask(picture)
    inside = np.zeros_like(ink)
    cv2.fillPoly(inside, [np.asarray(np.round(corners), dtype=np.int32)], (1,))
    reach = 2 * max(1, round(_BESIDE * max(picture.shape))) + 1
    beyond = 1 - cv2.dilate(inside, np.ones((reach, reach), np.uint8))
    return _letters(ink * beyond) > _GOES_ON * _letters(ink * inside)


def _letters(ink: NDArray[Any]) -> int:
    """Pieces of ink of the size of letters."""
    import cv2

    _, _, pieces, _ = cv2.connectedComponentsWithStats(ink)
    _, _, width, height, area = pieces[1:].T
    most = _LETTER * max(ink.shape)
    small = (height >= 4) & (height <= most) & (width <= most) & (area > 8)
    return int(small.sum())


def _sharp_sides(smooth: NDArray[Any], corners: Corners) -> int:
    """How many sides of the shape are an edge from light to dark.

    A shadow that falls across a receipt fades slowly, and a dark footer is one
    side only: neither is the edge of a paper. -9 where a side inside the picture is no edge.
    """
    rows, columns = smooth.shape
    middle = corners.mean(axis=0)
    sharp = 0
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = start + np.linspace(0.1, 0.9, 40)[:, None] * (end - start)
        outward = (start + end) / 2 - middle
        # Out from the side at a right angle to it, not from the middle of the paper.
        normal = np.array([end[1] - start[1], start[0] - end[0]])
        normal = normal / max(float(np.linalg.norm(normal)), 1e-6)
        if float(normal @ outward) < 0:
            normal = -normal
        inner, outer = along - _STEP * normal, along + _STEP * normal
        seen = (outer >= 0).all(axis=1) & (outer[:, 0] < columns) & (outer[:, 1] < rows)
        if seen.mean() < 0.5:
            continue  # the paper runs out of the picture here
        fall = _levels(smooth, inner[seen]) - _levels(smooth, outer[seen])
        if float(np.median(fall)) < _CONTRAST:
            return -9
        sharp += 1
    return sharp


def _levels(smooth: NDArray[Any], points: NDArray[np.float64]) -> NDArray[np.float64]:
    rows, columns = smooth.shape
    across = np.clip(np.round(points[:, 0]).astype(np.int64), 0, columns - 1)
    down = np.clip(np.round(points[:, 1]).astype(np.int64), 0, rows - 1)
    return np.asarray(smooth[down, across], dtype=np.float64)


def _four(hull: NDArray[Any]) -> Corners | None:
    """The hull's four corners; None where it has no such shape."""
    import cv2

    around = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.05):
        shape = cv2.approxPolyDP(hull, tolerance * around, True)
        if len(shape) == 4:
            return np.asarray(shape.reshape(4, 2), dtype=np.float32)
    return None


def _clockwise(corners: Corners) -> Corners:
    """From the top left: the smallest sum of coordinates."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ordered = corners[np.argsort(angles)]
    return np.asarray(np.roll(ordered, -int(ordered.sum(axis=1).argmin()), axis=0), np.float32)
