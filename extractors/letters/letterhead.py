"""The letterhead: the practice's name, its numbers, and who is listed there.

Practices list all their doctors at the top, each with a number of their own;
nobody in such a roster has signed anything, and their numbers are not the
practice's. A single doctor, as on a prescription pad, is the writer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.page import Line, Page
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet, letters
from extractors.values.people import Person, people_with_credentials
from extractors.values.phones import PhoneMention, find_phones

_LOWEST = 0.36
"""A letterhead ends within this share of the page's height."""
_ORGANISATION = re.compile(
    r"\b(?:clinics?|health(?:care)?|medicine|medical|hospital|associates?|group|cent(?:er|"
    r"re)|partners?|practice|"
    r"orthop(?:a)?edics?|cardiology|neurology|rheumatology|endocrinology|oncology|"
    r"pulmonary|rehab(?:ilitation)?|"
    r"physicians?|therapy|care|institute|specialists?|surgery|surgical|spine|pain|"
    r"internists?|pediatrics|"
    r"consultants|university|department|wellness|family|community|primary|internal|physiatry|sports|"
    r"llc|inc|pllc|p\.?c\.?|p\.?a\.?|gynecology|urgent)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:referral|letter of|medical necessity|prescription|order form|clearance|"
    r"requisition|fax|confidential|request|form|patient|e-?referral|memo(?:randum)?|message|"
    r"certificat(?:e|ion)|statement|therapy order|exercise order|program order|guidance)\b|^rx$",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"\b(?:physicians?|medical|health|care|therapy|exercise)\b", re.IGNORECASE)
_BODY_LABELS = frozenset(
    "patient name first_name last_name dob other_provider date member_id provider diagnosis".split()
)
_ROLE_ALONE = re.compile(
    r"(?:(?P<fax>fax|facsimile)|phone|telephone|tel|ph|office|main)\.?\s*:?", re.IGNORECASE
)
_SALUTATION = re.compile(r"^(?:dear|to whom|to:|attn|re:|hello)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\d{5}(?:-\d{4})?$|^\d+\s|\bsuite\b|\bste\b|\bp\.?o\.? box\b|www\.|@|\.(?:com|org|net)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listed:
    """A person or a number in the letterhead, with its line."""

    line: Line
    person: Person | None = None
    phone: PhoneMention | None = None


@dataclass(frozen=True)
class Letterhead:
    """The top of the first page.

    lines: its lines. name: the practice's name's lines, empty when none stands out.
    name_strength: 0 to 1. people: everybody listed. phones: the numbers that are
    the practice's: with a printed role, or the only one there is.
    """

    page: Page
    lines: tuple[Line, ...]
    name: tuple[Line, ...]
    name_strength: float
    people: tuple[Listed, ...]
    phones: tuple[Listed, ...]


def is_title(text: str) -> bool:
    """Whether the words name the paper ("REFERRAL ORDER") rather than a practice."""
    return bool(_TITLE.search(text)) and not _ORGANISATION.search(text)


def has_title(text: str) -> bool:
    """Whether a word of the text names a paper: a practice that is called so is asked about."""
    return _TITLE.search(text) is not None or re.search(r"\border\b", text, re.I) is not None


def is_organisation(text: str) -> bool:
    """Whether a word says that this is a practice ("clinic", "medicine", "associates")."""
    return _ORGANISATION.search(text) is not None


def find_letterhead(page: Page, labels: LabelSet) -> Letterhead:
    """The letterhead of a page; without lines when the page begins with its text."""
    lines = _top_lines(page, labels)
    people = tuple(
        Listed(line, person=person)
        for line in lines
        for person in people_with_credentials(line.text)
    )
    name, strength = _practice_name(lines, people)
    return Letterhead(page, lines, name, strength, people, _practice_phones(lines))


def _top_lines(page: Page, labels: LabelSet) -> tuple[Line, ...]:
    end = _LOWEST * page.height
    for line in page.lines:
        if line.box[1] < end and _begins_body(line, labels):
            end = line.box[1] - 0.2 * (line.box[3] - line.box[1])
            break
    return tuple(
        line
        for line in page.lines
        if line.box[1] < end and not _machine_line(page, line) and line.text.strip("_-–— ")
    )


def _begins_body(line: Line, labels: LabelSet) -> bool:
    text = line.text.strip()
    if _SALUTATION.match(text):
        return True
    if any(hit.at_start and hit.name in _BODY_LABELS for hit in labels.hits(text)):
        return True
    dates = find_dates(text)
    return len(dates) == 1 and len(letters(text)) - len(letters(dates[0].text)) <= 4


def _machine_line(page: Page, line: Line) -> bool:
    """What a fax machine prints along the top edge."""
    low = line.box[3] < 0.055 * page.height
    return (
        low and re.search(r"\d{1,2}:\d{2}|\bpage\b|\bp\.\s?\d|\bfax\b", line.text, re.I) is not None
    )


def _practice_name(
    lines: tuple[Line, ...], people: tuple[Listed, ...]
) -> tuple[tuple[Line, ...], float]:
    with_person = {id(listed.line) for listed in people}
    lines = tuple(_before_address(line) for line in lines)
    tallest = max((_height(line) for line in lines), default=0.0)
    best: tuple[float, int] | None = None
    for index, line in enumerate(lines):
        text = line.text.strip()
        if id(line) in with_person or _ADDRESS.search(text) or find_phones(text):
            continue
        if _TITLE.search(text) and not _ORGANISATION.search(_GENERIC.sub(" ", text)):
            continue  # "Physician Clearance & Exercise Guidance" is what the paper is called
        if len(letters(text)) < 5 or sum(char.isdigit() for char in text) > 2:
            continue
        score = 0.35 * bool(_ORGANISATION.search(text))
        score += 0.35 * (_height(line) / tallest) ** 2 + 0.25 / (1 + index)
        score -= 0.5 * bool(_TITLE.search(text)) + 0.2 * (len(text.split()) > 8)
        if best is None or score > best[0]:
            best = (score, index)
    if best is None or best[0] < 0.35:
        return (), 0.0
    score, index = best
    name = [lines[index]]
    if index + 1 < len(lines):
        following = lines[index + 1]
        same_type = abs(_height(following) - _height(name[0])) < 0.08 * tallest
        near = following.box[1] - name[0].box[3] < 0.6 * _height(name[0])
        big = _height(name[0]) > 1.25 * min(_height(line) for line in lines)
        plain = not _ADDRESS.search(following.text) and id(following) not in with_person
        if same_type and near and big and plain and _ORGANISATION.search(following.text):
            name.append(following)
    return tuple(name), min(1.0, score)


def _before_address(line: Line) -> Line:
    """A line's name where its address follows a bullet: "Harbor Clinic • 12 Mill Road, …"."""
    match = re.match(
        r"(?P<name>\D{6,60}?)\s[•·|*–—-]\s(?=\d|(?:phone|ph|tel|telephone|fax|office)\b)",
        line.text,
        re.IGNORECASE,
    )
    if match is None or not _ORGANISATION.search(match["name"]):
        return line
    return Line(line.words_between(*match.span("name")))


def _practice_phones(lines: tuple[Line, ...]) -> tuple[Listed, ...]:
    mentions = [Listed(line, phone=phone) for line in lines for phone in _phones(line, lines)]
    with_role = [m for m in mentions if m.phone is not None and m.phone.role in ("phone", "fax")]
    if with_role:
        return tuple(with_role)
    return tuple(mentions) if len(mentions) == 1 else ()


def _phones(line: Line, lines: tuple[Line, ...]) -> tuple[PhoneMention, ...]:
    """A line's numbers; the role of a lone one may stand right above it, as in a side column."""
    found = find_phones(line.text)
    if len(found) != 1 or found[0].role is not None:
        return found
    height = line.box[3] - line.box[1]
    for above in lines:
        near = abs(above.box[0] - line.box[0]) < height and 0 <= line.box[1] - above.box[3] < height
        role = _ROLE_ALONE.fullmatch(above.text.strip()) if near else None
        if role is not None:
            said: Literal["fax", "phone"] = "fax" if role["fax"] else "phone"
            return (replace(found[0], role=said),)
    return found


def _height(line: Line) -> float:
    """Median height of the words: one tall letter does not make a line tall."""
    heights = sorted(word.height for word in line.words)
    return heights[len(heights) // 2]
