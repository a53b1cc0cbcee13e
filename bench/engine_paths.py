"""The ways of recognising a page that the bench compares, and how many words each finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image

from extractors.engines.rapid import Rapid
from extractors.engines.tesseract import Tesseract
from extractors.options import ReadOptions
from extractors.pages import open_pages
from extractors.pages.formats import detect
from extractors.pages.images import sheets_of_image
from extractors.pages.pdf import sheets_of_pdf
from extractors.pages.recognising import read_by
from extractors.pages.sheet import Sheet

OPTIONS = ReadOptions(jobs=1)
_PLAIN_DPI = 300.0
_EDGES = "\"'“”‘’()[]{}<>.,;:!?*#_-–—|"

Recognise = Callable[[Path], str]
"""A file in, the text of its pages out."""


def plain_tesseract(path: Path) -> str:
    """What Tesseract reads when nobody helps it: the picture as it is, a PDF at 300 dpi."""
    import pytesseract

    pictures = (
        [Image.open(path)]
        if detect(path.read_bytes()) != "pdf"
        else [Image.fromarray(sheet.render(_PLAIN_DPI)) for sheet in _sheets(path)]
    )
    return "\n".join(str(pytesseract.image_to_string(picture)) for picture in pictures)


def our_tesseract(path: Path) -> str:
    """Tesseract alone on the upright, cleaned page at the resolution chosen for it."""
    return _by(Tesseract(), path)


def our_rapidocr(path: Path) -> str:
    """RapidOCR alone on the upright, cleaned page at the resolution chosen for it."""
    return _by(Rapid(), path)


def chosen(path: Path) -> str:
    """The engine that the page's looks choose, and the other one where it reads badly."""
    return "\n".join(page.text for page in open_pages(path.read_bytes(), OPTIONS))


PATHS: dict[str, Recognise] = {
    "plain Tesseract": plain_tesseract,
    "Tesseract": our_tesseract,
    "RapidOCR": our_rapidocr,
    "chosen per page": chosen,
}


def found(truth: Iterable[str], text: str) -> tuple[int, int]:
    """(words found, words there): each word of the truth must stand in the text as a word of its
    own, as often as it stands in the truth; case and the marks around it do not count."""
    wanted, read = _counted(truth), _counted([text])
    return sum(min(count, read[word]) for word, count in wanted.items()), wanted.total()


def _counted(texts: Iterable[str]) -> Counter[str]:
    words = (word.strip(_EDGES) for text in texts for word in re.split(r"\s+", text.casefold()))
    return Counter(word for word in words if word)


def _by(engine: Tesseract | Rapid, path: Path) -> str:
    return "\n".join(
        " ".join(word.text for word in read_by(engine, sheet, OPTIONS)) for sheet in _sheets(path)
    )


def _sheets(path: Path) -> tuple[Sheet, ...]:
    data = path.read_bytes()
    opener = sheets_of_pdf if detect(data) == "pdf" else sheets_of_image
    return opener(data, OPTIONS.max_pages)
