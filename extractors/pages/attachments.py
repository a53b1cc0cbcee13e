"""Files carried inside a PDF: a portfolio's parts, a mail's attachments.

They are not read as pages of the document; whoever files it must be told that
there is more in it.
"""

from __future__ import annotations

from extractors.errors import Unreadable
from extractors.pages.formats import detect
from extractors.pages.pdfium import opened


def embedded_files(data: bytes) -> int:
    """How many files the PDF carries; 0 for anything that is no readable PDF."""
    import pypdfium2.raw as pdfium

    try:
        if detect(data) != "pdf":
            return 0
        with opened(data) as document:
            return max(0, int(pdfium.FPDFDoc_GetAttachmentCount(document.raw)))
    except Unreadable:
        return 0
