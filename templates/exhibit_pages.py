"""An original document as pages that can be bound: PDFs flattened, pictures without loss.

The original's bytes are never changed; what is made here is a copy for the
bundle. Form values and notes are burnt into the copy, since a viewer that
collects pages loses form fields.
"""

from __future__ import annotations

from io import BytesIO

import img2pdf
import pikepdf
import pillow_heif
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
from PIL import Image, ImageOps, UnidentifiedImageError

LETTER = (612.0, 792.0)
MOST_PAGES = 200
MOST_PIXELS = 100_000_000
_ODD_PICTURE = (
    img2pdf.ImageOpenError,
    img2pdf.AlphaChannelError,
    img2pdf.JpegColorspaceError,
    img2pdf.UnsupportedColorspaceError,
    img2pdf.ExifOrientationError,
    img2pdf.PdfTooLargeError,
    img2pdf.NegativeDimensionError,
    ValueError,
)
_LOSSLESS_FORMATS = {"JPEG", "PNG", "TIFF", "GIF"}

pillow_heif.register_heif_opener()


class CannotBind(Exception):
    """This exhibit has no pages to bind. The message says why and what to do, never what it says.

    The packet then stays a draft with a sheet in the exhibit's place.
    """

    exit_status = 1


def pages_of(data: bytes, page_range: tuple[int, int] | None = None) -> bytes:
    """A PDF of the document's pages, or of those in `page_range` (from 1, both included).

    Takes PDF, JPEG, PNG, TIFF (all its frames), HEIC, WebP. Raises CannotBind
    for a file that is protected, damaged, empty, too long or no document.
    """
    made = _flattened(data) if b"%PDF-" in data[:1024] else _from_picture(data)
    if page_range is None:
        return made
    with pikepdf.open(BytesIO(made)) as pdf:
        first, last = max(page_range[0], 1), min(page_range[1], len(pdf.pages))
        if first > last:
            raise CannotBind("its pages are not in the file; file the document again")
        del pdf.pages[last:]
        del pdf.pages[: first - 1]
        return _saved(pdf)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has that this house made."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def with_blank_pages(pdf: bytes, number: int) -> bytes:
    """The PDF with blank Letter pages at its end."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for _ in range(number):
            opened.add_blank_page(page_size=LETTER)
        return _saved(opened)


def _flattened(data: bytes) -> bytes:
    """The PDF unlocked (where no password is needed to read it), its form fields made print."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise CannotBind("it is protected by a password; save it without one") from None
        raise CannotBind("the PDF is damaged; print it anew or scan it") from None
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise CannotBind(f"it has {len(document)} pages; at most {MOST_PAGES} are bound")
        document.init_forms()
        for number in range(len(document)):
            page = document[number]
            pdfium_raw.FPDFPage_Flatten(page.raw, pdfium_raw.FLAT_PRINT)
            page.close()
        made = BytesIO()
        document.save(made, flags=pdfium_raw.FPDF_REMOVE_SECURITY)
    except pdfium.PdfiumError:
        raise CannotBind("the PDF is damaged; print it anew or scan it") from None
    finally:
        document.close()
    return made.getvalue()


def _from_picture(data: bytes) -> bytes:
    """A picture on Letter pages, as large as they allow: JPEG and fax data as they are."""
    try:
        with Image.open(BytesIO(data)) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height > MOST_PIXELS:
                raise CannotBind("the picture is too large; scan it at 300 dots per inch")
            if frames > MOST_PAGES:
                raise CannotBind(f"it has {frames} pages; at most {MOST_PAGES} are bound")
            if picture.format in _LOSSLESS_FORMATS and not _see_through(picture):
                try:
                    return _on_letter_pages([data])
                except _ODD_PICTURE:  # an odd profile or compression: by its pixels, below
                    pass
            return _on_letter_pages(_frames(picture, frames))
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        # Pillow reports a broken PNG as SyntaxError.
        raise CannotBind("the file is no picture or PDF that can be read; scan it anew") from None


def _on_letter_pages(pictures: list[bytes]) -> bytes:
    layout = img2pdf.get_layout_fun(
        pagesize=LETTER, fit=img2pdf.FitMode.into, border=(18, 18), auto_orient=True
    )
    made = img2pdf.convert(
        pictures,
        layout_fun=layout,
        rotation=img2pdf.Rotation.ifvalid,
        engine=img2pdf.Engine.pikepdf,
    )
    return bytes(made)


def _see_through(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info


def _frames(picture: Image.Image, number: int) -> list[bytes]:
    """Every frame upright, on white, as PNG."""
    made = []
    for index in range(number):
        picture.seek(index)
        frame = ImageOps.exif_transpose(picture)
        if _see_through(frame):
            clear = frame.convert("RGBA")
            frame = Image.new("RGBA", clear.size, "white")
            frame.alpha_composite(clear)
        out = BytesIO()
        frame.convert("L" if frame.mode in ("1", "L") else "RGB").save(out, "PNG")
        made.append(out.getvalue())
    return made


def _saved(pdf: pikepdf.Pdf) -> bytes:
    made = BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(made)
    return made.getvalue()
