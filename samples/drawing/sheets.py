"""The studio's own sheets: what was measured, in a table."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Studio
from samples.drawing import letterheads
from samples.drawing.letters import labelled
from samples.drawing.paper import Column, Paper

Measures = tuple[str, str, str, str]
"""A measure and its values: baseline, previous, today."""


def functional_assessment(
    studio: Studio,
    client: str,
    birth_date: str,
    day: str,
    headings: Measures,
    rows: Sequence[Measures],
    remarks: str,
) -> bytes:
    """A functional assessment of one client on one day, as PDF with a text layer."""
    paper = Paper(font="wide", title="Functional assessment")
    y = letterheads.studio(paper, studio, "FUNCTIONAL ASSESSMENT")
    labelled(paper, 54, y, [("Client", client), ("Date of birth", birth_date)], gap=92, size=9.5)
    author = f"{studio.professional}, {studio.professional_credentials}"
    labelled(
        paper,
        312,
        y,
        [("Assessment date", day), ("Assessed by", author)],
        gap=104,
        size=9.5,
    )
    columns = (
        Column(headings[0], 60),
        Column(headings[1], 300, "right"),
        Column(headings[2], 430, "right"),
        Column(headings[3], 552, "right"),
    )
    y = paper.table(y + 62, columns, rows, leading=19)
    paper.paragraph(54, y + 6, 504, remarks, 9.2)
    return paper.finished()
