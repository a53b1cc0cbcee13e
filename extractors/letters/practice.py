"""The practice behind a referral: its name, and the numbers at which it answers.

The letterhead says both; a form's boxes and a letter's footer may instead. A number
whose owner no word tells is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.letterhead import is_organisation, is_title
from extractors.letters.proposing import propose, propose_labelled
from extractors.values.labels import Labelled
from extractors.values.people import person_at_start
from extractors.values.phones import find_phones

_ELSEWHERE = re.compile(
    r"\b(?:return|send|fax(?:\s+\w+)?)\s+(?:\w+\s+)?to\b|patient|referred to|home|cell|mobile"
    r"|emergency",
    re.IGNORECASE,
)
"""Words that say that a number is not the writer's."""
_OFFICE = re.compile(r"(?:department|dept|clinic|practice|provider|physician)\b")
"""Labels that say whose number it is."""


def find_practice(letter: Letter) -> Iterator[Candidate]:
    """Candidates for practice_name, referrer_phone and referrer_fax."""
    yield from _practice(letter)
    yield from _practice_elsewhere(letter)
    yield from _numbers(letter)


def _practice(letter: Letter) -> Iterator[Candidate]:
    head = letter.letterhead
    if head.name:
        words = [word for line in head.name for word in line.words]
        text = " ".join(line.text for line in head.name).strip(" |·•,")
        yield propose("practice_name", text, "letterhead", head.name_strength, head.page, words)
    for found in letter.of("practice"):
        if letter.section(found) in ("patient", "other", "insurance"):
            continue
        text = re.split(r"\s{2,}|[|;]", found.text)[0].strip(" ,.")
        if re.match(r"(?:of|and|for)\b", text, re.I) or text.islower():
            continue  # "Department of …" is a name, and its first word no label
        if len(text) >= 4 and not find_phones(text) and not is_title(text):
            # "Facility:" may as well be where the patient is sent.
            failed = ("practice.elsewhere",) if found.synonym.startswith("facility") else ()
            yield propose_labelled(
                "practice_name", text, found, factor=0.95, end=len(text), failed=failed
            )


def _practice_elsewhere(letter: Letter) -> Iterator[Candidate]:
    """A practice behind the writer's name ("Dana Roe, MD, Harbor Clinic"), or in the footer."""
    for found in letter.of("provider", "from"):
        person = person_at_start(found.text)
        start = person.end if person is not None and person.credentials else 0
        if not start and found.name != "from":
            continue
        text = re.split(r"\s*[<|;(]", found.text[start:])[0].strip(" ,.")
        if len(text) >= 6 and is_organisation(text) and not is_title(text):
            at = found.text.find(text, start)
            yield propose_labelled(
                "practice_name", text, found, factor=0.85, start=at, end=at + len(text)
            )
    page = letter.pages[0]
    for line in page.lines if not letter.letterhead.name else ():
        text = re.split(r"\s[-–|•·]\s|,\s(?=\d)|\s(?=(?:tel|ph|phone|fax)\b)", line.text)[0].strip(
            " ,."
        )
        low = line.box[1] > 0.88 * page.height or len(find_phones(line.text)) == 2
        if (
            not low
            or text == line.text
            or not is_organisation(text)
            or _ELSEWHERE.search(line.text)
        ):
            continue
        if not re.search(r"\d", text):
            words = line.words_between(0, len(text))
            yield propose("practice_name", text, "layout", 0.6, page, words)
            return


def _numbers(letter: Letter) -> Iterator[Candidate]:
    for listed in letter.letterhead.phones:
        phone = listed.phone
        if phone is None:
            continue
        yield propose(
            "referrer_fax" if phone.role == "fax" else "referrer_phone",
            phone.e164,
            "letterhead",
            0.95 if phone.role else 0.6,
            letter.letterhead.page,
            listed.line.words_between(phone.start, phone.end),
            passed=("phone.shape", *(("phone.role",) if phone.role else ())),
            mended=phone.mended,
        )
    for found in letter.of("phone", "fax", "phone_fax"):
        if found.place != "above" and found.line not in letter.letterhead.lines:
            yield from _labelled_number(letter, found)
    yield from _numbers_in_block(letter)
    yield from _numbers_in_pairs(letter)
    yield from _numbers_in_one_line(letter)
    yield from _footer_numbers(letter)


def _labelled_number(letter: Letter, found: Labelled) -> Iterator[Candidate]:
    block = letter.in_signature(found) or _OFFICE.match(found.synonym) is not None
    if not block and letter.section(found) != "provider":
        return
    phones = find_phones(found.text, labelled=True)
    roles = ["referrer_phone", "referrer_fax"]
    if found.name == "phone_fax" and len(phones) == 2:
        pairs = list(zip(roles, phones, strict=True))
    elif phones and phones[0].start < 6:
        pairs = [(roles[found.name == "fax"], phones[0])]
    else:
        pairs = []
    for field, phone in pairs:
        yield propose_labelled(
            field,
            phone.e164,
            found,
            factor=0.95,
            start=phone.start,
            end=phone.end,
            passed=("phone.shape", "phone.role"),
            mended=phone.mended,
        )


def _footer_numbers(letter: Letter) -> Iterator[Candidate]:
    """Practices that print their numbers along the bottom edge."""
    for page in letter.pages:
        for line in page.lines:
            if line.box[1] < 0.88 * page.height:
                continue
            for phone in find_phones(line.text):
                if phone.role in ("phone", "fax"):
                    field = "referrer_fax" if phone.role == "fax" else "referrer_phone"
                    words = line.words_between(phone.start, phone.end)
                    yield propose(
                        field, phone.e164, "layout", 0.6, page, words, passed=("phone.shape",)
                    )


def _numbers_in_block(letter: Letter) -> Iterator[Candidate]:
    """Numbers with their roles below the signer's name ("Tel. …   Fax …")."""
    block = letter.signature
    if block is None or block.signer_line is None:
        return
    for line in block.lines:
        if line.box[1] < block.signer_line.box[1] - 2.0 or _ELSEWHERE.search(line.text):
            continue
        for phone in find_phones(line.text):
            if phone.role in ("phone", "fax"):
                yield propose(
                    "referrer_fax" if phone.role == "fax" else "referrer_phone",
                    phone.e164,
                    "signature_block",
                    0.85,
                    block.page,
                    line.words_between(phone.start, phone.end),
                    passed=("phone.shape", "phone.role"),
                    mended=phone.mended,
                )


def _numbers_in_one_line(letter: Letter) -> Iterator[Candidate]:
    """Telephone and fax in one row of a form, beside a label that we do not know."""
    for page in letter.pages:
        for line in page.lines:
            numbers = [p for p in find_phones(line.text) if p.role in ("phone", "fax")]
            if {p.role for p in numbers} != {"phone", "fax"} or len(numbers) != 2:
                continue
            if _ELSEWHERE.search(line.text) or line in letter.letterhead.lines:
                continue
            strange = any(
                found.page is page
                and found.line is line
                and letter.section(found) in ("patient", "other", "insurance")
                for found in letter.of("phone", "fax", "phone_fax")
            )
            for number in numbers if not strange else ():
                yield propose(
                    "referrer_fax" if number.role == "fax" else "referrer_phone",
                    number.e164,
                    "layout",
                    0.75,
                    page,
                    line.words_between(number.start, number.end),
                    passed=("phone.shape", "phone.role"),
                    mended=number.mended,
                )


def _numbers_in_pairs(letter: Letter) -> Iterator[Candidate]:
    """A telephone and a fax on one row of a form without headed parts: an office's, for patients
    have no fax."""
    for fax in letter.of("fax"):
        phones = [
            phone
            for phone in letter.of("phone")
            if phone.page is fax.page
            and phone.place == fax.place
            and abs(phone.label_box[1] - fax.label_box[1]) < 4.0
        ]
        if len(phones) != 1:
            continue
        pair = (("referrer_phone", phones[0]), ("referrer_fax", fax))
        if any(
            letter.section(found) in ("patient", "other", "insurance")
            or _ELSEWHERE.search(found.line.text)
            for _, found in pair
        ):
            continue
        for field, found in pair:
            numbers = find_phones(found.text, labelled=True)
            if numbers and numbers[0].start < 6:
                number = numbers[0]
                yield propose_labelled(
                    field,
                    number.e164,
                    found,
                    factor=0.8,
                    start=number.start,
                    end=number.end,
                    passed=("phone.shape", "phone.role"),
                    mended=number.mended,
                )
