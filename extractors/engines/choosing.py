"""Which engine reads a page first, and when the other is asked as well.

Measured on 33 damaged papers and the till receipts of a public set: on clean letter pages
both engines find the same words and Tesseract takes a third of the time. On
faxes, thermal slips, photographs and coarse scans Tesseract loses up to a third of
the words, RapidOCR hardly any. So the page's looks choose the first engine, and its
reading decides whether the other is worth the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.engines.contract import Engine
from extractors.engines.rapid import Rapid
from extractors.engines.tesseract import Tesseract

_NARROW = 340.0
"""Points: a till receipt, not a letter."""
_COARSE = 9.0
"""Pixels of a small letter's height in the scan itself, under which Tesseract guesses."""
_FAX_DPI = 250.0
"""Black and white scans finer than this are as good as gray ones."""
_DENSE = 1600
"""Letters on a page from which RapidOCR, at some milliseconds a letter, takes too long to be
asked first."""
_WELL = 0.85
_MOSTLY = 0.6
"""Characters read for each letter-like piece of ink, under which much was passed over."""


@dataclass(frozen=True)
class Looks:
    """What a page looks like before it is read.

    photo: paper found within a picture. bitonal: black and white only, as a fax sends it.
    dpi: resolution of the scan itself, 0 for a drawn page.
    width: points. letter: a small letter's height in pixels of the scan itself, 0 unknown.
    letters: how many letter-like pieces of ink there are.
    """

    photo: bool
    bitonal: bool
    dpi: float
    width: float
    letter: float
    letters: int


def engines_for(looks: Looks) -> tuple[Engine, Engine]:
    """(first, second): the engine that reads the page, and the one to ask when it does badly."""
    tesseract, rapid = Tesseract(), Rapid()
    fax = looks.bitonal and looks.dpi < _FAX_DPI
    coarse = 0 < looks.letter < _COARSE
    hard = looks.photo or fax or coarse or looks.width < _NARROW
    if hard and looks.letters < _DENSE:
        return rapid, tesseract
    return tesseract, rapid


def reads_poorly(quality: float, characters: int, looks: Looks) -> bool:
    """Whether the second engine is worth its time. quality: of the first reading;
    characters: how many it read."""
    return quality < _WELL or characters < _MOSTLY * looks.letters
