"""The superbill."""

from __future__ import annotations

from typing import Any

from templates.building.house import paragraph, tag
from templates.building.letters import (
    heading,
    item,
    kept_together,
    new_letter,
    signature,
    titled,
    without_first,
)
from templates.building.listings import facts, money_table, total_row
from templates.building.packet_front import FAULT, tinted
from templates.building.tables import fill, row, table, tag_row

WIDTH = 504.0


def build() -> Any:
    """The template superbill.docx."""
    doc = new_letter("Superbill", "Superbill  ·  Confidential health information", side=0.75)
    tag(doc, "{%p if draft %}")
    cell = tinted(doc, WIDTH)
    fill(cell, "{{ draft }}", size=13, bold=True, color=FAULT)
    tag(cell, "{%p for text in draft_reasons %}")
    item(cell, "•", "{{ text }}", size=8.5)
    tag(cell, "{%p endfor %}")
    paragraph(doc, "", size=4)
    tag(doc, "{%p endif %}")
    titled(doc, WIDTH, "{{ title }}", "{{ attested }}")
    heading(doc, "Patient", before=4)
    facts(doc, "patient", WIDTH)
    heading(doc, "Provider")
    facts(doc, "provider", WIDTH)
    heading(doc, "Diagnoses", "ICD-10-CM, as the physician gave them")
    made = table(doc, (40, WIDTH - 40))
    tag_row(made, "{%tr for each in diagnoses %}")
    line = row(made)
    fill(line.cells[0], "{{ each.letter }}", size=9, bold=True)
    fill(line.cells[1], "{{ each.code }}", size=9)
    tag_row(made, "{%tr endfor %}")
    heading(doc, "Services")
    services = money_table(
        doc,
        "services",
        (
            ("Date", "date", 70.0),
            ("Place", "place", 34.0),
            ("Code", "code", 42.0),
            ("Mod.", "modifiers", 44.0),
            ("Description", "description", WIDTH - 70 - 34 - 42 - 44 - 50 - 38 - 76),
            ("Pointer", "pointer", 50.0),
            ("Units", "units", 38.0),
            ("Charge", "charge", 76.0),
        ),
    )
    total_row(services, "Total charges", "{{ total }}")
    total_row(services, "Paid by the patient", "{{ paid }}")
    total_row(services, "Balance", "{{ balance }}")
    together = kept_together(doc, WIDTH)
    signature(together, WIDTH, ("{{ signature_labels[0] }}", "{{ signature_labels[1] }}"), 34)
    without_first(together)
    return doc
