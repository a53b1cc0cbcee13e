"""Dates as documents print them: found in running text, in tiers, never guessed.

Tiers, best first; a later tier only looks at text that no earlier one claimed:

1. A month's name: "June 2, 2026", "Jun. 2nd 2026", "2 June 2026", "02-JUN-26",
   "2nd day of June, 2026", and days that share it: "June 2, 9 and 16, 2026".
2. Year first: "2026-06-02", "2026/6/2".
3. Numeric: "6/2/26", "06-02-2026", "6.2.2026", and partial dates that borrow the
   year of the next full one: "10/1, 10/3, 10/8/2026", "6/2-6/30/2026".
4. Boxes of a form: "06 02 2026".
5. The same with characters that recognition confuses ("O6/07/2O26", "June l2, 2026",
   "06/0712026"): marked `mended`, so that a caller can ask for a second reason.

A month and a year without a day is no date. A two-digit year is of this
century, but see `birth_date`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from extractors.options import DateOrder
from extractors.values import date_patterns as patterns
from extractors.values.date_patterns import month_number

RangeEnd = Literal["first", "last"]

_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date in a text.

    value: the day. start, end: characters of the text it was read from. text: those characters.
    tier: 1 to 5, see the module. ambiguous: day and month could be swapped; the order
    that was asked for decided. short_year: the year has two digits. borrowed: the year stands with
    a later date of the same list. mended: confused characters were read as digits.
    range_end: this is the first or the last day of a printed range, else None.
    """

    value: date
    start: int
    end: int
    text: str
    tier: int
    ambiguous: bool = False
    short_year: bool = False
    borrowed: bool = False
    mended: bool = False
    range_end: RangeEnd | None = None

    @property
    def iso(self) -> str:
        """The contract's form: "2026-06-02"."""
        return self.value.isoformat()


def find_dates(text: str, order: DateOrder = "MDY") -> tuple[DateMention, ...]:
    """All dates of a text, from left to right; an impossible day is no date.

    order: how a numeric date is meant when it can be read in two ways. When the
    asked order is impossible (25/12/2026 under MDY) the other one is taken.
    """
    found: list[DateMention] = []
    for mention in _all_tiers(text, order):
        if _free(mention, found):
            found.append(mention)
            for partial in _borrowing(text, mention, order):
                if _free(partial, found):
                    found.append(partial)
    found.sort(key=lambda mention: mention.start)
    return _with_ranges(text, found)


def parse_date(text: str, order: DateOrder = "MDY") -> DateMention | None:
    """The one date of a text that is known to be a date, or None.

    As a last resort dateparser reads what the tiers do not know (other
    languages); it must state day, month and year itself.
    """
    mentions = find_dates(text, order)
    if mentions:
        return mentions[0] if len(mentions) == 1 else None
    if not (re.search(r"\d{4}", text) and re.search(r"[^\W\d_]{3}", text)) or len(text) > 40:
        return None
    import dateparser  # slow to import (half a second), and rarely needed

    parsed = dateparser.parse(
        text,
        settings={
            "DATE_ORDER": order,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
    if parsed is None or parsed.year not in _YEARS:
        return None
    return DateMention(parsed.date(), 0, len(text), text, tier=5)


def birth_date(mention: DateMention, by: date | None = None) -> date:
    """The day of birth that is meant: a two-digit year lies in the past of `by`.

    by: the day on which the document was written, when it is known. Without it
    a two-digit year after 20 is taken to be of the last century.
    """
    if not mention.short_year:
        return mention.value
    late = mention.value > by if by is not None else mention.value.year > 2020
    if not late:
        return mention.value
    return _day(mention.value.year - 100, mention.value.month, mention.value.day) or mention.value


def _free(mention: DateMention, found: list[DateMention]) -> bool:
    return not any(mention.start < other.end and other.start < mention.end for other in found)


def _all_tiers(text: str, order: DateOrder) -> Iterator[DateMention]:
    yield from _named_lists(text)
    for pattern in patterns.NAMED:
        for match in pattern.finditer(text):
            month = month_number(match["month"])
            if month is not None:
                yield from _mention(match, month, match["day"], tier=1)
    for match in patterns.ISO.finditer(text):
        yield from _mention(match, int(match["a"]), match["b"], tier=2)
    for pattern in (patterns.NUMERIC, patterns.NUMERIC_AFTER_RANGE):
        for match in pattern.finditer(text):
            yield from _numeric(match, order, tier=3)
    for match in patterns.BOXES.finditer(text):
        yield from _numeric(match, order, tier=4)
    yield from _noisy(text, order)


def _named_lists(text: str) -> Iterator[DateMention]:
    """Days that share a month and a year: "June 2, 9 and 16, 2026", "2, 9 and 16 June 2026"."""
    for match in patterns.NAMED_LIST.finditer(text):
        yield from _listed(text, match, int(match["year"]), whole=True)
    for match in patterns.NAMED_LIST_DAYS_FIRST.finditer(text):
        yield from _listed(text, match, int(match["year"]), whole=True)


def _listed(
    text: str, match: re.Match[str], year: int, *, whole: bool, at: int = 0
) -> list[DateMention]:
    """The days of one list; none where one of them is impossible. whole: the list has its own year,
    which belongs to the last day. at: where the text that was matched begins."""
    month = month_number(match["month"])
    numbers = list(re.finditer(r"\d{1,2}", match["days"]))
    days = [_day(year, month, int(number[0])) if month else None for number in numbers]
    if None in days:
        return []
    found = []
    for index, (number, value) in enumerate(zip(numbers, days, strict=True)):
        assert value is not None
        first, last = index == 0, index == len(days) - 1
        start = match.start() if first else match.start("days") + number.start()
        end = match.end() if last and whole else match.start("days") + number.end()
        found.append(
            DateMention(
                value=value,
                start=at + start,
                end=at + end,
                text=text[at + start : at + end],
                tier=1,
                borrowed=not (last and whole),
            )
        )
    return found


def _noisy(text: str, order: DateOrder) -> Iterator[DateMention]:
    for pattern in (patterns.NOISY, *patterns.SLASH_AS_ONE):
        for match in pattern.finditer(text):
            if sum(char.isdigit() for char in match[0]) >= 4:
                yield from _numeric(match, order, tier=5)
    for match in patterns.TORN_ISO.finditer(text):
        month, day = (match[name].translate(patterns.CONFUSED) for name in ("a", "b"))
        yield from _mention(match, int(month), day, tier=5)
    for match in (*patterns.NOISY_NAMED.finditer(text), *patterns.NOISY_DAY.finditer(text)):
        month = month_number(match["month"], tolerant=True)
        digits = match["day"] + match["year"]
        if month is not None and sum(char.isdigit() for char in digits) * 2 >= len(digits):
            yield from _mention(match, month, match["day"].translate(patterns.CONFUSED), tier=5)


def _numeric(match: re.Match[str], order: DateOrder, tier: int) -> Iterator[DateMention]:
    a, b = (int(match[name].translate(patterns.CONFUSED)) for name in ("a", "b"))
    if order == "YMD" and len(match["year"]) == 2 and match["year"].isdigit():
        value = _day(2000 + a, b, int(match["year"]))  # 25/11/08 on a Canadian card slip
        if value is not None:
            yield DateMention(value, match.start(), match.end(), match[0], tier, short_year=True)
            return
    month, day = (b, a) if order == "DMY" else (a, b)
    if month > 12 >= day:
        month, day = day, month
        ambiguous = False
    else:
        ambiguous = month != day and day <= 12
    yield from _mention(match, month, str(day), tier=tier, ambiguous=ambiguous)


def _mention(
    match: re.Match[str], month: int, day: str, *, tier: int, ambiguous: bool = False
) -> Iterator[DateMention]:
    digits = match["year"].translate(patterns.CONFUSED).lstrip("'’")
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    value = _day(year, month, int(day))
    if value is not None:
        yield DateMention(
            value=value,
            start=match.start(),
            end=match.end(),
            text=match[0],
            tier=tier,
            ambiguous=ambiguous,
            short_year=len(digits) == 2,
            mended=tier == 5,
        )


def _borrowing(text: str, full: DateMention, order: DateOrder) -> list[DateMention]:
    """The partial dates right before a full one, which share its year: nearest first."""
    found: list[DateMention] = []
    if full.tier not in (1, 3):
        return found
    at, after = full.start, full.value
    while True:
        before = text[max(0, at - 40) : at]
        listed = patterns.NAMED_PARTIAL_LIST.search(before) if full.tier == 1 else None
        if listed is not None:
            place = at - len(before)
            for year in (after.year, after.year - 1):  # "Dec 28, 30 and Jan 4, 2027"
                days = _listed(text, listed, year, whole=False, at=place)
                if days and days[-1].value <= after:
                    break
            else:
                return found
            found += days
            at, after = days[0].start, days[0].value
            continue
        match = (patterns.PARTIAL if full.tier == 3 else patterns.NAMED_PARTIAL).search(before)
        if match is None:
            return found
        if full.tier == 3:
            a, b = int(match["a"]), int(match["b"])
            month, day = (b, a) if order == "DMY" else (a, b)
        else:
            month, day = month_number(match["month"]) or 0, int(match["day"])
        value = _day(after.year, month, day)
        if value is not None and value > after:  # 12/28 - 1/3/2026
            value = _day(after.year - 1, month, day)
        if value is None:
            return found
        start = at - len(before) + match.start()
        printed = re.split(patterns.JOIN + "$", match[0])[0]
        found.append(
            replace(
                full,
                value=value,
                start=start,
                end=start + len(printed),
                text=printed,
                borrowed=True,
            )
        )
        at, after = start, value


def _with_ranges(text: str, found: list[DateMention]) -> tuple[DateMention, ...]:
    marked = list(found)
    for index, (one, two) in enumerate(pairwise(found)):
        between = text[one.end : two.start]
        if (
            len(between) <= 12
            and patterns.TO.fullmatch(between.strip(" ,;()"))
            and one.value <= two.value
        ):
            marked[index] = replace(marked[index], range_end="first")
            marked[index + 1] = replace(marked[index + 1], range_end="last")
    return tuple(marked)


def _day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
