"""Pages that must be recognised: set upright, cleaned, read by one engine or two."""

from __future__ import annotations

from extractors.engines.tesseract import Tesseract
from extractors.options import ReadOptions
from extractors.page import Page
from extractors.pages.lines import into_lines
from extractors.pages.sheet import Sheet, capped


def recognise(sheet: Sheet, options: ReadOptions) -> Page:
    """The page as an engine reads it. Raises nothing of the engines': a page that none can read has no lines."""
    dpi = capped(300, sheet.width, sheet.height)
    words = Tesseract().read(sheet.render(dpi), dpi, options.page_seconds) + sheet.form
    return Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        lines=into_lines(words),
        engine="tesseract",
        picture=sheet.render,
        quality=sum(word.confidence for word in words) / len(words) if words else 0.0,
    )
