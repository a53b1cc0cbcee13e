"""The letter of medical necessity as a form: shared by the first request and the renewal."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from templates.building.house import GRAY, HAIRLINE, INK, paragraph, set_page, tag, write
from templates.building.letters import code_on_every_page, heading, numbered_footer
from templates.building.tables import (
    cell_line,
    fill,
    row,
    table,
    tag_row,
    thin,
    whole,
)

WIDTH = 504.0
HALF = WIDTH / 2
BLANK = 16.0
"""Points that a handwritten line takes."""

_AFFIRMED = (
    "The treatment named above is for the diagnosed condition and is not for general health or "
    "for cosmetic purposes."
)


def add_form(doc: Any) -> None:
    """The form on pages of its own, behind a letter."""
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, (0.55, 0.75, 0.7, 0.75))
    section.header.is_linked_to_previous = False
    section.header_distance = Pt(24)
    code_on_every_page(section, WIDTH)
    foot = "Letter of medical necessity  ·  {{ patient }}  ·  {{ request_line }}"
    numbered_footer(section, foot, WIDTH)
    _form(doc)


def _form(doc: Any) -> None:
    paragraph(doc, "Letter of Medical Necessity", style="Heading 1")
    paragraph(
        doc,
        "For the treating physician or other licensed practitioner to complete, sign and date. "
        "No box was ticked and nothing was signed before it reached you.",
        size=8,
        color=GRAY,
    )
    _part(doc, "Patient", "from the studio’s records")
    pairs(doc, "form.patient")
    _part(doc, "Condition and treatment", "the practitioner completes")
    for name in ("diagnoses", "treatment"):
        boxes(doc, f"form.{name}")
    pairs(doc, "form.course")
    statement = paragraph(doc, "☐  ", before=5, after=1, size=9)
    write(statement, _AFFIRMED, size=9)
    together = whole(doc, WIDTH)  # a signature never stands alone on a page
    _part(together, "Practitioner", "the practitioner completes")
    pairs(together, "form.provider")
    made = table(together, (WIDTH,))
    entry_box(row(made, HAIRLINE).cells[0], "form.practice")
    _signature(together)
    for empty in together.paragraphs[2:]:
        thin(empty)
    first = together.paragraphs[0]
    first._p.getparent().remove(first._p)


def _part(container: Any, title: str, who: str) -> None:
    heading(container, title, who, before=6)


def pairs(doc: Any, name: str) -> None:
    """Two boxes side by side for each Row of the context."""
    made = table(doc, (HALF, HALF))
    tag_row(made, f"{{%tr for pair in {name} %}}")
    line = row(made, HAIRLINE)
    entry_box(line.cells[0], "pair.left")
    entry_box(line.cells[1], "pair.right")
    tag_row(made, "{%tr endfor %}")


def boxes(doc: Any, name: str) -> None:
    """A box across the page for each Entry of the context."""
    made = table(doc, (WIDTH,))
    tag_row(made, f"{{%tr for entry in {name} %}}")
    entry_box(row(made, HAIRLINE).cells[0], "entry")
    tag_row(made, "{%tr endfor %}")


def entry_box(cell: Any, entry: str) -> None:
    """One box: its label, then the value with its source and room to correct, or blank lines."""
    label = fill(cell, f"{{{{ {entry}.label }}}}", size=7.5, color=GRAY)
    write(
        label,
        f"{{% if {entry}.hint %}} ({{{{ {entry}.hint }}}}){{% endif %}}",
        size=7.5,
        color=GRAY,
    )
    tag(cell, f"{{%p if {entry}.value %}}")
    paragraph(cell, f"{{{{ {entry}.value }}}}", size=9.5, color=INK)
    tag(cell, "{%p endif %}")
    tag(cell, f"{{%p if {entry}.note %}}")
    paragraph(cell, f"{{{{ {entry}.note }}}}", size=8, bold=True)
    tag(cell, "{%p endif %}")
    tag(cell, f"{{%p if {entry}.source %}}")
    # The space beside it, above the box's line, is the room for a correction.
    paragraph(cell, f"{{{{ {entry}.source }}}}:", size=7.5, italic=True, color=GRAY)
    tag(cell, "{%p endif %}")
    tag(cell, f"{{%p for _ in range({entry}.lines) %}}")
    blank = paragraph(cell, " ", size=9)
    blank.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    blank.paragraph_format.line_spacing = Pt(BLANK)
    tag(cell, "{%p endfor %}")


def _signature(doc: Any) -> None:
    made = table(doc, (WIDTH * 0.66, WIDTH * 0.34))
    line = row(made, None)
    for cell, label in zip(line.cells, ("Signature", "Date signed"), strict=True):
        fill(cell, label, size=7.5, color=GRAY)
        room = paragraph(cell, " ", size=9)
        room.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        room.paragraph_format.line_spacing = Pt(30)
        cell_line(cell, "bottom", INK, 6)
