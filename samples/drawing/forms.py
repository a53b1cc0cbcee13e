"""Forms: boxed cells with small labels, as offices photocopy and fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samples.drawing.paper import Paper


@dataclass(frozen=True)
class Cell:
    """One box of a form: its printed label, what stands in it, its share of the row's width."""

    label: str
    value: str = ""
    share: float = 1.0


def row(
    paper: Paper,
    y: float,
    cells: Sequence[Cell],
    *,
    height: float = 30,
    left: float = 54,
    right: float = 558,
    size: float = 10.5,
    typed: str | None = None,
) -> float:
    """One row of boxes, labels small at the top left. Returns the y below."""
    whole = sum(cell.share for cell in cells)
    x = left
    for cell in cells:
        width = (right - left) * cell.share / whole
        paper.box(x, y, width, height, weight=0.7)
        paper.text(x + 4, y + 9, cell.label, 7.2, color="#333333")
        paper.text(x + 6, y + height - 7, cell.value, size, font=typed)
        x += width
    return y + height


def heading(
    paper: Paper,
    y: float,
    text: str,
    *,
    left: float = 54,
    right: float = 558,
    fill: str = "#d9d9d9",
    color: str = "#111111",
) -> float:
    """A shaded bar over a group of rows. Returns the y below."""
    paper.box(left, y, right - left, 15, weight=0.7, fill=fill)
    paper.text(left + 5, y + 11, text, 9, font=f"{paper.font}-bold", color=color)
    return y + 15


def question(
    paper: Paper, y: float, number: int, text: str, *, left: float = 54, right: float = 558
) -> tuple[float, float, float]:
    """A numbered question with Yes and No boxes. Returns the y below and the boxes' x."""
    paper.text(left, y + 10, f"{number}.", 9.6)
    below = paper.paragraph(left + 18, y, right - left - 130, text, 9.6)
    yes, no = right - 92, right - 44
    paper.tick_box(yes, y + 10, "Yes")
    paper.tick_box(no, y + 10, "No")
    return below + 7, yes, no
