"""Where a pre-filled value comes from, as the physician is told it."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Case, Document, Evidence, Kind
from templates.wording import day

_NAMES: dict[Kind, str] = {
    "referral": "referral",
    "lmn": "letter of medical necessity",
    "authorization": "authorization",
    "assessment": "assessment",
}


def latest(case: Case, kind: Kind) -> Document | None:
    """The client's newest document of a kind; an undated one only when there is no other."""
    dated = sorted(
        case.of_kind(kind),
        key=lambda document: (document.day("document_date") is not None, _when(document)),
    )
    return dated[-1] if dated else None


def _when(document: Document) -> str:
    found = document.day("document_date")
    return found.isoformat() if found else ""


def name_of(document: Document) -> str:
    """referral of June 7, 2026."""
    name = _NAMES.get(document.kind, "document")
    if document.text("signed") == "absent":
        name = f"unsigned {name}"
    dated = document.day("document_date")
    return f"{name} of {day(dated)}" if dated else f"undated {name}"


def mark(document: Document, evidence: Sequence[Evidence] = ()) -> str:
    """from referral of June 7, 2026, p. 1 — confirm or correct."""
    pages = sorted({each.page for each in evidence})
    if not pages:
        place = ""
    elif len(pages) == 1:
        place = f", p. {pages[0]}"
    else:
        place = f", pp. {', '.join(str(page) for page in pages)}"
    return f"from {name_of(document)}{place} — confirm or correct"
