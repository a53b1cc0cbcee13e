"""A page as every later step sees it: words with boxes, whoever read them.

Positions are PDF points (1/72 inch) from the top left of the page as a person
would hold it: orientation and skew are already mended, so `box` is where the
word stands on the upright page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from casebook.records import Box, Evidence

Gray = NDArray[np.uint8]
Origin = Literal["text", "form", "ocr"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `confidence` is the engine's own (1.0 for a text layer), 0 to 1."""

    text: str
    box: Box
    confidence: float = 1.0
    origin: Origin = "text"

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """Vertical middle, in points."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Line:
    """Words that stand on one line without a wide gap, left to right.

    A wide gap (a table's gutter, a second column) ends a line: text of two
    columns is never joined into one sentence.
    """

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        return union(word.box for word in self.words)

    @cached_property
    def confidence(self) -> float:
        """The least sure word's."""
        return min((word.confidence for word in self.words), default=0.0)

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that touch the characters start:end of `text`."""
        found, at = [], 0
        for word in self.words:
            if at < end and at + len(word.text) > start:
                found.append(word)
            at += len(word.text) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """A digital signature of the PDF itself.

    field: its form field's name. page: from 1. box: where it is shown, in points; None where it
    is not shown. intact: what was signed is unchanged and the key fits; whether the
    certificate's issuer can be trusted is not judged. covers_all: nothing was added to the
    file after it. signer: the name on the certificate.
    """

    field: str
    page: int
    box: Box | None
    intact: bool
    covers_all: bool
    signer: str | None


@dataclass(frozen=True)
class Page:
    """One upright page.

    number: from 1, in the file. width, height: points.
    lines: in reading order. engine: "text layer", "tesseract", "rapidocr".
    second: what another engine read on the same page, when it was asked; empty otherwise.
    picture: renders the upright page as gray pixels at a resolution in dots
        per inch (shape rows × columns, uint8); None where there is none.
    quality: 0 to 1, how well the page was read (1 for a text layer).
    codes: what QR codes or bar codes on the page say.
    digital_signatures: those of the file's digital signatures that stand on this page.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    engine: str = "text layer"
    second: tuple[Line, ...] = ()
    picture: Callable[[float], Gray] | None = field(default=None, compare=False, repr=False)
    quality: float = 1.0
    codes: tuple[str, ...] = ()
    digital_signatures: tuple[PdfSignature, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; raises ValueError when there is none."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def evidence(page: Page, words: Iterable[Word]) -> Evidence:
    """The words as evidence, boxes rounded to a tenth of a point."""
    words = tuple(words)
    x0, top, x1, bottom = union(word.box for word in words)
    return Evidence(
        page=page.number,
        box=(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)),
        text=" ".join(word.text for word in words),
    )
