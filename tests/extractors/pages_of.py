"""Pages for tests, made from lines of text with positions: no file, no engine.

    page_of([Put(72, 72, "Patient: Dana Whitfield"), Put(320, 72, "DOB: 3/4/1970")])
    typed('''
        Patient: Dana Whitfield        DOB: 3/4/1970
    ''')

`typed` sets a drawing in fixed-width type: two or more blanks are a gutter,
as on paper, and the column of a character is its place on the page.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.page import Line, Page, Word

LETTER = (612.0, 792.0)
_LETTER_WIDTH = 0.5  # of the size: a plain average over proportional type


@dataclass(frozen=True)
class Put:
    """A run of words at x, y (points, top left), in type of `size` points."""

    x: float
    y: float
    text: str
    size: float = 10.0
    confidence: float = 1.0


def line_of(put: Put, letter_width: float | None = None) -> Line:
    """The words of one run as a line."""
    width = letter_width if letter_width is not None else _LETTER_WIDTH * put.size
    words = [
        Word(
            text=match[0],
            box=(
                put.x + match.start() * width,
                put.y,
                put.x + match.end() * width,
                put.y + put.size,
            ),
            confidence=put.confidence,
        )
        for match in re.finditer(r"\S+", put.text)
    ]
    return Line(tuple(words))


def page_of(puts: Iterable[Put], number: int = 1, engine: str = "text layer") -> Page:
    """A letter page with these runs, in reading order: top to bottom, then left to right."""
    ordered = sorted(puts, key=lambda put: (round(put.y), put.x))
    return _page(tuple(line_of(put) for put in ordered), number, engine)


def typed(drawing: str, number: int = 1, confidence: float = 1.0) -> Page:
    """A letter page from a drawing in fixed-width type: columns of 5.2, lines of 12 points."""
    lines = []
    for row, text in enumerate(textwrap.dedent(drawing).strip("\n").splitlines()):
        for match in re.finditer(r"\S+(?: \S+)*", text):
            put = Put(46 + match.start() * 5.2, 40 + row * 12, match[0], 9.0, confidence)
            lines.append(line_of(put, letter_width=5.2))
    return _page(tuple(lines), number, "text layer")


def _page(lines: tuple[Line, ...], number: int, engine: str) -> Page:
    return Page(
        number=number,
        width=LETTER[0],
        height=LETTER[1],
        lines=lines,
        engine=engine,
    )
