"""Spaces that the recogniser lost are put back, and none are invented."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.engines.spacing import words_of_line
from tests.extractors.pages.drawing import FONT

MONO = "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"


def _split(drawn: str, read: str, font_file: str) -> list[str]:
    """Draws a line, and splits what the recogniser read of it."""
    font = ImageFont.truetype(font_file, 36)
    line = Image.new("L", (round(font.getlength(drawn)) + 20, 52), 255)
    draw = ImageDraw.Draw(line)
    draw.text((10, 4), drawn, font=font, fill=0)
    centres = [
        10 + (font.getlength(drawn[:at]) + font.getlength(drawn[: at + 1])) / 2
        for at, character in enumerate(drawn)
        if character != " "
    ]
    words = words_of_line(read, [0.9] * len(read), centres, np.asarray(line, dtype=np.uint8))
    assert all(0 <= word.left < word.right <= 1 for word in words)
    return [word.text for word in words]


@pytest.mark.parametrize("font_file", [FONT, MONO])
@pytest.mark.parametrize(
    "line",
    [
        "9760 Quarry Blvd",
        "Bluestem, KS 66502",
        "REG 4",
        "Personal training 60 min",
        "TOTAL 1,140.50",
        "Bill of 11/17/2026",
        "Illinois",
        "M54.50",
    ],
)
def test_words_end_where_the_print_does(line: str, font_file: str) -> None:
    assert _split(line, line, font_file) == line.split()
    assert _split(line, line.replace(" ", ""), font_file) == line.split()


def test_least_sure_letter_decides() -> None:
    picture = np.full((40, 200), 255, np.uint8)
    picture[10:30, 20:80] = 0
    picture[10:30, 120:180] = 0
    words = words_of_line("ab cd", [0.9, 0.4, 1.0, 0.8, 0.7], [35, 65, 135, 165], picture)
    assert [(word.text, word.confidence) for word in words] == [("ab", 0.4), ("cd", 0.7)]
