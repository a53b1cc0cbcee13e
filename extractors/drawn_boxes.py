"""Squares of a tick box's size, found on the page's picture: empty, or with something inside.

What is neither clearly empty nor clearly marked is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from casebook.records import Box
from extractors.page import Page
from extractors.pages.preparing.binary import Mask, pieces_of
from extractors.pages.preparing.kept import Picture, rendered_ink

DPI = 150.0
_SMALLEST, _LARGEST = 5.0, 16.0
"""Points: the side of a tick box."""
_THICKEST = 2.2
"""Points: a box's outline is at most this thick."""
_SIDES_INKED = 0.85
_EMPTY, _MARKED = 0.03, 0.07
"""Share of the box's inside that is ink: up to the first it is empty, from the second ticked."""
_RIM = 0.14
"""Share of a square's side in which its outline runs, if it stands a little askew."""


@dataclass(frozen=True)
class DrawnBox:
    """A square on the page, in points; ticked: something is drawn inside."""

    box: Box
    ticked: bool

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def drawn_boxes(page: Page) -> tuple[DrawnBox, ...]:
    """The squares of a tick box's size on the page's picture, from left to right."""
    assert page.picture is not None
    return _squares_on(page.picture, page.width)


@lru_cache(maxsize=4)
def _squares_on(picture: Picture, width: float) -> tuple[DrawnBox, ...]:
    """Kept as `rendered_ink` is: fields and diagnoses ask for the same page's squares."""
    mask = rendered_ink(picture, DPI)
    scale = mask.shape[1] / width
    found: dict[tuple[int, int], DrawnBox] = {}
    for left, top, right, bottom in (*_outlines(mask, scale), *_pairs(mask, scale)):
        inked = _inside(mask, left, top, right, bottom)
        if _EMPTY < inked < _MARKED:
            continue
        place = (round((left + right) / (6 * scale)), round((top + bottom) / (6 * scale)))
        box = (left / scale, top / scale, right / scale, bottom / scale)
        if not any((place[0] + x, place[1] + y) in found for x, y in _AROUND):
            found[place] = DrawnBox(box, inked >= _MARKED)
    return tuple(sorted(found.values(), key=lambda each: each.box[0]))


_Square = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))


def _outlines(mask: Mask, scale: float) -> Iterator[_Square]:
    """Pieces of ink of a box's size with ink along all four sides: also where a fax frayed the
    outline or the page lies a little askew. What is drawn inside may touch the outline."""
    import cv2

    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    pieces, stats = pieces_of(closed)
    across, down = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    sized = (_SMALLEST * scale <= across) & (across <= _LARGEST * scale)
    sized &= (0.75 * across <= down) & (down <= 1.3 * across)
    sized[0] = False  # the paper
    for number in np.flatnonzero(sized):
        x, y, width, height = stats[number, : cv2.CC_STAT_AREA].tolist()
        piece = pieces[y : y + height, x : x + width] == number
        rim = max(2, round(_RIM * width))
        sides = (
            piece[:rim].any(axis=0),
            piece[-rim:].any(axis=0),
            piece[:, :rim].any(axis=1),
            piece[:, -rim:].any(axis=1),
        )
        corners = (piece[y, x].any() for y in _ends(rim) for x in _ends(rim))
        # A bold "D" or "B" is round on the right.
        if min(float(side.mean()) for side in sides) >= _SIDES_INKED and sum(corners) >= 3:
            yield x, y, x + width, y + height - 1


def _ends(rim: int) -> tuple[slice, slice]:
    return slice(None, rim), slice(-rim, None)


def _pairs(mask: Mask, scale: float) -> Iterator[_Square]:
    """Two level lines above each other with ink down both sides: boxes that a tick's tail joins
    to something else."""
    edges = _edges(mask, scale)
    left, middle, length = edges.T
    for x, top, width in edges.tolist():
        height = middle - top
        below = (0.75 * width <= height) & (height <= 1.3 * width)
        below &= (np.abs(left - x) <= 0.2 * width) & (np.abs(length - width) <= 0.3 * width)
        for bottom in middle[below].tolist():
            if _has_sides(mask, x, top, x + width, bottom):
                yield x, top, x + width, bottom


def _edges(mask: Mask, scale: float) -> NDArray[np.int32]:
    """Short level lines in pixels, a row each: left, middle, width."""
    import cv2

    kernel = np.ones((1, max(3, round(0.8 * _SMALLEST * scale))), np.uint8)
    level = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    _, stats = pieces_of(level)
    x, y, width, height, _ = stats[1:].T
    short = (_SMALLEST * scale <= width) & (width <= _LARGEST * scale)
    short &= height <= _THICKEST * scale
    edges: NDArray[np.int32] = np.stack((x, y + height // 2, width), axis=1)[short]
    return edges


def _has_sides(mask: Mask, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether ink runs down both sides."""
    for side in (left, right - 1):
        strip = mask[top : bottom + 1, max(0, side - 2) : side + 3]
        if strip.size == 0 or float(strip.max(axis=1).mean()) < _SIDES_INKED:
            return False
    return True


def _inside(mask: Mask, left: int, top: int, right: int, bottom: int) -> float:
    """The share of ink inside the outline."""
    margin = max(2, round(0.2 * (right - left)))
    inside = mask[top + margin : bottom - margin + 1, left + margin : right - margin]
    return float(inside.mean()) if inside.size else 0.0
