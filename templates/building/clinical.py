"""What papers to the physician share: measures with charts, goals, the author's notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

from templates.building.house import ACCENT, GRAY, Alignment, leader, paragraph, tag, write
from templates.building.tables import fill, heading_row, row, table, tag_row
from templates.contexts.progress_page import (
    FACT_SIZE,
    GOAL_WIDTHS,
    MEASURE_WIDTHS,
    SMALL_SIZE,
    TABLE_SIZE,
    WIDTH,
)

_MEASURE_HEADS: Sequence[tuple[str, Alignment]] = (
    ("Measure", "left"),
    ("Baseline", "left"),
    ("Previous", "left"),
    ("Current", "left"),
    ("Change", "left"),
    ("Published threshold", "left"),
    ("Trend", "left"),
)
_GOAL_HEADS: Sequence[tuple[str, Alignment]] = (
    ("Goal", "left"),
    ("Target", "left"),
    ("Due", "left"),
    ("Status", "left"),
)


def measures_table(doc: Any, name: str) -> None:
    """A table of MeasureRow records."""
    made = table(doc, MEASURE_WIDTHS)
    heading_row(made, _MEASURE_HEADS)
    tag_row(made, f"{{%tr for measure in {name} %}}")
    line = row(made)
    fill(line.cells[0], "{{ measure.name }}", size=TABLE_SIZE, bold=True)
    for cell, name in zip(line.cells[1:4], ("baseline", "previous", "current"), strict=True):
        _two_lines(cell, f"measure.{name}.text", f"measure.{name}.day", bold=name == "current")
    _two_lines(line.cells[4], "measure.change", "measure.direction")
    _two_lines(line.cells[5], "measure.published", "measure.population")
    fill(line.cells[6], "{{ measure.chart | picture }}")
    for cell in line.cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    tag_row(made, "{%tr endfor %}")


def _two_lines(cell: Any, main: str, small: str, bold: bool = False) -> None:
    fill(cell, f"{{{{ {main} }}}}", size=TABLE_SIZE, bold=bold)
    tag(cell, f"{{%p if {small} %}}")
    paragraph(cell, f"{{{{ {small} }}}}", size=SMALL_SIZE, color=GRAY)
    tag(cell, "{%p endif %}")


def goals_table(doc: Any, name: str, width: float = WIDTH, with_status: bool = True) -> None:
    """A table of GoalRow records; the first column takes what `width` leaves."""
    columns = 4 if with_status else 3
    widths = GOAL_WIDTHS[1:columns]
    made = table(doc, (width - sum(widths), *widths))
    heading_row(made, _GOAL_HEADS[:columns])
    tag_row(made, f"{{%tr for goal in {name} %}}")
    line = row(made)
    fields = ("text", "target", "due", "status")[:columns]
    for cell, field in zip(line.cells, fields, strict=True):
        fill(cell, f"{{{{ goal.{field} }}}}", size=TABLE_SIZE)
    tag_row(made, "{%tr endfor %}")


def notes_of_author(doc: Any) -> None:
    """Labelled paragraphs in the author's words, or a line to write on."""
    tag(doc, "{%p for note in notes %}")
    paragraph(doc, "{{ note.label }}", size=FACT_SIZE, bold=True, color=ACCENT, before=6)
    tag(doc, "{%p if note.text %}")
    paragraph(doc, "{{ note.text }}", size=FACT_SIZE)
    tag(doc, "{%p else %}")
    leader(paragraph(doc, before=4), WIDTH, size=FACT_SIZE, color=GRAY)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p endfor %}")


def author_signature(doc: Any) -> None:
    """A line to sign by hand, and whose it is."""
    leader(paragraph(doc, before=24, keep=True), 240, size=FACT_SIZE)
    name = paragraph(doc, "{{ author }}", size=FACT_SIZE, bold=True, keep=True)
    write(name, "  ·  {{ studio }}  ·  {{ date }}", size=FACT_SIZE).bold = False
