"""The note on a change in status: one page that comes back with the physician's answer."""

from __future__ import annotations

from typing import Any

from templates.building.house import leader, paragraph, tag
from templates.building.letters import (
    answer_page,
    body,
    coded_opening,
    heading,
    new_letter,
    optional,
)
from templates.building.listings import cited_facts, facts
from templates.contexts.physician_query import WIDTH

_ANSWERS = (
    "Go on as before",
    "Go on with these changes:",
    "Pause until I have seen the patient",
    "Pause until further notice from me",
)


def build() -> Any:
    """The template change_in_status.docx."""
    foot = "Confidential health information  ·  {{ patient }}  ·  {{ request_line }}"
    doc = new_letter("Change in status", foot, side=0.75)
    coded_opening(doc)
    facts(doc, "facts", WIDTH, label=140, size=9.5)
    tag(doc, "{%p if limits %}")
    heading(doc, "What your referral says", before=12)
    cited_facts(doc, "limits", WIDTH, label=140)
    tag(doc, "{%p endif %}")
    body(doc, "{{ state }}", before=8, bold=True)
    optional(doc, "question")
    heading(doc, "Your answer", "the practitioner completes", before=8)
    for number, text in enumerate(_ANSWERS):
        line = paragraph(doc, f"☐  {text}  ", before=6, size=9.5)
        if number == 1:
            leader(line, WIDTH - 2, size=9.5)
            leader(paragraph(doc, before=8), WIDTH - 2, size=9.5)
    answer_page(doc, WIDTH)
    return doc
