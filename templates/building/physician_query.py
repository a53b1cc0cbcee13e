"""The query to the physician: one page that comes back, with its code at the top."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from templates.building.house import ACCENT, GRAY, paragraph, tag
from templates.building.letters import answer_page, body, coded_opening, new_letter, write_on
from templates.building.tables import fill, row, table, tag_row, thin
from templates.contexts.physician_query import LINE, SIZE, WIDTH

_ANOTHER = "Another diagnosis or code (please write it):"
_UNKNOWN = "Cannot be determined"


def build() -> Any:
    """The template physician_query.docx."""
    foot = "Confidential health information  ·  {{ patient }}  ·  {{ request_line }}"
    doc = new_letter("Query to the physician", foot, side=0.75)
    coded_opening(doc, WIDTH)
    body(doc, "{{ occasion }}", after=4)
    _questions(doc)
    body(doc, "{{ ours }}", size=8.5, after=4, color=GRAY, before=4)
    answer_page(doc, WIDTH)
    return doc


def _questions(doc: Any) -> None:
    made = table(doc, (WIDTH,))
    tag_row(made, "{%tr for question in questions %}")
    cell = row(made).cells[0]
    title = fill(cell, "{{ question.title }}", size=SIZE, bold=True, color=ACCENT)
    title.paragraph_format.space_before = Pt(5)
    paragraph(cell, "{{ question.text }}", size=SIZE)
    tag(cell, "{%p if question.choices %}")
    choices = table(cell, (WIDTH / 2, WIDTH / 2))
    tag_row(choices, "{%tr for pair in question.choices %}")
    pair = row(choices, None)
    for side, each in enumerate(pair.cells):
        text = f"{{{{ pair[{side}] }}}}"
        box = fill(each, f"{{% if pair[{side}] %}}☐  {text}{{% endif %}}", size=SIZE)
        box.paragraph_format.left_indent = Pt(16)
        box.paragraph_format.first_line_indent = Pt(-16)
    tag_row(choices, "{%tr endfor %}")
    thin(cell.paragraphs[-1])
    tag(cell, "{%p endif %}")
    tag(cell, "{%p if question.choices %}")
    paragraph(cell, f"☐  {_ANOTHER}", before=2, size=SIZE)
    write_on(cell, WIDTH, WIDTH - 6, 20)
    paragraph(cell, f"☐  {_UNKNOWN}", before=4, size=SIZE)
    tag(cell, "{%p endif %}")
    tag(cell, "{%p for _ in range(question.lines) %}")
    blank = paragraph(cell, " ", size=SIZE)
    blank.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    blank.paragraph_format.line_spacing = Pt(LINE)
    tag(cell, "{%p endfor %}")
    tag_row(made, "{%tr endfor %}")
