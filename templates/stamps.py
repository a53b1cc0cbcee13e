"""What binding prints over the pages: page numbers, exhibit stamps, the draft's watermark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from matplotlib.font_manager import FontProperties, findfont
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from templates.wording import clean

STRIP = 46.0
"""Points at the foot of every page that are kept free for the stamp."""

_SIDE, _BASE = 54.0, 24.0
_INK = Color(0.12, 0.25, 0.33)
_GRAY = Color(0.36, 0.40, 0.43)
_DRAFT = Color(0.54, 0.11, 0.11, alpha=0.16)
_DRAFT_SOLID = Color(0.54, 0.11, 0.11)


@dataclass(frozen=True)
class Stamp:
    """One page's stamp. `exhibit` and `title` are empty on the front; sizes in points."""

    number: int
    of: int
    width: float
    height: float
    exhibit: str = ""
    title: str = ""


def stamps(pages: Sequence[Stamp], draft: str = "") -> bytes:
    """A PDF with one transparent page per stamp, to be laid over the bound pages.

    draft: the watermark's words; empty for none.
    """
    regular, bold = _fonts()
    made = BytesIO()
    canvas = _canvas(made, regular)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        if draft:
            _watermark(canvas, page, draft, bold)
        if page.exhibit:
            _exhibit(canvas, page, regular, bold)
        canvas.setFont(regular, 8.5)
        canvas.setFillColor(_GRAY)
        canvas.drawRightString(page.width - _SIDE, _BASE, f"{page.number} of {page.of}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _exhibit(canvas: Canvas, page: Stamp, regular: str, bold: str) -> None:
    label = page.exhibit.upper()
    width = pdfmetrics.stringWidth(label, bold, 10) + 16
    canvas.setStrokeColor(_INK)
    canvas.setFillColor(_INK)
    canvas.setLineWidth(1)
    canvas.roundRect(_SIDE, _BASE - 7, width, 20, 3, stroke=1, fill=0)
    canvas.setFont(bold, 10)
    canvas.drawString(_SIDE + 8, _BASE - 0.5, label)
    canvas.setFillColor(_GRAY)
    canvas.setFont(regular, 8.5)
    room = page.width - 2 * _SIDE - width - 80
    canvas.drawString(_SIDE + width + 8, _BASE, _fitting(page.title, regular, room))


def _fitting(title: str, font: str, room: float) -> str:
    """The title as far as it fits on one line; the index on the front holds all of it."""
    text = " ".join(clean(title).split())
    if pdfmetrics.stringWidth(text, font, 8.5) <= room:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", font, 8.5) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _watermark(canvas: Canvas, page: Stamp, words: str, bold: str) -> None:
    canvas.saveState()
    canvas.setFillColor(_DRAFT)
    diagonal = (page.width**2 + page.height**2) ** 0.5
    size = 0.74 * diagonal / pdfmetrics.stringWidth(words, bold, 1)
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(52 if page.height > page.width else 38)
    canvas.setFont(bold, size)
    canvas.drawCentredString(0, -size / 3, words)
    canvas.restoreState()
    canvas.setFillColor(_DRAFT_SOLID)
    canvas.setFont(bold, 8)
    canvas.drawCentredString(page.width / 2, page.height - 18, words)


def _canvas(made: BytesIO, font: str) -> Canvas:
    # Without a font of its own, every page would name Helvetica, which is not embedded.
    return Canvas(made, pagesize=(612, 792), initialFontName=font)  # type: ignore[arg-type]  # its stubs say float


@cache
def _fonts() -> tuple[str, str]:
    """Registers the house's font for reportlab; returns the names of regular and bold."""
    names = []
    for weight in ("normal", "bold"):
        wanted = FontProperties(family=["Liberation Sans", "DejaVu Sans"], weight=weight)
        name = f"Stamp-{weight}"
        pdfmetrics.registerFont(TTFont(name, findfont(wanted)))
        names.append(name)
    return names[0], names[1]


def sheet(heading: str, sentence: str) -> bytes:
    """A Letter page that stands where an exhibit could not be bound, and says why."""
    regular, bold = _fonts()
    made = BytesIO()
    canvas = _canvas(made, regular)
    canvas.setFillColor(_INK)
    canvas.setFont(bold, 16)
    canvas.drawString(72, 640, heading)
    canvas.setFont(regular, 11)
    for number, line in enumerate(simpleSplit(clean(sentence), regular, 11, 468)):
        canvas.drawString(72, 612 - 15 * number, line)
    canvas.save()
    return made.getvalue()
