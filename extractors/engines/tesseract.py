"""Tesseract 5, called as a program.

The picture goes in through standard input and the words come out through
standard output, so that no page of a client's paper is ever written to a
temporary folder (pytesseract writes one). One thread per call: the pages of
a file share the cores instead, which is several times faster.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from statistics import median

from extractors.engines.contract import EngineFailed
from extractors.page import Gray, Word

_COLUMNS = 12
"""Fields of one line of Tesseract's TSV."""
_HIGHEST_LETTER = 1.3
"""Of the usual word's height."""


class Tesseract:
    """`page_layout` is Tesseract's --psm: 3 finds columns and blocks, 6 takes one block,
    11 scattered text."""

    name = "tesseract"

    def __init__(self, page_layout: int = 3) -> None:
        self._page_layout = page_layout

    def read(self, picture: Gray, dpi: float, seconds: float) -> tuple[Word, ...]:
        """Words in points; see `extractors.engines.Engine`."""
        table = _run(
            [
                "-l",
                "eng",
                "--oem",
                "1",
                "--psm",
                str(self._page_layout),
                "--dpi",
                f"{dpi:.0f}",
                "tsv",
            ],
            picture,
            seconds,
        )
        return _words(table, 72 / dpi)


def turn_of(picture: Gray, seconds: float = 20.0) -> tuple[int, float]:
    """(degrees, confidence): how far the page must be turned clockwise to stand upright.

    Asks Tesseract's orientation detection; (0, 0.0) where the page has too
    little text to tell. Raises EngineFailed.
    """
    report = _run(["--psm", "0", "-c", "min_characters_to_try=20"], picture, seconds, may_fail=True)
    said = dict(line.split(":", 1) for line in report.splitlines() if ":" in line)
    try:
        return int(said["Rotate"]), float(said["Orientation confidence"])
    except (KeyError, ValueError):
        return 0, 0.0


def _run(options: list[str], picture: Gray, seconds: float, *, may_fail: bool = False) -> str:
    rows, columns = picture.shape
    portable_graymap = b"P5 %d %d 255\n" % (columns, rows) + picture.tobytes()
    try:
        done = subprocess.run(
            ["tesseract", "stdin", "stdout", *options],
            input=portable_graymap,
            capture_output=True,
            timeout=seconds,
            # Only adds the thread limit to what the program inherits anyway.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except FileNotFoundError:
        raise EngineFailed("Tesseract is not installed: apt-get install tesseract-ocr") from None
    except subprocess.TimeoutExpired:
        raise EngineFailed(f"Tesseract took longer than {seconds:.0f} seconds") from None
    if done.returncode != 0 and not may_fail:
        raise EngineFailed(f"Tesseract ended with status {done.returncode}")
    return done.stdout.decode("utf-8", errors="replace")


def _words(table: str, scale: float) -> tuple[Word, ...]:
    words = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) != _COLUMNS or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        words.append(
            Word(
                text=cells[11].strip(),
                box=(left * scale, top * scale, (left + width) * scale, (top + height) * scale),
                confidence=max(0.0, min(1.0, float(cells[10]) / 100)),
                origin="ocr",
            )
        )
    return tuple(_without_bars(words))


def _without_bars(words: list[Word]) -> list[Word]:
    """Lone upright bars: as high as a letter they are the word "I", higher they are rules."""
    usual = median(word.height for word in words) if words else 0.0
    mended = []
    for word in words:
        if word.text != "|":
            mended.append(word)
        elif word.height <= _HIGHEST_LETTER * usual:
            mended.append(replace(word, text="I"))
    return mended
