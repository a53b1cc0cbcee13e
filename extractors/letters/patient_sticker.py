"""The patient on a hospital's sticker: a name without a label, over the chart's number and the
birth date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose
from extractors.page import Line, Page
from extractors.values.people import person_at_start

_CHART = re.compile(
    r"^\W*(?:mrn|mr\s?#|med(?:ical)? rec(?:ord)?|chart|acct|pt\s?id)\b", re.IGNORECASE
)
_BORN = re.compile(r"^\W*(?:d\.?o\.?b\.?|born|birth|date of birth)\b", re.IGNORECASE)
_LINES = 4
"""Lines of a sticker in which number and birth date stand."""


def names_on_stickers(letter: Letter) -> Iterator[Candidate]:
    """Candidates for patient_name: the line right over the chart's number and the birth date."""
    page = letter.pages[0]
    for line in page.lines:
        person = person_at_start(line.text)
        if person is None or person.credentials or person.titled or not person.last_first:
            continue
        if person.end < len(line.text.rstrip(" .,")):
            continue
        below = _column_below(page, line)
        if any(_CHART.match(each.text) for each in below) and any(
            _BORN.match(each.text) for each in below
        ):
            yield propose(
                "patient_name",
                person.name,
                "layout",
                0.9,
                page,
                line.words_between(person.start, person.end),
                passed=("name.shape", "name.on_sticker"),
            )


def _column_below(page: Page, line: Line) -> list[Line]:
    """The next lines of the sticker: close below one another, with one left edge."""
    height = line.box[3] - line.box[1]
    found: list[Line] = []
    bottom = line.box[3]
    for other in sorted(page.lines, key=lambda each: each.box[1]):
        if other is line or abs(other.box[0] - line.box[0]) > height or other.box[1] < line.box[1]:
            continue
        if other.box[1] - bottom > 1.2 * height or len(found) == _LINES:
            break
        found.append(other)
        bottom = other.box[3]
    return found
