"""Binding: every page stands there, numbered and stamped; odd files are named, never fatal."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from casebook.records import Exhibit
from templates.binding import BoundExhibit, bind
from templates.exhibit_pages import CannotBind, page_count, pages_of
from templates.packets import build
from templates.readback import text_of
from templates.stamps import Stamp, stamps
from tests.templates.cases import STUDIO, TODAY, case, claim_of, one_page_pdf, photo


def exhibit(
    data: bytes, letter: str = "A", page_range: tuple[int, int] | None = None
) -> BoundExhibit:
    record = Exhibit(
        letter=letter,
        title="Receipt & more of September 8, 2026",
        document_id="doc_1",
        sha256=None,
        page_range=page_range,
    )
    return BoundExhibit(exhibit=record, data=data)


def page_text(pdf: bytes, number: int) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return str(document[number - 1].get_textpage().get_text_bounded())
    finally:
        document.close()


def darkness(pdf: bytes, number: int) -> Image.Image:
    document = pdfium.PdfDocument(pdf)
    try:
        picture: Image.Image = document[number - 1].render(scale=0.5).to_pil().convert("L")
        return picture
    finally:
        document.close()


def rotated(pdf: bytes, degrees: int) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            page.rotate(degrees, relative=False)
        opened.save(made)
    return made.getvalue()


def locked(pdf: bytes, user: str) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(made, encryption=pikepdf.Encryption(user=user, owner="owner"))
    return made.getvalue()


def form() -> bytes:
    """A form whose field holds a value without any appearance to show it."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(612, 792))
    canvas.acroForm.textfield(name="dx", value="M17.11 osteoarthritis", x=72, y=600, width=300)
    canvas.showPage()
    canvas.save()
    stripped = BytesIO()
    with pikepdf.open(BytesIO(made.getvalue())) as opened:
        for field in opened.Root.AcroForm.Fields:
            if "/AP" in field:
                del field["/AP"]
        opened.Root.AcroForm.NeedAppearances = True
        opened.save(stripped)
    return stripped.getvalue()


def test_every_page_is_numbered_and_every_exhibit_page_stamped() -> None:
    bound = bind(
        one_page_pdf("front", 2),
        [exhibit(one_page_pdf("letter", 2)), exhibit(one_page_pdf("receipt"), "B")],
    )
    assert page_count(bound) == 5
    for number in range(1, 6):
        assert f"{number} of 5" in page_text(bound, number)
    assert "EXHIBIT" not in page_text(bound, 2)
    assert "EXHIBIT A" in page_text(bound, 4) and "letter 2" in page_text(bound, 4)
    assert "EXHIBIT B" in page_text(bound, 5)


def test_exhibits_are_bookmarks_and_the_document_has_title_and_language() -> None:
    bound = bind(one_page_pdf("front"), [exhibit(one_page_pdf("letter"))], "Reimbursement packet 7")
    with pikepdf.open(BytesIO(bound)) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [
                "Exhibit A – Receipt & more of September 8, 2026"
            ]
        assert str(pdf.Root.Lang) == "en-US"
        assert str(pdf.docinfo["/Title"]) == "Reimbursement packet 7"


def test_the_stamp_covers_nothing_of_the_exhibit() -> None:
    # The test page's frame reaches to 20 points from the edge; below it the strip is free.
    page = darkness(bind(one_page_pdf("front"), [exhibit(one_page_pdf("letter"))]), 2)
    middle = page.crop((page.width // 2, 0, page.width // 2 + 1, page.height))
    ink = middle.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert ink is not None
    frame_bottom = ink[3]
    assert frame_bottom < (792 - 46) / 2


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_stands_as_a_viewer_shows_it(degrees: int) -> None:
    source = rotated(one_page_pdf("turned"), degrees)
    bound = bind(one_page_pdf("front"), [exhibit(source)])
    with pikepdf.open(BytesIO(bound)) as pdf:
        width, height = (float(edge) for edge in pdf.pages[1].mediabox[2:])
    assert (width > height) == (degrees in (90, 270))
    assert "turned 1" in page_text(bound, 2)
    edge = darkness(bound, 2).getbbox()
    assert edge is not None


def test_a_jpeg_is_bound_without_being_compressed_again() -> None:
    data = photo("JPEG")
    with pikepdf.open(BytesIO(pages_of(data))) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.read_raw_bytes() == data


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF"])
def test_pictures_fill_an_upright_letter_page(format: str) -> None:
    made = pages_of(photo(format))
    assert page_count(made) == 1
    with pikepdf.open(BytesIO(made)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    box = darkness(made, 1).point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None and box[2] - box[0] > 280


def test_a_phone_photo_stands_upright_as_its_exif_says() -> None:
    picture, made = Image.open(BytesIO(photo(size=(1200, 900)))), BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees to see it
    picture.save(made, "JPEG", exif=exif)
    bound = bind(one_page_pdf("front"), [exhibit(made.getvalue())])
    with pikepdf.open(BytesIO(bound)) as pdf:
        width, height = (float(edge) for edge in pdf.pages[1].mediabox[2:])
    assert height > width


def test_a_see_through_picture_stands_on_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (200, 300), (0, 0, 0, 0)).save(made, "PNG")
    assert darkness(pages_of(made.getvalue()), 1).getextrema() == (255, 255)


def test_all_frames_of_a_fax_are_bound_or_those_of_its_document() -> None:
    frames = [Image.new("1", (600, 800), number % 2) for number in range(4)]
    made = BytesIO()
    frames[0].save(made, "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    assert page_count(pages_of(made.getvalue())) == 4
    assert page_count(pages_of(made.getvalue(), (2, 3))) == 2


def test_the_values_of_a_form_are_printed_even_without_appearances() -> None:
    assert "M17.11 osteoarthritis" in text_of(pages_of(form()))


def test_a_page_range_takes_those_pages_only() -> None:
    pages = pages_of(one_page_pdf("page", 5), (2, 3))
    text = text_of(pages)
    assert "page 2" in text and "page 3" in text and "page 1" not in text
    with pytest.raises(CannotBind, match="not in the file"):
        pages_of(one_page_pdf("page", 2), (5, 6))


def test_a_file_locked_for_editing_only_is_bound_and_one_with_a_password_is_named() -> None:
    assert page_count(pages_of(locked(one_page_pdf("open"), ""))) == 1
    with pytest.raises(CannotBind, match="Exhibit C cannot be bound: it is protected"):
        bind(one_page_pdf("front"), [exhibit(locked(one_page_pdf("shut"), "secret"), "C")])


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 and nothing", b"just text", b"\xff\xd8\xff\xe0broken", b"\x89PNG\r\n"]
)
def test_a_damaged_file_is_named_and_its_bytes_not_quoted(data: bytes) -> None:
    with pytest.raises(CannotBind) as caught:
        pages_of(data)
    assert "scan it anew" in str(caught.value) or "scan it" in str(caught.value)
    assert "nothing" not in str(caught.value)


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(CannotBind, match="at most 200"):
        pages_of(one_page_pdf("page", 201))


def test_a_draft_is_marked_on_every_page() -> None:
    bound = bind(one_page_pdf("front"), [exhibit(photo())], draft=True)
    for number in (1, 2):
        assert page_text(bound, number).count("DRAFT — NOT READY TO SUBMIT") == 2
    assert "DRAFT" not in text_of(bind(one_page_pdf("front"), [exhibit(photo())]))


def test_stamps_bring_their_fonts_with_them() -> None:
    with pikepdf.open(BytesIO(stamps([Stamp(1, 1, 612, 792, "Exhibit A", "Receipt")]))) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        fonts = [each for each in objects if each.get("/Type") == "/Font"]
        assert fonts and all("/FontFile2" in each.FontDescriptor for each in fonts)


def test_a_bound_packet_keeps_tags_title_language_and_bookmarks() -> None:
    whole = case()
    built = build(
        whole,
        claim_of(whole),
        [exhibit(one_page_pdf("receipt"))],
        (),
        STUDIO,
        TODAY,
        "ready",
        "packet_1",
    )
    with pikepdf.open(BytesIO(built.pdf)) as pdf, pdf.open_outline() as outline:
        assert bool(pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en-US" and str(pdf.docinfo["/Title"]).endswith("packet_1")
        titles = [item.title for item in outline.root]
        assert titles[-1] == "Exhibit A – Receipt & more of September 8, 2026" and len(titles) > 1


def test_an_exhibit_that_cannot_be_opened_makes_the_packet_a_draft() -> None:
    def built(data: bytes) -> tuple[str, set[str]]:
        whole = case()
        parts = [exhibit(data)]
        made = build(whole, claim_of(whole), parts, (), STUDIO, TODAY, "ready", "packet_1")
        return made.status, {each.rule.id for each in made.verdicts}

    assert built(b"no document") == ("draft", {"exhibit.bound"})
    assert built(one_page_pdf("receipt")) == ("ready", set())
