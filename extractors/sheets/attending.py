"""The rows of a session log: date, start, minutes, attendance, trainer, initials.

Attended is what the log says so of, in words, or by the client's initials where it
has no column for it. A row whose cells say neither is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casebook.records.sheet_rows import ReadSession
from extractors.options import DateOrder
from extractors.page import Word
from extractors.sheets import data
from extractors.sheets.rows_read import Found
from extractors.tables import Heading, Row, find_headings
from extractors.values.dates import find_dates

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?\s?m?\b", re.IGNORECASE
)
_MINUTES = re.compile(r"^\D{0,2}(?P<minutes>\d{1,3})\s*(?:min\w*|m|')?\W*$", re.IGNORECASE)
_HOURS = re.compile(r"^\D{0,2}(?P<hours>\d(?:\.\d{1,2})?)\s*(?:h|hr|hrs|hours?)\W*$", re.IGNORECASE)
_NEEDED = {"start", "minutes", "status", "initials", "end"}
_LONGEST = 240


def find_sessions(rows: Sequence[Row], order: DateOrder) -> list[Found[ReadSession]]:
    """Every row with a date below a heading of attendance, down the page."""
    found: list[Found[ReadSession]] = []
    headings = _headings(rows)
    for position, heading in enumerate(headings):
        until = headings[position + 1].first if position + 1 < len(headings) else len(rows)
        found += _below(rows[heading.last + 1 : until], heading, order)
    return found


def _headings(rows: Sequence[Row]) -> list[Heading]:
    """The headings of attendance: in one row where it suffices, else set in two.

    A title right above the heading must not become a part of it.
    """
    alone = [_heading(rows, index, 1) for index in range(len(rows))]
    found: list[Heading] = []
    for index, heading in enumerate(alone):
        if heading is None and not any(alone[index : index + 2]):
            heading = _heading(rows, index, 2)
        if heading is not None and not (found and index <= found[-1].last):
            found.append(heading)
    return found


def _heading(rows: Sequence[Row], index: int, deep: int) -> Heading | None:
    here = find_headings(rows[index : index + deep], data.columns("attendance"))
    for each in here:
        if each.first == 0 and each.has("date") and each.has(*_NEEDED):
            return replace(each, first=index, last=index + each.last)
    return None


def _below(rows: Sequence[Row], heading: Heading, order: DateOrder) -> list[Found[ReadSession]]:
    """The sessions of one table. A row that holds something but no date makes the last doubtful."""
    found: list[Found[ReadSession]] = []
    for row in rows:
        cells = _cells(row, heading)
        dates = find_dates(_text(cells.get("date", ())), order)
        if len(dates) == 1:
            session = _session(row, cells, dates[0].iso, heading)
            doubtful = dates[0].mended or _goes_back(found, session)
            found.append(replace(session, sure=session.sure and not doubtful))
        elif (
            found
            and len(cells.keys() & {"minutes", "status", "start"}) >= 2
            and len(row.cells) >= 3
        ):
            found[-1] = replace(found[-1], sure=False)
    return found


def _goes_back(found: Sequence[Found[ReadSession]], session: Found[ReadSession]) -> bool:
    """Whether the days of the log stop rising, or falling, with this row: one was misread."""
    days = [each.item.date for each in found] + [session.item.date]
    return days not in (sorted(days), sorted(days, reverse=True))


def _cells(row: Row, heading: Heading) -> dict[str, tuple[Word, ...]]:
    """The row's words by the column they stand under; a cell's words stay together."""
    cells: dict[str, tuple[Word, ...]] = {}
    for cell in row.cells:
        for group in _groups(cell.words):
            name = heading.column_of(group).name
            cells[name] = (*cells.get(name, ()), *group)
    return cells


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand as close as words of one cell do."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.box[0] - groups[-1][-1].box[2] < 0.6 * word.height:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _session(
    row: Row, cells: Mapping[str, tuple[Word, ...]], day: str, heading: Heading
) -> Found[ReadSession]:
    start = _clock(_text(cells.get("start", ())))
    end = _clock(_text(cells.get("end", ())))
    minutes = _minutes(_text(cells.get("minutes", ())))
    between = _between(start, end)
    initials = _text(cells.get("initials", ())) or None
    said = _text(cells.get("status", ())).casefold().strip(" .")
    if heading.has("status"):
        status = data.statuses().get(said)
    else:
        status = "attended" if initials and any(char.isalpha() for char in initials) else None
    agree = minutes is None or between is None or minutes == between
    item = ReadSession(
        date=day,
        start=start,
        minutes=minutes if minutes is not None else between,
        status=status,
        trainer=_text(cells.get("trainer", ())) or None,
        initials=initials,
    )
    told = item.minutes is not None and 0 < item.minutes <= _LONGEST
    sure = status is not None and agree and (told or status in {"no_show", "cancelled"})
    return Found(item, row.page, row.words, sure)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _clock(text: str) -> str | None:
    """ "2:30 PM" as 14:30; as printed where no half of the day is told."""
    match = _CLOCK.search(text)
    if match is None or (match["minute"] is None and match["half"] is None):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").casefold()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _minutes(text: str) -> int | None:
    hours = _HOURS.match(text)
    if hours is not None:
        return round(float(hours["hours"]) * 60)
    match = _MINUTES.match(text)
    return int(match["minutes"]) if match is not None else None


def _between(start: str | None, end: str | None) -> int | None:
    """Minutes from start to end; None where they do not follow one another."""
    if start is None or end is None:
        return None
    at, until = (int(each[:2]) * 60 + int(each[3:]) for each in (start, end))
    return until - at if until > at else None
