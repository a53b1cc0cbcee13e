"""Persons in a signature block: whose printed name stands where somebody signs."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.page import Line
from extractors.values.label_match import LabelSet
from extractors.values.people import Person, is_cut_off, person_at_start

ELECTRONIC = re.compile(
    r"\b(?:electronically|digitally|e-?)\s?(?:signed|authenticated|authorized|verified)\s?(?:by|:)?"
    r"|electronic signature\s?(?:of|"
    r"by|:)?|\bsigned electronically\s?(?:by|:)?|\be-?signature\b|(?<!\w)/e?s/|\bs/\s",
    re.IGNORECASE,
)
"""The record system's statement that somebody signed."""


_MARKS = re.compile(r"[\s):;,.–—-]*")


def behind(text: str, statement: re.Match[str]) -> int:
    """Where the name may begin behind "(e-signed)" or "e-Signature:"."""
    marks = _MARKS.match(text, statement.end())
    return marks.end() if marks is not None else statement.end()


def first_person(lines: tuple[Line, ...], labels: LabelSet) -> tuple[Person | None, Line | None]:
    """The first line that begins with a name; one with credentials is preferred."""
    found = [(person, line) for line in lines for person in [person_in(line, labels)] if person]
    for person, line in found:
        if person.credentials or person.titled:
            return person, line
    return found[0] if found else (None, None)


def nearest_person(
    lines: tuple[Line, ...], signature: Line, labels: LabelSet
) -> tuple[Person | None, Line | None]:
    """The person nearest to a signature line; one with credentials before all others."""
    found = []
    for line in lines:
        person = person_in(line, labels)
        if person is not None:
            distance = abs(line.box[1] - signature.box[1])
            found.append((distance - 1000 * bool(person.credentials), person, line))
    if not found:
        return None, None
    _, person, line = min(found, key=lambda item: item[0])
    return person, line


def person_in(line: Line, labels: LabelSet) -> Person | None:
    """A name that begins the line, or stands behind a label that may name the signer."""
    text = line.text
    start = 0
    for hit in labels.hits(text):
        if hit.at_start:
            if hit.name not in ("provider", "name", "signature"):
                return None
            start = hit.value_start
        break
    electronic = ELECTRONIC.search(text)
    if electronic is not None:
        start = max(start, behind(text, electronic))
    person = person_at_start(text[start:])
    if person is None or len(person.name.split()) < 2:
        return None
    if is_cut_off(person.name):
        return None  # "La Cruz": the beginning of the name stands elsewhere
    if start == 0 and not person.credentials:
        rest = text[person.end :].strip(" .,")
        if rest and not rest.startswith("("):
            return None
    return replace(person, start=person.start + start, end=person.end + start)
