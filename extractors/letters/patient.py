"""Whom a letter is about: name, birth date, member id.

Several ways look for the name; a person with a physician's letters behind the
name, or one who stands in the provider's part of a form, is nobody's patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.patient_prose import AGE, BORN, TITLED_PATIENT, names_in_prose
from extractors.letters.patient_sticker import names_on_stickers
from extractors.letters.proposing import propose, propose_labelled
from extractors.naming import with_neighbour
from extractors.values.dates import DateMention, birth_date, find_dates, parse_date
from extractors.values.identifiers import identifier_at_start
from extractors.values.labels import Labelled
from extractors.values.people import is_name_part, normalise_name, person_at_start

_PAYS = re.compile(r"participant|member|mbr|employee", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:[A-Za-z]+ ){0,3}(?:referral|necessity|prescription|clearance|order)"
    r"\s*(?:for|of|[:–—-])\s+",
    re.IGNORECASE,
)
"""What a subject line says before the name: "Exercise referral: WHITFIELD, Dana"."""
_EARLIEST = date(1900, 1, 1)


def find_patient(letter: Letter, written: date | None) -> Iterator[Candidate]:
    """Candidates for patient_name, patient_dob and member_id.

    written: the day the document was written, when it is known: it settles two-digit years.
    """
    yield from _names_by_label(letter)
    yield from _names_in_parts(letter)
    yield from names_on_stickers(letter)
    yield from names_in_prose(letter)
    yield from _birth_dates(letter, written)
    yield from _member_ids(letter)


def _names_by_label(letter: Letter) -> Iterator[Candidate]:
    for found in letter.of("patient", "name"):
        section = letter.section(found)
        if letter.in_signature(found) or section in ("provider", "other"):
            continue
        text, words = with_neighbour(found)  # "Soledad B." and "Rasmussen", wide apart
        person = person_at_start(_without_salutation(text))
        lead = len(text) - len(_without_salutation(text))
        if person is None or person.credentials or found.text.startswith(TITLED_PATIENT):
            continue
        if found.place == "below" and person.start > 3:
            continue
        factor = 1.0 if found.name == "patient" or section == "patient" else 0.85
        if _PAYS.search(found.synonym):
            factor *= 0.8  # who pays into the account may be the patient's spouse
        rest = text[lead + person.end :].strip(" .,;")
        if rest and not re.match(
            r"[(\d|–-]|dob|d\.o\.b|born|age|male|female|m\b|f\b|mrn|she|he\b", rest, re.I
        ):
            factor *= 0.8
        if text != found.text:
            yield propose(
                "patient_name",
                person.name,
                "label",
                found.strength * factor,
                found.page,
                words,
                passed=("name.shape",),
            )
            continue
        yield propose_labelled(
            "patient_name",
            person.name,
            found,
            factor=factor,
            start=lead + person.start,
            end=lead + person.end,
            passed=("name.shape",),
        )


def _names_in_parts(letter: Letter) -> Iterator[Candidate]:
    """Forms that ask for the last and the first name apart."""
    for page in letter.pages:
        parts: dict[str, Labelled] = {}
        for found in letter.of("last_name", "first_name", "middle_name"):
            provider = letter.section(found) in ("provider", "other")
            if found.page is page and not provider:
                parts.setdefault(found.name, found)
        last, first = parts.get("last_name"), parts.get("first_name")
        if last is None or first is None:
            continue
        middle = parts.get("middle_name")
        texts = [first.text, middle.text if middle else "", last.text]
        if not all(re.fullmatch(r"[^\W\d_][^\d_:]{0,30}", text) for text in texts if text):
            continue
        if not all(is_name_part(text) for text in texts):
            continue  # the next caption, not what is written under this one
        words = [*first.words, *(middle.words if middle else ()), *last.words]
        name = normalise_name(f"{texts[2]}, {texts[0]} {texts[1]}".strip())
        strength = min(last.strength, first.strength)
        checks = ("name.shape", "label.exact") if strength >= 0.8 else ("name.shape",)
        yield propose("patient_name", name, "label", strength, page, words, passed=checks)


def _birth_dates(letter: Letter, written: date | None) -> Iterator[Candidate]:
    ages = [int(m[1]) for passage in letter.passages for m in AGE.finditer(passage.text)]
    order = letter.options.date_order
    for found in letter.of("dob"):
        mentions = find_dates(found.text, order)
        mention = mentions[0] if mentions else parse_date(found.text, order)
        if mention is None or mention.start > 6 or letter.section(found) in ("provider", "other"):
            continue
        day = birth_date(mention, by=written)
        passed, failed = _checks(day, mention, written, ages)
        yield propose_labelled(
            "patient_dob",
            day.isoformat(),
            found,
            start=mention.start,
            end=mention.end,
            passed=passed,
            failed=failed,
            mended=mention.mended,
        )
    for passage in letter.passages:
        for match in BORN.finditer(passage.text):
            for mention in find_dates(passage.text[match.end() : match.end() + 24], order)[:1]:
                if mention.start > 2:
                    continue
                day = birth_date(mention, by=written)
                passed, failed = _checks(day, mention, written, ages)
                start = match.end() + mention.start
                yield propose(
                    "patient_dob",
                    day.isoformat(),
                    "prose",
                    0.9,
                    passage.page,
                    passage.words_between(start, match.end() + mention.end),
                    passed=passed,
                    failed=failed,
                    mended=mention.mended,
                )


def _checks(
    day: date, mention: DateMention, written: date | None, ages: list[int]
) -> tuple[list[str], list[str]]:
    """A birth date lies in the past and agrees with the age that the letter gives."""
    passed: list[str] = []
    failed: list[str] = []
    if written is not None and _EARLIEST < day < written:
        years = written.year - day.year - ((written.month, written.day) < (day.month, day.day))
        (passed if years >= 5 else failed).append("dob.in_the_past")
        if years in ages:
            passed.append("dob.age_agrees")
    if mention.ambiguous and not mention.mended:
        passed.append("date.order_given")
    return passed, failed


def _member_ids(letter: Letter) -> Iterator[Candidate]:
    for found in letter.of("member_id"):
        identifier = identifier_at_start(found.text)
        if identifier is None:
            continue
        yield propose_labelled(
            "member_id",
            identifier.value,
            found,
            start=identifier.start,
            end=identifier.end,
            passed=("member_id.shape",),
        )


def _without_salutation(text: str) -> str:
    """ "Patient Ingrid Nguyen" behind "Re:" begins with the name."""
    text = _SUBJECT.sub(lambda match: " " * len(match[0]), text, count=1).strip() or text
    return re.sub(
        r"^(?:(?:patient|client|pt|member|name)\b\.?\s*[:.]?\s*|(?:Mr|Mrs|Ms|Miss)\b\.?\s+)+",
        "",
        text,
        flags=re.I,
    )
