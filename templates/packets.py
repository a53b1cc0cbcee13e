"""A whole packet: front, exhibits, originals and manifest, as the files of one folder.

The index on the front needs to know how many pages the front itself has. It
is set once with a guess, and once more only if the guess was wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import count as count_from
from pathlib import PurePosixPath

from casebook.records import Case, Claim, Record, Studio, Verdict
from rules.catalog import verdict
from templates.binding import BoundExhibit, bind_pages, exhibit_pages
from templates.contexts.packet_front import Placed, Status
from templates.exhibit_pages import CannotBind, page_count, with_blank_pages
from templates.for_employers import (
    hides_diagnosis,
    shown_claim,
    shown_exhibits,
    shown_verdicts,
)
from templates.manifest import manifest
from templates.paper import Paper
from templates.papers import packet_front, place
from templates.pdf import convert
from templates.readback import missing
from templates.stamps import sheet
from templates.wording import count

PACKET = "packet.pdf"
FRONT = "front.docx"
MANIFEST = "manifest.json"
_ENDINGS = {
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG": "png",
    b"II*\x00": "tif",
    b"MM\x00*": "tif",
    b"RIFF": "webp",
}


class BuiltPacket(Record):
    """A packet as files: names inside its folder to bytes.

    status: "draft" also where "ready" was asked but an exhibit could not be
    bound or the made PDF does not read back. missing: texts of the front that
    were not found in the PDF (empty unless something is broken).
    """

    status: Status
    pdf: bytes
    files: dict[str, bytes]
    placed: tuple[Placed, ...]
    verdicts: tuple[Verdict, ...]
    missing: tuple[str, ...]


def build(
    case: Case,
    claim: Claim,
    exhibits: Sequence[BoundExhibit],
    verdicts: Sequence[Verdict],
    studio: Studio,
    today: date,
    status: Status,
    packet_id: str,
    beside: Mapping[str, bytes] | None = None,
) -> BuiltPacket:
    """Sets, converts, binds and reads back one packet. Raises CannotConvert, TemplateFault.

    beside: further files for its folder, by name.
    """
    if hides_diagnosis(claim, studio):
        exhibits, verdicts = shown_exhibits(case, exhibits), shown_verdicts(verdicts)
        claim = shown_claim(claim)
    pages, unbound = _pages(exhibits)
    verdicts = (*verdicts, *unbound)
    if unbound:
        status = "draft"
    counts = [page_count(data) for data in pages]
    chosen = [each.exhibit for each in exhibits]

    def front(status: Status, verdicts: Sequence[Verdict]) -> tuple[Paper, bytes, int]:
        def set_with(front_pages: int) -> Paper:
            return packet_front(
                case, claim, chosen, verdicts, studio, today, status, counts, front_pages
            )

        return _settled(set_with, _likely_pages(claim, verdicts))

    paper, front_pdf, length = front(status, verdicts)
    lost = missing(front_pdf, paper.values)
    if lost and status == "ready":
        status = "draft"
        message = f"{count(len(lost), 'text')} of the front cannot be read in the finished PDF."
        verdicts = (*verdicts, verdict("packet.reads_back", "fail", message))
        paper, front_pdf, length = front(status, verdicts)
    pdf = bind_pages(
        front_pdf,
        list(zip(chosen, pages, strict=True)),
        f"Reimbursement packet {packet_id}",
        draft=status == "draft",
    )
    placed = place(chosen, counts, length)
    files = {PACKET: pdf, FRONT: paper.docx, **(beside or {}), **_originals(exhibits)}
    files[MANIFEST] = manifest(packet_id, claim, status, today, files, placed, verdicts)
    return BuiltPacket(
        status=status, pdf=pdf, files=files, placed=placed, verdicts=verdicts, missing=lost
    )


def _settled(set_with: Callable[[int], Paper], guess: int) -> tuple[Paper, bytes, int]:
    """The front that counts its own pages rightly, its PDF, and their number."""
    for attempt in count_from(1):
        paper = set_with(guess)
        pdf = convert([paper])[paper.name]
        length = page_count(pdf)
        if length < guess and attempt > 2:
            # A number in the index wraps a line or not: let the longer one stand.
            pdf, length = with_blank_pages(pdf, guess - length), guess
        if length == guess:
            return paper, pdf, length
        guess = length
    raise AssertionError("unreachable: the count never ends")


def _likely_pages(claim: Claim, verdicts: Sequence[Verdict]) -> int:
    """A guess that is mostly right: the cover, then rows of usual heights on further pages."""
    height = 150 + 13.5 * len(claim.lines) + 32 * len(claim.exclusions) + 33 * len(verdicts)
    return 1 + max(1, round(height / 590 + 0.5))


def _pages(exhibits: Sequence[BoundExhibit]) -> tuple[list[bytes], list[Verdict]]:
    """Every exhibit's pages; one that has none is a fault of the packet, not the end of it."""
    pages, faults = [], []
    for each in exhibits:
        letter = each.exhibit.letter
        try:
            pages.append(exhibit_pages(each.data, each.exhibit.page_range, letter))
        except CannotBind as fault:
            faults.append(verdict("exhibit.bound", "fail", f"{fault}.", each.exhibit.document_id))
            pages.append(
                sheet(f"Exhibit {letter}", f"{fault}. The original lies beside this packet.")
            )
    return pages, faults


def _originals(exhibits: Sequence[BoundExhibit]) -> dict[str, bytes]:
    """The originals' bytes, untouched, under names that say which exhibit they are."""
    return {
        str(PurePosixPath("originals", f"exhibit-{each.exhibit.letter}.{_ending(each.data)}")): (
            each.data
        )
        for each in exhibits
    }


def _ending(data: bytes) -> str:
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        return "heic"
    return next((end for start, end in _ENDINGS.items() if data.startswith(start)), "bin")
