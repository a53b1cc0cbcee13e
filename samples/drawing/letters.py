"""Parts of a letter that offices share: "RE:" blocks, labelled rows, signature blocks."""

from __future__ import annotations

from collections.abc import Sequence

from samples.drawing import ink
from samples.drawing.paper import Paper

Row = tuple[str, str]


def labelled(
    paper: Paper,
    x: float,
    y: float,
    rows: Sequence[Row],
    *,
    gap: float = 92,
    size: float = 10,
    leading: float = 14.5,
    bold_values: bool = False,
) -> float:
    """Label and value, one row under the other. Returns the next baseline."""
    for label, value in rows:
        paper.text(x, y, label, size, font=None if bold_values else f"{paper.font}-bold")
        paper.text(x + gap, y, value, size, font=f"{paper.font}-bold" if bold_values else None)
        y += leading
    return y


def bullets(
    paper: Paper,
    x: float,
    y: float,
    width: float,
    items: Sequence[str],
    *,
    size: float = 10,
    mark: str = "•",
) -> float:
    """A list; `y` is the top. Returns where it ends."""
    for number, item in enumerate(items, 1):
        sign = f"{number}." if mark == "1" else mark
        paper.text(x, y + size * 1.02, sign, size)
        y = paper.paragraph(x + 16, y, width - 16, item, size) + 1.5
    return y


def signature_block(
    paper: Paper,
    x: float,
    y: float,
    lines: Sequence[str],
    *,
    seed: int | None,
    size: float = 10,
    date: str | None = None,
    date_label: str = "Date:",
    width: float = 210,
    date_x: float = 330,
) -> float:
    """A signature line with the printed name below; no ink when `seed` is None.

    date: printed beside the line, or None for no date line at all; "" leaves
    the line empty.
    """
    if seed is not None:
        ink.signature(paper, x + 8, y - 4, seed, width=width * 0.66)
    paper.rule(x, y, x + width, 0.7)
    if date is not None:
        end = paper.text(date_x, y - 2, date_label, size)
        paper.rule(end + 6, y, end + 116, 0.7)
        paper.text(end + 12, y - 2.5, date, size)
    return paper.lines(x, y + size * 1.3, lines, size)
