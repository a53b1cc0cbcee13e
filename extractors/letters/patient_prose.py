"""Whom a letter names in running text, before a birth date, as "I" or in a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose
from extractors.values.dates import find_dates
from extractors.values.people import is_name, person_at_start

_IN_PROSE = re.compile(
    r"\b(?:(?:my|our|your|the|this|mutual)\s+(?:patient|client)s?,?\s+|(?:patient|"
    r"client)\s+|(?<!/)\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s+)"
    r"(?=[A-ZÀ-Þ])"
)
_REFERRING = re.compile(
    r"\b(?:referring|refer|see|seeing|evaluate|evaluating|accepting|enroll|introduce|"
    r"introducing|certify(?:ing)? that|referral (?:of|for)|regarding|concerning|behalf of)"
    r"\s+(?=[A-ZÀ-Þ])"
)
BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born(?:\s+on)?|date of birth|birth\s?date)\b[\s:.,(]*"
    # a record's banner: "Dana Whitfield  Female, 68 y.o., 2/20/1958"
    r"|\b(?:fe)?male\b[\s,•·|–-]*"
    r"(?:\d{1,3}\s?(?:y\.?\s?o\.?|yrs?\.?(?: old)?|years? old)[\s,•·|–-]*)?"
    r"(?=\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d)",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b(?:age[d:]?\s*|is an?\s+)?(\d{1,3})[\s-]*(?:y/?o\b|yo\b|year[\s-]?olds?\b|years? "
    r"old|yrs?\.? old)",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    r"\b(?:subscriber|participant|insured|policy ?holder|spouse|guardian|husband|wife|member"
    r"|employee|mother|father)\b",
    re.IGNORECASE,
)
"""Words before a name that say that its birth date may be another's."""
_HEADLINE = re.compile(
    r"^[^\d:]{0,30}\b(?:log|record|grid|sheet|card|sessions?|attendance|visits|assessment"
    r"|evaluation|screening|consent|waiver|notes)\s*(?:[—–|:-]|\bfor\b|\bof\b)\s*(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:[\s(,;:|·•–—/-]|(?<=[\s/])(?:male|female)(?=[\s/]|$)|\b(?:mrn|ssn|id)\b"
    r"|(?<=\s)[#x*\d-]*\d[\w-]*(?=[\s,;|]|$))+$",
    re.IGNORECASE,
)
"""What may stand between a name and a birth date: signs, the sex, numbers of records."""
TITLED_PATIENT = ("Dr", "DR", "Doctor")


def names_in_prose(letter: Letter) -> Iterator[Candidate]:
    """Candidates for patient_name that no label introduces."""
    yield from _in_sentences(letter)
    yield from _names_before_births(letter)
    if letter.kind not in ("referral", "lmn"):
        yield from _who_says_i(letter)
        yield from _in_titles(letter)


def _in_sentences(letter: Letter) -> Iterator[Candidate]:
    for passage in letter.passages:
        for pattern, strength in ((_IN_PROSE, 0.75), (_REFERRING, 0.6)):
            for match in pattern.finditer(passage.text):
                person = person_at_start(passage.text[match.end() :])
                if person is None or person.credentials or person.last_first:
                    continue
                if person.titled and passage.text[match.end() :].startswith(TITLED_PATIENT):
                    continue
                if " " not in person.name:
                    continue  # "seeing Ms. Whitfield" names nobody's whole name
                start, end = match.end() + person.start, match.end() + person.end
                around = passage.text[end : end + 30]
                described = BORN.search(around) or AGE.search(around)
                yield propose(
                    "patient_name",
                    person.name,
                    "prose",
                    strength + (0.15 if described else 0.0),
                    passage.page,
                    passage.words_between(start, end),
                    passed=("name.shape", "name.described") if described else ("name.shape",),
                )


def _names_before_births(letter: Letter) -> Iterator[Candidate]:
    """Whose birth date follows: "for Beatrix L. Kowalczyk (DOB 3/4/1970)", a record's banner."""
    for passage in letter.passages:
        for match in BORN.finditer(passage.text):
            before = _BETWEEN.sub("", passage.text[: match.start()])
            if _ANOTHERS.search(before[-60:]) or not find_dates(
                passage.text[match.end() : match.end() + 24], letter.options.date_order
            ):
                continue
            for start in _starts_of_words(before)[-6:]:
                person = person_at_start(before[start:])
                if person is None or person.credentials or start + person.end < len(before):
                    continue
                if before[start:].startswith(TITLED_PATIENT):
                    break
                at, end = start + person.start, start + person.end
                yield propose(
                    "patient_name",
                    person.name,
                    "prose",
                    0.87,
                    passage.page,
                    passage.words_between(at, end),
                    passed=("name.shape", "name.described"),
                )
                break


def _starts_of_words(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<![^\s(|])(?!I,)[A-ZÀ-Þ]", text)]


def _who_says_i(letter: Letter) -> Iterator[Candidate]:
    """Who consents by name: "I, Petra Molnár, born 3/4/1970, agree to take part"."""
    for passage in letter.passages:
        for match in re.finditer(r"\bI,\s+(?=[A-ZÀ-Þ])", passage.text):
            person = person_at_start(passage.text[match.end() :])
            if person is None or person.credentials or person.last_first:
                continue
            start, end = match.end() + person.start, match.end() + person.end
            yield propose(
                "patient_name",
                person.name,
                "prose",
                0.85,
                passage.page,
                passage.words_between(start, end),
                passed=("name.shape",),
            )


def _in_titles(letter: Letter) -> Iterator[Candidate]:
    """Whose sheet it is by its headline: "Session grid — Dashiell B. Ibarra"."""
    page = letter.pages[0]
    for line in page.lines:
        match = _HEADLINE.match(line.text)
        if match is None or line.box[1] > 0.2 * page.height:
            continue
        name = line.text[match.end() :]
        person = person_at_start(name)
        if person is None or person.credentials or person.titled or not is_name(name):
            continue
        words = line.words_between(match.end(), len(line.text))
        yield propose(
            "patient_name", person.name, "layout", 0.8, page, words, passed=("name.shape",)
        )
