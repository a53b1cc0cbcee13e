"""Geometry around a label: what stands right of it, below or above, and labels on two lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from casebook.records import Box
from extractors.page import Line, Page
from extractors.values.label_match import LabelHit, LabelSet

Place = Literal["same_line", "right", "below", "above"]

BLANK = " \t:._-–—=|#/,;"
"""What stands between a label and its value, or in an empty blank of a form."""


@dataclass(frozen=True)
class WrappedLabel:
    """A label that a narrow column broke over two lines ("Duration of" / "treatment")."""

    joined: Line
    pieces: tuple[Line, Line]
    hit: LabelHit


def wrapped_labels(page: Page, labels: LabelSet) -> tuple[WrappedLabel, ...]:
    """The labels of a page that stand on two lines, each letter as in the data."""
    found = []
    short = [line for line in page.lines if len(line.text) <= 28]
    for upper in short:
        height = height_of(upper)
        for lower in short:
            gap = lower.box[1] - upper.box[3]
            if abs(lower.box[0] - upper.box[0]) > 0.3 * height or not -0.3 * height <= gap < height:
                continue
            if lower is upper or lower.box[1] <= upper.box[1]:
                continue
            goes_on = upper.text.rstrip().endswith(("/", "&", "-", ",", " and", " or", " of"))
            own_rows = _has_right(page, lower) or not _has_right(page, upper)
            both = labels.is_label(upper.text) and labels.is_label(lower.text)
            if both and own_rows and not goes_on:
                continue  # two rows of a form: "Frequency" over "Duration"
            joined = Line((*upper.words, *lower.words))
            hits = labels.hits(joined.text)
            if len(hits) == 1 and hits[0].start == 0 and hits[0].value_start >= len(joined.text):
                inside = len(upper.text) < hits[0].end
                if hits[0].exactness == 1 and inside:
                    found.append(WrappedLabel(joined, (upper, lower), hits[0]))
    return tuple(found)


def _has_right(page: Page, line: Line) -> bool:
    """Whether something stands right of a line, on its row."""
    height = height_of(line)
    return any(
        other.box[0] >= line.box[2] and abs(other.box[1] - line.box[1]) < 0.5 * height
        for other in page.lines
    )


def neighbours(page: Page, line: Line, box: Box) -> Iterator[tuple[Place, Line]]:
    """The nearest line right of the label, below it, or above it where the label is a caption."""
    x0, top, x1, bottom = box
    height = max(bottom - top, 1.0)
    right, astride, below, above = [], [], [], []
    ruled = False
    for other in page.lines:
        if other.words[0] in line.words:
            continue
        left, other_top, other_right, other_bottom = other.box
        left = _column_left(other, x0) if other_bottom < top or other_top > bottom else left
        overlap = min(bottom, other_bottom) - max(top, other_top)
        if overlap >= 0.5 * min(height, height_of(other)):
            if left >= x1 - height and other.text.strip(BLANK):
                right.append((left - x1, other))
            continue
        if overlap > 0.1 * height and left >= x1 and other.text.strip(BLANK):
            astride.append((other_top, other))
            continue
        if left > x1 + 2 * height or other_right < x0 or left < x0 - 6 * height:
            continue
        if not other.text.strip(BLANK):  # a rule of underscores: what stands on it is the value
            ruled = ruled or 0 <= top - other_bottom + 0.4 * height <= height
        elif 0 <= other_top - bottom + 0.4 * height <= 2.4 * height:
            below.append((other_top - bottom + abs(left - x0) / 4, other))
        elif 0 <= top - other_bottom + 0.4 * height <= 2.9 * height:
            above.append((top - other_bottom + abs(left - x0) / 4, other))
    nearest = {
        place: min(found, key=lambda pair: pair[0])
        for place, found in (("right", right or _pair(astride)), ("below", below), ("above", above))
        if found
    }
    if "right" in nearest:
        yield "right", nearest["right"][1]
    caption = "above" in nearest and (
        ruled
        or "below" not in nearest
        or nearest["above"][0] + 0.2 * height < 0.6 * nearest["below"][0]
    )
    if "below" in nearest and not ruled:
        yield "below", nearest["below"][1]
    if caption:
        yield "above", nearest["above"][1]


def _column_left(line: Line, x0: float) -> float:
    """Where a line begins, or the part of it that stands at x0 behind a wide gap."""
    for before, word in pairwise(line.words):
        wide = word.box[0] - before.box[2] > 0.9 * word.height
        if wide and abs(word.box[0] - x0) < 2.0 * word.height:
            return word.box[0]
    return line.box[0]


def _pair(astride: list[tuple[float, Line]]) -> list[tuple[float, Line]]:
    """A cell's two lines, between which the label stands at half their height; no lone line."""
    upper = min(astride, key=lambda pair: pair[0], default=None)
    lower = max(astride, key=lambda pair: pair[0], default=None)
    if upper is None or lower is None or upper is lower:
        return []
    return [upper] if abs(upper[1].box[0] - lower[1].box[0]) < height_of(upper[1]) else []


def height_of(line: Line) -> float:
    """Height of a line in points."""
    return line.box[3] - line.box[1]
