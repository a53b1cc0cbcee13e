"""What a person must know about a file besides what its pages say."""

from __future__ import annotations

from casebook.records import Problem
from extractors.errors import Unreadable
from extractors.pages.attachments import embedded_files
from extractors.pages.formats import detect
from extractors.pages.pdfium import opened
from extractors.pages.xfa import is_dynamic


def notices(data: bytes) -> tuple[Problem, ...]:
    """Problems of the file as a whole: files inside it, parts that only Adobe's reader shows.

    Empty for pictures and for files that cannot be opened.
    """
    found = []
    inside = embedded_files(data)
    if inside:
        files = "1 file" if inside == 1 else f"{inside} files"
        found.append(
            Problem(
                code="file.attachments",
                message=f"This PDF carries {files} inside that {'was' if inside == 1 else 'were'} "
                "not read. Save them from a PDF reader and drop them as files of their own.",
            )
        )
    if _is_dynamic(data):
        found.append(
            Problem(
                code="file.xfa",
                message="This PDF is a dynamic form: parts of it may only show in Adobe Reader. "
                "Open it there, print it to a new PDF and drop that.",
            )
        )
    return tuple(found)


def _is_dynamic(data: bytes) -> bool:
    try:
        if detect(data) != "pdf":
            return False
        with opened(data) as document:
            return is_dynamic(document)
    except Unreadable:
        return False
