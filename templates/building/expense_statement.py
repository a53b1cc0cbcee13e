"""The yearly statement of medical expenses."""

from __future__ import annotations

from typing import Any

from templates.building.house import GRAY, INK, paragraph, tag
from templates.building.letters import (
    closing_line,
    heading,
    kept_together,
    new_letter,
    titled,
    without_first,
)
from templates.building.listings import facts, money_table, total_row
from templates.building.tables import cell_line, fill, flush_right, row, table, tag_row

WIDTH = 504.0


def build() -> Any:
    """The template expense_statement.docx."""
    doc = new_letter("Statement of medical expenses", "{{ title }}  ·  {{ subtitle }}", side=0.75)
    titled(doc, WIDTH, "{{ title }}", "{{ subtitle }}")
    facts(doc, "facts", WIDTH, size=9)
    heading(doc, "Expenses that nobody reimbursed", before=12)
    tag(doc, "{%p if expenses %}")
    made = money_table(
        doc,
        "expenses",
        (
            ("Date of service", "date", 82.0),
            ("Service", "description", WIDTH - 82 - 82 - 60 - 76),
            ("Paid on", "paid", 82.0),
            ("Letter", "letter", 60.0),
            ("Amount", "amount", 76.0),
        ),
    )
    total_row(made, "Total", "{{ total }}")
    tag(doc, "{%p for text in letters %}")
    paragraph(doc, "{{ text }}", size=8, color=GRAY, before=2)
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p else %}")
    paragraph(doc, "{{ nothing }}", size=9)
    tag(doc, "{%p endif %}")
    tag(doc, "{%p if left_out %}")
    heading(doc, "Left out, and why", before=12)
    money_table(
        doc,
        "left_out",
        (
            ("Date of service", "date", 82.0),
            ("Service", "description", 196.0),
            ("Reason", "reason", WIDTH - 82 - 196 - 70),
            ("Amount", "amount", 70.0),
        ),
    )
    tag(doc, "{%p endif %}")
    together = kept_together(doc, WIDTH)
    heading(together, "Worksheet", "for you or your tax preparer to complete", before=12)
    _worksheet(together)
    paragraph(together, "{{ explained }}", size=8, color=GRAY, before=4)
    closing_line(together, "{{ author }}, {{ studio }}, {{ date }}", size=9)
    without_first(together)
    return doc


def _worksheet(container: Any) -> None:
    made = table(container, (18, WIDTH - 24 - 110, 110))
    tag_row(made, "{%tr for line in worksheet %}")
    line = row(made)
    fill(line.cells[0], "{{ line.number }}", size=9, color=GRAY)
    fill(line.cells[1], "{{ line.text }}", size=9)
    flush_right(fill(line.cells[2], "{{ line.amount }}", size=9))
    cell_line(line.cells[2], "bottom", INK, 4)
    tag_row(made, "{%tr endfor %}")
