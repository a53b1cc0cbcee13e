"""How much room a text takes on the page, before LibreOffice sets it.

A one-page report must know beforehand what fits. Texts are measured with the
font that LibreOffice uses (Liberation Sans, metric-compatible with Arial);
where it is missing, with a wider one, so that the estimate errs towards less.
"""

from __future__ import annotations

from functools import cache

from matplotlib.font_manager import FontProperties, findfont
from PIL import ImageFont

LEADING = 1.17
"""Line height of Liberation Sans by its size, as LibreOffice sets it single-spaced."""

_SAFETY = 1.03


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    weight = "bold" if bold else "normal"
    path = findfont(FontProperties(family=["Liberation Sans", "DejaVu Sans"], weight=weight))
    return ImageFont.truetype(path, 100, layout_engine=ImageFont.Layout.BASIC)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in points of a text set on one line at `size` points."""
    return _font(bold).getlength(text) * size / 100 * _SAFETY


def line_count(text: str, width: float, size: float, bold: bool = False) -> int:
    """Lines that a text takes in a column of `width` points; at least one."""
    return sum(_wrapped(part, width, size, bold) for part in text.split("\n")) or 1


def text_height(text: str, width: float, size: float, bold: bool = False) -> float:
    """Height in points of a text in a column of `width` points."""
    return line_count(text, width, size, bold) * size * LEADING


def _wrapped(text: str, width: float, size: float, bold: bool) -> int:
    lines, at = 1, 0.0
    space = text_width(" ", size, bold)
    for word in text.split():
        length = text_width(word, size, bold)
        if at and at + space + length > width:
            lines, at = lines + 1, 0.0
        at += length + (space if at else 0.0)
        while at > width:  # a word longer than the line is broken inside
            lines, at = lines + 1, at - width
    return lines
