"""Handwriting told from print, rules and specks."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from extractors.ink import ink_in, signature_area
from extractors.page import Gray, Line, Page, Word
from tests.extractors.pages.drawing import FONT

AREA = (72.0, 380.0, 300.0, 420.0)


def _page(image: Image.Image, words: tuple[Word, ...] = ()) -> Page:
    def picture(dpi: float) -> Gray:
        size = (round(8.5 * dpi), round(11 * dpi))
        return np.asarray(image.resize(size, Image.Resampling.LANCZOS), dtype=np.uint8)

    lines = tuple(Line((word,)) for word in words)
    return Page(number=1, width=612, height=792, lines=lines, picture=picture)


def _paper(level: int = 255) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (1700, 2200), level)
    return image, ImageDraw.Draw(image)


def _sign(draw: ImageDraw.ImageDraw, ink: int = 20) -> None:
    across = np.linspace(250, 650, 120)
    down = 1110 + 35 * np.sin(np.linspace(0, 22, 120)) * np.linspace(1, 0.3, 120)
    draw.line(list(zip(across, down, strict=True)), fill=ink, width=4)


def test_empty_signature_line_is_absent() -> None:
    image, draw = _paper()
    draw.line((210, 1150, 800, 1150), fill=0, width=3)
    assert ink_in(_page(image), AREA) == "absent"


def test_signature_across_a_rule_is_present() -> None:
    image, draw = _paper()
    draw.line((210, 1130, 800, 1130), fill=0, width=3)
    _sign(draw)
    assert ink_in(_page(image), AREA) == "present"


@pytest.mark.parametrize("look", ["faded", "fax", "shadow"])
def test_signature_is_seen_on_poor_paper(look: str) -> None:
    image, draw = _paper(235 if look == "faded" else 255)
    _sign(draw, 175 if look == "faded" else 20)
    if look == "fax":
        image = image.resize((850, 1100)).convert("1", dither=Image.Dither.NONE).convert("L")
    if look == "shadow":
        shade = np.linspace(1.0, 0.5, 1700)[None, :]
        image = Image.fromarray((np.asarray(image) * shade).astype(np.uint8))
    assert ink_in(_page(image), AREA) == "present"


def test_printed_name_is_no_signature() -> None:
    from PIL import ImageFont

    image, draw = _paper()
    draw.text((220, 1090), "Dana Whitfield, MD", font=ImageFont.truetype(FONT, 34), fill=0)
    words = (
        Word("Dana", (78, 391, 112, 408)),
        Word("Whitfield,", (112, 391, 166, 408)),
        Word("MD", (166, 391, 190, 408)),
    )
    assert ink_in(_page(image, words), AREA) == "absent"
    # The same print that no engine read is not taken for a signature either.
    assert ink_in(_page(image), AREA) != "present"


def test_specks_are_absent() -> None:
    image, draw = _paper()
    for x, y in ((300, 1080), (420, 1120), (700, 1100)):
        draw.ellipse((x, y, x + 4, y + 4), fill=0)
    assert ink_in(_page(image.filter(ImageFilter.GaussianBlur(0.6))), AREA) == "absent"


def test_without_a_picture_nothing_is_claimed() -> None:
    assert ink_in(Page(number=1, width=612, height=792, lines=()), AREA) == "unclear"


def test_signature_area_reaches_above_its_line() -> None:
    page = Page(number=1, width=612, height=792, lines=())
    left, top, right, bottom = signature_area(page, (72, 410, 120, 420))
    assert left < 72 and right > 240
    assert top < 390 and bottom == 420
