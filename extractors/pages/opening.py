"""The way from a file to its pages, as a list of named steps."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from extractors.options import ReadOptions
from extractors.page import Page
from extractors.pages.formats import detect
from extractors.pages.images import sheets_of_image
from extractors.pages.pdf import sheets_of_pdf
from extractors.pages.recognising import recognise
from extractors.pages.sheet import Sheet
from extractors.pages.typed import believed, read_typed


def open_pages(data: bytes, options: ReadOptions) -> tuple[Page, ...]:
    """The pages of a PDF or picture file, upright, with words and boxes in points.

    The format is told by content. Raises Unreadable when there is nothing to
    read; see `extractors.errors` for the codes.
    """
    open_sheets: Callable[[bytes, int], tuple[Sheet, ...]] = (
        sheets_of_pdf if detect(data) == "pdf" else sheets_of_image
    )
    sheets = open_sheets(data, options.max_pages)
    if options.jobs <= 1 or len(sheets) == 1:
        return tuple(_page(sheet, options) for sheet in sheets)
    with ThreadPoolExecutor(options.jobs, thread_name_prefix="pages") as pool:
        return tuple(pool.map(lambda sheet: _page(sheet, options), sheets))


def _page(sheet: Sheet, options: ReadOptions) -> Page:
    return read_typed(sheet, options) if believed(sheet) else recognise(sheet, options)
