"""The member's letter of appeal; what is still open stands on top until it is settled."""

from __future__ import annotations

from typing import Any

from templates.building.house import (
    ACCENT,
    GRAY,
    new_document,
    paragraph,
    plain_footer,
    tag,
    write,
)
from templates.building.letters import (
    SIDE,
    SIZE,
    WIDTH,
    body,
    heading,
    item,
    kept_together,
    signature,
    without_first,
)
from templates.building.listings import facts
from templates.building.packet_front import FAULT, tinted
from templates.building.tables import fill, row, table, tag_row


def build() -> Any:
    """The template appeal.docx."""
    doc = new_document("Appeal", (0.8, SIDE, 0.8, SIDE))
    # No page number: the appeal is bound with its exhibits, and binding stamps one on every page.
    foot = "{{ member }}  ·  {{ subject }}"
    write(plain_footer(doc.sections[0]), foot, size=7.5, color=GRAY)
    _open_points(doc)
    for name, after in (("sender", 0.0), ("recipient", 0.0)):
        tag(doc, f"{{%p for line in {name} %}}")
        paragraph(doc, "{{ line }}", size=SIZE, after=after)
        tag(doc, "{%p endfor %}")
        if name == "sender":
            paragraph(doc, "{{ date }}", size=SIZE, before=12, after=12)
    paragraph(doc, "{{ subject }}", before=14, after=5, size=11, bold=True, color=ACCENT, keep=True)
    facts(doc, "facts", size=9)
    body(doc, "{{ opening }}", before=10)
    tag(doc, "{%p if quotation %}")
    body(doc, "The reason given is, word for word:", after=3, keep=True)
    quoted = paragraph(doc, "{{ quotation }}", size=SIZE, italic=True)
    quoted.paragraph_format.left_indent = 228600
    under = paragraph(doc, "{{ quoted_from }}", size=8, color=GRAY, after=4)
    under.paragraph_format.left_indent = 228600
    tag(doc, "{%p endif %}")
    tag(doc, "{%p for point in points %}")
    paragraph(doc, "{{ point.heading }}", size=SIZE, bold=True, before=5, after=2, keep=True)
    tag(doc, "{%p for text in point.statements %}")
    item(doc, "•", "{{ text }}")
    tag(doc, "{%p endfor %}")
    tag(doc, "{%p endfor %}")
    body(doc, "{{ relief }}", before=7)
    body(doc, "{{ claim_file }}")
    _exhibits(doc)
    together = kept_together(doc, WIDTH)
    signature(together, WIDTH, ("{{ signature_labels[0] }}", "{{ signature_labels[1] }}"))
    paragraph(together, "{{ prepared }}", size=8, color=GRAY, before=8)
    without_first(together)
    return doc


def _open_points(doc: Any) -> None:
    tag(doc, "{%p if open_points %}")
    cell = tinted(doc, WIDTH)
    fill(cell, "DRAFT — NOT READY TO SEND", size=13, bold=True, color=FAULT)
    tag(cell, "{%p for text in open_points %}")
    item(cell, "•", "{{ text }}", size=9)
    tag(cell, "{%p endfor %}")
    paragraph(doc, "", size=6)
    tag(doc, "{%p endif %}")


def _exhibits(doc: Any) -> None:
    heading(doc, "Exhibits")
    made = table(doc, (70, WIDTH - 70))
    tag_row(made, "{%tr for exhibit in exhibits %}")
    line = row(made)
    fill(line.cells[0], "{{ exhibit.letter }}", size=9, bold=True)
    fill(line.cells[1], "{{ exhibit.title }}", size=9)
    tag_row(made, "{%tr endfor %}")
