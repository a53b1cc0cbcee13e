"""Squares drawn on a form are tick boxes: empty or marked, and never somebody's letters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from extractors import letters
from extractors.letters.drawn_boxes import drawn_boxes, with_drawn_boxes
from extractors.options import ReadOptions
from extractors.page import Gray, Page
from tests.extractors.letters.test_looks import best
from tests.extractors.pages_of import Put, page_of

FORM = [
    Put(40, 60, "Patient: Dana Whitfield"),
    Put(40, 100, "Frequency:"),
    Put(112, 100, "1x/wk"),
    Put(172, 100, "2x/wk"),
    Put(232, 100, "3x/wk"),
]


def drawn(page: Page, *squares: tuple[float, float, bool]) -> Page:
    """The page with squares of 8 points at x, y on its picture, crossed where the third says so."""

    def picture(dpi: float) -> Gray:
        scale = dpi / 72
        sheet = np.full((round(792 * scale), round(612 * scale)), 255, np.uint8)
        for x, y, crossed in squares:
            left, top, size = round(x * scale), round(y * scale), round(8 * scale)
            sheet[top : top + 2, left : left + size] = 0
            sheet[top + size - 2 : top + size, left : left + size] = 0
            sheet[top : top + size, left : left + 2] = 0
            sheet[top : top + size, left + size - 2 : left + size] = 0
            for step in range(size if crossed else 0):
                sheet[top + step, left + step : left + step + 2] = 0
                sheet[top + step, left + size - step - 2 : left + size - step] = 0
        return sheet

    return replace(page, picture=picture)


def test_the_marked_square_is_told_from_the_empty_ones() -> None:
    page = drawn(page_of(FORM), (100, 101, False), (160, 101, False), (220, 101, True))
    assert [box.ticked for box in drawn_boxes(page)] == [False, False, True]


def test_only_the_ticked_option_is_prescribed() -> None:
    page = drawn(page_of(FORM), (100, 101, False), (160, 101, False), (220, 101, True))
    assert best(letters.find((page,), "referral", ReadOptions()))["frequency"] == "3x/wk"


def test_without_a_mark_nothing_is_prescribed() -> None:
    page = drawn(page_of(FORM), (100, 101, False), (160, 101, False), (220, 101, False))
    assert "frequency" not in best(letters.find((page,), "referral", ReadOptions()))


def test_boxes_behind_their_words_are_left_alone() -> None:
    page = drawn(page_of(FORM[:3]), (141, 101, True))
    assert with_drawn_boxes(page).text == page.text


def test_a_page_without_squares_stays_as_it_is() -> None:
    page = drawn(page_of(FORM))
    assert with_drawn_boxes(page) is page
