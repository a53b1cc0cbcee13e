"""Where ink may stand around a form's signature label: its row, or its box's cell below."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.records import Box
from extractors.page import Line, Page
from extractors.values.label_match import LabelHit


def next_print(page: Page, x1: float, top: float, bottom: float) -> float:
    """Where the next printed words begin right of a label, or 300 points on."""
    rights = [
        word.box[0]
        for word in page.words
        if word.box[0] > x1 + 4.0
        and top - 2 <= word.middle <= bottom + 2
        and word.confidence >= 0.6
        and word.text.strip("_-.xX: ")
    ]
    return min([*rights, x1 + 300.0, page.width])


def further_places(page: Page, line: Line, hit: LabelHit) -> Iterator[Box]:
    """The row right of a signature's label, and the cell below a label that is a box's caption."""
    words = line.words_between(hit.start, hit.end)
    x0, top = words[0].box[0], words[0].box[1]
    x1, bottom = words[-1].box[2], words[-1].box[3]
    right = next_print(page, x1, top - 6.0, bottom + 6.0)
    row_top = max([top - 14.0, *_edges(page, x1, right, below=False, at=top)])
    row_bottom = min([bottom + 10.0, *_edges(page, x1, right, below=True, at=bottom)])
    if right - x1 > 40.0:
        yield (x1 + 2.0, row_top, right, row_bottom)
    cell_right = min(right, x0 + 240.0)
    below = min([bottom + 36.0, *_edges(page, x0, cell_right, below=True, at=bottom)])
    if below - bottom > 14.0:
        yield (x0, bottom, cell_right, below)


def _edges(page: Page, x0: float, x1: float, *, below: bool, at: float) -> Iterator[float]:
    """Where well-read print begins below a height, or ends above it, between two sides."""
    for line in page.lines:
        if line.box[2] <= x0 or line.box[0] >= x1 or line.confidence < 0.7:
            continue
        if below and line.box[1] >= at - 2.0:
            yield line.box[1]
        elif not below and line.box[3] <= at + 2.0:
            yield line.box[3]
