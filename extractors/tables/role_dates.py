"""Dates with the role that the words before or above them give: of service, due, printed …

Which words give which role is the caller's data, a phrasebook.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extractors.options import DateOrder
from extractors.page import Line, Word
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import GAP, Row
from extractors.values.amounts import find_amounts
from extractors.values.date_patterns import month_number
from extractors.values.dates import DateMention, find_dates
from extractors.values.phones import find_phones

_CLOCK = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b)?", re.IGNORECASE)
_ROWS_UP = 5
"""Rows above a date in which its caption may stand."""
_REACH = 40
"""Characters between a phrase and its date: "Paid by American Express ending 1002 on …"."""

_FAX_HEADER = re.compile(
    r"\bfax\b.*\b(?:from|to|p(?:age|g)?)\b|\bfrom\b.*\bp(?:age|g)?[.:\s]*\d+(?:\s?/\s?\d*|\s*$)",
    re.IGNORECASE,
)
"""The line that a fax machine prints above the page; its date says when the page was sent."""

_BROKEN = re.compile(
    r"(?P<month>\b[A-Z][a-z]{2,8})\.?(?:\s+\d{1,2}(?:\s?(?:,|;|&|and)\s?\d{1,2})*)?\s*(?:,|;|&|and)?\s*$"
    r"|(?<![\d/])\d{1,2}/\d{1,2}\s*(?:,|;|&|and)\s*$"
)
"""A date without its year at a row's end: "September", "June 3, 10 and", "10/1, 10/3,"."""

TRANSMISSION = "transmission"
"""The role of a fax header's date."""

_LEFT_OPEN = re.compile(r"\s*(?:[,;&]|and|[-–—]|through|to)\s*", re.IGNORECASE)

UNKNOWN_DATE = "unknown"
"""The role of a date that no words explain."""

_GLUED_CLOCK = re.compile(
    r"(?P<year>[/.-]\d{2}[/.-](?:(?:19|20)\d{2}|\d{2})|\b[A-Za-z]{3}\s?20\d{2})(?P<clock>\d{2}:\d{2})"
)
"""A time of day that recognition glued to the year: "29/12/201711:41"."""

_OF_ANOTHER = re.compile(
    r"(?:^|[\t:;,.|])\s*(?!(?:the|this|a|on|and|print|trans|bill|biz|doc|inv|no)\b)[A-Za-z'’]{3,14}\s+$",
    re.IGNORECASE,
)
"""A single word before "date" that no phrase of the book knows: "Graduation date"."""

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


_LIKE_A_DAY = re.compile(
    r"(?<!\w)[\dOIlSB|]{1,2}\s?[/.,'-]?\s?[\dOIlSB|]{1,2}\s?[/.,'-]\s?[\dOIlSB|]{2,4}(?!\w)"
    r"|(?<![\w$.,])\d{6,8}(?!\w)"
)


def unread_beside(dates: Sequence[RoleDate]) -> bool:
    """Whether the rows of these dates hold, beside them, what may be one more day that
    recognition spoilt ("02/1712026"). Amounts and telephone numbers are none."""
    for row in {id(date.row): date.row for date in dates}.values():
        spans = [(m.start, m.end) for m in find_dates(row.text)]
        spans += [(m.start, m.end) for m in find_amounts(row.text)]
        spans += [(m.start, m.end) for m in find_phones(row.text)]
        for match in _LIKE_A_DAY.finditer(row.text):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                return True
    return False


def role_dates(
    rows: Sequence[Row], book: Phrasebook, order: DateOrder, without: Collection[int] = ()
) -> tuple[RoleDate, ...]:
    """All dates of the rows, from the top. without: indexes of rows that are left out."""
    found: list[RoleDate] = []
    open_list: RoleDate | None = None
    taken = 0  # characters of the row that belong to a date begun in the row above
    for index, row in enumerate(rows):
        if index in without:
            open_list, taken = None, 0
            continue
        at, last = 0, open_list
        ran_on = 0
        text, below = _with_broken_date(rows, index)
        for mention in find_dates(_without_clock(text), order):
            over = mention.end - len(row.text) - 1
            if mention.start < taken or (mention.start >= len(row.text) and _whole(below, over)):
                continue
            before = row.text[max(at, taken) : mention.start]
            if not at and not before.strip() and index and _is_prose(rows[index - 1]):
                before = rows[index - 1].text[-45:]
            at = min(mention.end, len(row.text))
            goes_on = last is not None and _BORROWS.fullmatch(before) is not None
            label = _role(before, book)
            ends_span = mention.range_end == "last" and last is not None
            own = _role_above(rows, index, mention, book) if label is None else None
            # In a cell of its own a date has the role of its column's caption.
            borrowed = ends_span or (
                label is None and goes_on and not (own and last and GAP in before)
            )
            if borrowed and last is not None:
                label = (last.role, last.specific, last.exact)
            role, specific, exact = label or own or (UNKNOWN_DATE, False, True)
            if _FAX_HEADER.search(row.text):
                role = TRANSMISSION
            words = row.words_between(mention.start, mention.end)
            if below is not None and over > 0:
                begin = max(0, mention.start - len(row.text) - 1)
                words = (*words, *below.words_between(begin, over))
            last = RoleDate(
                role=role,
                mention=mention,
                row=row,
                words=words,
                specific=specific,
                clock=_has_clock(row.text, mention),
                exact=exact,
                borrowed=borrowed,
            )
            found.append(last)
            ran_on = max(ran_on, over)
        # A list of dates that ends with a comma goes on in the next row.
        open_list = last if ran_on or (_LEFT_OPEN.fullmatch(row.text[at:]) and at) else None
        taken = ran_on
    return tuple(found)


def _with_broken_date(rows: Sequence[Row], index: int) -> tuple[str, Row | None]:
    """The row's text, with that of the next row where a date goes on in it; and that row."""
    row = rows[index]
    broken = _BROKEN.search(row.text)
    below = rows[index + 1] if index + 1 < len(rows) else None
    if broken is None or below is None or below.page is not row.page or not below.text[0].isdigit():
        return row.text, None
    if broken["month"] is not None and month_number(broken["month"]) is None:
        return row.text, None
    return f"{row.text} {below.text}", below


def _whole(below: Row | None, end: int) -> bool:
    """Whether the next row gives the date that ends there by itself."""
    return below is None or any(mention.end == end for mention in find_dates(below.text))


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
    if len(before) - last.end > _REACH:
        return None
    if last.phrase == "date" and _OF_ANOTHER.search(before[: last.start]):
        return UNKNOWN_DATE, False, True
    return last.name, " " in last.phrase, last.exact


def _role_above(
    rows: Sequence[Row], index: int, mention: DateMention, book: Phrasebook
) -> tuple[str, bool, bool] | None:
    """The role of the caption right above, which may take several rows: "Valid" over "through"."""
    row = rows[index]
    words = row.words_between(mention.start, mention.end)
    caption: list[Line] = []
    if not words:
        return None
    for cell in _cells_above(rows, index, words[0].box[0], words[-1].box[2]):
        lowest = caption[0].box[1] if caption else row.box[1]
        reach = 0.8 if caption else 2.2
        if any(char.isdigit() for char in cell.text) or lowest - cell.box[3] > reach * row.height:
            break
        caption.insert(0, cell)
    for first in range(len(caption)):
        text = " ".join(cell.text for cell in caption[first:])
        found = _role(text, book)
        if found is not None and _is_caption(text, book):
            return found
    return None


def _cells_above(rows: Sequence[Row], index: int, left: float, right: float) -> Iterator[Line]:
    """The cells over a stretch of a row, from the nearest upwards."""
    for row in reversed(rows[max(0, index - _ROWS_UP) : index]):
        if row.page is not rows[index].page:
            return
        over = [c for c in row.cells if min(right, c.box[2]) - max(left, c.box[0]) > 0]
        yield from reversed(over)
