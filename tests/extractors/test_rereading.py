"""Accented names on scans: read right by the second engine, or left to a person."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from extractors.candidate import Candidate
from extractors.deciding import decide
from extractors.options import ReadOptions
from extractors.page import Page, evidence
from extractors.pages import open_pages
from extractors.rereading import ACCENTS, UNSURE, plain, reread
from tests.extractors.pages.drawing import letter_picture, saved

NAMES = ("José Núñez", "Søren Kjær", "Chloë Brontë", "Dana Whitfield")


@pytest.fixture(scope="module")
def page() -> Page:
    """A scanned letter with a name to a line, among prose, as Tesseract reads it."""
    prose = "refers this patient for a supervised exercise program of three sessions a week"
    lines = tuple(line for name in NAMES for line in (f"Patient: {name}", prose))
    grain = np.random.default_rng(4).normal(0, 5, (2200, 1700))
    gray = np.asarray(letter_picture(200, lines), dtype=np.float64) + grain
    picture = Image.fromarray(np.clip(gray, 0, 255).astype(np.uint8))
    (read,) = open_pages(saved(picture, "PNG", dpi=(200, 200)), ReadOptions(jobs=1))
    assert read.engine == "tesseract"
    return read


def _candidate(page: Page, number: int, *failed: str) -> Candidate:
    line = [line for line in page.lines if line.text.startswith("Patient")][number]
    words = line.words[1:]
    value = " ".join(word.text for word in words)
    return Candidate(
        "patient_name", value, "label", 0.95, 0.95, (evidence(page, words),), failed=failed
    )


@pytest.mark.parametrize("number", [0, 1, 2])
def test_accents_are_put_right_and_left_to_a_person(page: Page, number: int) -> None:
    before = _candidate(page, number)
    assert before.value != NAMES[number]
    (after,) = reread([before], [page])
    assert after.value == NAMES[number]
    assert ACCENTS in after.failed
    assert not decide([after], [page])["patient_name"].accepted


def test_a_plain_name_stays_as_it_is(page: Page) -> None:
    before = _candidate(page, 3)
    assert reread([before], [page]) == (before,)


def test_two_engines_that_agree_settle_a_doubt(page: Page) -> None:
    (after,) = reread([_candidate(page, 3, UNSURE, "other.check")], [page])
    assert after.failed == ("other.check",)


def test_other_fields_and_digital_pages_are_not_read_again(page: Page) -> None:
    def never(dpi: float) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
        raise AssertionError("rendered")

    from dataclasses import replace

    dark = replace(page, picture=never)
    name = _candidate(page, 0)
    reread([replace(name, field="goals")], [dark])
    reread([name], [replace(dark, engine="text layer")])
    with pytest.raises(AssertionError, match="rendered"):
        reread([name], [dark])


def test_a_name_is_compared_without_accents_and_strokes() -> None:
    assert plain("Søren Łuczak-Strauß, Æ.") == "sorenluczakstraussae"
