"""Lists as tables: labelled facts, facts with their source, rows of money with a sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from templates.building.house import ACCENT, GRAY
from templates.building.letters import WIDTH
from templates.building.tables import fill, flush_right, heading_row, row, table, tag_row


def facts(doc: Any, name: str, width: float = WIDTH, label: float = 118, size: float = 9) -> None:
    """A table of Fact records."""
    made = table(doc, (label, width - label))
    tag_row(made, f"{{%tr for fact in {name} %}}")
    line = row(made)
    fill(line.cells[0], "{{ fact.label }}", size=size, color=GRAY)
    fill(line.cells[1], "{{ fact.value }}", size=size)
    tag_row(made, "{%tr endfor %}")


def cited_facts(
    doc: Any, name: str, width: float = WIDTH, label: float = 118, size: float = 9
) -> None:
    """A table of CitedFact records: each value with the document it was taken from."""
    source = 138.0
    made = table(doc, (label, width - label - source, source))
    tag_row(made, f"{{%tr for fact in {name} %}}")
    line = row(made)
    fill(line.cells[0], "{{ fact.label }}", size=size, color=GRAY)
    fill(line.cells[1], "{{ fact.value }}", size=size)
    fill(line.cells[2], "{{ fact.source }}", size=7.5, color=GRAY)
    tag_row(made, "{%tr endfor %}")


def money_table(
    doc: Any, name: str, columns: Sequence[tuple[str, str, float]], size: float = 8.5
) -> Any:
    """A table whose last column is money. columns: heading, field of the row, width in points."""
    made = table(doc, [width for _, _, width in columns])
    heading_row(
        made,
        [(title, "right" if n == len(columns) - 1 else "left") for n, (title, _, _) in
         enumerate(columns)],
    )  # fmt: skip
    tag_row(made, f"{{%tr for line in {name} %}}")
    line = row(made)
    for cell, (_, attribute, _) in zip(line.cells, columns, strict=True):
        fill(cell, f"{{{{ line.{attribute} }}}}", size=size)
    flush_right(line.cells[-1].paragraphs[0])
    tag_row(made, "{%tr endfor %}")
    return made


def total_row(made: Any, label: str, value: str, size: float = 9) -> None:
    """The sum below a table of money, under a stronger line."""
    line = row(made, ACCENT)
    line.cells[0].merge(line.cells[-2])
    fill(line.cells[0], label, size=size, bold=True)
    flush_right(fill(line.cells[-1], value, size=size, bold=True))
