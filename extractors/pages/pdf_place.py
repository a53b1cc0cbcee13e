"""Where PDF coordinates lie on the page as a viewer shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Place = Callable[[float, float], tuple[float, float]]
"""From PDF coordinates (bottom left, unturned) to points from the top left of the page as shown."""


def placing(page: Any) -> Place:
    """How PDF coordinates become points of the page as shown: turned and cropped."""
    turn = page.get_rotation() % 360
    # What PDFium shows: crop and media boxes cut with each other, inherited ones included.
    left, bottom, right, top = page.get_bbox()
    places: dict[int, Place] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return places.get(turn, places[0])
