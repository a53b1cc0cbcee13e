"""Dates that stand alone near the top of a letter, with no label: usually the letter's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter, is_margin
from extractors.letters.proposing import propose
from extractors.page import Line, Page
from extractors.values.dates import DateMention, find_dates
from extractors.values.label_match import letters

STAMP = re.compile(
    r"\b(?:received|scanned|faxed|printed|entered|posted|copy|filed)\b", re.IGNORECASE
)
"""What was done with the paper on the day beside it, by others than its writer."""
_MESSAGE = re.compile(r"\bmessage\b.*\d{1,2}:\d{2}", re.IGNORECASE)
"""A portal's line over a message: "Patient message · June 7, 2026 8:05 PM"."""
_LATEST_SHORT_YEAR = 2040
"""A two-digit year beyond this is of the last century, so no letter's date."""
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.I)


def lone_dates(letter: Letter) -> Iterator[Candidate]:
    """Dates with a line to themselves: the first of the first page, outside the signature block."""
    page = letter.pages[0]
    candidates: list[tuple[Line, DateMention]] = []
    labelled = {id(found.line) for found in letter.labelled if found.name != "date"}
    for line in page.lines:
        mentions = find_dates(line.text, letter.options.date_order)
        message = _MESSAGE.search(line.text) and line.box[1] < 0.25 * page.height
        if len(mentions) != 1 or (id(line) in labelled and not message) or is_margin(page, line):
            continue
        rest = line.text[: mentions[0].start] + line.text[mentions[0].end :]
        others = len(letters(_WEEKDAY.sub("", rest)))
        if (others > 1 and not message) or STAMP.search(line.text):
            continue
        if line.box[1] > 0.5 * page.height or _has_caption(letter, page, line):
            continue
        if _goes_on(page, line, mentions[0]):
            continue
        if mentions[0].short_year and mentions[0].value.year > _LATEST_SHORT_YEAR:
            continue  # "5/1/41" on a slip is a birth date whose label was not read
        candidates.append((line, mentions[0]))
    candidates = [
        pair
        for pair in candidates
        if not _in_column(pair[0], candidates) and not _in_a_row(pair[0], candidates)
    ]
    for rank, (line, mention) in enumerate(candidates):
        yield propose(
            "document_date",
            mention.iso,
            "layout",
            0.85 if rank == 0 else 0.4,
            page,
            line.words_between(mention.start, mention.end),
            passed=("date.stands_alone",),
            mended=mention.mended,
        )


def _goes_on(page: Page, line: Line, mention: DateMention) -> bool:
    """Whether the line ends a sentence that the line above began: "Next visit / June 3, 2026."."""
    if not line.text.rstrip().endswith(".") or mention.end < len(line.text.rstrip()) - 1:
        return False
    height = line.box[3] - line.box[1]
    return any(
        0.5 * height < line.box[1] - other.box[1] < 2.2 * height
        and abs(other.box[0] - line.box[0]) < height
        and not other.text.rstrip().endswith(".")
        for other in page.lines
    )


def _in_column(line: Line, others: list[tuple[Line, DateMention]]) -> bool:
    """Three and more dates straight below one another are a table's, such as the days attended."""
    below = [other for other, _ in others if abs(other.box[0] - line.box[0]) < 5.0]
    return len(below) >= 3


def _in_a_row(line: Line, others: list[tuple[Line, DateMention]]) -> bool:
    """Dates side by side are a table's, whose head says which is which."""
    middle = (line.box[1] + line.box[3]) / 2
    return any(other is not line and other.box[1] < middle < other.box[3] for other, _ in others)


def _has_caption(letter: Letter, page: Page, line: Line) -> bool:
    """Whether a label elsewhere claims this line as its value, or a stamp stands around it."""
    claimed = any(found.line is line and found.name != "date" for found in letter.labelled)
    height = line.box[3] - line.box[1]
    stamped = any(
        STAMP.search(other.text)
        and abs(other.box[1] - line.box[1]) < 2.5 * height
        and other.box[0] < line.box[2] + 40
        and other.box[2] > line.box[0] - 40
        for other in page.lines
        if other is not line and len(other.text) < 40
    )
    return claimed or stamped
