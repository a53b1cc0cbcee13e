"""Who issued the receipt: the name, the address and the telephone at the top of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import yaml

from extractors.candidate import Candidate
from extractors.letterheads import Letterhead, find_names, head_of
from extractors.page import Line, Page
from extractors.proposing import from_label, from_lines, from_words, words_of
from extractors.receipts.addresses import POSTAL, STREET, find_address, share_down
from extractors.receipts.beside_name import find_beside_name
from extractors.receipts.placed_names import in_web_address, names_beside_addresses, who_sent
from extractors.receipts.roles import labels
from extractors.tables import Phrasebook
from extractors.values.labels import Labelled
from extractors.values.phones import find_phones

_EDGES = " \t,;:|_*#-–—~•·“”\"'‘©™"

_WEAK = 0.6
"""A name at the head less likely than this is helped by one that stands beside an address."""

MAIL_HEADER = re.compile(r"\W*(?:from|to|sent|cc|subject)\s*:", re.IGNORECASE)
"""Lines at the top of a printed e-mail; one alone may be anything."""

_LETTERHEAD = 5
"""Lines below a name that may hold its address and telephone."""

CARRIER = re.compile(
    r"©|\(c\)\s*20\d\d|\bcopyright\b|\ball rights reserved\b|\bpowered by\b"
    r"|\bis located at\b",
    re.IGNORECASE,
)
"""Lines about whoever made or sent the page, not about the vendor."""

FAX_HEADER = re.compile(r"->\s*\+?\d{7,}|\bfax\s+(?:from|to|no)\b|\bP\.?\s?0*\d{1,3}(?:/\d+)?\s*$")
"""The line that a fax machine prints above the page."""


@cache
def words() -> Phrasebook:
    """The phrases of vendor_words.yaml."""
    source = files("extractors.receipts") / "vendor_words.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_vendor(pages: Sequence[Page], labelled: Sequence[Labelled]) -> Iterator[Candidate]:
    """Candidates for vendor_name, vendor_address and vendor_phone."""
    if not pages or not pages[0].lines:
        return
    page = pages[0]
    clients = _clients_block(labelled)
    clients |= {id(line) for line in page.lines if CARRIER.search(line.text)}
    clients |= {id(line) for line in page.lines if FAX_HEADER.search(line.text)}
    mail = [line for line in page.lines if MAIL_HEADER.match(line.text)]
    clients |= {id(line) for line in mail} if len(mail) > 1 else set()
    head = [line for line in head_of(page) if id(line) not in clients]
    names = find_names(page, head, words(), labels())
    names = tuple(each for each in names if sum(char.isalpha() for char in each.text) > 2)
    name = names[0] if names else None
    for candidate, line in who_sent(page):
        yield candidate
        name = Letterhead(str(candidate.value), (line,), candidate.strength)
    for each in names:
        yield from_lines(
            "vendor_name",
            each.text,
            page,
            each.lines,
            way="letterhead",
            strength=each.strength,
            passed=_borne_out(page, each),
            failed=each.doubts,
        )
    if not names or names[0].strength < _WEAK:
        placed = list(names_beside_addresses(page, clients, words(), labels()))
        yield from (candidate for candidate, _ in placed)
        if placed and not names:
            line = placed[0][1]
            name = Letterhead(str(placed[0][0].value), (line,), _WEAK)
            head = [line, *(each for each in _below(page, line) if id(each) not in clients)]
    for found in labelled:
        led = found.at_start and found.synonym.endswith(" to") and found.place == "same_line"
        if _is_no_name(found.text):
            continue
        if found.name == "vendor_name" and found.place != "above" and (found.marked or led):
            yield from_label("vendor_name", found.text.strip(_EDGES), found, weight=0.7)
    yield from find_address(page, head, name, clients, words())
    if name is not None:
        yield from find_beside_name(page, name.text, clients)
    yield from _phone(page, head, labelled, clients)


def _borne_out(page: Page, name: Letterhead) -> tuple[str, ...]:
    """Checks that the name passed: printed once more, or the label of a web address."""
    passed = ("name.repeated",) if name.repeated else ()
    return (*passed, "name.web_address") if in_web_address(page, name.text) else passed


def _below(page: Page, line: Line) -> list[Line]:
    """The lines of a letterhead in the middle of a page: the next few below its name."""
    below = sorted((o for o in page.lines if o.box[1] > line.box[1]), key=lambda o: o.box[1])
    return below[:_LETTERHEAD]


def _is_no_name(text: str) -> bool:
    """An address of the post or of the web beside "Remit to" or "From"."""
    return bool(re.search(r"@|\bwww\.|://", text) or STREET.search(text) or POSTAL.search(text))


def _clients_block(labelled: Sequence[Labelled]) -> frozenset[int]:
    """The lines that hold the client's name and the address below it."""
    taken: set[int] = set()
    for found in labelled:
        if found.name not in {"patient_name", "member_name", "bill_to"} or found.place == "above":
            continue
        taken.add(id(found.line))
        below = [
            line
            for line in found.page.lines
            if 0
            < line.box[1] - found.line.box[1]
            < 5 * (found.line.box[3] - found.line.box[1]) + 12
            and abs(line.box[0] - found.words[0].box[0]) < 20
        ]
        if found.name == "bill_to" or found.place == "below":
            taken.update(id(line) for line in below)
        else:
            taken.update(
                id(line) for line in below if POSTAL.search(line.text) or STREET.search(line.text)
            )
    return frozenset(taken)


def _phone(
    page: Page, head: Sequence[Line], labelled: Sequence[Labelled], clients: frozenset[int]
) -> Iterator[Candidate]:
    """The vendor's telephone: at the top or the foot, not a fax, not the client's."""
    foot = share_down(page, 0.85)
    # Who sent the page for the vendor prints its own number at the foot.
    carried = any(CARRIER.search(line.text) for line in page.lines)
    places = {id(line): 0.9 for line in head}
    if not carried:
        places.update({id(line): 0.65 for line in page.lines if line.box[1] > foot})
    for line in page.lines:
        if id(line) not in places or id(line) in clients:
            continue
        for mention in find_phones(line.text, labelled=_names_a_phone(line.text)):
            if mention.role in {"fax", "other"}:
                continue
            yield from_words(
                "vendor_phone",
                mention.e164,
                page,
                line.words_between(mention.start, mention.end),
                way="label" if mention.role else "letterhead",
                strength=places[id(line)] - (0.0 if mention.role else 0.06),
                mended=mention.mended,
            )
    for found in labelled:
        if (
            found.name == "vendor_phone"
            and found.place == "right"
            and id(found.line) not in clients
        ):
            for mention in find_phones(found.text, labelled=True)[:1]:
                span = words_of(found, mention.start, mention.end)
                yield from_label("vendor_phone", mention.e164, found, weight=0.8, words=span)


def _names_a_phone(text: str) -> bool:
    return re.search(r"\b(?:tel|phone|call)\b", text, re.IGNORECASE) is not None
