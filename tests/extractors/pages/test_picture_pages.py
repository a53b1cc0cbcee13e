"""Scans, faxes and photographs: formats, turning, straightening, resolution."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from extractors.errors import Unreadable
from extractors.options import ReadOptions
from extractors.page import Page
from extractors.pages import open_pages
from extractors.pages.images import sheets_of_image
from extractors.pages.preparing.paper import corners_of_paper
from tests.extractors.pages.drawing import LETTER_TEXT, letter_picture, photographed, saved

OPTIONS = ReadOptions(jobs=1)


def _share_found(page: Page) -> float:
    wanted = " ".join(LETTER_TEXT).split()
    found = {word.text for word in page.words}
    return sum(word in found for word in wanted) / len(wanted)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_formats_are_told_by_content(kind: str) -> None:
    (page,) = open_pages(saved(letter_picture(150), kind), OPTIONS)
    assert _share_found(page) > 0.9


def test_heic_is_read() -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    (page,) = open_pages(saved(letter_picture(150).convert("RGB"), "HEIF"), OPTIONS)
    assert _share_found(page) > 0.9


def test_every_page_of_a_tiff_is_read_in_order() -> None:
    pages = [letter_picture(200, (f"This is the page number {n} of three",)) for n in (1, 2, 3)]
    data = saved(
        pages[0].convert("1"),
        "TIFF",
        save_all=True,
        append_images=[page.convert("1") for page in pages[1:]],
        compression="group4",
        dpi=(200, 200),
    )
    read = open_pages(data, ReadOptions(jobs=2))
    assert [page.number for page in read] == [1, 2, 3]
    assert ["number 2" in page.text for page in read] == [False, True, False]


def test_boxes_are_in_points_of_the_page() -> None:
    (page,) = open_pages(saved(letter_picture(200), "PNG", dpi=(200, 200)), OPTIONS)
    assert (round(page.width), round(page.height)) == (612, 792)
    assert page.words[0].text == "Cedar"
    assert page.words[0].box[0] == pytest.approx(72, abs=3)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_scans_are_set_upright(degrees: int) -> None:
    turned = letter_picture(150).rotate(degrees, expand=True)
    (page,) = open_pages(saved(turned, "PNG", dpi=(150, 150)), OPTIONS)
    assert _share_found(page) > 0.9
    assert page.width < page.height


def test_leaning_scan_is_straightened() -> None:
    leaning = letter_picture(150).rotate(4, fillcolor=255)
    (page,) = open_pages(saved(leaning, "PNG", dpi=(150, 150)), OPTIONS)
    assert _share_found(page) > 0.9
    line = next(line for line in page.lines if "supervised" in line.text)
    assert line.box[3] - line.box[1] < 16


def test_camera_orientation_is_honoured() -> None:
    image = letter_picture(150).rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to view
    (page,) = open_pages(saved(image, "JPEG", exif=exif), OPTIONS)
    assert _share_found(page) > 0.9


def test_photo_is_cut_to_the_paper() -> None:
    (page,) = open_pages(saved(photographed(letter_picture(150)), "JPEG", quality=80), OPTIONS)
    assert page.engine == "rapidocr"
    assert _share_found(page) > 0.9
    assert page.height / page.width == pytest.approx(11 / 8.5, abs=0.15)


def test_a_hard_shadow_is_not_the_edge_of_the_paper() -> None:
    lines = tuple("Cold pack for knees, one piece  8.99" for _ in range(14))
    slip = letter_picture(120, lines).crop((100, 60, 700, 560))
    table = Image.new("L", (800, 700), 60)
    table.paste(slip, (100, 100))
    pixels = np.asarray(table).astype(np.float32)
    pixels[:, 420:] *= 0.42  # the telephone's own shadow
    picture = Image.fromarray(pixels.astype(np.uint8))
    seen = np.asarray(picture)
    corners = corners_of_paper(seen)
    assert corners is None or corners[:, 0].max() > 600


def test_blank_page_has_no_words_and_asks_no_engine() -> None:
    (page,) = open_pages(saved(Image.new("L", (1275, 1650), 255), "PNG"), OPTIONS)
    assert page.words == ()
    assert page.quality == 1.0


def test_picture_of_the_upright_page_can_be_asked_for() -> None:
    turned = letter_picture(150).rotate(90, expand=True)
    (page,) = open_pages(saved(turned, "PNG", dpi=(150, 150)), OPTIONS)
    assert page.picture is not None
    picture = page.picture(72)
    assert picture.shape == (792, 612)
    assert picture[60:250].min() < 120 < picture[500:].min()


def test_cut_off_file_is_read_as_far_as_it_goes() -> None:
    data = saved(letter_picture(150), "JPEG")
    (page,) = open_pages(data[: len(data) * 3 // 4], OPTIONS)
    assert "Dana Whitfield" in page.text


def test_clear_background_becomes_white() -> None:
    image = letter_picture(150)
    clear = Image.new("RGBA", image.size, (0, 0, 0, 0))
    clear.putalpha(image.point(lambda level: 255 - level))
    out = io.BytesIO()
    clear.save(out, "PNG")
    (page,) = open_pages(out.getvalue(), OPTIONS)
    assert _share_found(page) > 0.9


def test_a_page_without_time_has_no_lines_and_says_so() -> None:
    data = saved(letter_picture(150), "PNG")
    (page,) = open_pages(data, ReadOptions(jobs=1, page_seconds=0.5))
    assert page.lines == ()
    assert page.quality == 0.0


def _tiff_of_three_pages() -> bytes:
    written = io.BytesIO()
    page = Image.effect_noise((300, 300), 80)
    page.save(written, "TIFF", save_all=True, append_images=[page, page], compression="tiff_lzw")
    return written.getvalue()


def test_a_tiff_whose_list_of_pages_is_cut_off_is_damaged() -> None:
    whole = _tiff_of_three_pages()
    with pytest.raises(Unreadable) as refusal:
        sheets_of_image(whole[: len(whole) * 2 // 3], 10)
    assert refusal.value.code == "file.damaged"


def test_a_whole_tiff_has_all_its_pages() -> None:
    assert len(sheets_of_image(_tiff_of_three_pages(), 10)) == 3
