"""Pixels into files, as scanners, fax servers and telephones save them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import cv2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.drawing.damage import Pixels


def jpeg(pixels: Pixels, quality: int = 72, dpi: int = 200, *, gray: bool = False) -> bytes:
    """A JPEG with its resolution."""
    picture = Image.fromarray(pixels)
    out = io.BytesIO()
    if gray:
        picture = picture.convert("L")
    picture.save(out, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def png(pixels: Pixels, dpi: int = 200, colors: int = 32) -> bytes:
    """A PNG of few gray levels, as office scanners save receipts."""
    out = io.BytesIO()
    picture = Image.fromarray(pixels).convert("L").quantize(colors)
    picture.save(out, "PNG", dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def fax_tiff(pages: Sequence[Pixels], dpi: int = 200) -> bytes:
    """A (multi-page) 1-bit TIFF, CCITT group 4. pages: gray, 0 or 255."""
    first, *rest = [Image.fromarray(page).convert("1", dither=Image.Dither.NONE) for page in pages]
    out = io.BytesIO()
    first.save(out, "TIFF", compression="group4", dpi=(dpi, dpi), save_all=True, append_images=rest)
    return out.getvalue()


def scan_pdf(
    pages: Sequence[Pixels],
    dpi: int = 200,
    quality: int = 60,
    *,
    gray: bool = True,
    turned: int = 0,
) -> bytes:
    """A PDF that holds nothing but pictures, as a copier makes it.

    turned: the sheets lay on the glass turned clockwise by this many degrees
    (0, 90, 180, 270); the file says nothing about it.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setProducer("ScanStation 4200")
    for page in pages:
        if turned:
            way = {
                90: cv2.ROTATE_90_CLOCKWISE,
                180: cv2.ROTATE_180,
                270: cv2.ROTATE_90_COUNTERCLOCKWISE,
            }
            page = cv2.rotate(page, way[turned]).astype("uint8")
        size = (page.shape[1] * 72 / dpi, page.shape[0] * 72 / dpi)
        canvas.setPageSize(size)
        picture = io.BytesIO(jpeg(page, quality, dpi, gray=gray))
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
