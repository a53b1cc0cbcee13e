"""PDF files: text layers, form values, turned pages, damaged and locked files."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

from extractors.errors import Unreadable
from extractors.options import ReadOptions
from extractors.pages import embedded_files, notices, open_pages
from tests.extractors.pages.drawing import (
    LETTER_TEXT,
    form_pdf,
    letter_picture,
    saved,
    text_pdf,
    xfa_pdf,
)

OPTIONS = ReadOptions(jobs=1)
PLACED = tuple((72.0, 100.0 + 20 * number, line) for number, line in enumerate(LETTER_TEXT))


def test_text_layer_gives_words_where_they_stand() -> None:
    (page,) = open_pages(text_pdf(PLACED), OPTIONS)
    assert page.engine == "text layer"
    assert [line.text for line in page.lines] == list(LETTER_TEXT)
    left, top, _, bottom = page.lines[2].words[0].box
    assert left == pytest.approx(72, abs=1.5)
    assert top < 140 <= bottom + 1
    assert 8 < bottom - top < 20


def test_turned_page_is_read_upright() -> None:
    (page,) = open_pages(text_pdf(PLACED, rotate=90), OPTIONS)
    # The viewer shows it lying on its side: the reader sets it up again.
    assert (round(page.width), round(page.height)) == (612, 792)
    assert page.lines[0].text == LETTER_TEXT[0]
    assert page.lines[0].box[0] == pytest.approx(72, abs=2)


def test_crop_and_inherited_media_box_are_honoured() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(text_pdf(PLACED))))
    page = writer.pages[0]
    parent = page["/Parent"].get_object()
    assert isinstance(parent, DictionaryObject)
    parent[NameObject("/MediaBox")] = ArrayObject([FloatObject(at) for at in (0, 0, 595, 842)])
    del page[NameObject("/MediaBox")]
    page[NameObject("/CropBox")] = ArrayObject([FloatObject(at) for at in (20, 0, 595, 812)])
    out = io.BytesIO()
    writer.write(out)
    (read,) = open_pages(out.getvalue(), OPTIONS)
    assert (round(read.width), round(read.height)) == (575, 812)
    left, top, _, bottom = read.lines[0].words[0].box
    assert left == pytest.approx(72 - 20, abs=1.5)
    assert top < 100 + 20 <= bottom + 1


def test_form_values_are_read_without_appearance_streams() -> None:
    (page,) = open_pages(form_pdf(), OPTIONS)
    form = [word for word in page.words if word.origin == "form"]
    assert [word.text for word in form] == ["Dana", "Whitfield", "☒", "☐"]
    label = next(word for word in page.words if word.text == "name:")
    assert abs(form[0].middle - label.middle) < 6
    assert form[0].box[0] > label.box[2]


def test_invisible_text_without_a_picture_is_not_read() -> None:
    (page,) = open_pages(text_pdf(PLACED, mode=3), OPTIONS)
    assert page.words == ()


def test_text_drawn_twice_is_read_once() -> None:
    doubled = PLACED + tuple((x + 0.3, y, text) for x, y, text in PLACED)
    (page,) = open_pages(text_pdf(doubled), OPTIONS)
    assert page.text.count("Whitfield") == 1


def test_picture_beside_text_is_recognised_too() -> None:
    scan = PdfReader(io.BytesIO(saved(letter_picture(150), "PDF", resolution=150)))
    header = PdfReader(io.BytesIO(text_pdf(((72, 40, "FAX 555-0142 PAGE 1"),))))
    writer = PdfWriter()
    page = writer.add_page(scan.pages[0])
    page.merge_page(header.pages[0])
    out = io.BytesIO()
    writer.write(out)
    (read,) = open_pages(out.getvalue(), OPTIONS)
    assert "FAX 555-0142" in read.text
    assert "Dana Whitfield" in read.text


def test_broken_cross_references_are_mended() -> None:
    data = text_pdf(PLACED)
    start = data.rindex(b"startxref")
    (page,) = open_pages(data[:start] + b"startxref\n99\n%%EOF", OPTIONS)
    assert "Dana Whitfield" in page.text


def test_locked_file_names_the_remedy() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(text_pdf(PLACED))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Unreadable) as refused:
        open_pages(out.getvalue(), OPTIONS)
    assert refused.value.code == "file.encrypted"
    assert "password" in refused.value.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"\x00" * 64, "file.empty"),
        (b"%PDF-1.7\nnothing follows", "file.damaged"),
        (b"hello, this is a note", "file.unknown_format"),
        (b"PK\x03\x04rest of a zip", "file.unknown_format"),
        (b"\x89PNG\r\n\x1a\nbroken", "file.damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        open_pages(data, OPTIONS)
    assert refused.value.code == code


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        open_pages(text_pdf(PLACED, PLACED, PLACED), ReadOptions(max_pages=2))
    assert refused.value.code == "file.too_many_pages"


def test_files_inside_the_file_are_counted() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(text_pdf(PLACED))))
    writer.add_attachment("invoice.pdf", text_pdf(PLACED))
    out = io.BytesIO()
    writer.write(out)
    assert embedded_files(out.getvalue()) == 1
    (told,) = notices(out.getvalue())
    assert told.code == "file.attachments"
    assert "1 file inside that was not read" in told.message
    assert embedded_files(text_pdf(PLACED)) == 0
    assert embedded_files(b"no PDF at all") == 0


def test_a_form_that_only_adobe_shows_is_refused_with_the_remedy() -> None:
    shell = xfa_pdf(
        (72, 100, "Please wait..."), (72, 120, "Get the latest version at www.adobe.com/go/reader")
    )
    with pytest.raises(Unreadable, match="print it to a new PDF") as refused:
        open_pages(shell, OPTIONS)
    assert refused.value.code == "file.xfa"


def test_a_dynamic_form_with_pages_of_its_own_is_read_with_a_warning() -> None:
    data = xfa_pdf(*PLACED)
    (page,) = open_pages(data, OPTIONS)
    assert "Dana Whitfield" in page.text
    assert [problem.code for problem in notices(data)] == ["file.xfa"]
    assert notices(text_pdf(PLACED)) == ()
