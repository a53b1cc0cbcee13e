"""The front of a packet for an employer's wellness allowance."""

from __future__ import annotations

from typing import Any

from templates.building.house import (
    GRAY,
    INK,
    SERIF,
    letterhead,
    new_document,
    paragraph,
    tag,
    write,
)
from templates.building.letters import item, kept_together, signature, without_first
from templates.building.listings import facts, money_table, total_row
from templates.building.packet_front import FAULT, SIDE, WIDTH, index_table, tinted
from templates.building.tables import fill, flush_right, row, table


def build() -> Any:
    """The template employer_front.docx."""
    doc = new_document("Proof of participation and payment", (1.3, SIDE, 0.85, SIDE))
    letterhead(doc.sections[0])
    tag(doc, "{%p if draft %}")
    cell = tinted(doc)
    fill(cell, "{{ draft }}", size=13, bold=True, color=FAULT)
    tag(cell, "{%p for text in draft_reasons %}")
    item(cell, "•", "{{ text }}", size=8.5)
    tag(cell, "{%p endfor %}")
    paragraph(doc, "", after=4, size=4)
    tag(doc, "{%p endif %}")
    _title(doc)
    facts(doc, "facts", WIDTH, label=128)
    paragraph(doc, "{{ summary }}", before=9, after=6, size=9.5)
    _sessions(doc)
    index_table(doc)
    paragraph(doc, "{{ remark }}", before=10, size=9, bold=True)
    together = kept_together(doc, WIDTH)
    paragraph(together, "{{ statement }}", before=8, size=8.5, color=GRAY, keep=True)
    signature(together, WIDTH, ("Participant’s signature", "Date"))
    paragraph(together, "Prepared by {{ author }}, {{ studio }}", before=8, size=8.5)
    without_first(together)
    return doc


def _title(doc: Any) -> None:
    line = row(table(doc, (WIDTH - 150, 150)), None)
    title = line.cells[0].paragraphs[0]
    title.style = doc.styles["Heading 1"]
    write(title, "{{ title }}", size=18)
    paragraph(line.cells[0], "{{ subtitle }}", size=10, color=GRAY)
    flush_right(fill(line.cells[1], "Total", size=8, color=GRAY))
    flush_right(paragraph(line.cells[1], "{{ total }}", size=20, color=INK, font=SERIF))
    paragraph(doc, "", size=4, after=2)


def _sessions(doc: Any) -> None:
    tag(doc, "{%p if lines %}")
    made = money_table(
        doc,
        "lines",
        (
            ("", "number", 24.0),
            ("Date of service", "date", 90.0),
            ("Service", "service", WIDTH - 24 - 90 - 60 - 76),
            ("Minutes", "minutes", 60.0),
            ("Amount", "amount", 76.0),
        ),
    )
    total_row(made, "Total", "{{ total }}")
    tag(doc, "{%p else %}")
    paragraph(doc, "{{ no_lines }}", size=9)
    tag(doc, "{%p endif %}")
