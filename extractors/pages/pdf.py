"""PDF files: sheets with their text layer, form values and a way to render them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from extractors.errors import Unreadable
from extractors.page import Gray
from extractors.pages.pdf_forms import form_words
from extractors.pages.pdf_place import Place, placing
from extractors.pages.pdf_text import text_layer
from extractors.pages.pdfium import mended, opened, page_of
from extractors.pages.sheet import Sheet, capped
from extractors.pages.xfa import refuse_placeholder

_DEEPEST = 3
"""Form XObjects nested deeper than this are not searched for pictures."""


def sheets_of_pdf(data: bytes, most_pages: int) -> tuple[Sheet, ...]:
    """The pages of a PDF; a damaged file is mended where possible.

    Raises Unreadable "file.encrypted", "file.damaged", "file.too_many_pages", "file.xfa".
    """
    try:
        return _sheets(data, most_pages)
    except Unreadable as refusal:
        if refusal.code != "file.damaged":
            raise
        rewritten = mended(data)
        if rewritten is None:
            raise
        return _sheets(rewritten, most_pages)


def _sheets(data: bytes, most_pages: int) -> tuple[Sheet, ...]:
    with opened(data) as document:
        if len(document) == 0:
            raise Unreadable("file.damaged", "The PDF has no pages. Ask for it again.")
        if len(document) > most_pages:
            raise Unreadable(
                "file.too_many_pages",
                f"The file has more than {most_pages} pages. Split it into smaller files.",
            )
        refuse_placeholder(document)
        if document.get_formtype():
            document.init_forms()
        return tuple(_sheet(data, document, index) for index in range(len(document)))


def _sheet(data: bytes, document: Any, index: int) -> Sheet:
    with page_of(document, index) as page:
        width, height = page.get_size()
        width, height = max(width, 1.0), max(height, 1.0)
        place = placing(page)
        layer = text_layer(page, place)
        turns = (layer.turn - page.get_rotation()) % 360 // 90
        if turns:  # the letters lie on their side for a viewer: the page is shown turned
            place, width, height = _turned(place, turns, width, height)
            layer = text_layer(page, place)
        form, fields = form_words(document, page, place)
        dpi, cover, bitonal = _pictures(page, width, height)
        return Sheet(
            number=index + 1,
            width=width,
            height=height,
            render=_renderer(data, index, turns, width, height),
            words=layer.visible,
            hidden=layer.hidden,
            form=form,
            fields=fields,
            native_dpi=dpi,
            cover=cover,
            rubbish=layer.rubbish,
            bitonal=bitonal,
        )


def _turned(place: Place, turns: int, width: float, height: float) -> tuple[Place, float, float]:
    """(place, width, height) of the page turned clockwise by so many times 90 degrees."""

    def turned(x: float, y: float) -> tuple[float, float]:
        across, down = place(x, y)
        return {
            1: (height - down, across),
            2: (width - across, height - down),
            3: (down, width - across),
        }[turns]

    return (turned, height, width) if turns % 2 else (turned, width, height)


def _pictures(page: Any, width: float, height: float) -> tuple[float, float, bool]:
    """(dpi, cover, bitonal) of a page's pictures: the finest large one's resolution, the share
    of the page they cover, and whether the finest is black and white only."""
    import pypdfium2

    finest, area, bitonal = 0.0, 0.0, False
    for picture in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST):
        left, bottom, right, top = picture.get_bounds()
        covered = max(0.0, right - left) * max(0.0, top - bottom)
        area += covered
        if covered > 0.2 * width * height:
            columns, rows = picture.get_px_size()
            dpi = max(columns, rows) / max(right - left, top - bottom, 1.0) * 72
            if dpi > finest:
                finest, bitonal = dpi, picture.get_metadata().bits_per_pixel == 1
    return finest, min(1.0, area / (width * height)), bitonal


def _renderer(
    data: bytes, index: int, turns: int, width: float, height: float
) -> Callable[[float], Gray]:
    def render(dpi: float) -> Gray:
        with opened(data) as document:
            if document.get_formtype():
                document.init_forms()
            with page_of(document, index) as page:
                bitmap = page.render(
                    scale=capped(dpi, width, height) / 72, rotation=90 * turns, grayscale=True
                )
                try:
                    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
                    return pixels.reshape(bitmap.height, bitmap.width)
                finally:
                    bitmap.close()

    return render
