"""Real files for the tests of reading: small PDFs and pictures, drawn on the spot."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
LETTER_TEXT = (
    "Cedar Hollow Clinic",
    "Date: June 7, 2026",
    "Patient: Dana Whitfield",
    "I refer this patient for a supervised exercise program",
    "of three sessions a week over twelve weeks, because the",
    "knee has been stiff and weak since the operation in May.",
    "Please keep the heart rate under one hundred and thirty.",
)

Placed = tuple[float, float, str]
"""Left and baseline in points from the top left, and the text."""


def text_pdf(*pages: tuple[Placed, ...], rotate: int = 0, mode: int = 0, size: float = 12) -> bytes:
    """A PDF in Helvetica. mode: the text rendering mode, 3 for invisible."""
    writer = PdfWriter()
    for placed in pages:
        page = writer.add_blank_page(612, 792)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        drawn = "".join(
            f"BT /F1 {size} Tf {mode} Tr 1 0 0 1 {x} {792 - y} Tm ({text}) Tj ET\n"
            for x, y, text in placed
        )
        stream = StreamObject()
        stream.set_data(drawn.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        if rotate:
            page.rotate(rotate)
    return _written(writer)


def form_pdf() -> bytes:
    """A label, a text field without appearance stream, and a ticked and an empty box."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(text_pdf(((72, 100, "Patient name:"),)))))
    page = writer.pages[0]
    fields = ArrayObject()
    for name, kind, value, left in (
        ("name", "/Tx", TextStringObject("Dana Whitfield"), 170),
        ("cleared", "/Btn", NameObject("/Yes"), 350),
        ("restricted", "/Btn", NameObject("/Off"), 400),
    ):
        width = 150 if kind == "/Tx" else 14
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject(kind),
                NameObject("/T"): TextStringObject(name),
                NameObject("/V"): value,
                NameObject("/Rect"): ArrayObject(
                    [FloatObject(at) for at in (left, 688, left + width, 702)]
                ),
                NameObject("/F"): FloatObject(4),
            }
        )
        if kind == "/Btn":
            states = DictionaryObject(
                {
                    NameObject("/Yes"): writer._add_object(_empty_form()),
                    NameObject("/Off"): writer._add_object(_empty_form()),
                }
            )
            field[NameObject("/AS")] = value
            field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): states})
        fields.append(writer._add_object(field))
    page[NameObject("/Annots")] = fields
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): fields, NameObject("/NeedAppearances"): BooleanObject(True)}
    )
    return _written(writer)


def xfa_pdf(*placed: Placed) -> bytes:
    """A dynamic XFA form whose one page shows these words to any reader but Adobe's."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(text_pdf(placed))))
    description = StreamObject()
    description.set_data(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>")
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): writer._add_object(description)}
    )
    writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)
    return _written(writer)


def letter_picture(dpi: int = 200, lines: tuple[str, ...] = LETTER_TEXT) -> Image.Image:
    """A letter page in gray with these lines at 12 points, from one inch down."""
    image = Image.new("L", (round(8.5 * dpi), 11 * dpi), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, round(12 / 72 * dpi))
    for number, line in enumerate(lines):
        draw.text((dpi, dpi + number * 20 / 72 * dpi), line, font=font, fill=0)
    return image


def photographed(page: Image.Image) -> Image.Image:
    """The page lying on a dark table, seen askew, with a shadow across it."""
    width, height = page.size
    table = Image.new("L", (round(width * 1.4), round(height * 1.3)), 70)
    corners = (0.12, 0.06, 0.10, 0.93, 0.88, 0.90, 0.84, 0.10)
    at = [share * (table.size[index % 2]) for index, share in enumerate(corners)]
    import cv2

    source = np.array([[0, 0], [0, height], [width, height], [width, 0]], np.float32)
    target = np.array(at, np.float32).reshape(4, 2)
    matrix = cv2.getPerspectiveTransform(source, target)
    warped = cv2.warpPerspective(
        np.asarray(page), matrix, table.size, dst=np.array(table), borderMode=cv2.BORDER_TRANSPARENT
    )
    shadow = np.linspace(1.0, 0.7, table.size[0])[None, :]
    return Image.fromarray((warped * shadow).astype(np.uint8))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _empty_form() -> StreamObject:
    stream = StreamObject()
    stream.set_data(b"")
    stream[NameObject("/Type")] = NameObject("/XObject")
    stream[NameObject("/Subtype")] = NameObject("/Form")
    stream[NameObject("/BBox")] = ArrayObject([FloatObject(at) for at in (0, 0, 14, 14)])
    return stream


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
