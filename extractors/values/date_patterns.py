"""The shapes in which dates are printed, tier by tier: see `extractors.values.dates`.

Groups: month (a name), day, year, and for numeric dates a and b in the order
as printed with sep between them.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?!\d)\s?(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
SHORT = r"(?P<year>(?:19|20)\d{2}(?!\d)|['’]?\d{2}(?!\d))"
JOIN = r"(?:,?\s*(?:and|&|to|through|thru|until|[-–—])\s*|[,;]\s*)"
TO = re.compile(r"(?:\bto\b|\bthrough\b|\bthru\b|\buntil\b|[-–—])", re.IGNORECASE)

NAMED = (
    re.compile(rf"(?<![A-Za-z]){MONTH}\s*{DAY}\s*[,.]?\s*(?:of\s+)?{YEAR}"),
    re.compile(rf"(?<![A-Za-z]){MONTH}\s*{DAY}\s*,?\s*(?P<year>['’]\d{{2}})(?!\d)"),
    re.compile(rf"(?<!\d){DAY}\s*(?:day\s+)?(?:of\s+)?{MONTH}\s*[,.]?\s*{YEAR}"),
    re.compile(rf"(?<!\d){DAY}[-/.]{MONTH}[-/.]{SHORT}"),
    re.compile(rf"(?<![A-Za-z]){MONTH}[-/]{DAY}[-/]{SHORT}"),
    re.compile(rf"(?<!\d){YEAR}[-/\s]\s?{MONTH}[-/\s]\s?{DAY}"),
    re.compile(rf"(?<![\d/.-]){DAY}\s+{MONTH}\s+(?P<year>\d{{2}})(?![\d:.,]\d|\d)"),
)
NAMED_LIST = re.compile(
    rf"(?<![A-Za-z]){MONTH}\s*(?P<days>\d{{1,2}}(?!\d)(?:st|nd|rd|th)?"
    rf"(?:{JOIN}\d{{1,2}}(?!\d)(?:st|nd|rd|th)?)+)\s*,?\s*{YEAR}"
)
NAMED_LIST_DAYS_FIRST = re.compile(
    rf"(?<![\d/.-])(?P<days>\d{{1,2}}(?!\d)(?:st|nd|rd|th)?"
    rf"(?:{JOIN}\d{{1,2}}(?!\d)(?:st|nd|rd|th)?)+)\s+(?:of\s+)?{MONTH}\s*,?\s*{YEAR}"
)
NAMED_PARTIAL = re.compile(rf"(?<![A-Za-z]){MONTH}\s*{DAY}{JOIN}$")
NAMED_PARTIAL_LIST = re.compile(
    rf"(?<![A-Za-z]){MONTH}\s*(?P<days>\d{{1,2}}(?!\d)(?:st|nd|rd|th)?"
    rf"(?:{JOIN}\d{{1,2}}(?!\d)(?:st|nd|rd|th)?)+){JOIN}$"
)
ISO = re.compile(
    r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})\s?(?P<sep>[-/.])\s?(?P<a>\d{1,2})\s?(?P=sep)\s?(?P<b>\d{1,2})(?!\d)"
)
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})\s?(?P<sep>[/.\-–])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?"
    r"(?P<year>(?:19|20)\d{2}(?!\d)|['’]?\d{2}(?!\d))(?!(?P=sep)\d)"
)
NUMERIC_AFTER_RANGE = re.compile(NUMERIC.pattern.replace(r"(?<![\d/.-])", r"(?<=[-–])", 1))
PARTIAL = re.compile(rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}}){JOIN}$")
BOXES = re.compile(
    r"(?<![\d/.-])(?P<a>\d{2})\s{1,3}(?P<b>\d{2})\s{1,3}(?P<year>(?:19|20)\d{2})(?!\d)"
)

CONFUSED = str.maketrans("OoQDIl|!iSsBZz", "00001111155822", " ")
D = r"[0-9OoQDIl|!iSsBZz]"
NOISY = re.compile(
    rf"(?<![A-Za-z0-9/])(?P<a>{D}{{1,2}})\s?(?P<sep>[/.-])\s?(?P<b>{D}{{1,2}})\s?(?P=sep)\s?(?P<year>{D}{{4}})(?![A-Za-z0-9])"
)
TORN_ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d{2})-(?P<a>\d\s?\d)-(?P<b>\d\s?\d)(?!\d)")
SLASH_AS_ONE = (
    re.compile(r"(?<!\d)(?P<a>\d{2})/(?P<b>\d{2})[1lI|](?P<year>(?:19|20)\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<a>\d{2})[1lI|](?P<b>\d{2})/(?P<year>(?:19|20)\d{2})(?!\d)"),
)
NOISY_NAMED = re.compile(
    rf"(?<![A-Za-z])(?P<month>[A-Za-z01|]{{3,9}})\.?\s*(?P<day>{D}{{1,2}})(?:st|nd|rd|th)?\s*[,.]?\s+(?P<year>{D}{{4}})(?![A-Za-z0-9])"
)

NOISY_DAY = re.compile(
    rf"(?<![A-Za-z0-9/])(?P<day>{D}{{1,2}})[-/.\s]\s?(?P<month>[A-Za-z01|]{{3,9}})\.?[-/.\s]\s?(?P<year>{D}{{4}})(?![A-Za-z0-9])"
)


def month_number(name: str, tolerant: bool = False) -> int | None:
    """1 to 12 for a month's name or its usual abbreviation, else None.

    tolerant: one wrong letter is forgiven in a name of four letters or more, and
    digits that look like letters in any.
    """
    word = name.casefold().rstrip(".")
    if tolerant:
        word = word.translate(str.maketrans("01|", "oll"))
    for number, month in enumerate(MONTHS, start=1):
        if word == month or (len(word) >= 3 and month.startswith(word) and len(word) <= 4):
            return number
    if tolerant and len(word) >= 4:
        near = [n for n, month in enumerate(MONTHS, start=1) if OSA.distance(word, month) == 1]
        return near[0] if len(near) == 1 else None
    return None
