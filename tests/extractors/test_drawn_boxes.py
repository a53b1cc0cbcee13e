"""Squares drawn on a form are tick boxes: empty or marked, and never somebody's letters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from extractors import diagnoses, letters
from extractors.boxes_among_words import with_drawn_boxes
from extractors.drawn_boxes import drawn_boxes
from extractors.options import ReadOptions
from extractors.page import Gray, Line, Page, Word
from tests.extractors.letters.test_looks import best
from tests.extractors.pages_of import Put, page_of

FORM = [
    Put(40, 60, "Patient: Dana Whitfield"),
    Put(40, 100, "Frequency:"),
    Put(112, 100, "1x/wk"),
    Put(172, 100, "2x/wk"),
    Put(232, 100, "3x/wk"),
]


def drawn(page: Page, *squares: tuple[float, float, bool], frayed: bool = False) -> Page:
    """The page with squares of 8 points at x, y on its picture, crossed where the third says so;
    frayed: each outline has a step and a gap, as on a crooked fax. Words are bars of ink."""

    def picture(dpi: float) -> Gray:
        scale = dpi / 72
        sheet = np.full((round(792 * scale), round(612 * scale)), 255, np.uint8)
        for word in page.words:
            if word.origin == "ocr":
                x0, y0, x1, y1 = (round(edge * scale) for edge in word.box)
                sheet[y0 + 8 : y1 - 8, max(x0, x1 - 40) : x1] = 0
        for x, y, crossed in squares:
            left, top, size = round(x * scale), round(y * scale), round(8 * scale)
            sheet[top : top + 2, left : left + size] = 0
            sheet[top + size - 2 : top + size, left : left + size] = 0
            sheet[top : top + size, left : left + 2] = 0
            sheet[top : top + size, left + size - 2 : left + size] = 0
            if frayed:
                middle = left + size // 2
                sheet[top : top + 2, middle : left + size] = 255
                sheet[top + 1 : top + 3, middle : left + size] = 0
                sheet[top + size - 2 : top + size, middle - 1 : middle + 1] = 255
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


def test_frayed_squares_of_a_fax_are_squares() -> None:
    page = drawn(page_of(FORM), (100, 101, False), (160, 101, False), (220, 101, True), frayed=True)
    assert [box.ticked for box in drawn_boxes(page)] == [False, False, True]


CONDITIONS = [
    Put(40, 60, "Diagnosis (check all that apply)"),
    Put(52, 80, "Low back pain, unspecified [M54.50]"),
    Put(300, 80, "Primary osteoarthritis, left knee [M17.12]"),
    Put(52, 100, "Age-related osteoporosis [M81.0]"),
    Put(300, 100, "Fibromyalgia [M79.7]"),
]


def test_a_condition_beside_an_empty_square_is_nobodys() -> None:
    page = drawn(
        page_of(CONDITIONS), (40, 81, False), (288, 81, True), (40, 101, False), (288, 101, False)
    )
    found = diagnoses.find((page,), ReadOptions(), None).diagnoses
    assert [each.code for each in found] == ["M17.12"]


def test_options_whose_squares_nobody_saw_are_not_the_patients() -> None:
    found = diagnoses.find((page_of(CONDITIONS),), ReadOptions(), None).diagnoses
    assert not [each for each in found if each.accepted]


def test_a_square_read_as_part_of_a_word_is_cut_off() -> None:
    words = (
        Word("Knee", (40, 100, 78, 112), 0.9, "ocr"),
        Word("pain", (82, 100, 104, 112), 0.9, "ocr"),
    )
    page = drawn(replace(page_of([]), lines=(Line(words),)), (40, 101, True))
    assert with_drawn_boxes(page).text == "☒ Knee pain"


def test_a_box_typed_close_to_its_words_stands_apart() -> None:
    page = page_of([Put(40, 60, "[_]8 weeks [x]12 weeks")])
    assert with_drawn_boxes(page).text == "[_] 8 weeks [x] 12 weeks"


def test_the_squares_of_one_picture_are_looked_for_once() -> None:
    page = drawn(page_of(FORM), (100, 101, False))
    assert drawn_boxes(replace(page, lines=())) is drawn_boxes(page)


def test_two_pictures_keep_their_own_squares() -> None:
    one = drawn(page_of(FORM), (100, 101, False))
    other = drawn(page_of(FORM), (100, 101, True), (160, 101, False))
    assert [len(drawn_boxes(page)) for page in (one, other, one)] == [1, 2, 1]
