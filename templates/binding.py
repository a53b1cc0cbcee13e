"""Binds a packet: the front, then the exhibits, as one PDF that can be leafed through.

Every page carries "12 of 24"; every exhibit page is set a little smaller, so
that its stamp stands below it and covers nothing. Headings of the front and
the exhibits are bookmarks.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from casebook.records import Exhibit, Record
from templates.contexts.packet_front import DRAFT
from templates.exhibit_pages import LETTER, CannotBind, pages_of
from templates.stamps import STRIP, Stamp, stamps
from templates.wording import clean

_EDGE = 16.0


class BoundExhibit(Record):
    """An exhibit and its document's bytes as they were archived (or as the studio made them)."""

    exhibit: Exhibit
    data: bytes


def bind(
    front_pdf: bytes,
    exhibits: Sequence[BoundExhibit],
    title: str = "Reimbursement packet",
    draft: bool = False,
) -> bytes:
    """One PDF: the front's pages, then each exhibit's.

    title: the document's title, shown by viewers; say nothing about health in
    it. draft: every page is marked as a draft.
    Raises CannotBind for an exhibit that has no pages to bind.
    """
    return bind_pages(
        front_pdf,
        [
            (each.exhibit, exhibit_pages(each.data, each.exhibit.page_range, each.exhibit.letter))
            for each in exhibits
        ],
        title,
        draft,
    )


def exhibit_pages(data: bytes, page_range: tuple[int, int] | None, letter: str) -> bytes:
    """An exhibit's pages as PDF; CannotBind names the exhibit by its letter."""
    try:
        return pages_of(data, page_range)
    except CannotBind as fault:
        raise CannotBind(f"Exhibit {letter} cannot be bound: {fault}") from None


def bind_pages(
    front_pdf: bytes,
    exhibits: Sequence[tuple[Exhibit, bytes]],
    title: str = "Reimbursement packet",
    draft: bool = False,
) -> bytes:
    """As `bind`, for exhibits that are already pages (see `exhibit_pages`)."""
    with pikepdf.open(BytesIO(front_pdf)) as packet:
        labels = [("", "")] * len(packet.pages)
        starts = []
        for exhibit, pages in exhibits:
            starts.append((exhibit, len(packet.pages)))
            with pikepdf.open(BytesIO(pages)) as document:
                for page in document.pages:
                    _append(packet, page)
                    labels.append((f"Exhibit {exhibit.letter}", exhibit.title))
        _stamp(packet, labels, draft)
        _bookmarks(packet, starts)
        _describe(packet, title)
        made = BytesIO()
        packet.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return made.getvalue()


def _append(packet: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """The page on a Letter sheet, upright or lying as it is, above the strip for the stamp."""
    across, up = _seen_size(page)
    width, height = LETTER if up >= across else LETTER[::-1]
    packet.add_blank_page(page_size=(width, height))
    sheet = packet.pages[-1]
    room = pikepdf.Rectangle(_EDGE, STRIP, width - _EDGE, height - _EDGE)
    sheet.add_overlay(page, room)


def _seen_size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height in points as a person sees the page, its rotation counted."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    across, up = abs(right - left), abs(top - bottom)
    turned = int(page.get("/Rotate", 0)) % 180 != 0
    return (up, across) if turned else (across, up)


def _stamp(packet: pikepdf.Pdf, labels: Sequence[tuple[str, str]], draft: bool) -> None:
    wanted = []
    for number, (page, (exhibit, title)) in enumerate(
        zip(packet.pages, labels, strict=True), start=1
    ):
        across, up = _seen_size(page)
        wanted.append(Stamp(number, len(labels), across, up, exhibit, title))
    with pikepdf.open(BytesIO(stamps(wanted, DRAFT if draft else ""))) as overlay:
        for page, stamp in zip(packet.pages, overlay.pages, strict=True):
            page.add_overlay(stamp, pikepdf.Rectangle(page.mediabox))


def _bookmarks(packet: pikepdf.Pdf, starts: Sequence[tuple[Exhibit, int]]) -> None:
    with packet.open_outline() as outline:
        for exhibit, page in starts:
            name = clean(f"Exhibit {exhibit.letter} – {exhibit.title}")
            outline.root.append(pikepdf.OutlineItem(name, page))
    packet.Root.PageMode = pikepdf.Name.UseOutlines


def _describe(packet: pikepdf.Pdf, title: str) -> None:
    with packet.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {"en-US"}
    packet.docinfo["/Title"] = title
    packet.Root.Lang = pikepdf.String("en-US")
    packet.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
