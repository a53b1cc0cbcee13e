"""Cuttings: the place on the page where a value stands, as a picture a person can judge.

What a person settles is settled against the paper, not against a transcript.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from casebook.records import Box, Evidence
from extractors.page import Page

DPI = 150.0
_AROUND = 46.0
"""Points of paper shown around the place: the lines above and below, room for a signature."""
_WIDEST = 2.2
"""The frame's width in points, drawn outside of the words."""


def cutting(page: Page, box: Box) -> bytes | None:
    """The place and what stands around it as a PNG with a frame; None for a page without pixels.

    box: points of the upright page, as evidence has it. The whole width of the page is
    kept: a label at the margin belongs to its value.
    """
    if page.picture is None:
        return None
    picture = page.picture(DPI)
    scale = picture.shape[1] / page.width
    top = max(0, round((box[1] - _AROUND) * scale))
    bottom = min(picture.shape[0], max(top + 1, round((box[3] + _AROUND) * scale)))
    shown = Image.fromarray(picture[top:bottom]).convert("RGB")
    frame = [
        (box[0] - _WIDEST) * scale,
        (box[1] - _WIDEST) * scale - top,
        (box[2] + _WIDEST) * scale,
        (box[3] + _WIDEST) * scale - top,
    ]
    ImageDraw.Draw(shown).rectangle(frame, outline=(200, 30, 30), width=max(2, round(scale)))
    return _png(shown)


def whole(page: Page) -> bytes | None:
    """The whole upright page as a PNG; None for a page without pixels."""
    return None if page.picture is None else _png(Image.fromarray(page.picture(DPI)))


def cuttings(pages: Sequence[Page], evidence: Sequence[Evidence]) -> tuple[bytes, ...]:
    """One picture for each place, in order; places on pages without pixels are left out."""
    by_number = {page.number: page for page in pages}
    shown = (
        cutting(by_number[piece.page], piece.box) for piece in evidence if piece.page in by_number
    )
    return tuple(picture for picture in shown if picture is not None)


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
