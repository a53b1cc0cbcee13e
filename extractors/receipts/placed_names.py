"""A vendor's name by its place beside an address, where the paper's head shows none.

Receipts by mail begin with the sum, table bills end with the house's name, a trainer signs below:
the name stands right above the street, or before it on one line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extractors.candidate import Candidate
from extractors.letterhead_lines import clean_name
from extractors.page import Line, Page
from extractors.proposing import from_words
from extractors.receipts.addresses import POSTAL, STREET
from extractors.tables import Phrasebook
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet
from extractors.values.people import person_at_start
from extractors.values.phones import find_phones

_NAME_AND_PLACE = re.compile(r"(?P<name>[A-Z][^,:\d]{3,48}?)(?:,|\s+[-–—•·|~])\s*\d{1,5}\s+\S")
"""A business, its street and its town on one line, as handwritten receipts end."""

_CONTACT = re.compile(r"@|\bwww\.|\.\w{2,7}\b\S*$|\.com\b", re.IGNORECASE)
_LOST_POINT = re.compile(r"[.!?]$")
_WEB = re.compile(
    r"(?:@|\bwww\.|\b)(?P<label>[\w-]{6,})\.(?:[a-z]{2,3}\.)?[a-z]{2,8}\b", re.IGNORECASE
)
_THANKS = re.compile(
    r"(?:thanks|thank\s+you)\s+for\s+(?:your\s+)?(?:[a-z]+\s+){0,3}(?:with|at|from|choosing|visiting|shopping)"
    r"(?:\s+(?P<name>[A-Z].{3,48}?))?[.!\s]*$",
    re.IGNORECASE,
)
"""Who thanks: "Thanks for booking with Marlow Strength Collective."; the name may stand below."""
_SENDER = re.compile(
    r"\W*(?:from:\s*)?(?P<name>[^<@:]{4,60}?)\s*<\s*(?P<address>[^<>\s]+@[^<>\s]+?)\s*>"
)
_SENT_TO = re.compile(r"\W*to\s*:.*@", re.IGNORECASE)
_NAMED_AGAIN = 2
"""Lines besides the sender's that name whoever was paid."""
_UP = 3
"""Lines between a name and its address: a web address, a telephone number."""


def names_beside_addresses(
    page: Page, clients: Collection[int], words: Phrasebook, labels: LabelSet
) -> Iterator[tuple[Candidate, Line]]:
    """Candidates for vendor_name, each with its line. clients: ids of lines that are not the
    vendor's."""
    lines = sorted(page.lines, key=lambda line: line.box[1])
    yield from _who_thanks(page, lines)
    for index, line in enumerate(lines):
        street = STREET.search(line.text)
        if street is None or id(line) in clients or not _has_town(lines, index):
            continue
        match = _NAME_AND_PLACE.match(line.text)
        if match is not None:
            name = clean_name(match["name"])
            candidate = from_words(
                "vendor_name",
                name,
                page,
                line.words_between(*match.span("name")),
                way="letterhead",
                strength=0.6,
            )
            yield candidate, line
            continue
        above = _above(lines, index, clients)
        if above is not None and _can_be_a_name(above, words, labels):
            person = person_at_start(above.text)
            text = person.name if person is not None and person.credentials else above.text
            candidate = from_words(
                "vendor_name",
                clean_name(text),
                page,
                above.words,
                way="layout",
                strength=0.6,
                failed=("name.placed_only",),
            )
            yield candidate, above


def in_web_address(page: Page, name: str) -> bool:
    """Whether the page's web or mail address is the name: "stonepathfitness.com"."""
    squeezed = "".join(char for char in name.casefold() if char.isalnum())
    return any(
        squeezed == match["label"].replace("-", "").casefold()
        for line in page.lines
        for match in _WEB.finditer(line.text)
    )


def who_sent(page: Page) -> Iterator[tuple[Candidate, Line]]:
    """The sender of a printed e-mail who is named in its text once more: "Fern Pilates
    <hello@fern.example>"; whom it was sent to stands behind "To:"."""
    sent_to = [line.text for line in page.lines if _SENT_TO.match(line.text)]
    for line in page.lines if sent_to else ():
        match = _SENDER.match(line.text)
        if match is None or any(match["address"] in text for text in sent_to):
            continue
        name = clean_name(match["name"])
        again = [o for o in page.lines if o is not line and name.casefold() in o.text.casefold()]
        if len(again) >= _NAMED_AGAIN and sum(char.isalpha() for char in name) > 3:
            words = line.words_between(*match.span("name"))
            yield (
                from_words(
                    "vendor_name",
                    name,
                    page,
                    words,
                    way="label",
                    strength=0.92,
                    passed=("name.repeated",),
                ),
                line,
            )
            return


def _who_thanks(page: Page, lines: Sequence[Line]) -> Iterator[tuple[Candidate, Line]]:
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        match = _THANKS.match(line.text.strip())
        if match is None:
            continue
        named = line if match["name"] else below
        text = match["name"] or (below.text if below is not None else "")
        name = clean_name(text.strip(" .!"))
        if named is None or not name[:1].isupper() or not name[-1:].isalpha():
            continue
        proved = in_web_address(page, name)
        candidate = from_words(
            "vendor_name",
            name,
            page,
            [word for word in named.words if word.text.strip(" .!,") in text],
            way="prose",
            strength=0.62,
            passed=("name.web_address",) if proved else (),
            failed=() if proved else ("name.placed_only",),
        )
        yield candidate, named


def _has_town(lines: Sequence[Line], index: int) -> bool:
    """A postal code on the line, or on the next one in its column."""
    line = lines[index]
    below = [
        other
        for other in lines[index + 1 : index + 4]
        if other.box[1] - line.box[3] < line.box[3] - line.box[1]
        and min(other.box[2], line.box[2]) > max(other.box[0], line.box[0])
    ]
    return (
        any(
            POSTAL.search(each.text) or re.search(r"\b\d{5}\s*$", each.text)
            for each in (line, *below[:1])
        )
        or _NAME_AND_PLACE.match(line.text) is not None
    )


def _above(lines: Sequence[Line], index: int, clients: Collection[int]) -> Line | None:
    """The nearest line over the address, in its column, that is no telephone and no web address."""
    line = lines[index]
    height = line.box[3] - line.box[1]
    at = line.box[1]
    for other in reversed(lines[max(0, index - 2 * _UP) : index]):
        if min(other.box[2], line.box[2]) <= max(other.box[0], line.box[0]):
            continue
        if at - other.box[3] > 1.2 * height or id(other) in clients:
            return None
        if find_phones(other.text) or _CONTACT.search(other.text):
            at = other.box[1]
            continue
        return other
    return None


def _can_be_a_name(line: Line, words: Phrasebook, labels: LabelSet) -> bool:
    text = clean_name(line.text)
    letters = sum(char.isalpha() for char in text)
    if letters < 5 or letters < 0.7 * len(text.replace(" ", "")) or len(text) > 60:
        return False
    if find_dates(text) or find_amounts(text) or any(char.isdigit() for char in text):
        return False
    if labels.hits(line.text) or ":" in text or _LOST_POINT.search(line.text.strip()):
        return False
    hits = words.all(text)
    untrue = any(hit.name in {"title", "slogan"} and hit.exact for hit in hits)
    return not untrue and not text.islower()
