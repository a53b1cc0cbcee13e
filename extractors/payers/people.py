"""Who the letter is about, and its numbers: patient, birth date, member and claim numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.records import Kind
from extractors.candidate import Candidate
from extractors.naming import doubts_of, misread_name, with_neighbour
from extractors.options import DateOrder
from extractors.page import Line, Page
from extractors.proposing import from_label, from_words, words_of
from extractors.values.account_numbers import number_at_start
from extractors.values.dates import birth_date, find_dates
from extractors.values.labels import Labelled
from extractors.values.people import abbreviates, normalise_name, person_at_start

_NAMES = {"patient_name": 0.97, "member_name": 0.85, "regarding": 0.7, "subscriber_name": 0.55}
"""How surely the person beside such a label is the patient."""

_OF_PERSON = frozenset({"member", "subscriber", "participant"})
_OF_CLAIM = frozenset({"claim"})
_OF_APPROVAL = frozenset({"authorization", "auth", "certification", "precertification", "approval"})
_STATED = re.compile(
    rf"\b(?P<what>{'|'.join(sorted(_OF_PERSON | _OF_CLAIM | _OF_APPROVAL))})\s+(?:id\s+)?"
    r"(?:number|no\.?|id)\s+(?P<verb>is\s+|of\s+)?",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"[A-Z]{0,4}-?\d{6,}[A-Z]{0,2}\b")
_BRACKETED = re.compile(r"\([^()]{6,90}\)?")
_MEMBER = re.compile(
    r"\b(?:member|id|subscriber)\b(?:\s+(?:id|no\.?|number|#))?[\s:#]*"
    r"(?P<number>[A-Z]{0,4}-?\d{6,}[A-Z]{0,2})\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:date of birth|birth date|dob|d\.o\.b\.|born(?: on)?)[\s:.,]*", re.IGNORECASE
)
PATIENT = "label.patient"
"""The check that a label calls this person the patient, not the one who is insured."""
_UNITS = re.compile(r"^\W*(?P<number>\d{1,3})(?![\d/.-])(?:\s*\(\w+\))?")
_CITY = re.compile(r"\b[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?\b")
_STREET = re.compile(r"^\W*(?:\d+\s+\w|p\.?\s?o\.?\s+box)", re.IGNORECASE)
_FOR = re.compile(
    r"\s*for:?\s+(?=[A-ZÀ-Þ][^,;]{3,40},\s*(?:member|id|subscriber|dob|born)\b)", re.I
)
_DEAR = re.compile(
    r"^\s*dear\s+(?:(?:mr|mrs|ms|miss|mx|dr)\.?\s+)?(?P<name>[^,:;]+?)\s*[,:;]?\s*$", re.IGNORECASE
)


def find_people(
    pages: Sequence[Page], labelled: Sequence[Labelled], order: DateOrder
) -> Iterator[Candidate]:
    """Candidates for patient_name, patient_dob and member_id."""
    yield from _whoever_pays(list(_named(pages, labelled, order)))


def _whoever_pays(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The candidates, where a label says who the patient is without the others: the member who is
    written to may be a parent or a spouse."""
    patients = [
        each for each in candidates if each.field == "patient_name" and PATIENT in each.passed
    ]
    for each in candidates:
        other = each.field == "patient_name" and patients and each not in patients
        if not other or any(
            each.value == one.value or abbreviates(str(each.value), str(one.value))
            for one in patients
        ):
            yield each


def _named(
    pages: Sequence[Page], labelled: Sequence[Labelled], order: DateOrder
) -> Iterator[Candidate]:
    for found in labelled:
        if found.place == "above":
            continue
        if found.name in _NAMES:
            yield from _name(found)
            if found.name == "member_name" and _LONG_NUMBER.match(found.text):
                yield from _number("member_id", found, 0.8)  # "Member # K25825751"
        elif found.name == "patient_dob":
            yield from _born(found, order)
        elif found.name == "member_id":
            yield from _number("member_id", found, 0.95)
    yield from _stated(pages, "member_id", _OF_PERSON)
    yield from _in_brackets(pages, order)
    if pages:
        yield from _addressee(pages[0])


def find_reference(
    pages: Sequence[Page], kind: Kind, labelled: Sequence[Labelled]
) -> Iterator[Candidate]:
    """Candidates for claim_number, or for an authorization's number and units."""
    own = "authorization_number" if kind == "authorization" else "claim_number"
    yield from _stated(pages, own, _OF_APPROVAL if kind == "authorization" else _OF_CLAIM)
    for found in labelled:
        if found.place == "above":
            continue
        if found.name == own:
            yield from _number(own, found, 0.95)
        elif found.name == "weaker_number":
            yield from _number(own, found, 0.45 if "case" in found.synonym else 0.65)
        elif found.name == "approved_units" and kind == "authorization":
            match = _UNITS.match(found.text)
            if match is not None:
                weight = 0.93 if " " in found.synonym else 0.8
                words = words_of(found, *match.span("number"))
                yield from_label(
                    "approved_units", match["number"], found, weight=weight, words=words
                )


def _stated(pages: Sequence[Page], field: str, what: frozenset[str]) -> Iterator[Candidate]:
    """A number given in a sentence: "Your certification number is CX-99182."."""
    for page in pages:
        for line in page.lines:
            for stated in _STATED.finditer(line.text):
                number = number_at_start(line.text[stated.end() :])
                if stated["what"].lower() not in what or number is None or len(number.value) < 4:
                    continue
                if not stated["verb"] and sum(char.isdigit() for char in number.value) < 4:
                    continue
                words = line.words_between(stated.end() + number.start, stated.end() + number.end)
                yield from_words(field, number.value, page, words, way="prose", strength=0.8)


def _name(found: Labelled) -> Iterator[Candidate]:
    text, words = with_neighbour(found)
    person = person_at_start(text)
    weight = _NAMES[found.name]
    if person is None:
        if weight >= _NAMES["member_name"]:
            yield from misread_name(found)
        return
    rest = text[person.end :].strip(" .,;:|_-")
    if rest[:1].isalpha() and not rest.upper().startswith(("DOB", "ID", "MEMBER", "DATE", "CLAIM")):
        weight -= 0.2
    if person.credentials:
        weight -= 0.3
    if not found.marked and not found.at_start:
        weight -= 0.25
    if text == found.text:
        words = words_of(found, person.start, person.end)
    doubts = doubts_of(person.name, found.page)
    sure = found.name == "patient_name" and weight >= _NAMES["patient_name"]
    yield from_label(
        "patient_name",
        person.name,
        found,
        weight=weight,
        words=words,
        passed=(PATIENT,) if sure else (),
        failed=doubts,
    )


def _in_brackets(pages: Sequence[Page], order: DateOrder) -> Iterator[Candidate]:
    """What stands in brackets behind a name: "(member X420706997, date of birth 1/24/1944)"."""
    for page in pages:
        for line in page.lines:
            for match in _BRACKETED.finditer(line.text):
                for number in _MEMBER.finditer(line.text, *match.span()):
                    words = line.words_between(*number.span("number"))
                    yield from_words(
                        "member_id", number["number"], page, words, way="prose", strength=0.8
                    )
                for born in _BORN.finditer(line.text, *match.span()):
                    rest = line.text[born.end() : match.end()]
                    for day in find_dates(rest, order)[:1]:
                        at = born.end() + day.start
                        yield from_words(
                            "patient_dob",
                            birth_date(day).isoformat(),
                            page,
                            line.words_between(at, born.end() + day.end),
                            way="prose",
                            strength=0.85,
                            passed=("dob.said",),
                            mended=day.mended,
                        )


def _born(found: Labelled, order: DateOrder) -> Iterator[Candidate]:
    for mention in find_dates(found.text, order)[:1]:
        yield from_label(
            "patient_dob",
            birth_date(mention).isoformat(),
            found,
            words=words_of(found, mention.start, mention.end),
            mended=mention.mended,
        )


def _number(field: str, found: Labelled, weight: float) -> Iterator[Candidate]:
    number = number_at_start(found.text)
    if number is None or len(number.value) < 3 or find_dates(found.text[: number.end]):
        return
    if found.place == "below" and abs(found.label_box[0] - found.words[0].box[0]) > 15:
        return
    digits = sum(char.isdigit() for char in number.value)
    if digits < 3 and field != "authorization_number":
        return
    words = words_of(found, number.start, number.end)
    yield from_label(field, number.value, found, weight=weight, words=words)


def _addressee(page: Page) -> Iterator[Candidate]:
    """The person above a street and a city, and the person who is greeted."""
    lines = sorted(page.lines, key=lambda line: line.box[1])
    for line in lines:
        person = person_at_start(line.text)
        if person is None or person.end < len(line.text.rstrip(" .,")):
            continue
        below = _below(line, lines)
        if (
            len(below) >= 2
            and _STREET.match(below[0].text)
            and any(_CITY.search(other.text) for other in below[1:3])
        ):
            yield from_words(
                "patient_name",
                normalise_name(line.text),
                page,
                line.words,
                way="layout",
                strength=0.8,
            )
            break
    for line in lines:
        match = _FOR.match(line.text)
        person = person_at_start(line.text[match.end() :]) if match is not None else None
        if match is not None and person is not None and not person.credentials:
            words = line.words_between(match.end(), match.end() + person.end)
            yield from_words("patient_name", person.name, page, words, way="prose", strength=0.8)
    for line in lines:
        match = _DEAR.match(line.text)
        person = person_at_start(match["name"]) if match is not None else None
        if match is not None and person is not None:
            words = line.words_between(*match.span("name"))
            yield from_words("patient_name", person.name, page, words, way="prose", strength=0.7)


def _below(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The next three lines under a line, flush with it."""
    height = line.box[3] - line.box[1]
    column = [
        other
        for other in lines
        if other.box[1] > line.box[1] + 0.4 * height
        and abs(other.box[0] - line.box[0]) < 1.5 * height
    ]
    return [other for other in column[:3] if other.box[1] - line.box[1] < 6 * height]
