"""The small charts of the progress report: readable in black and white, after a fax too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from templates.paper import Picture

WIDTH, HEIGHT = 58.0, 24.0
"""Points on the page."""

_DOTS_PER_INCH = 400


def trend(
    points: Sequence[tuple[date, Decimal]], description: str, goal: Decimal | None = None
) -> Picture:
    """A line through the values by date; first hollow, last filled; `goal` as a dashed level.

    points: in order of date, at least one. description: the alt text.
    """
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=_DOTS_PER_INCH)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.04, 0.10, 0.92, 0.80))
    axes.axis("off")
    across = [day.toordinal() for day, _ in points]
    up = [float(value) for _, value in points]
    axes.plot(across, up, color="black", linewidth=0.9, marker="o", markersize=1.8)
    axes.plot(
        across[:1], up[:1], "o", markersize=4, markerfacecolor="white", markeredgecolor="black",
        markeredgewidth=0.9,
    )  # fmt: skip
    if len(up) > 1:
        axes.plot(across[-1:], up[-1:], "o", markersize=4, color="black")
    levels = list(up)
    if goal is not None:
        axes.axhline(float(goal), color="black", linewidth=0.6, linestyle=(0, (4, 3)))
        levels.append(float(goal))
    low, high = min(levels), max(levels)
    room = (high - low) * 0.2 or max(abs(high) * 0.1, 1.0)
    axes.set_ylim(low - room, high + room)
    start, end = across[0], across[-1]
    side = max((end - start) * 0.06, 1.0)
    axes.set_xlim(start - side, end + side)
    made = BytesIO()
    figure.savefig(made, format="png", dpi=_DOTS_PER_INCH)
    return Picture(png=made.getvalue(), width=WIDTH, description=description)
