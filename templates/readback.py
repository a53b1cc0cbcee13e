"""Reads a finished PDF back and says what of its context does not stand in it.

A value may be broken over lines and columns, hyphens may be added or turned:
both sides are compared without spaces, hyphens and marks of direction. (PDFium
reads a hyphen at a line's end as U+0002.)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import pypdfium2 as pdfium

_NOT_COMPARED = re.compile(
    r"[\s\x02\u00ad\u2010\u2011\ufffe\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069-]+"
)
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_PICTURES = re.compile("[\U00010000-\U0010ffff\u2600-\u27bf\ufe0e\ufe0f]")


def missing(pdf: bytes, values: Iterable[str]) -> tuple[str, ...]:
    """The values that cannot be found in the PDF's text, in their order; empty when all are.

    Raises pypdfium2.PdfiumError when the bytes are no PDF.
    """
    text = _comparable(text_of(pdf))
    letters = Counter(text)
    return tuple(value for value in values if not _stands(_comparable(value), text, letters))


def text_of(pdf: bytes) -> str:
    """The text of all pages, page after page."""
    return "\n".join(texts_of(pdf))


def texts_of(pdf: bytes) -> tuple[str, ...]:
    """The text of each page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return tuple(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _comparable(text: str) -> str:
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text))


def _stands(value: str, text: str, letters: Counter[str]) -> bool:
    if value in text:
        return True
    if _PICTURES.search(value):
        # Emoji come from another font and are read after the line they stand in.
        plain = _PICTURES.sub("", value)
        there = not Counter(_PICTURES.findall(value)) - letters
        return there and _stands(plain, _PICTURES.sub("", text), letters)
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in value):
        # PDF text of right-to-left scripts comes in the order of the eye, run by run.
        return not Counter(value) - letters
    return bool(_in_column(value, text))


def _in_column(value: str, text: str) -> bool:
    """Whether the value stands there in pieces: a page break inside it lets a footer in between."""
    if len(value) < 60:
        return False
    at, piece = 0, 20
    for start in range(0, len(value), piece):
        found = text.find(value[start : start + piece], at)
        if found < 0:
            return False
        at = found
    return True
