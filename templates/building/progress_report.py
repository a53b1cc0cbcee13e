"""The one-page progress report with its addendum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Pt

from templates.building.house import (
    ACCENT,
    GRAY,
    INK,
    Alignment,
    field,
    leader,
    letterhead,
    new_document,
    paragraph,
    plain_footer,
    right_tab,
    rule_under,
    tag,
    write,
)
from templates.building.tables import (
    fill,
    heading_row,
    row,
    table,
    tag_row,
)
from templates.contexts.progress_page import (
    BOTTOM,
    FACT_SIZE,
    FACT_WIDTHS,
    GOAL_WIDTHS,
    MEASURE_WIDTHS,
    SIDE,
    SMALL_SIZE,
    TABLE_SIZE,
    TOP,
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


def build() -> Any:
    """The template progress_report.docx."""
    doc = new_document("Progress report", (TOP, SIDE, BOTTOM, SIDE))
    letterhead(doc.sections[0])
    _footer(doc.sections[0])
    paragraph(doc, "{{ title }}", style="Heading 1")
    paragraph(doc, "{{ subtitle }}", size=10, color=GRAY, after=6)
    _facts(doc, "facts")
    _tables(doc, "page", "more_measures", "more_goals")
    _notes(doc)
    _signature(doc)
    _small_print(doc)
    _addendum(doc)
    return doc


def _footer(section: Any) -> None:
    footer = plain_footer(section)
    looks: dict[str, Any] = {"size": 7.5, "color": GRAY}
    write(footer, "{{ footer }}\tPage ", **looks)
    field(footer, "PAGE", **looks)
    write(footer, " of ", **looks)
    field(footer, "NUMPAGES", **looks)
    right_tab(footer, WIDTH)


def _facts(doc: Any, name: str) -> None:
    made = table(doc, FACT_WIDTHS)
    tag_row(made, f"{{%tr for fact in {name} %}}")
    line = row(made)
    fill(line.cells[0], "{{ fact.label }}", size=FACT_SIZE, color=GRAY)
    fill(line.cells[1], "{{ fact.value }}", size=FACT_SIZE)
    tag_row(made, "{%tr endfor %}")


def _tables(doc: Any, page: str, more_measures: str | None, more_goals: str | None) -> None:
    tag(doc, f"{{%p if {page}.measures %}}")
    paragraph(doc, "Measures", style="Heading 2")
    _measures(doc, page)
    _more(doc, more_measures)
    tag(doc, "{%p endif %}")
    tag(doc, f"{{%p if {page}.goals %}}")
    paragraph(doc, "Goals", style="Heading 2")
    made = table(doc, GOAL_WIDTHS)
    heading_row(made, _GOAL_HEADS)
    tag_row(made, f"{{%tr for goal in {page}.goals %}}")
    line = row(made)
    for cell, name in zip(line.cells, ("text", "target", "due", "status"), strict=True):
        fill(cell, f"{{{{ goal.{name} }}}}", size=TABLE_SIZE)
    tag_row(made, "{%tr endfor %}")
    _more(doc, more_goals)
    tag(doc, "{%p endif %}")


def _measures(doc: Any, page: str) -> None:
    made = table(doc, MEASURE_WIDTHS)
    heading_row(made, _MEASURE_HEADS)
    tag_row(made, f"{{%tr for measure in {page}.measures %}}")
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


def _more(doc: Any, name: str | None) -> None:
    if name is None:
        return
    tag(doc, f"{{%p if {name} %}}")
    paragraph(doc, f"{{{{ {name} }}}}", size=SMALL_SIZE, italic=True, color=GRAY, before=2)
    tag(doc, "{%p endif %}")


def _notes(doc: Any) -> None:
    tag(doc, "{%p for note in notes %}")
    paragraph(doc, "{{ note.label }}", size=FACT_SIZE, bold=True, color=ACCENT, before=6)
    tag(doc, "{%p if note.text %}")
    paragraph(doc, "{{ note.text }}", size=FACT_SIZE)
    tag(doc, "{%p else %}")
    leader(paragraph(doc, before=4), WIDTH, size=FACT_SIZE, color=GRAY)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p endfor %}")


def _signature(doc: Any) -> None:
    leader(paragraph(doc, before=24, keep=True), 240, size=FACT_SIZE)
    name = paragraph(doc, "{{ author }}", size=FACT_SIZE, bold=True, keep=True)
    write(name, "  ·  {{ studio }}  ·  {{ date }}", size=FACT_SIZE).bold = False


def _small_print(doc: Any) -> None:
    tag(doc, "{%p if remark %}")
    paragraph(doc, "{{ remark }}", size=SMALL_SIZE, color=GRAY, before=8)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for source in sources %}")
    paragraph(doc, "{{ source }}", size=SMALL_SIZE, color=GRAY)
    tag(doc, "{%p endfor %}")


def _addendum(doc: Any) -> None:
    tag(doc, "{%p if addendum_title %}")
    title = paragraph(doc, "{{ addendum_title }}", style="Heading 1")
    title.paragraph_format.page_break_before = True
    under = paragraph(doc, "{{ subtitle }}", size=10, color=GRAY, after=6)
    rule_under(under, INK, 2)
    tag(doc, "{%p for fact in addendum_facts %}")
    paragraph(doc, "{{ fact.label }}", size=FACT_SIZE, bold=True, color=ACCENT, before=6)
    paragraph(doc, "{{ fact.value }}", size=FACT_SIZE)
    tag(doc, "{%p endfor %}")
    _tables(doc, "addendum", None, None)
    tag(doc, "{%p endif %}")
    doc.paragraphs[-1].paragraph_format.space_after = Pt(0)
