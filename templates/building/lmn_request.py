"""The letter to the physician (page 1) and the letter of medical necessity as a form (page 2)."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from templates.building.house import (
    ACCENT,
    GRAY,
    HAIRLINE,
    INK,
    field,
    letterhead,
    new_document,
    paragraph,
    plain_footer,
    right_tab,
    rule_under,
    set_page,
    tag,
    write,
)
from templates.building.tables import (
    cell_line,
    fill,
    flush_right,
    row,
    table,
    tag_row,
    thin,
    whole,
)

WIDTH, LETTER_WIDTH = 504.0, 475.0
HALF = WIDTH / 2
BLANK = 16.0
"""Points that a handwritten line takes."""

_ASKED = (
    "Complete and sign the enclosed form only if the treatment is, in your own judgment, needed "
    "for a condition that you have diagnosed. If it is not, please tell us so.",
    "Where we filled in a box, the document it was taken from stands below it. Please confirm it "
    "or write the correction beside it; everything else is left for you.",
    "Please name an end of the treatment. Plans accept a letter for at most twelve months and do "
    "not accept “ongoing” or “lifetime”.",
    "Please sign and date the form yourself, on the day you sign. Services before that day may not "
    "be covered, and a letter cannot be backdated.",
)
_LIMITS = (
    "We do not diagnose, and we cannot complete the medical part of the form or sign it for you. "
    "You may of course write the letter on your own letterhead instead."
)
_AFFIRMED = (
    "The treatment named above is for the diagnosed condition and is not for general health or "
    "for cosmetic purposes."
)


def build() -> Any:
    """The template lmn_request.docx."""
    doc = new_document("Request for a letter of medical necessity", (1.35, 0.95, 0.8, 0.95))
    letterhead(doc.sections[0])
    _letter_footer(doc.sections[0])
    _letter(doc)
    section = doc.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, (0.55, 0.75, 0.7, 0.75))
    _form_edges(section)
    _form(doc)
    return doc


def _letter(doc: Any) -> None:
    paragraph(doc, "{{ letter.date }}", before=14, after=16, size=10.5)
    tag(doc, "{%p for line in letter.recipient %}")
    paragraph(doc, "{{ line }}", size=10.5)
    tag(doc, "{%p endfor %}")
    subject = paragraph(doc, "{{ letter.subject }}", before=18, size=10.5, bold=True, color=ACCENT)
    subject.paragraph_format.keep_with_next = True
    paragraph(doc, "{{ letter.born }}", after=12, size=10.5)
    paragraph(doc, "{{ letter.salutation }}", after=7, size=10.5)
    paragraph(doc, "{{ occasion }}", after=7, size=10.5)
    paragraph(doc, "This is what we ask of you:", after=4, size=10.5)
    for number, sentence in enumerate(_ASKED, start=1):
        item = paragraph(doc, f"{number}.\t{sentence}", after=4, size=10.5)
        item.paragraph_format.left_indent = Pt(18)
        item.paragraph_format.first_line_indent = Pt(-18)
        item.paragraph_format.tab_stops.add_tab_stop(Pt(18))
    tag(doc, "{%p if questions %}")
    paragraph(doc, "{{ questions }}", before=3, after=4, size=10.5, bold=True)
    tag(doc, "{%p endif %}")
    paragraph(doc, _LIMITS, before=3, after=7, size=10.5)
    paragraph(doc, "{{ answer }}", after=12, size=10.5)
    paragraph(doc, "Sincerely,", after=34, size=10.5, keep=True)
    paragraph(doc, "{{ letter.author }}", size=10.5, bold=True, keep=True)
    paragraph(doc, "{{ letter.studio }}", after=14, size=10.5)
    paragraph(doc, "{{ enclosure }}", size=9, color=GRAY)


def _letter_footer(section: Any) -> None:
    footer = plain_footer(section)
    write(footer, "Confidential health information for the addressee only.\t", size=7.5, color=GRAY)
    write(footer, "{{ request_line }}", size=7.5, color=GRAY)
    right_tab(footer, LETTER_WIDTH)


def _form_edges(section: Any) -> None:
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].paragraph_format.space_after = Pt(0)
    footer = plain_footer(section)
    looks: dict[str, Any] = {"size": 7.5, "color": GRAY}
    write(footer, "Letter of medical necessity  ·  {{ patient }}  ·  {{ request_line }}", **looks)
    write(footer, "\tPage ", **looks)
    field(footer, "PAGE", **looks)
    write(footer, " of ", **looks)
    field(footer, "NUMPAGES", **looks)
    right_tab(footer, WIDTH)


def _form(doc: Any) -> None:
    top = table(doc, (WIDTH - 60, 60))
    line = row(top, None)
    title = line.cells[0].paragraphs[0]
    title.style = doc.styles["Heading 1"]
    write(title, "Letter of Medical Necessity")
    paragraph(
        line.cells[0],
        "For the treating physician or other licensed practitioner to complete, sign and date. "
        "No box was ticked and nothing was signed before it reached you.",
        size=8,
        color=GRAY,
    )
    flush_right(fill(line.cells[1], "{{ code | picture }}"))
    _section(doc, "Patient", "from the studio’s records")
    _pairs(doc, "patient")
    _section(doc, "Condition and treatment", "the practitioner completes")
    for name in ("diagnoses", "treatment"):
        _boxes(doc, name)
    _pairs(doc, "course")
    statement = paragraph(doc, "☐  ", before=5, after=1, size=9)
    write(statement, _AFFIRMED, size=9)
    together = whole(doc, WIDTH)  # a signature never stands alone on a page
    _section(together, "Practitioner", "the practitioner completes")
    _pairs(together, "provider")
    made = table(together, (WIDTH,))
    _entry(row(made, HAIRLINE).cells[0], "form.practice")
    _signature(together)
    for empty in together.paragraphs[2:]:
        thin(empty)
    first = together.paragraphs[0]
    first._p.getparent().remove(first._p)


def _section(container: Any, title: str, who: str) -> None:
    heading = paragraph(container, title, style="Heading 2", before=6, after=1)
    write(heading, f"   {who}", size=8, color=GRAY).bold = False
    rule_under(heading, ACCENT, 6, 1)


def _pairs(doc: Any, name: str) -> None:
    made = table(doc, (HALF, HALF))
    tag_row(made, f"{{%tr for pair in form.{name} %}}")
    line = row(made, HAIRLINE)
    _entry(line.cells[0], "pair.left")
    _entry(line.cells[1], "pair.right")
    tag_row(made, "{%tr endfor %}")


def _boxes(doc: Any, name: str) -> None:
    made = table(doc, (WIDTH,))
    tag_row(made, f"{{%tr for entry in form.{name} %}}")
    _entry(row(made, HAIRLINE).cells[0], "entry")
    tag_row(made, "{%tr endfor %}")


def _entry(cell: Any, entry: str) -> None:
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
