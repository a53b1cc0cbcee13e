"""The letter to the client that goes with a packet."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from templates.building.house import paragraph, tag
from templates.building.letters import (
    SIZE,
    body,
    closing,
    item,
    items,
    new_letter,
    opening,
    optional,
)
from templates.building.listings import facts


def build() -> Any:
    """The template client_letter.docx."""
    doc = new_letter("What to submit, where and by when", "For you personally.")
    opening(doc)
    optional(doc, "draft", bold=True)
    body(doc, "{{ enclosed }}")
    facts(doc, "facts", label=110, size=9.5)
    paragraph(doc, "This is what to do:", before=10, after=3, size=SIZE, bold=True, keep=True)
    tag(doc, "{%p for step in steps %}")
    made = item(doc, "{{ loop.index }}.", "{{ step }}")
    made.paragraph_format.space_after = Pt(4)
    tag(doc, "{%p endfor %}")
    optional(doc, "by_when", bold=True)
    tag(doc, "{%p if left_out %}")
    paragraph(doc, "Not in this packet:", before=4, after=3, size=SIZE, bold=True, keep=True)
    items(doc, "left_out")
    tag(doc, "{%p endif %}")
    body(doc, "{{ once }}", before=5)
    optional(doc, "refused")
    closing(doc, "{{ reach }}")
    return doc
