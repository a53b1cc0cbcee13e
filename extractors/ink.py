"""Is there handwriting in this part of the page, besides print and ruled lines?

Looks at pixels only, so it works alike for drawn curves in a PDF, a scan and
a fax: what is left in the area after printed words and rules are taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from casebook.records import Box
from extractors.page import Page
from extractors.pages.preparing.binary import Mask, without_rules
from extractors.pages.preparing.kept import rendered_ink

Ink = Literal["present", "absent", "unclear"]

_DPI = 150.0
_RULE = 24.0
"""Points: a straight line at least this long is a rule to sign on, no stroke of a pen."""
_BAR = 5.0
"""Points of solid height from which a rule is a bar."""
_LEAST_HEIGHT, _LEAST_WIDTH = 4.0, 3.0
"""Points: smaller pieces are specks, dots and remains of rules."""
_STROKE = 24.0
"""Points: a joined-up stroke is wider than any printed letter."""
_SIGNATURE_WIDTH, _SIGNATURE_HEIGHT = 30.0, 9.0
"""Points that separate strokes (initials, a broken fax) must span together."""
_TRACE = 12.0
"""Points of stroke, all together, under which nothing was written."""


@dataclass(frozen=True)
class _Piece:
    """A connected piece of ink, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def ink_in(page: Page, box: Box) -> Ink:
    """Whether something is written by hand inside the box (points, from the top left).

    Printed words and ruled lines inside do not count. "unclear" where the page
    has no picture, the box is empty, only traces are left, or what is left looks like
    print that no engine read.
    """
    if page.picture is None:
        return "unclear"
    pieces = _pieces(page, box)
    if pieces is None:
        return "unclear"
    total = sum(piece.width for piece in pieces)
    if total < _TRACE:
        return "absent"
    if max(piece.width for piece in pieces) >= _STROKE:
        return "present"
    return "present" if _spans_like_writing(pieces) else "unclear"


def signature_area(page: Page, line_box: Box, above: float = 34.0) -> Box:
    """The place where one signs on a printed signature line or over a typed name: the box of that
    line, widened to the left and right by a little and upwards by `above` points."""
    left, top, right, bottom = line_box
    return (
        max(0.0, left - 12),
        max(0.0, top - above),
        min(page.width, max(right, left + 160) + 12),
        min(page.height, bottom),
    )


def _spans_like_writing(pieces: list[_Piece]) -> bool:
    """Whether separate pieces look like a broken signature and not like a row of print,
    whose letters are of one height."""
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    height = max(piece.bottom for piece in pieces) - min(piece.top for piece in pieces)
    if width < _SIGNATURE_WIDTH or height < _SIGNATURE_HEIGHT:
        return False
    heights = np.array([piece.height for piece in pieces])
    even = float(heights.std() / heights.mean()) < 0.3
    return not (even and len(pieces) >= 4)


def _pieces(page: Page, box: Box) -> list[_Piece] | None:
    """The pieces of ink that are neither print nor rule; None where the box holds no pixels."""
    import cv2

    assert page.picture is not None
    ink = rendered_ink(page.picture, _DPI)
    scale = ink.shape[1] / page.width
    rows, columns = ink.shape
    left, right = (int(np.clip(round(edge * scale), 0, columns)) for edge in (box[0], box[2]))
    top, bottom = (int(np.clip(round(edge * scale), 0, rows)) for edge in (box[1], box[3]))
    if right - left < 4 or bottom - top < 4:
        return None
    # Rules are found on a wider strip: a short piece of one inside the box is one all the same.
    reach = round(2 * _RULE * scale)
    start, end = max(0, left - reach), min(columns, right + reach)
    high, low = max(0, top - reach), min(rows, bottom + reach)
    strip = ink[high:low, start:end]
    bare = without_rules(_without_bars(strip, scale), round(_RULE * scale))
    mask = _without_print(bare, page, scale, start, high)
    inside = mask[top - high : bottom - high, left - start : right - start]
    joined = cv2.dilate(inside, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    pieces = [
        _Piece(
            float(x) / scale, float(y) / scale, float(x + width) / scale, float(y + height) / scale
        )
        for x, y, width, height, _ in stats[1:]
    ]
    return [
        piece for piece in pieces if piece.height >= _LEAST_HEIGHT and piece.width >= _LEAST_WIDTH
    ]


def _without_bars(mask: Mask, scale: float) -> Mask:
    """The mask without bars of solid ink, in which a heading stands in white: around its letters
    they would look like strokes."""
    import cv2

    kernel = np.ones((max(1, round(_BAR * scale)), round(_RULE * scale)), np.uint8)
    solid = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    if not solid.any():
        return mask
    labels, whole = cv2.connectedComponents(mask, connectivity=8)[1], mask.copy()
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    for x, y, width, height, _ in stats[1:]:
        bar = labels == labels[y + height // 2, x + width // 2]
        rows = slice(max(0, y - 1), y + height + 1)
        whole[rows][bar[rows]] = 0
    return whole


def _without_print(mask: Mask, page: Page, scale: float, left: int, top: int) -> Mask:
    """The mask with the printed words' boxes cleared; left, top: where the mask starts."""
    cleared = mask.copy()
    for word in page.words:
        x0, y0, x1, y1 = (round(edge * scale) for edge in word.box)
        cleared[
            max(0, y0 - 1 - top) : max(0, y1 + 1 - top),
            max(0, x0 - 1 - left) : max(0, x1 + 1 - left),
        ] = 0
    return cleared
