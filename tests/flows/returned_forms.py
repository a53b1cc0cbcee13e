"""Our own form, completed by somebody else's typewriter and pen, and scanned or faxed back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

HEIGHT = 792.0
TYPED = {
    "Treatment (": "Supervised medical exercise: strength and balance training",
    "How this treatment": "Strengthening the quadriceps unloads the joint.",
    "Start of treatment": "11/10/2026",
    "End of treatment": "05/09/2027",
    "Date signed": "11/09/2026",
}
"""What a practitioner types, by how the label begins under which it stands."""


def completed(
    pdf: bytes,
    typed: Mapping[str, str] = TYPED,
    *,
    signed: bool = True,
    by_hand: Sequence[str] = (),
    struck: Sequence[str] = (),
) -> bytes:
    """The PDF with text under labels, a signature, and handwriting beside what was printed.

    by_hand: how the labels begin at which something is written that no engine reads.
    struck: how printed values begin through which a line is drawn.
    """
    with pikepdf.open(io.BytesIO(pdf)) as base:
        for number, page in enumerate(base.pages):
            over = io.BytesIO()
            canvas = Canvas(over, pagesize=(612, HEIGHT))
            for label, text in typed.items():
                for left, bottom in _places(pdf, number, label):
                    canvas.setFont("Helvetica", 10)
                    canvas.drawString(
                        left + 1, bottom - (22 if label == "Date signed" else 13), text
                    )
            for label in by_hand:
                for left, bottom in _places(pdf, number, label):
                    _scribble(canvas, left + 150, bottom - 16, 30)
            for value in struck:
                for left, bottom in _places(pdf, number, value):
                    canvas.setLineWidth(1.2)
                    canvas.line(left - 3, bottom + 2.6, left + 60, bottom + 4.0)
            if signed:
                for left, bottom in _places(pdf, number, "Signature"):
                    _scribble(canvas, left + 8, bottom - 24, 110)
            canvas.showPage()
            canvas.save()
            with pikepdf.open(io.BytesIO(over.getvalue())) as drawn:
                page.add_overlay(drawn.pages[0], None)
        made = io.BytesIO()
        base.save(made)
    return made.getvalue()


def scanned(pdf: bytes, pages: Sequence[int], dpi: int = 200) -> bytes:
    """Gray pages, a little askew and noisy, as a PDF. pages: from 0, in the order of scanning."""
    noise = np.random.default_rng(7)
    taken = []
    for image in _images(pdf, pages, dpi):
        askew = image.convert("L").rotate(
            0.5, fillcolor=255, resample=Image.Resampling.BICUBIC, expand=False
        )
        grey = np.asarray(askew, dtype=float) * 0.97 + noise.normal(
            0, 5, (askew.height, askew.width)
        )
        taken.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)))
    made = io.BytesIO()
    taken[0].save(made, "PDF", save_all=True, append_images=taken[1:], resolution=dpi, quality=80)
    return made.getvalue()


def faxed(pdf: bytes, pages: Sequence[int]) -> bytes:
    """Black and white pages in a fax machine's fine mode (204 by 196 dots an inch), as a TIFF."""
    taken = [
        image.convert("L").resize((1728, 2156)).point(lambda value: 255 if value > 140 else 0)
        for image in _images(pdf, pages, 204)
    ]
    bits = [image.convert("1") for image in taken]
    made = io.BytesIO()
    bits[0].save(
        made,
        "TIFF",
        save_all=True,
        append_images=bits[1:],
        compression="group4",
        dpi=(204, 196),
    )
    return made.getvalue()


def _images(pdf: bytes, pages: Sequence[int], dpi: int) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [document[number].render(scale=dpi / 72).to_pil() for number in pages]
    finally:
        document.close()


def _places(pdf: bytes, number: int, label: str) -> list[tuple[float, float]]:
    """Left and bottom of where the label stands on a page, in points from the bottom left."""
    document = pdfium.PdfDocument(pdf)
    try:
        text = document[number].get_textpage()
        found = []
        whole = text.get_text_range()
        at = whole.find(label)
        while at >= 0:
            if at == 0 or whole[at - 1].isspace():
                left, bottom, _, _ = text.get_charbox(at)
                found.append((left, bottom))
            at = whole.find(label, at + 1)
        return found
    finally:
        document.close()


def _scribble(canvas: Canvas, left: float, middle: float, width: float) -> None:
    """A pen's stroke: up and down, joined, of no letter."""
    canvas.setLineWidth(1.3)
    path = canvas.beginPath()
    path.moveTo(left, middle)
    steps = max(4, int(width / 9))
    for step in range(1, steps + 1):
        x = left + width * step / steps
        y = middle + (9 if step % 2 else -4)
        path.curveTo(x - 7, y - 6, x - 3, y + 5, x, y)
    canvas.drawPath(path, stroke=1, fill=0)
