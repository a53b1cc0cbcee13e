"""Thank-you for a referral and introduction of the studio: one page."""

from __future__ import annotations

from typing import Any

from templates.building.house import paragraph, tag
from templates.building.letters import SIZE, body, closing, item, new_letter, opening, optional
from templates.building.listings import cited_facts

_FOLLOWS = (
    "within a week of the first visit, a one-page summary of the first assessment;",
    "every month, or before the patient’s next visit with you, a one-page progress report with "
    "measures, units and dates;",
    "at once, a note if the patient’s condition changes or something happens that you should know.",
)
_LIMITS = (
    "We provide supervised exercise within the limits that you set. We do not diagnose or treat, "
    "and a referral is not a letter of medical necessity: should a plan ask for one, we will send "
    "you a form that you alone complete."
)


def build() -> Any:
    """The template introduction.docx."""
    doc = new_letter(
        "Thank you for your referral", "Confidential health information for the addressee only."
    )
    opening(doc)
    body(doc, "{{ thanks }}")
    optional(doc, "who")
    optional(doc, "first_visit")
    tag(doc, "{%p if noted %}")
    body(doc, "This is what we noted from it. Please tell us if we misread something:", after=3,
         keep=True)  # fmt: skip
    cited_facts(doc, "noted")
    paragraph(doc, "", size=5)
    tag(doc, "{%p endif %}")
    paragraph(
        doc, "This is what you will receive from us:", after=3, before=6, size=SIZE, keep=True
    )
    for text in _FOLLOWS:
        item(doc, "•", text)
    paragraph(doc, _LIMITS, before=4, after=6, size=SIZE)
    closing(doc, "{{ reach }}")
    return doc
