"""Who the service was for: patient, birth date, member number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.candidate import Candidate
from extractors.naming import doubts_of, misread_name, with_neighbour
from extractors.options import DateOrder
from extractors.proposing import from_label, from_words, words_of
from extractors.tables import Row
from extractors.values.account_numbers import number_at_start
from extractors.values.dates import birth_date, find_dates
from extractors.values.labels import Labelled
from extractors.values.people import person_at_start

_WEIGHTS = {"patient_name": 0.97, "member_name": 0.85, "bill_to": 0.7, "for": 0.6}
"""How surely the person beside such a label is the one who was served."""

_WAS_SERVED = re.compile(
    r"\b(?:that|by|for|to)\s+(?:(?:my|our)\s+)?(?:(?:patient|client|member)\s+)?"
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})\s+"
    r"(?:received|attended|completed|participated|has\s+(?:received|attended|completed)|was\s+seen)\b"
)

_SERVICE_FOR = re.compile(
    r"\b(?:training|sessions?|coaching|therapy|exercise|assessment|lessons?|class(?:es)?|package)\b"
    r"[^.:;]{0,24}?\bfor\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})(?=\s*(?:$|[-–—,;(]|on\b|\d))"
)

_RELATIVE = re.compile(
    r"\(\s*(?:step)?(?:mother|father|mom|dad|parent|guardian|spouse|wife|husband|partner|grand\w+|son|daughter"
    r"|employer|responsible\s+party|guarantor)\b",
    re.IGNORECASE,
)
"""What somebody is to the client, behind the name."""


def find_people(
    rows: Sequence[Row], labelled: Sequence[Labelled], order: DateOrder
) -> Iterator[Candidate]:
    """Candidates for patient_name, patient_dob and member_id. `labelled`: values by label."""
    yield from _in_prose(rows)
    for found in labelled:
        if found.place == "above":
            continue
        if found.name in _WEIGHTS:
            yield from _name(found)
        elif found.name == "patient_dob":
            yield from _born(found, order)
        elif found.name == "member_id":
            number = number_at_start(found.text)
            if number is not None and len(number.value) >= 4:
                words = words_of(found, number.start, number.end)
                yield from_label("member_id", number.value, found, words=words)


def _name(found: Labelled) -> Iterator[Candidate]:
    if found.name == "for" and not (found.at_start or found.marked):
        return  # "please retain for your records"
    text, words = with_neighbour(found)
    person = person_at_start(text)
    weight = _WEIGHTS[found.name]
    if person is None:
        if weight >= _WEIGHTS["bill_to"]:
            yield from misread_name(found)
        return
    rest = text[person.end :].strip(" .,;:|_-")
    if found.name != "patient_name" and _RELATIVE.match(rest):
        return  # "Bill to: Karin Holt (mother)": she pays for the one who was served
    if person.credentials or (person.titled and found.name != "patient_name"):
        weight -= 0.3  # clients do not carry their letters; trainers do
    if rest and rest[0].isalpha() and not rest.upper().startswith(("DOB", "ID", "MEMBER", "DATE")):
        weight -= 0.25
    if not found.marked and not found.at_start:
        weight -= 0.25
    if text == found.text:
        words = words_of(found, person.start, person.end)
    doubts = doubts_of(person.name, found.page)
    yield from_label("patient_name", person.name, found, weight=weight, words=words, failed=doubts)


def _in_prose(rows: Sequence[Row]) -> Iterator[Candidate]:
    """ "This is to confirm that Samuel Okafor received …", "Personal training for Sam Okafor"."""
    for row in rows:
        match = _WAS_SERVED.search(row.text) or _SERVICE_FOR.search(row.text)
        person = person_at_start(match["name"]) if match is not None else None
        if match is not None and person is not None:
            words = row.words_between(*match.span("name"))
            yield from_words(
                "patient_name", person.name, row.page, words, way="prose", strength=0.78
            )


def _born(found: Labelled, order: DateOrder) -> Iterator[Candidate]:
    dates = find_dates(found.text, order)
    if dates:
        first = dates[0]
        words = words_of(found, first.start, first.end)
        yield from_label(
            "patient_dob",
            birth_date(first).isoformat(),
            found,
            words=words,
            mended=first.mended,
        )
