"""The front of a reimbursement packet. Page numbers are stamped on when it is bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from templates.building.house import (
    ACCENT,
    GRAY,
    INK,
    SERIF,
    TINT,
    Alignment,
    letterhead,
    new_document,
    paragraph,
    tag,
    write,
)
from templates.building.tables import (
    cell_line,
    fill,
    flush_right,
    heading_row,
    row,
    table,
    tag_row,
)

SIDE = 0.75
WIDTH = (8.5 - 2 * SIDE) * 72
SIZE, SMALL = 8.5, 7.5
FAULT = "8A1C1C"


def build() -> Any:
    """The template packet_front.docx."""
    doc = new_document("Reimbursement packet", (1.3, SIDE, 0.85, SIDE))
    letterhead(doc.sections[0])
    _draft(doc)
    _cover(doc)
    index_table(doc)
    _signature(doc)
    _lines(doc)
    _left_out(doc)
    _checklist(doc)
    return doc


def _draft(doc: Any) -> None:
    tag(doc, "{%p if draft %}")
    cell = tinted(doc)
    fill(cell, "{{ draft }}", size=13, bold=True, color=FAULT)
    paragraph(cell, "{{ draft_reason }}", size=SIZE, after=2)
    tag(cell, "{%p for fault in faults %}")
    item = paragraph(cell, "•\t{{ fault.finding }}", size=SIZE, bold=True)
    item.paragraph_format.left_indent = Pt(12)
    item.paragraph_format.first_line_indent = Pt(-12)
    item.paragraph_format.tab_stops.add_tab_stop(Pt(12))
    rule = paragraph(cell, "{{ fault.rule }}", size=SMALL, color=GRAY, after=3)
    rule.paragraph_format.left_indent = Pt(12)
    tag(cell, "{%p endfor %}")
    paragraph(doc, "", after=4, size=4)
    tag(doc, "{%p endif %}")


def tinted(doc: Any, width: float = WIDTH) -> Any:
    """A box across the page between two strong lines, for what keeps a paper a draft."""
    cell = row(table(doc, (width,)), None, tint=TINT).cells[0]
    for side in ("top", "bottom"):
        cell_line(cell, side, FAULT, 12)
    return cell


def _cover(doc: Any) -> None:
    made = table(doc, (WIDTH - 150, 150))
    line = row(made, None)
    title = line.cells[0].paragraphs[0]
    title.style = doc.styles["Heading 1"]
    write(title, "{{ title }}", size=18)
    paragraph(line.cells[0], "{{ subtitle }}", size=10, color=GRAY)
    flush_right(fill(line.cells[1], "Total claimed", size=8, color=GRAY))
    flush_right(paragraph(line.cells[1], "{{ total }}", size=20, color=INK, font=SERIF))
    paragraph(doc, "", size=4, after=2)
    facts = table(doc, (128, WIDTH - 128))
    tag_row(facts, "{%tr for fact in facts %}")
    each = row(facts)
    fill(each.cells[0], "{{ fact.label }}", size=9, color=GRAY)
    fill(each.cells[1], "{{ fact.value }}", size=9)
    tag_row(facts, "{%tr endfor %}")
    paragraph(doc, "{{ summary }}", before=9, size=9.5)


def index_table(doc: Any) -> None:
    """The exhibits with their pages."""
    tag(doc, "{%p if index %}")
    paragraph(doc, "Exhibits", style="Heading 2")
    made = table(doc, (70, WIDTH - 130, 60))
    heading_row(made, (("Exhibit", "left"), ("Document", "left"), ("Page", "right")))
    tag_row(made, "{%tr for exhibit in index %}")
    line = row(made)
    fill(line.cells[0], "{{ exhibit.letter }}", size=9, bold=True)
    fill(line.cells[1], "{{ exhibit.title }}", size=9)
    _money(line.cells[2], "{{ exhibit.pages }}", 9)
    tag_row(made, "{%tr endfor %}")
    tag(doc, "{%p endif %}")


def _signature(doc: Any) -> None:
    paragraph(doc, "{{ statement }}", before=12, size=8.5, color=GRAY, keep=True)
    made = table(doc, (WIDTH * 0.62, 24, WIDTH * 0.38 - 24))
    line = row(made, None)
    for position in (0, 2):
        room = fill(line.cells[position], " ", size=9)
        room.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        room.paragraph_format.line_spacing = Pt(26)
        room.paragraph_format.keep_with_next = True
        cell_line(line.cells[position], "bottom", INK, 6)
    labels = row(made, None)
    for position, number in ((0, 0), (2, 1)):
        fill(
            labels.cells[position], f"{{{{ signature_labels[{number}] }}}}", size=SMALL, color=GRAY
        )


def _lines(doc: Any) -> None:
    heading = paragraph(doc, "Claim lines, session by session", style="Heading 2")
    heading.paragraph_format.page_break_before = True
    _sentence(doc, "no_lines")
    tag(doc, "{%p if lines %}")
    widths = (24, 80, WIDTH - 24 - 80 - 60 - 52 - 76, 60, 52, 76)
    made = table(doc, widths)
    heads: Sequence[tuple[str, Alignment]] = (
        ("", "left"),
        ("Date of service", "left"),
        ("Service", "left"),
        ("Exhibits", "left"),
        ("Minutes", "right"),
        ("Amount", "right"),
    )
    heading_row(made, heads)
    tag_row(made, "{%tr for line in lines %}")
    line = row(made)
    fill(line.cells[0], "{{ line.number }}", size=SIZE, color=GRAY)
    fill(line.cells[1], "{{ line.date }}", size=SIZE)
    fill(line.cells[2], "{{ line.service }}", size=SIZE)
    fill(line.cells[3], "{{ line.exhibits }}", size=SIZE)
    _money(line.cells[4], "{{ line.minutes }}")
    _money(line.cells[5], "{{ line.amount }}")
    tag_row(made, "{%tr endfor %}")
    sum_row = row(made, ACCENT)
    fill(sum_row.cells[2], "Total claimed", size=9, bold=True)
    _money(sum_row.cells[5], "{{ total }}", 9, bold=True)
    paragraph(doc, "{{ remark }}", before=4, size=SMALL, color=GRAY)
    tag(doc, "{%p endif %}")


def _left_out(doc: Any) -> None:
    paragraph(doc, "Left out, and why", style="Heading 2", before=16)
    _sentence(doc, "nothing_left_out")
    tag(doc, "{%p if left_out %}")
    made = table(doc, (76, 150, WIDTH - 76 - 150 - 66, 66))
    heads: Sequence[tuple[str, Alignment]] = (
        ("Date of service", "left"),
        ("Service", "left"),
        ("Reason and rule", "left"),
        ("Amount", "right"),
    )
    heading_row(made, heads)
    tag_row(made, "{%tr for item in left_out %}")
    line = row(made)
    fill(line.cells[0], "{{ item.date }}", size=SIZE)
    fill(line.cells[1], "{{ item.service }}", size=SIZE)
    fill(line.cells[2], "{{ item.reason }}", size=SIZE)
    paragraph(line.cells[2], "{{ item.rule }}", size=SMALL, color=GRAY)
    _money(line.cells[3], "{{ item.amount }}")
    tag_row(made, "{%tr endfor %}")
    tag(doc, "{%p endif %}")


def _checklist(doc: Any) -> None:
    tag(doc, "{%p if checks %}")
    paragraph(doc, "Checklist", style="Heading 2", before=16)
    made = table(doc, (54, 226, WIDTH - 54 - 226 - 56, 56))
    heads: Sequence[tuple[str, Alignment]] = (
        ("Result", "left"),
        ("Rule and source", "left"),
        ("Finding", "left"),
        ("Exhibit", "left"),
    )
    heading_row(made, heads)
    tag_row(made, "{%tr for check in checks %}")
    line = row(made)
    fill(line.cells[0], "{{ check.result }}", size=SIZE, bold=True)
    fill(line.cells[1], "{{ check.rule }}", size=SIZE)
    paragraph(line.cells[1], "{{ check.citation }}", size=SMALL, color=GRAY)
    fill(line.cells[2], "{{ check.finding }}", size=SIZE)
    fill(line.cells[3], "{{ check.place }}", size=SIZE)
    tag_row(made, "{%tr endfor %}")
    tag(doc, "{%p endif %}")


def _sentence(doc: Any, name: str) -> None:
    tag(doc, f"{{%p if {name} %}}")
    paragraph(doc, f"{{{{ {name} }}}}", size=SIZE)
    tag(doc, "{%p endif %}")


def _money(cell: Any, text: str, size: float = SIZE, bold: bool = False) -> None:
    """Flush right against the cell's edge: with two decimals everywhere, the points align."""
    flush_right(fill(cell, text, size=size, bold=bold))
