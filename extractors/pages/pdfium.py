"""PDFium's quirks, kept in one place: it is not thread-safe, and it must be closed by hand."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractors.errors import Unreadable

_LOCK = threading.RLock()
"""PDFium has global state: no two threads may be inside it at once."""


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The open document (pypdfium2.PdfDocument), locked for this thread, closed afterwards.

    Raises Unreadable "file.encrypted" or "file.damaged".
    """
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
            len(document)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise Unreadable(
                    "file.encrypted",
                    "The PDF asks for a password. Print it to a new PDF without one.",
                ) from None
            raise Unreadable(
                "file.damaged", "The PDF is damaged. Ask for it again or scan it anew."
            ) from None
        try:
            yield document
        finally:
            document.close()


@contextmanager
def page_of(document: Any, index: int) -> Iterator[Any]:
    """One page of an open document. Raises Unreadable "file.damaged" when it cannot be loaded."""
    import pypdfium2

    try:
        page = document[index]
    except (pypdfium2.PdfiumError, IndexError):
        raise Unreadable("file.damaged", "A page of the PDF is damaged.") from None
    try:
        yield page
    finally:
        page.close()


def mended(data: bytes) -> bytes | None:
    """The file written anew by a forgiving reader; None where nothing can be saved."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        out = io.BytesIO()
        writer.write(out)
    # pypdf meets damage with errors of every kind, its own and Python's.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        return None
    except RecursionError:  # a page tree that contains itself
        return None
    return out.getvalue() if writer.pages else None
