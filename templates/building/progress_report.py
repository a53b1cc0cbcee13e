"""The one-page progress report with its addendum."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from templates.building.clinical import (
    author_signature,
    goals_table,
    measures_table,
    notes_of_author,
)
from templates.building.house import (
    ACCENT,
    GRAY,
    INK,
    letterhead,
    new_document,
    paragraph,
    rule_under,
    tag,
)
from templates.building.letters import numbered_footer
from templates.building.tables import (
    fill,
    row,
    table,
    tag_row,
)
from templates.contexts.progress_page import (
    BOTTOM,
    FACT_SIZE,
    FACT_WIDTHS,
    SIDE,
    SMALL_SIZE,
    TOP,
    WIDTH,
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
    notes_of_author(doc)
    author_signature(doc)
    _small_print(doc)
    _addendum(doc)
    return doc


def _footer(section: Any) -> None:
    numbered_footer(section, "{{ footer }}", WIDTH)


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
    measures_table(doc, f"{page}.measures")
    _more(doc, more_measures)
    tag(doc, "{%p endif %}")
    tag(doc, f"{{%p if {page}.goals %}}")
    paragraph(doc, "Goals", style="Heading 2")
    goals_table(doc, f"{page}.goals")
    _more(doc, more_goals)
    tag(doc, "{%p endif %}")


def _more(doc: Any, name: str | None) -> None:
    if name is None:
        return
    tag(doc, f"{{%p if {name} %}}")
    paragraph(doc, f"{{{{ {name} }}}}", size=SMALL_SIZE, italic=True, color=GRAY, before=2)
    tag(doc, "{%p endif %}")


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
