"""Who writes and answers for a letter: name, credentials, NPI, licence, practice, numbers.

The signature block beats a form's label, a form's label beats the letterhead.
The name is as printed, whoever that is: a trainer who signs is a trainer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate, Way
from extractors.letters.letter import Letter
from extractors.letters.letterhead import is_title
from extractors.letters.proposing import propose, propose_labelled
from extractors.page import Line, Page
from extractors.values.identifiers import Identifier, find_npis, identifier_at_start
from extractors.values.labels import Labelled
from extractors.values.people import Person, find_credentials, person_at_start
from extractors.values.phones import find_phones

_GROUP = re.compile(
    r"\b(?:group|practice|organi[sz]ation|facility|billing|clinic)\b[^.;]{0,12}$", re.IGNORECASE
)


def find_writer(letter: Letter) -> Iterator[Candidate]:
    """Candidates for the writer's fields, under "referrer_" or "provider_" as the kind asks."""
    role = "referrer" if letter.kind == "referral" else "provider"
    yield from _names(letter, role)
    yield from _npis(letter, f"{role}_npi")
    if letter.kind == "lmn":
        yield from _licences(letter)
    else:
        yield from _practice(letter)
        yield from _numbers(letter)


def _names(letter: Letter, role: str) -> Iterator[Candidate]:
    block = letter.signature
    if block is not None and block.signer is not None and block.signer_line is not None:
        strength = 0.95 if block.signer.credentials else 0.8
        if block.found_by == "label" and not block.signer.credentials:
            strength = 0.6
        yield from _person(
            role, block.signer, block.page, block.signer_line, "signature_block", strength
        )
    for found in letter.of("provider", "name"):
        section = letter.section(found)
        if found.name == "name" and section != "provider" and not letter.in_signature(found):
            continue
        if section == "patient":
            continue
        person = person_at_start(found.text)
        if person is None:
            continue
        factor = 1.0 if person.credentials or person.titled else 0.85
        yield propose_labelled(
            f"{role}_name",
            person.name,
            found,
            factor=factor,
            start=person.start,
            end=person.end,
            passed=("name.shape", *(("name.credentials",) if person.credentials else ())),
        )
        if person.credentials:
            yield propose_labelled(
                f"{role}_credentials", person.credentials, found, start=person.start, end=person.end
            )
    for found in letter.of("credentials"):
        credentials, end = find_credentials(found.text)
        if credentials and letter.section(found) != "patient":
            yield propose_labelled(f"{role}_credentials", credentials, found, end=end)
    people = letter.letterhead.people
    if len(people) == 1 and people[0].person is not None:
        strength = 0.85 if block is None or block.signer is None else 0.5
        yield from _person(
            role, people[0].person, letter.letterhead.page, people[0].line, "letterhead", strength
        )


def _person(
    role: str, person: Person, page: Page, line: Line, way: Way, strength: float
) -> Iterator[Candidate]:
    words = line.words_between(person.start, person.end)
    passed = ["name.shape"] + ["name.credentials"] * bool(person.credentials)
    yield propose(f"{role}_name", person.name, way, strength, page, words, passed=passed)
    if person.credentials:
        yield propose(
            f"{role}_credentials",
            person.credentials,
            way,
            strength,
            page,
            words,
            passed=("credentials.known",),
        )


def _npis(letter: Letter, field: str) -> Iterator[Candidate]:
    """Numbers whose check digit fits: beside a label, in the block, under a lone doctor's name.

    One that fails the check is no NPI, and proposing it would print it as one.
    """
    for page in letter.pages:
        for line in page.lines:
            for npi in find_npis(line.text):
                before = line.text[: npi.start]
                if not npi.valid or _GROUP.search(re.sub(r"npi\W*$", "", before, flags=re.I)):
                    continue
                strength, way = _npi_standing(letter, page, line, before)
                if strength:
                    words = line.words_between(npi.start, npi.end)
                    yield propose(
                        field,
                        npi.value,
                        way,
                        strength,
                        page,
                        words,
                        passed=("npi.check_digit",),
                        mended=npi.mended,
                    )


def _npi_standing(letter: Letter, page: Page, line: Line, before: str) -> tuple[float, Way]:
    """How much speaks for a number being the writer's own NPI, by where it stands."""
    named = re.search(r"n\s?p\s?[iItTl1]\b|provider\s+(?:id|identifier|number)", before, re.I)
    labelled = any(
        found.line is line and found.page is page for found in letter.of("npi", "provider")
    )
    others = {id(found.line) for found in letter.of("group_npi", "other_provider", "dea")}
    if id(line) in others and not named:
        return 0.0, "label"
    middle = (line.box[1] + line.box[3]) / 2
    block = letter.signature
    if block is not None and block.holds(page, middle):
        return (0.97 if named or labelled else 0.7), "signature_block"
    if line in letter.letterhead.lines and page is letter.letterhead.page:
        lone = len(letter.letterhead.people) == 1
        return (0.9 if lone and named else 0.6 if named else 0.3), "letterhead"
    if named or labelled:
        return 0.85, "label"
    return 0.0, "label"


def _licences(letter: Letter) -> Iterator[Candidate]:
    for found in letter.of("license"):
        identifier: Identifier | None = identifier_at_start(_without_state(found.text))
        if identifier is None:
            continue
        lead = len(found.text) - len(_without_state(found.text))
        own = letter.in_signature(found) or letter.section(found) == "provider"
        lone = found.line in letter.letterhead.lines and len(letter.letterhead.people) == 1
        yield propose_labelled(
            "provider_license",
            identifier.value,
            found,
            factor=1.0 if own or lone else 0.8,
            start=lead + identifier.start,
            end=lead + identifier.end,
            passed=("license.shape",),
        )


def _without_state(text: str) -> str:
    """ "(CA) A12345" and "CA: A12345" begin with the state that issued the licence."""
    return re.sub(
        r"^\(?(?:[A-Z]{2}|state)\)?\s*[:#]\s*|^\([A-Z]{2}\)\s*|^(?:no|number)\b\.?\s*[:#]?\s*",
        "",
        text,
        flags=re.I,
    )


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
        if re.match(r"(?:of|and|for)\b", text, re.I):
            continue  # "Department of …" is a name, and its first word no label
        if len(text) >= 4 and not find_phones(text) and not is_title(text):
            yield propose_labelled("practice_name", text, found, factor=0.95, end=len(text))


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
    yield from _footer_numbers(letter)


def _labelled_number(letter: Letter, found: Labelled) -> Iterator[Candidate]:
    block = letter.in_signature(found)
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
