"""The receipt that the studio issues."""

from __future__ import annotations

from typing import Any

from templates.building.house import GRAY, paragraph, tag, write
from templates.building.letters import (
    kept_together,
    new_letter,
    optional,
    titled,
    without_first,
    write_on,
)
from templates.building.listings import facts, money_table, total_row

WIDTH = 504.0


def build() -> Any:
    """The template studio_receipt.docx."""
    doc = new_letter("Receipt", "{{ number }}", side=0.75)
    titled(doc, WIDTH, "{{ title }}", "{{ number }}")
    facts(doc, "facts", WIDTH, size=9.5)
    paragraph(doc, "", size=6)
    made = money_table(
        doc,
        "lines",
        (
            ("Date of service", "date", 82.0),
            ("Service", "description", WIDTH - 82 - 48 - 104 - 76),
            ("Minutes", "minutes", 48.0),
            ("Paid", "paid", 104.0),
            ("Amount charged", "amount", 76.0),
        ),
    )
    total_row(made, "Total charged", "{{ total }}")
    paragraph(doc, "", size=5)
    tag(doc, "{%p for text in packages %}")
    paragraph(doc, "{{ text }}", size=8.5, color=GRAY)
    tag(doc, "{%p endfor %}")
    optional(doc, "not_listed", size=8.5, after=0, bold=True)
    paragraph(doc, "{{ remark }}", size=8.5, color=GRAY, before=4)
    together = kept_together(doc, WIDTH)
    write_on(together, WIDTH, 240, 34)
    name = paragraph(together, "{{ author }}", size=9, bold=True)
    write(name, "  ·  {{ studio }}  ·  {{ date }}", size=9).bold = False
    without_first(together)
    return doc
