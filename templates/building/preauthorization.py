"""The request for pre-authorization: a form with what is on file, completed by the practitioner."""

from __future__ import annotations

from typing import Any

from templates.building.clinical import goals_table
from templates.building.house import GRAY, paragraph, tag
from templates.building.letters import (
    code_on_every_page,
    heading,
    kept_together,
    new_letter,
    signature,
    titled,
    without_first,
)
from templates.building.lmn_form import boxes, pairs
from templates.building.tables import fill, heading_row, row, table, tag_row

WIDTH = 504.0
_UNDER = (
    "{{ payer }}  ·  For the practitioner to complete, sign and date. Values with a source are to "
    "be confirmed or corrected; everything else is left open."
)


def build() -> Any:
    """The template preauthorization.docx."""
    foot = "Confidential health information  ·  {{ patient_name }}  ·  {{ request_line }}"
    doc = new_letter("Request for pre-authorization", foot, side=0.75)
    code_on_every_page(doc.sections[0], WIDTH)
    titled(doc, WIDTH, "{{ title }}", _UNDER)
    for title, who, name in (
        ("Patient and facility", "from the studio’s records", "patient"),
        ("Referring practitioner", "", "referrer"),
        ("Condition", "the practitioner completes", "condition"),
    ):
        heading(doc, title, who, before=7)
        pairs(doc, name)
    boxes(doc, "history")
    heading(doc, "Objective tests", "from the studio’s records", before=7)
    _tests(doc)
    heading(doc, "Measurable goals", "agreed with the client", before=7)
    tag(doc, "{%p if goals %}")
    goals_table(doc, "goals", WIDTH, with_status=False)
    tag(doc, "{%p else %}")
    paragraph(doc, "{{ no_goals }}", size=9)
    tag(doc, "{%p endif %}")
    heading(doc, "Treatment requested", "the practitioner completes", before=7)
    pairs(doc, "course")
    boxes(doc, "outlook")
    together = kept_together(doc, WIDTH)
    signature(together, WIDTH, ("Practitioner’s signature and credentials", "Date signed"), 28)
    paragraph(
        together, "Prepared by {{ letterhead.name }}, {{ date }}.", size=8, color=GRAY, before=4
    )
    without_first(together)
    return doc


def _tests(doc: Any) -> None:
    tag(doc, "{%p if tests %}")
    made = table(doc, (WIDTH - 320, 160, 160))
    heading_row(made, (("Test", "left"), ("First", "left"), ("Newest", "left")))
    tag_row(made, "{%tr for test in tests %}")
    line = row(made)
    fill(line.cells[0], "{{ test.name }}", size=9)
    fill(line.cells[1], "{{ test.first }}", size=9)
    fill(line.cells[2], "{{ test.newest }}", size=9)
    tag_row(made, "{%tr endfor %}")
    tag(doc, "{%p else %}")
    paragraph(doc, "{{ no_tests }}", size=9)
    tag(doc, "{%p endif %}")
