"""The receipt's `substantiates` field: the rules' verdict, with the reading's own doubt.

"Yes" is only as sure as the least sure of the values it rests on. "No" is
only as sure as it is that the missing value really is missing, and was not
merely unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set

from casebook.records import FieldReading, Problem
from casebook.records.reading import DATE_FIELDS
from extractors.page import Page
from extractors.values.dates import find_dates
from rules import substantiation as rule

_SERVED = re.compile(
    r"\b(?:sessions?|visits?|appointments?|attend\w*|lessons?|class(?:es)?|trained|bookings?|seen"
    r"|service|treatment)\b",
    re.IGNORECASE,
)
"""Words of a line that may say when the service was, whatever the finders made of it."""
_NAMED = re.compile(
    r"\b(?:patient|client|customer|member|attendee|participant|guest|name|billed?\s+to|sold\s+to"
    r"|received\s+from|dear|for)\b",
    re.IGNORECASE,
)
"""Words beside which a person may be named."""
_PLACED = re.compile(
    r"\b\d{5}(?:-\d{4})?\b|\b(?:st|street|ave|avenue|rd|road|blvd|lane|ln|dr|drive|hwy|pkwy|way|ct|court"
    r"|suite|ste|unit|floor|jalan|jln|box)\b",
    re.IGNORECASE,
)
"""Words and numbers of an address."""
_YEARLESS = re.compile(r"(?<![\d/.])\d{1,2}/\d{1,2}(?![\d/.])")
_READ_WELL = 0.85

POINTS = ("patient_name", "vendor_name", "vendor_address", "service_dates", "total")


def substantiation(
    fields: Mapping[str, FieldReading], marks: Set[str], pages: tuple[Page, ...]
) -> tuple[FieldReading, tuple[Problem, ...]]:
    """The field and the reasons. `marks`: what was noticed about the paper."""
    right, problems = rule.judge(fields.keys(), marks)
    quality = min((page.quality for page in pages), default=0.0)
    if right:
        resting = [fields[name] for name in POINTS if name in fields]
        confidence = min(field.confidence for field in resting)
        accepted = all(field.accepted for field in resting)
    else:
        confidence = max(0.5, min(0.99, quality))
        refused = any(mark in marks for mark in rule.REFUSED)
        missing = {problem.field for problem in problems if problem.field not in fields}
        sure = quality >= _READ_WELL and _surely_missing(missing, fields, marks, pages)
        accepted = refused or sure
    return (
        FieldReading(value=right, confidence=round(confidence, 3), accepted=accepted),
        problems,
    )


def _surely_missing(
    missing: Set[str | None],
    fields: Mapping[str, FieldReading],
    marks: Set[str],
    pages: tuple[Page, ...],
) -> bool:
    """Whether one of the points is not merely overlooked, but cannot stand on the paper."""
    lines = [line.text for page in pages for line in page.lines]
    if "service_dates" in missing and "service_dates" not in fields:
        known = {field.value for name, field in fields.items() if name in DATE_FIELDS}
        if "prepaid_package" in marks or not any(_other_day(line, known) for line in lines):
            return True
    if "patient_name" in missing and not any(_NAMED.search(line) for line in lines):
        return True
    # A name or a total that no finder took may stand there all the same.
    return "vendor_address" in missing and not any(_PLACED.search(line) for line in lines)


def _other_day(line: str, known: Iterable[object]) -> bool:
    """A day that no field took, or one beside words of service; also days without their year."""
    short = len(_YEARLESS.findall(line))
    if short > 1 or (short and _SERVED.search(line)):
        return True
    days = [{mention.iso for mention in find_dates(line, order)} for order in ("MDY", "DMY")]
    if not any(days):
        return False
    unknown = all(not day <= set(known) for day in days)
    return unknown or _SERVED.search(line) is not None
