"""Who writes and answers for a letter: name, credentials, NPI, licence (practice: practice.py).

The signature block beats a form's label, a form's label beats the letterhead.
The name is as printed, whoever that is: a trainer who signs is a trainer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate, Way
from extractors.letters.letter import Letter
from extractors.letters.practice import find_practice
from extractors.letters.proposing import propose, propose_labelled
from extractors.letters.signing_place import SignatureBlock
from extractors.page import Line, Page
from extractors.values.identifiers import Identifier, find_npis, identifier_at_start
from extractors.values.people import Person, abbreviates, find_credentials, person_at_start

_GROUP = re.compile(
    r"\b(?:group|practice|organi[sz]ation|facility|billing|clinic)\b[^.;]{0,12}$", re.IGNORECASE
)

_BY_STATE = re.compile(
    r"\b(?:[A-Z]{2}|(?:[A-Z]\.){2}|(?:New |North |South |West )?[A-Z][a-z]{3,12})\s+"
    r"[Ll]ic(?:ense|\.)?\s*(?:(?:[Nn]o|[Nn]umber)\b\.?)?\s*[:#]?\s*(?=[A-Z]*\.?\d)"
)
"""A licence that its state names, which our labels do not begin with."""


def find_writer(letter: Letter) -> Iterator[Candidate]:
    """Candidates for the writer's fields, under "referrer_" or "provider_" as the kind asks."""
    role = "referrer" if letter.kind == "referral" else "provider"
    yield from _names(letter, role)
    yield from _npis(letter, f"{role}_npi")
    if letter.kind == "lmn":
        yield from _licences(letter)
        yield from _licences_by_state(letter)
    else:
        yield from find_practice(letter)


def _names(letter: Letter, role: str) -> Iterator[Candidate]:
    block = letter.signature
    if block is not None and block.signer is not None and block.signer_line is not None:
        strength = 0.95 if block.signer.credentials else 0.8
        if block.found_by == "label" and not block.signer.credentials:
            strength = 0.6
        yield from _person(
            role, block.signer, block.page, block.signer_line, "signature_block", strength
        )
        yield from _at_length(letter, role, block, block.signer.name)
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
    yield from _in_first_person(letter, role)
    yield from _senders(letter, role)
    people = letter.letterhead.people
    if len(people) == 1 and people[0].person is not None:
        strength = 0.85 if block is None or block.signer is None else 0.5
        yield from _person(
            role, people[0].person, letter.letterhead.page, people[0].line, "letterhead", strength
        )


def _at_length(
    letter: Letter, role: str, block: SignatureBlock, signer: str
) -> Iterator[Candidate]:
    """The signer's name where it stands in full: below "H. Bergstrom, MD", or in a roster."""
    head = letter.letterhead
    found: dict[str, tuple[Person, Page, Line, Way]] = {}
    for listed in head.people:
        if listed.person is not None and abbreviates(signer, listed.person.name):
            found[listed.person.name] = (listed.person, head.page, listed.line, "letterhead")
    for line in block.lines:
        person = person_at_start(line.text)
        if person is not None and abbreviates(signer, person.name):
            found[person.name] = (person, block.page, line, "signature_block")
    if len(found) == 1:
        person, page, line, way = next(iter(found.values()))
        words = line.words_between(person.start, person.end)
        yield propose(f"{role}_name", person.name, way, 0.8, page, words, passed=("name.shape",))


def _senders(letter: Letter, role: str) -> Iterator[Candidate]:
    """Who sends a message: "From: Dana Roe, DPM"."""
    for found in letter.of("from"):
        person = person_at_start(found.text)
        if person is None or not person.credentials:
            continue
        for field, value in (("name", person.name), ("credentials", person.credentials)):
            yield propose_labelled(
                f"{role}_{field}",
                value,
                found,
                factor=0.9,
                start=person.start,
                end=person.end,
                passed=("name.shape", "name.credentials"),
            )


def _in_first_person(letter: Letter, role: str) -> Iterator[Candidate]:
    """Who says "I" by name: "I, Dana Whitfield, MD, certify that"."""
    for passage in letter.passages:
        for match in re.finditer(r"\bI,\s+(?=[A-ZÀ-Þ])", passage.text):
            person = person_at_start(passage.text[match.end() :])
            if person is None or not person.credentials or person.last_first:
                continue
            start, end = match.end() + person.start, match.end() + person.end
            words = passage.words_between(start, end)
            for field, value in (("name", person.name), ("credentials", person.credentials)):
                yield propose(
                    f"{role}_{field}",
                    value,
                    "prose",
                    0.85,
                    passage.page,
                    words,
                    passed=("name.shape", "name.credentials"),
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
        if not block.is_signers(line):
            return 0.6, "signature_block"  # under the name of who signs beside
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
        beside = (
            own and letter.signature is not None and not letter.signature.is_signers(found.line)
        )
        yield propose_labelled(
            "provider_license",
            identifier.value,
            found,
            factor=0.6 if beside else 1.0 if own or lone else 0.8,
            start=lead + identifier.start,
            end=lead + identifier.end,
            passed=("license.shape",),
        )


def _licences_by_state(letter: Letter) -> Iterator[Candidate]:
    """ "LA license AP08812", "Georgia license 048813" below the signer's name."""
    block = letter.signature
    for line in block.lines if block is not None else ():
        for match in _BY_STATE.finditer(line.text):
            identifier = identifier_at_start(line.text[match.end() :])
            if block is None or identifier is None or not block.is_signers(line):
                continue
            start, end = match.end() + identifier.start, match.end() + identifier.end
            yield propose(
                "provider_license",
                identifier.value,
                "signature_block",
                0.9,
                block.page,
                line.words_between(start, end),
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
