"""The one-page summary of a first assessment."""

from __future__ import annotations

from typing import Any

from templates.building.clinical import author_signature, goals_table, notes_of_author
from templates.building.house import GRAY, letterhead, new_document, paragraph, tag
from templates.building.letters import numbered_footer
from templates.building.listings import cited_facts, facts
from templates.building.tables import fill, heading_row, row, table, tag_row
from templates.contexts.progress_page import (
    BOTTOM,
    FACT_SIZE,
    SIDE,
    SMALL_SIZE,
    TOP,
    WIDTH,
)

_FOOT = "Confidential health information for the referring practitioner and the client."


def build() -> Any:
    """The template assessment_summary.docx."""
    doc = new_document("Assessment summary", (TOP, SIDE, BOTTOM, SIDE))
    letterhead(doc.sections[0])
    numbered_footer(doc.sections[0], _FOOT, WIDTH)
    paragraph(doc, "{{ title }}", style="Heading 1")
    paragraph(doc, "{{ subtitle }}", size=10, color=GRAY, after=6)
    facts(doc, "facts", WIDTH, size=FACT_SIZE)
    tag(doc, "{%p if limits %}")
    paragraph(doc, "As the referral sets it", style="Heading 2")
    cited_facts(doc, "limits", WIDTH, size=FACT_SIZE)
    tag(doc, "{%p endif %}")
    paragraph(doc, "Results", style="Heading 2")
    tag(doc, "{%p if results %}")
    _results(doc)
    tag(doc, "{%p else %}")
    paragraph(doc, "{{ no_results }}", size=FACT_SIZE)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p if goals %}")
    paragraph(doc, "Goals agreed with the client", style="Heading 2")
    goals_table(doc, "goals", with_status=False)
    tag(doc, "{%p endif %}")
    notes_of_author(doc)
    author_signature(doc)
    paragraph(doc, "{{ remark }}", size=SMALL_SIZE, color=GRAY, before=8)
    return doc


def _results(doc: Any) -> None:
    made = table(doc, (WIDTH - 260, 130, 130))
    heading_row(made, (("Measure", "left"), ("Result", "left"), ("Taken on", "left")))
    tag_row(made, "{%tr for result in results %}")
    line = row(made)
    fill(line.cells[0], "{{ result.name }}", size=FACT_SIZE, bold=True)
    fill(line.cells[1], "{{ result.value }}", size=FACT_SIZE)
    fill(line.cells[2], "{{ result.day }}", size=FACT_SIZE)
    tag_row(made, "{%tr endfor %}")
