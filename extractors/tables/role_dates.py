"""Dates with the role that the words before or above them give: of service, due, printed …

Which words give which role is the caller's data, a phrasebook.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractors.options import DateOrder
from extractors.page import Word
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import Row
from extractors.values.dates import DateMention, find_dates

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b)?", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"\s*(?:[,;&]|and|[-–—]|through|to)\s*", re.IGNORECASE)

UNKNOWN_DATE = "unknown"
"""The role of a date that no words explain."""

_GLUED_CLOCK = re.compile(
    r"(?P<year>[/.-]\d{2}[/.-](?:(?:19|20)\d{2}|\d{2})|\b[A-Za-z]{3}\s?20\d{2})(?P<clock>\d{2}:\d{2})"
)
"""A time of day that recognition glued to the year: "29/12/201711:41"."""

_BORROWS = re.compile(r"[\s,;&]*(?:and|to|through|thru|[-–—])?[\s,;&]*", re.IGNORECASE)


@dataclass(frozen=True)
class RoleDate:
    """A date with its role, a name of the phrasebook, or "unknown".

    specific: a phrase of two words or more gave the role. clock: a time of day stands with it.
    borrowed: the role is that of the date before it in the same list or span.
    """

    role: str
    mention: DateMention
    row: Row
    words: tuple[Word, ...]
    specific: bool
    clock: bool
    exact: bool = True
    borrowed: bool = False


def role_dates(
    rows: Sequence[Row], book: Phrasebook, order: DateOrder, without: Collection[int] = ()
) -> tuple[RoleDate, ...]:
    """All dates of the rows, from the top. without: indexes of rows that are left out."""
    found: list[RoleDate] = []
    open_list: RoleDate | None = None
    for index, row in enumerate(rows):
        if index in without:
            open_list = None
            continue
        at, last = 0, open_list
        for mention in find_dates(_without_clock(row.text), order):
            before = row.text[at : mention.start]
            if not at and not before.strip() and index and _is_prose(rows[index - 1]):
                before = rows[index - 1].text[-45:]
            at = mention.end
            goes_on = last is not None and _BORROWS.fullmatch(before) is not None
            label = _role(before, book)
            ends_span = mention.range_end == "last" and last is not None
            borrowed = ends_span or (label is None and goes_on)
            if borrowed and last is not None:
                label = (last.role, last.specific, last.exact)
            role, specific, exact = (
                label or _role_above(rows, index, mention, book) or (UNKNOWN_DATE, False, True)
            )
            last = RoleDate(
                role=role,
                mention=mention,
                row=row,
                words=row.words_between(mention.start, mention.end),
                specific=specific,
                clock=_has_clock(row.text, mention),
                exact=exact,
                borrowed=borrowed,
            )
            found.append(last)
        # A list of dates that ends with a comma goes on in the next row.
        open_list = last if _LEFT_OPEN.fullmatch(row.text[at:]) and at else None
    return tuple(found)


def _has_clock(text: str, mention: DateMention) -> bool:
    """Whether a time of day stands before or behind the date."""
    return _CLOCK.search(text, mention.end) is not None or bool(
        _CLOCK.search(text[: mention.start])
    )


def _is_prose(row: Row) -> bool:
    """A line of running text that breaks off in the middle of a sentence."""
    return len(row.cells) == 1 and len(row.text) >= 30 and row.text[-1:].islower()


def _is_caption(text: str, book: Phrasebook) -> bool:
    """Whether a cell is little more than the phrase: "Date paid", not "CHANGE DUE"."""
    letters = sum(char.isalpha() for char in text)
    said = sum(char.isalpha() for hit in book.all(text) for char in text[hit.start : hit.end])
    return said >= 0.6 * letters


def _without_clock(text: str) -> str:
    """The text with blanks instead of a clock time that is glued to a date; of the same length."""
    return _GLUED_CLOCK.sub(lambda found: found["year"] + " " * len(found["clock"]), text)


def _role(before: str, book: Phrasebook) -> tuple[str, bool, bool] | None:
    """(role, specific, exact) of the last phrase before a date, if it stands near enough."""
    hits = book.all(before)
    if not hits:
        return None
    last = hits[-1]
    if len(before) - last.end > 30:
        return None
    return last.name, " " in last.phrase, last.exact


def _role_above(
    rows: Sequence[Row], index: int, mention: DateMention, book: Phrasebook
) -> tuple[str, bool, bool] | None:
    """The role of the cell right above, for boxes with their caption on top."""
    row = rows[index]
    if index == 0 or rows[index - 1].page is not row.page:
        return None
    words = row.words_between(mention.start, mention.end)
    left, right = words[0].box[0], words[-1].box[2]
    above = rows[index - 1]
    if row.box[1] - above.box[3] > 1.5 * row.height:
        return None
    for cell in above.cells:
        overlap = min(right, cell.box[2]) - max(left, cell.box[0])
        if overlap > 0 and not any(char.isdigit() for char in cell.text):
            found = _role(cell.text, book)
            if found is not None and _is_caption(cell.text, book):
                return found
    return None
