"""XFA: forms that Adobe's reader draws from a description inside the PDF.

The pages of a dynamic one hold nothing but "Please wait …": no other program
shows, or reads, what was filled in.
"""

from __future__ import annotations

from typing import Any

from extractors.errors import Unreadable

_REMEDY = "Open it in Adobe Reader, print it to a new PDF and drop that."
_MAKER = "adobe"
"""Every language's placeholder page sends its reader to adobe.com."""


def refuse_placeholder(document: Any) -> None:
    """Raises Unreadable "file.xfa" where an open pypdfium2 document shows a placeholder only."""
    import pypdfium2.raw as pdfium

    if document.get_formtype() != pdfium.FORMTYPE_XFA_FULL:
        return
    page = document[0]
    text = page.get_textpage()
    try:
        said = text.get_text_bounded()
    finally:
        text.close()
        page.close()
    if _MAKER in said.casefold() or not said.strip():
        raise Unreadable(
            "file.xfa", f"This PDF is a dynamic form that only Adobe Reader can show. {_REMEDY}"
        )


def is_dynamic(document: Any) -> bool:
    """Whether parts of an open document may only show in Adobe's reader."""
    import pypdfium2.raw as pdfium

    return bool(document.get_formtype() == pdfium.FORMTYPE_XFA_FULL)
