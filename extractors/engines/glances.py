"""A quick second look at single lines, by the engine that did not read the page.

Reading a few cut-out lines costs a fraction of reading the page again, and it
is where a wrong letter would harm that a second opinion is worth having.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.engines.rapid import Rapid
from extractors.engines.tesseract import Tesseract
from extractors.page import Gray

_MARGIN = 24
"""White pixels around every line on the sheet that Tesseract gets."""


def glance(engine: str, lines: Sequence[Gray], dpi: float, seconds: float) -> tuple[str, ...]:
    """What each cut-out line says, "" where nothing is read.

    engine: "rapidocr" or "tesseract", the one that looks. lines: pictures of
    one line of print each, rows × columns, uint8, at `dpi`. Raises EngineFailed.
    """
    if not lines:
        return ()
    if engine == "rapidocr":
        return Rapid().read_lines(lines)
    return _by_tesseract(lines, dpi, seconds)


def _by_tesseract(lines: Sequence[Gray], dpi: float, seconds: float) -> tuple[str, ...]:
    """All lines on one sheet, one below the other: starting the program costs more than a line."""
    width = max(line.shape[1] for line in lines) + 2 * _MARGIN
    parts, tops, top = [], [], 0
    for line in lines:
        strip = np.full((line.shape[0] + 2 * _MARGIN, width), 255, dtype=np.uint8)
        strip[_MARGIN : _MARGIN + line.shape[0], _MARGIN : _MARGIN + line.shape[1]] = line
        parts.append(strip)
        tops.append(top)
        top += strip.shape[0]
    words = Tesseract(page_layout=6).read(np.vstack(parts), dpi, seconds)
    said: list[list[tuple[float, str]]] = [[] for _ in lines]
    for word in words:
        middle = word.middle * dpi / 72
        number = int(np.searchsorted(tops, middle, side="right")) - 1
        said[max(0, number)].append((word.box[0], word.text))
    return tuple(" ".join(text for _, text in sorted(row)) for row in said)
