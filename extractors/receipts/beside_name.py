"""The vendor's address and telephone where its name is printed once more, away from the head.

Receipts by mail begin with the sum and end with who was paid: "Fern Pilates, 58 Prospect St,
Cambridge, MA 02139 | (617) 555-0136", or the name with the address below it, or "call Fern Pilates
at ... or visit us at ...". The name beside it says whose address it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extractors.candidate import Candidate
from extractors.page import Line, Page, Word
from extractors.proposing import from_words
from extractors.receipts.addresses import POSTAL, STREET
from extractors.values.phones import find_phones
from extractors.values.postal import fits_state

_LINES = 4
"""Lines below the name's that may belong to its block."""
_ONLY_A_PHONE = re.compile(r"\W*(?:(?:tel|telephone|phone|ph|t|p|call)\b\W*)?", re.IGNORECASE)
_EDGES = " ,;.|·•~–—-"


def find_beside_name(page: Page, name: str, clients: Collection[int]) -> Iterator[Candidate]:
    """Candidates for vendor_address and vendor_phone. clients: ids of lines that are not the
    vendor's."""
    lines = sorted(page.lines, key=lambda line: (line.box[1], line.box[0]))
    for index, line in enumerate(lines):
        at = _place_of(name, line.text)
        if at is None or id(line) in clients:
            continue
        found = tuple(_in_block(page, _block(lines, index, clients), name, at + len(name)))
        if any(candidate.field == "vendor_address" for candidate in found):
            yield from found


def _place_of(name: str, text: str) -> int | None:
    at = text.casefold().find(name.casefold()) if len(name) > 4 else -1
    return at if at >= 0 else None


def _block(lines: Sequence[Line], index: int, clients: Collection[int]) -> list[Line]:
    """The line and those that follow it closely in its column."""
    block = [lines[index]]
    for other in lines[index + 1 : index + 1 + _LINES]:
        height = block[-1].box[3] - block[-1].box[1]
        one_column = min(other.box[2], block[0].box[2]) > max(other.box[0], block[0].box[0])
        if id(other) in clients or not one_column or other.box[1] - block[-1].box[3] > height:
            break
        block.append(other)
    return block


def _in_block(page: Page, lines: Sequence[Line], name: str, start: int) -> Iterator[Candidate]:
    block = Line(tuple(word for line in lines for word in line.words))
    text = block.text
    phones = find_phones(text, labelled=True)
    for mention in phones:  # no street begins with a telephone number
        blank = " " * (mention.end - mention.start)
        text = f"{text[: mention.start]}{blank}{text[mention.end :]}"
    street = STREET.search(text, start)
    postal = POSTAL.search(text, street.start()) if street is not None else None
    if street is None or postal is None or postal.start() - street.end() > 60:
        return
    inside = {id(word) for word in block.words_between(street.start(), postal.end())}
    parts = [" ".join(w.text for w in line.words if id(w) in inside) for line in lines]
    place = ", ".join(part.strip(_EDGES) for part in parts if part.strip(_EDGES))
    place = re.sub(r"\s*[·•|]\s*", ", ", place)
    fits = fits_state(postal["zip"], postal["state"])
    yield from_words(
        "vendor_address",
        place.strip(_EDGES),
        page,
        block.words_between(street.start(), postal.end()),
        way="layout",
        strength=0.82,
        passed=("address.named", *(("address.zip_of_state",) if fits else ())),
        failed=("address.zip_of_state",) if fits is False else (),
    )
    for mention in phones:
        words = block.words_between(mention.start, mention.end)
        if mention.start < start or mention.role in {"fax", "other"}:
            continue
        if not any(_is_own(line, words, inside, name) for line in lines):
            continue
        yield from_words(
            "vendor_phone",
            mention.e164,
            page,
            words,
            way="layout",
            strength=0.8,
            passed=("phone.named",),
            mended=mention.mended,
        )
        return


def _is_own(line: Line, phone: Sequence[Word], inside: Collection[int], name: str) -> bool:
    """Whether the telephone's line also holds the name or the address, or nothing but the number:
    "Help: 1-415-555-0102" may be anybody's."""
    number = {id(word) for word in phone}
    if not any(id(word) in number for word in line.words):
        return False
    if any(id(word) in inside for word in line.words) or _place_of(name, line.text) is not None:
        return True
    rest = " ".join(word.text for word in line.words if id(word) not in number)
    return _ONLY_A_PHONE.fullmatch(rest) is not None
