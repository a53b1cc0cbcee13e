"""Invoices of the studio and the slips of tills and card terminals."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Studio
from samples.drawing import letterheads
from samples.drawing.letters import Row, labelled
from samples.drawing.paper import Column, Paper


def totals(paper: Paper, y: float, rows: Sequence[Row], bold: str = "Total") -> float:
    """Sums under a table, right-aligned. Returns the next baseline."""
    for label, value in rows:
        face = f"{paper.font}-bold" if label == bold else paper.font
        paper.text(470, y + 8, label, 9.5, font=face, align="right")
        paper.text(552, y + 8, value, 9.5, font=face, align="right")
        y += 16
    return y


def invoice(
    studio: Studio,
    left: Sequence[Row],
    right: Sequence[Row],
    services: Sequence[tuple[str, str, str]],
    sums: Sequence[Row],
    footer: str,
    title: str = "INVOICE",
) -> Paper:
    """The studio's itemised invoice. services: date of service, description, amount."""
    paper = Paper(font="wide", title="Invoice")
    y = letterheads.studio(paper, studio, title)
    labelled(paper, 54, y, left, gap=92, size=9.5)
    labelled(paper, 330, y, right, gap=92, size=9.5)
    columns = (
        Column("Date of service", 60),
        Column("Description", 160),
        Column("Qty", 440, "right"),
        Column("Amount", 552, "right"),
    )
    rows = [(day, words, "1", amount) for day, words, amount in services]
    y = paper.table(y + 62, columns, rows)
    y = totals(paper, y, sums)
    paper.paragraph(54, y + 26, 504, footer, 8.6, color="#444444")
    return paper


def slip(
    lines: Sequence[str], *, width: float = 204, size: float = 8.6, font: str = "till"
) -> Paper:
    """A till roll of 72 mm: one line of text each.

    A line "a|b" puts a left and b right; "^a" is centred; "*a" centred and
    large; "-" a row of dashes; "" a gap.
    """
    leading = size * 1.42
    paper = Paper((width, 36 + leading * len(lines) + 30), font=font, title="Slip")
    y = 30.0
    for line in lines:
        if line == "-":
            paper.text(width / 2, y, "- " * 17, size * 0.9, align="center")
        elif line.startswith("*"):
            paper.text(width / 2, y, line[1:], size * 1.25, font=f"{font}-bold", align="center")
        elif line.startswith("^"):
            paper.text(width / 2, y, line[1:], size, align="center")
        elif "|" in line:
            left, right = line.split("|")
            paper.text(14, y, left, size)
            paper.text(width - 14, y, right, size, align="right")
        else:
            paper.text(14, y, line, size)
        y += leading
    return paper
