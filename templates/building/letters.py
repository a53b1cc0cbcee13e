"""The frame of every letter: address, subject, salutation, closing, small print at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from templates.building.house import (
    ACCENT,
    GRAY,
    INK,
    field,
    letterhead,
    new_document,
    paragraph,
    plain_footer,
    rule_under,
    tag,
    write,
)
from templates.building.tables import (
    bare,
    cell_line,
    fill,
    flush_right,
    row,
    table,
    thin,
    whole,
)

SIDE = 0.95
WIDTH = (8.5 - 2 * SIDE) * 72
"""Points between the margins of a letter."""
SIZE = 10.0
_NUMBER = 72.0
"""Points for "Page 12 of 24"."""


def new_letter(title: str, foot: str, side: float = SIDE) -> Any:
    """A document with letterhead, and page numbers beside `foot` at the bottom."""
    doc = new_document(title, (1.35, side, 0.8, side))
    letterhead(doc.sections[0])
    numbered_footer(doc.sections[0], foot, (8.5 - 2 * side) * 72)
    return doc


def code_on_every_page(section: Any, width: float) -> None:
    """The code at the right of the page's header: pages that come back by scan may be parted.

    Whatever the header holds already stands at the left of it.
    """
    header = section.header
    made = header.add_table(1, 2, Pt(width))
    left, right = made.rows[0].cells
    left.width, right.width = Pt(width - 60), Pt(60)
    made.columns[0].width, made.columns[1].width = Pt(width - 60), Pt(60)
    bare(made)
    for old in list(header.paragraphs):
        left._tc.append(old._p)
    left._tc.remove(left.paragraphs[0]._p)
    flush_right(fill(right, "{{ code | picture }}"))
    thin(header.add_paragraph())


def numbered_footer(section: Any, foot: str, width: float) -> None:
    """`foot` at the left, "Page 1 of 2" at the right.

    In two cells, so that a long name breaks into a second line beside the number.
    """
    last = plain_footer(section)
    made = section.footer.add_table(1, 2, Pt(width))
    left, right = made.rows[0].cells
    for cell, column, room in ((left, 0, width - _NUMBER), (right, 1, _NUMBER)):
        cell.width = made.columns[column].width = Pt(room)
    bare(made)
    looks: dict[str, Any] = {"size": 7.5, "color": GRAY}
    fill(left, foot, **looks)
    number = fill(right, "Page ", **looks)
    flush_right(number)
    field(number, "PAGE", **looks)
    write(number, " of ", **looks)
    field(number, "NUMPAGES", **looks)
    made._tbl.addnext(last._p)  # a footer ends with a paragraph
    thin(last)


def opening(doc: Any, size: float = SIZE, before: float = 10) -> None:
    """Day, addressee, subject, date of birth where it is needed, salutation."""
    paragraph(doc, "{{ letter.date }}", before=before, after=before + 2, size=size)
    tag(doc, "{%p for line in letter.recipient %}")
    paragraph(doc, "{{ line }}", size=size)
    tag(doc, "{%p endfor %}")
    paragraph(doc, "{{ letter.subject }}", before=14, size=size, bold=True, color=ACCENT, keep=True)
    tag(doc, "{%p if letter.born %}")
    paragraph(doc, "{{ letter.born }}", size=size)
    tag(doc, "{%p endif %}")
    paragraph(doc, "{{ letter.salutation }}", before=10, after=6, size=size)


def closing(
    doc: Any, last: str, width: float = WIDTH, size: float = SIZE, room: float = 32
) -> None:
    """Sincerely, room to sign, who signs. The signature itself is written by hand.

    last: the last paragraph of the letter, so that no page bears a closing alone.
    """
    together = kept_together(doc, width)
    body(together, last, size, after=8)
    body(together, "Sincerely,", size, after=room, before=4)
    paragraph(together, "{{ letter.author }}", size=size, bold=True)
    paragraph(together, "{{ letter.studio }}", size=size)
    without_first(together)


def kept_together(doc: Any, width: float) -> Any:
    """A cell for what must not be parted by a page's end; close it with `without_first`.

    LibreOffice lets "keep with next" go where much space follows a paragraph, and takes
    two tables without a paragraph between them for one, with the first one's heading.
    """
    thin(paragraph(doc))
    return whole(doc, width)


def without_first(cell: Any) -> None:
    """Takes away the empty paragraph that every new cell begins with, and thins those of tables."""
    for empty in cell.paragraphs[1:]:
        if not empty.text and not empty.runs:
            thin(empty)
    first = cell.paragraphs[0]
    first._p.getparent().remove(first._p)


def closing_line(doc: Any, text: str, size: float = 9.5) -> None:
    """Who asks, on one line, where the page is signed by somebody else."""
    paragraph(doc, text, before=8, after=4, size=size, bold=True)


def body(doc: Any, text: str, size: float = SIZE, after: float = 6, **looks: Any) -> Any:
    """One paragraph of a letter."""
    return paragraph(doc, text, after=after, size=size, **looks)


def optional(doc: Any, name: str, size: float = SIZE, after: float = 6, **looks: Any) -> None:
    """A paragraph that stands there only if the context's text is not empty."""
    tag(doc, f"{{%p if {name} %}}")
    paragraph(doc, f"{{{{ {name} }}}}", after=after, size=size, **looks)
    tag(doc, "{%p endif %}")


def item(container: Any, sign: str, text: str, size: float = SIZE, after: float = 3) -> Any:
    """An item of a list, its sign hanging in the margin."""
    made = paragraph(container, f"{sign}\t{text}", after=after, size=size)
    made.paragraph_format.left_indent = Pt(16)
    made.paragraph_format.first_line_indent = Pt(-16)
    made.paragraph_format.tab_stops.add_tab_stop(Pt(16))
    return made


def items(container: Any, name: str, size: float = SIZE, sign: str = "•") -> None:
    """Every text of a list in the context."""
    tag(container, f"{{%p for text in {name} %}}")
    item(container, sign, "{{ text }}", size)
    tag(container, "{%p endfor %}")


def heading(container: Any, text: str, who: str = "", before: float = 10) -> None:
    """A heading with a thin line below; `who` completes what follows, in small print."""
    made = paragraph(container, text, style="Heading 2", before=before, after=2)
    if who:
        write(made, f"   {who}", size=8, color=GRAY).bold = False
    rule_under(made, ACCENT, 6, 1)


def coded_opening(doc: Any, width: float = 504.0) -> None:
    """As `opening`, denser, with the code at the right: a page that comes back by scan."""
    line = row(table(doc, (width - 60, 60)), None)
    left = line.cells[0]
    fill(left, "{{ letter.date }}", size=9.5).paragraph_format.space_after = Pt(6)
    tag(left, "{%p for each in letter.recipient %}")
    paragraph(left, "{{ each }}", size=9.5)
    tag(left, "{%p endfor %}")
    flush_right(fill(line.cells[1], "{{ code | picture }}"))
    paragraph(doc, "{{ letter.subject }}", before=10, size=10, bold=True, color=ACCENT, keep=True)
    paragraph(doc, "{{ letter.born }}", size=9.5)
    paragraph(doc, "{{ letter.salutation }}", before=6, after=4, size=9.5)


def answer_page(doc: Any, width: float) -> None:
    """Who asks, how the page comes back, and where the practitioner signs it."""
    closing_line(doc, "{{ letter.author }}, {{ letter.studio }}")
    together = kept_together(doc, width)
    body(together, "{{ answer }}", size=9, after=0, keep=True)
    signature(together, width, ("Practitioner’s signature", "Date signed"), room=28)
    without_first(together)


def write_on(container: Any, width: float, of: float, room: float = 16) -> Any:
    """A line to write on, `of` points from the left of a column of `width`; also inside cells.

    LibreOffice draws no leader of a tab inside a cell: the line is the paragraph's border.
    """
    made = paragraph(container, "\u00a0", before=room - 10, size=8, keep=True)
    made.paragraph_format.right_indent = Pt(max(width - of, 0))
    rule_under(made, INK, 4, 0)
    return made


def signature(doc: Any, width: float, labels: Sequence[str], room: float = 26) -> None:
    """Lines to sign and date by hand, each with its label below."""
    made = table(doc, (width * 0.62, 24, width * 0.38 - 24))
    line = row(made, None)
    for position in (0, 2):
        space = fill(line.cells[position], " ", size=9)
        space.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        space.paragraph_format.line_spacing = Pt(room)
        space.paragraph_format.keep_with_next = True
        cell_line(line.cells[position], "bottom", INK, 6)
    under = row(made, None)
    for position, label in zip((0, 2), labels, strict=True):
        fill(under.cells[position], label, size=7.5, color=GRAY)


def titled(doc: Any, width: float, title: str, under: str) -> None:
    """A heading across the page with a line of small print."""
    line = row(table(doc, (width,)), None)
    first = line.cells[0].paragraphs[0]
    first.style = doc.styles["Heading 1"]
    write(first, title)
    paragraph(line.cells[0], under, size=8.5, color=GRAY)
