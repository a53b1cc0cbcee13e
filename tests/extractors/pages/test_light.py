"""Light and print are told by counting gray levels: the same figures as by sorting all pixels."""

from __future__ import annotations

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.page import Gray
from extractors.pages.preparing.binary import background, ink_mask
from extractors.pages.preparing.light import levels


@given(
    paper=st.integers(120, 255),
    printed=st.integers(0, 100),
    grain=st.integers(0, 12),
    lines=st.integers(2, 9),
)
def test_print_and_grain_are_the_percentiles_of_their_pixels(
    paper: int, printed: int, grain: int, lines: int
) -> None:
    page = _page(paper, printed, grain, lines)
    mask = ink_mask(page)
    away = cv2.dilate(mask, np.ones((9, 9), np.uint8)) == 0
    expected = (np.percentile(page[mask == 1], 25), np.percentile(page[away], 2))
    assert levels(page) == expected


def test_a_blank_page_has_neither() -> None:
    assert levels(np.full((200, 150), 250, np.uint8)) == (255.0, 255.0)


def test_even_paper_is_the_same_everywhere() -> None:
    page = _page(paper=243, printed=20, grain=0, lines=4)
    assert (background(page) == 243).all()


def _page(paper: int, printed: int, grain: int, lines: int) -> Gray:
    noise = np.random.default_rng(lines).integers(0, grain + 1, (300, 200))
    page = np.asarray(paper - noise, dtype=np.uint8)
    for line in range(lines):
        page[20 + 25 * line : 26 + 25 * line, 20:180:5] = printed
    return page
