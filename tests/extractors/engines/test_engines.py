"""Both engines on real print; which is asked first; how readings are judged."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.engines import Engine
from extractors.engines.choosing import Looks, engines_for, reads_poorly
from extractors.engines.contract import EngineFailed
from extractors.engines.quality import legible, plausible, quality
from extractors.engines.rapid import Rapid
from extractors.engines.tesseract import Tesseract, turn_of
from extractors.page import Gray, Word
from extractors.pages.lines import into_lines
from tests.extractors.pages.drawing import LETTER_TEXT, letter_picture

LETTER = Looks(photo=False, bitonal=False, dpi=300, width=612, letter=22, letters=700)


def _letter(dpi: int = 200) -> Gray:
    return np.asarray(letter_picture(dpi), dtype=np.uint8)


@pytest.mark.parametrize("engine", [Tesseract(), Rapid()])
def test_engine_reads_words_with_boxes_in_points(engine: Engine) -> None:
    words = engine.read(_letter(), 200, 30)
    assert [line.text for line in into_lines(words)] == list(LETTER_TEXT)
    first = next(word for word in words if word.text == "Cedar")
    assert first.box[0] == pytest.approx(72, abs=3)
    assert 0.5 < first.confidence <= 1


@pytest.mark.parametrize("engine", [Tesseract(), Rapid()])
def test_engine_finds_nothing_on_blank_paper(engine: Engine) -> None:
    assert engine.read(np.full((600, 400), 255, np.uint8), 150, 30) == ()


@pytest.mark.parametrize("engine", [Tesseract(), Rapid()])
def test_engine_that_takes_too_long_is_stopped(engine: Engine) -> None:
    with pytest.raises(EngineFailed, match=r"longer than|too long"):
        engine.read(_letter(), 200, 0.01)


def test_missing_program_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EngineFailed, match="apt-get install tesseract-ocr"):
        Tesseract().read(_letter(), 200, 5)


def test_page_on_its_head_is_noticed() -> None:
    upside_down = np.ascontiguousarray(np.rot90(_letter(150), 2))
    assert turn_of(upside_down)[0] == 180


@pytest.mark.parametrize(
    ("looks", "first"),
    [
        (LETTER, "tesseract"),
        (Looks(True, False, 160, 612, 15, 500), "rapidocr"),
        (Looks(False, True, 200, 612, 18, 500), "rapidocr"),
        (Looks(False, True, 300, 612, 24, 700), "tesseract"),
        (Looks(False, False, 200, 227, 16, 300), "rapidocr"),
        (Looks(False, False, 90, 612, 7, 500), "rapidocr"),
        (Looks(False, False, 90, 612, 7, 3000), "tesseract"),
    ],
)
def test_the_page_s_looks_choose_the_first_engine(looks: Looks, first: str) -> None:
    chosen, other = engines_for(looks)
    assert chosen.name == first
    assert other.name != first


def test_poor_readings_ask_for_a_second() -> None:
    assert not reads_poorly(0.95, 700, LETTER)
    assert reads_poorly(0.7, 700, LETTER)
    assert reads_poorly(0.95, 200, LETTER)


@pytest.mark.parametrize(
    "text", ["Dana", "O’Brien", "M54.50", "$1,240.00", "6/2/26", "NPI:", "St.-Clair,", "(E78.5)"]
)
def test_words_of_believable_shape(text: str) -> None:
    assert plausible(text)


@pytest.mark.parametrize("text", ["|~", "lIl|l1I", "xKqZrt", "a%b^c", "——", "tHeRaPy"])
def test_words_of_no_believable_shape(text: str) -> None:
    assert not plausible(text)


def test_a_sure_reading_of_words_beats_a_sure_reading_of_rubbish() -> None:
    box = (0.0, 0.0, 9.0, 9.0)
    good, bad = [Word("exercise", box, 0.9)], [Word("xKqZrt|~", box, 0.9)]
    assert quality(good) > quality(bad)
    assert legible(good) > legible(bad) == 0
    assert quality([]) == 0
