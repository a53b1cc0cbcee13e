"""A page as the file holds it, before anything was recognised or set upright."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casebook.records import Box
from extractors.page import Gray, Word

MOST_PIXELS = 24_000_000
"""No picture of a page is made larger (24 MB of gray): a letter page at 400 dpi has 15 million."""


@dataclass(frozen=True)
class Sheet:
    """One page of the file as a viewer would show it, turned so that a text layer stands upright.

    width, height: points. words: the visible text layer. hidden: words drawn
    invisibly (an earlier program's OCR). form: values of form fields and typed-on notes.
    fields: where those stand, filled or not.
    native_dpi: resolution of the scan that covers the page; 0 for a drawn page.
    cover: share of the page, 0 to 1, that pictures cover.
    rubbish: share of the text layer's characters that have no meaning (no Unicode mapping).
    bitonal: the scan is black and white only.
    render: gray pixels at a resolution, capped at MOST_PIXELS.
    """

    number: int
    width: float
    height: float
    render: Callable[[float], Gray]
    words: tuple[Word, ...] = ()
    hidden: tuple[Word, ...] = ()
    form: tuple[Word, ...] = ()
    fields: tuple[Box, ...] = ()
    native_dpi: float = 0.0
    cover: float = 0.0
    rubbish: float = 0.0
    bitonal: bool = False


def capped(dpi: float, width: float, height: float) -> float:
    """The resolution, lowered so far that a page of this size (points) stays under MOST_PIXELS."""
    pixels = (width / 72 * dpi) * (height / 72 * dpi)
    return dpi if pixels <= MOST_PIXELS else dpi * float((MOST_PIXELS / pixels) ** 0.5)
