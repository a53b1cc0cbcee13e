"""Ink in the signature's place is a signature; a typed name is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from casebook.records import Box
from extractors import letters
from extractors.options import ReadOptions
from extractors.page import Gray, Page
from tests.extractors.letters.test_looks import best
from tests.extractors.pages_of import Put, page_of

LETTER = (
    Put(72, 100, "March 10, 2026"),
    Put(72, 140, "Patient: Greta Halvorsen"),
    Put(72, 200, "Please see this patient for supervised exercise."),
    Put(72, 300, "Sincerely,"),
    Put(72, 370, "Leilani B. Quesada, MD"),
)
FORM = (
    Put(72, 100, "Patient: Greta Halvorsen"),
    Put(72, 500, "Physician signature:"),
    Put(380, 500, "Date: 3/4/2026"),
)


def drawn(puts: tuple[Put, ...], scribble: Box | None = None) -> Page:
    """The page with its words as dark bars and, if asked, a wavy line within the box."""
    page = page_of(puts)

    def picture(dpi: float) -> Gray:
        scale = dpi / 72
        pixels = np.full((round(page.height * scale), round(page.width * scale)), 255, np.uint8)
        for word in page.words:
            x0, top, x1, bottom = (round(edge * scale) for edge in word.box)
            pixels[top:bottom, x0:x1] = 0
        if scribble is not None:
            left, upper, right, lower = (edge * scale for edge in scribble)
            for x in np.arange(left, right, 0.25):
                y = (upper + lower) / 2 + (lower - upper) / 2 * np.sin(x / 9)
                pixels[int(y) - 1 : int(y) + 2, int(x) - 1 : int(x) + 2] = 0
        return pixels

    return replace(page, picture=picture)


def signed(page: Page) -> object:
    return best(letters.find((page,), "referral", ReadOptions())).get("signed")


def test_ink_between_valediction_and_name() -> None:
    assert signed(drawn(LETTER, (80.0, 325.0, 200.0, 355.0))) == "present"


def test_a_typed_name_is_no_signature() -> None:
    assert signed(drawn(LETTER)) == "absent"


def test_ink_elsewhere_does_not_sign() -> None:
    assert signed(drawn(LETTER, (300.0, 500.0, 460.0, 530.0))) == "absent"


def test_ink_on_a_forms_signature_line() -> None:
    assert signed(drawn(FORM, (200.0, 485.0, 340.0, 512.0))) == "present"
    assert signed(drawn(FORM)) == "absent"


def test_a_page_without_a_picture_is_unclear() -> None:
    assert signed(page_of(LETTER)) == "unclear"


def test_the_record_systems_statement_signs() -> None:
    statement = Put(72, 390, "Electronically signed by Leilani B. Quesada, MD on 3/11/2026")
    found = best(letters.find((drawn((*LETTER, statement)),), "referral", ReadOptions()))
    assert found["signed"] == "present"
    assert found["signature_date"] == "2026-03-11"


def test_a_conformed_signature_goes_to_a_person() -> None:
    assert signed(drawn((*LETTER, Put(72, 340, "/s/ Leilani Quesada")))) == "unclear"


def test_strokes_read_as_letters_are_ink() -> None:
    page = drawn(LETTER, (80.0, 325.0, 200.0, 355.0))
    doubtful = page_of([Put(80, 328, "oe Zhd", size=24, confidence=0.3)]).lines[0]
    words = tuple(replace(word, origin="ocr") for word in doubtful.words)
    lines = (*page.lines, replace(doubtful, words=words))
    assert signed(replace(page, lines=lines)) == "present"
