"""Is there handwriting in this part of the page, besides print and ruled lines?

Looks at pixels only, so it works alike for drawn curves in a PDF, a scan and
a fax: what is left in the area after printed words and rules are taken away.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from casebook.records import Box
from extractors.page import Gray, Page

Ink = Literal["present", "absent", "unclear"]

_DPI = 150.0
_PRESENT = 30.0
_UNCLEAR = 12.0
"""Length in points that the strokes' pieces must span together, sideways, to count."""


def ink_in(page: Page, box: Box) -> Ink:
    """Whether something is written by hand inside the box (points, from the top left).

    "unclear" where the page has no picture, the box is empty, or only small
    traces are left. Printed words and ruled lines inside do not count.
    """
    if page.picture is None:
        return "unclear"
    spans = _strokes(page.picture(_DPI), page, box)
    widest = max(spans, default=0.0)
    total = sum(spans)
    if widest >= _PRESENT or total >= 2 * _PRESENT:
        return "present"
    return "unclear" if total >= _UNCLEAR else "absent"


def _strokes(picture: Gray, page: Page, box: Box) -> list[float]:
    """Widths in points of the pieces of ink that are neither print nor rule."""
    import cv2

    scale = picture.shape[1] / page.width
    left, top, right, bottom = (round(edge * scale) for edge in box)
    area = picture[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    if area.size == 0 or min(area.shape) < 4:
        return []
    level, _ = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    dark = np.asarray(area < level, dtype=np.uint8)
    for word in page.words:
        x0, y0, x1, y1 = (round(edge * scale) for edge in word.box)
        dark[
            max(0, y0 - 1 - top) : max(0, y1 + 1 - top),
            max(0, x0 - 1 - left) : max(0, x1 + 1 - left),
        ] = 0
    length = max(12, round(24 / 72 * _DPI))
    for kernel in (np.ones((1, length), np.uint8), np.ones((length, 1), np.uint8)):
        rule = cv2.dilate(cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel), np.ones((3, 3), np.uint8))
        dark = np.where(rule > 0, 0, dark).astype(np.uint8)
    joined = cv2.dilate(dark, np.ones((3, 3), np.uint8))
    pieces, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [
        float(stats[piece, cv2.CC_STAT_WIDTH]) / scale
        for piece in range(1, pieces)
        if stats[piece, cv2.CC_STAT_HEIGHT] / scale >= 4
        and stats[piece, cv2.CC_STAT_WIDTH] / scale >= 3
    ]
