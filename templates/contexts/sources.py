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
    "denial": "denial",
    "eob": "explanation of benefits",
    "receipt": "receipt",
    "session_log": "attendance record",
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


def cited(document: Document, evidence: Sequence[Evidence] = ()) -> str:
    """referral of June 7, 2026, p. 1.

    Pages are those of the document as its writer knows it, also where it was
    scanned together with others.
    """
    start = document.reading.page_range[0] if document.reading.page_range else 1
    pages = sorted({each.page - start + 1 for each in evidence if each.page >= start})
    if not pages:
        return name_of(document)
    if len(pages) == 1:
        return f"{name_of(document)}, p. {pages[0]}"
    return f"{name_of(document)}, pp. {', '.join(str(page) for page in pages)}"


def mark(document: Document, evidence: Sequence[Evidence] = ()) -> str:
    """from referral of June 7, 2026, p. 1 — confirm or correct."""
    return f"from {cited(document, evidence)} — confirm or correct"
