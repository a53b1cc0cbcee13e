"""What fits on the one page of a progress report. The rest goes to the addendum, never away.

Widths and sizes here are those of templates/building/progress_report.py; both
use these constants, so that what is measured is what is set.
"""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Record
from templates.contexts.letterhead import Letterhead
from templates.space import LEADING, text_height

SIDE = 0.7
TOP, BOTTOM = 1.3, 0.65
"""Margins in inches."""
WIDTH = (8.5 - 2 * SIDE) * 72
"""Points between the margins."""
TABLE_SIZE, SMALL_SIZE, FACT_SIZE = 8.5, 7.0, 9.0
MEASURE_WIDTHS = (104.0, 60.0, 60.0, 60.0, 58.0, 105.2, 64.0)
GOAL_WIDTHS = (258.0, 92.0, 91.2, 70.0)
FACT_WIDTHS = (118.0, WIDTH - 118.0)
CELL_SIDE, CELL_EDGES = 6.0, 4.0
CHART_HEIGHT = 25.0
MOST_FACT_LINES = 4

_PAGE = (11 - TOP - BOTTOM) * 72
_TITLE = 15 * LEADING + 8
_HEADING = 10.5 * LEADING + 13
_COLUMN_HEADS = 7.5 * LEADING + CELL_EDGES
_SIGNATURE = 24 + 2 * FACT_SIZE * LEADING + 8
_SPARE = 14.0
"""Rounding of row heights, and the lines themselves."""


class Fits(Record):
    """How many lines of each table stand on the page; the others go to the addendum."""

    measures: int
    goals: int


def allot(
    letterhead: Letterhead,
    subtitle: str,
    facts: Sequence[tuple[str, str]],
    measures: Sequence[float],
    goals: Sequence[float],
    notes: Sequence[str],
    small_print: Sequence[str],
) -> Fits:
    """Shares the page among the tables: measures first, a quarter of the room kept for goals.

    measures, goals: the heights of their rows in points, in their order.
    """
    room = _PAGE - _TITLE - _SIGNATURE - _SPARE - _letterhead_overflow(letterhead)
    room -= text_height(subtitle, WIDTH, 10)
    room -= sum(fact_height(label, value) for label, value in facts)
    room -= sum(note_height(note) for note in notes)
    room -= sum(text_height(text, WIDTH, SMALL_SIZE) for text in small_print)
    if measures:
        room -= _HEADING + _COLUMN_HEADS
    if goals:
        room -= _HEADING + _COLUMN_HEADS
    kept = min(sum(goals), room / 4)
    line = SMALL_SIZE * LEADING + 4  # "more in the addendum" below a table
    shown_measures = _as_many(measures, room - kept, line)
    room -= sum(measures[:shown_measures])
    if shown_measures < len(measures):
        room -= line
    return Fits(measures=shown_measures, goals=_as_many(goals, room, line))


def measure_height(cells: Sequence[tuple[str, str]]) -> float:
    """Height of a row of the table of measures; each cell has a line and a small line below."""
    tallest = max(
        text_height(main, width - CELL_SIDE, TABLE_SIZE, bold=True)
        + (text_height(small, width - CELL_SIDE, SMALL_SIZE) if small else 0)
        for (main, small), width in zip(cells, MEASURE_WIDTHS, strict=False)
    )
    return max(tallest, CHART_HEIGHT) + CELL_EDGES + 1


def goal_height(cells: Sequence[str]) -> float:
    """Height of a row of the table of goals."""
    tallest = max(
        text_height(text, width - CELL_SIDE, TABLE_SIZE)
        for text, width in zip(cells, GOAL_WIDTHS, strict=True)
    )
    return tallest + CELL_EDGES + 1


def fact_height(label: str, value: str) -> float:
    """Height of a line of the facts on top."""
    widths = FACT_WIDTHS
    return (
        max(
            text_height(label, widths[0] - CELL_SIDE, FACT_SIZE),
            text_height(value, widths[1] - CELL_SIDE, FACT_SIZE),
        )
        + CELL_EDGES
        + 1
    )


def note_height(note: str) -> float:
    """Height of a labelled paragraph below the tables (or of the line to write it on)."""
    return text_height(note, WIDTH, FACT_SIZE) + FACT_SIZE * LEADING + 8


def _letterhead_overflow(letterhead: Letterhead) -> float:
    """How far a letterhead of more than three lines pushes the body down."""
    return (
        text_height(letterhead.name, WIDTH, 17)
        + text_height(letterhead.address, WIDTH, 8)
        + text_height(letterhead.contact, WIDTH, 8)
        - (17 + 8 + 8) * LEADING
    )


def _as_many(heights: Sequence[float], room: float, line: float) -> int:
    if sum(heights) <= room:
        return len(heights)
    shown, used = 0, line
    for height in heights:
        if used + height > room:
            break
        used += height
        shown += 1
    return shown
