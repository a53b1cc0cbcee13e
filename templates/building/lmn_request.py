"""The letter to the physician (page 1) and the letter of medical necessity as a form (page 2)."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from templates.building.house import (
    ACCENT,
    GRAY,
    letterhead,
    new_document,
    paragraph,
    plain_footer,
    right_tab,
    tag,
    write,
)
from templates.building.lmn_form import add_form

LETTER_WIDTH = 475.0

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


def build() -> Any:
    """The template lmn_request.docx."""
    return letter_and_form("Request for a letter of medical necessity")


def letter_and_form(title: str) -> Any:
    """Letter and form; what the letter asks for is the same for a first letter and a renewal."""
    doc = new_document(title, (1.35, 0.95, 0.8, 0.95))
    letterhead(doc.sections[0])
    _letter_footer(doc.sections[0])
    _letter(doc)
    add_form(doc)
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
