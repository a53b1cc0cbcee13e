"""A second engine's opinion on the values with which harm could be done.

Names, dates, amounts and numbers that an engine recognised are looked at once
more by the other engine, on the cut-out words alone. What it says goes into
the candidate's checks: "letters.second_engine" passed or failed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casebook.records import Box, Evidence
from casebook.records.reading import DATE_FIELDS
from extractors.candidate import Candidate
from extractors.engines.contract import EngineFailed
from extractors.engines.glances import glance
from extractors.options import ReadOptions
from extractors.page import Gray, Page
from extractors.pages.preparing.kept import rendered
from extractors.pages.preparing.light import evened
from extractors.values.dates import find_dates

CHECK = "letters.second_engine"

CONFIRMED = frozenset(
    {
        "patient_name",
        "patient_dob",
        "member_id",
        "document_date",
        "signature_date",
        "start_date",
        "end_date",
        "onset_date",
        "surgery_date",
        "service_dates",
        "payment_date",
        "appeal_deadline",
        "referrer_name",
        "provider_name",
        "referrer_npi",
        "provider_npi",
        "referrer_phone",
        "referrer_fax",
        "vendor_phone",
        "claim_number",
        "authorization_number",
        "receipt_number",
        "total",
        "subtotal",
        "tax",
        "amount_paid",
        "balance_due",
        "denied_amount",
        "vendor_name",
        "vendor_address",
    }
)
"""Fields whose letters are looked at twice."""

ALWAYS = frozenset({"vendor_name", "vendor_address"})
"""Looked at however surely they were read: found by their place alone, nothing else bears them
out."""

MOST = 24
"""Places a page that are looked at again: more would cost as much as the page."""
CERTAIN = 0.96
"""Words read this surely are not looked at again: it would take longer than it helps."""
_DPI = {"rapidocr": 200.0, "tesseract": 300.0}
_EDGE = 0.35
"""Heights of its line between a value and the page's edge in which a letter would have room."""
_SIDE, _ABOVE = 3.0, 2.0
"""Points of paper left around the words."""


def confirm(
    candidates: Sequence[Candidate], pages: Sequence[Page], options: ReadOptions
) -> tuple[Candidate, ...]:
    """The same candidates, those on recognised pages with the second engine's check."""
    said: dict[tuple[int, Box], str] = {}
    for page in pages:
        if page.engine == "text layer" or page.picture is None or page.second:
            continue  # nothing to doubt, nothing to cut out, or read twice already
        said |= _look_again(page, _places(candidates, page.number), options.page_seconds)
    by_number = {page.number: page for page in pages}
    return tuple(
        _with_edge(_with_check(candidate, said, options), by_number) for candidate in candidates
    )


def _with_edge(candidate: Candidate, pages: Mapping[int, Page]) -> Candidate:
    """The candidate with a doubt where its words begin or end so near the edge of a recognised
    page that the paper's cutting out may have taken a letter: "22A, Jalan" became "2A, Jalan"."""
    for piece in candidate.evidence:
        page = pages.get(piece.page)
        if page is None or page.engine == "text layer" or candidate.field not in CONFIRMED:
            continue
        near = _EDGE * (piece.box[3] - piece.box[1])
        if piece.box[0] < near or piece.box[2] > page.width - near:
            return replace(candidate, failed=(*candidate.failed, "letters.at_edge"))
    return candidate


def _places(candidates: Sequence[Candidate], number: int) -> list[Evidence]:
    """Where to look on this page: the best candidates of every field first."""
    ranked = sorted(candidates, key=lambda c: -c.strength)
    found: dict[Box, Evidence] = {}
    for candidate in ranked:
        doubtful = candidate.word_confidence < CERTAIN or candidate.field in ALWAYS
        if candidate.field in CONFIRMED and doubtful:
            for piece in candidate.evidence:
                if piece.page == number:
                    found.setdefault(piece.box, piece)
    return list(found.values())[:MOST]


def _look_again(page: Page, places: list[Evidence], seconds: float) -> dict[tuple[int, Box], str]:
    if not places or page.picture is None:
        return {}
    engine = "tesseract" if page.engine == "rapidocr" else "rapidocr"
    dpi = _DPI[engine]
    picture = evened(rendered(page.picture, dpi))
    cut = [_cut(picture, piece.box, dpi) for piece in places]
    kept = [(piece, line) for piece, line in zip(places, cut, strict=True) if min(line.shape) > 3]
    try:
        texts = glance(engine, [line for _, line in kept], dpi, seconds)
    except EngineFailed:
        return {}  # no second opinion is no opinion: nothing passes and nothing fails
    return {(page.number, piece.box): text for (piece, _), text in zip(kept, texts, strict=True)}


def _cut(picture: Gray, box: Box, dpi: float) -> Gray:
    scale = dpi / 72
    left, top = max(0, round((box[0] - _SIDE) * scale)), max(0, round((box[1] - _ABOVE) * scale))
    right, bottom = round((box[2] + _SIDE) * scale), round((box[3] + _ABOVE) * scale)
    return picture[top:bottom, left:right]


def _with_check(
    candidate: Candidate, said: dict[tuple[int, Box], str], options: ReadOptions
) -> Candidate:
    if candidate.field not in CONFIRMED or not candidate.evidence:
        return candidate
    looked = [(piece, said.get((piece.page, piece.box))) for piece in candidate.evidence]
    if any(text is None for _, text in looked):
        return candidate
    same = all(_squeezed(piece.text) in _squeezed(text or "") for piece, text in looked)
    if same or _same_days(candidate, " ".join(text or "" for _, text in looked), options):
        return replace(candidate, passed=(*candidate.passed, CHECK))
    return replace(candidate, failed=(*candidate.failed, CHECK))


def _same_days(candidate: Candidate, text: str, options: ReadOptions) -> bool:
    """Whether a date field's days stand in the second reading, whatever stands around them."""
    if candidate.field != "service_dates" and candidate.field not in DATE_FIELDS:
        return False
    value = candidate.value if isinstance(candidate.value, tuple) else (candidate.value,)
    seen = {mention.value.isoformat() for mention in find_dates(text, options.date_order)}
    return all(day in seen for day in value)


def _squeezed(text: str) -> str:
    """Letters and digits only: the engines differ in spaces and marks where nothing hangs on it."""
    return "".join(char for char in text.casefold() if char.isalnum())
