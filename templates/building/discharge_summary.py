"""The discharge summary."""

from __future__ import annotations

from typing import Any

from templates.building.clinical import (
    author_signature,
    goals_table,
    measures_table,
    notes_of_author,
)
from templates.building.house import GRAY, letterhead, new_document, paragraph, tag
from templates.building.letters import numbered_footer
from templates.building.listings import facts
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
    """The template discharge_summary.docx."""
    doc = new_document("Discharge summary", (TOP, SIDE, BOTTOM, SIDE))
    letterhead(doc.sections[0])
    numbered_footer(doc.sections[0], _FOOT, WIDTH)
    paragraph(doc, "{{ title }}", style="Heading 1")
    paragraph(doc, "{{ subtitle }}", size=10, color=GRAY, after=6)
    facts(doc, "facts", WIDTH, size=FACT_SIZE)
    tag(doc, "{%p if measures %}")
    paragraph(doc, "Measures", style="Heading 2")
    measures_table(doc, "measures")
    tag(doc, "{%p endif %}")
    tag(doc, "{%p if goals %}")
    paragraph(doc, "Goals", style="Heading 2")
    goals_table(doc, "goals")
    tag(doc, "{%p endif %}")
    notes_of_author(doc)
    author_signature(doc)
    tag(doc, "{%p if remark %}")
    paragraph(doc, "{{ remark }}", size=SMALL_SIZE, color=GRAY, before=8)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for source in sources %}")
    paragraph(doc, "{{ source }}", size=SMALL_SIZE, color=GRAY)
    tag(doc, "{%p endfor %}")
    return doc
