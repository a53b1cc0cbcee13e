"""Pages whose text layer can be believed."""

from __future__ import annotations

from extractors.page import Page, Word
from extractors.pages.lines import into_lines
from extractors.pages.sheet import Sheet

_RUBBISH = 0.15
_FEW = 8
"""Words that may stand on a scan as its stamp, page number or fax header."""


def reads_well(sheet: Sheet) -> bool:
    """Whether the text layer alone tells what is on the page."""
    if sheet.rubbish > _RUBBISH:
        return False
    if sheet.cover > 0.6:
        return False
    if len(sheet.words) + len(sheet.form) >= _FEW:
        return True
    return sheet.cover < 0.02 and bool(sheet.words or sheet.form)


def read_typed(sheet: Sheet) -> Page:
    """The page from its text layer and form values."""
    words: tuple[Word, ...] = sheet.words + sheet.form
    return Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        lines=into_lines(words),
        engine="text layer",
        picture=sheet.render,
    )
