"""Who issued the receipt: the name, the address and the telephone at the top of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import yaml

from extractors.candidate import Candidate
from extractors.letterheads import find_name, head_of
from extractors.page import Line, Page
from extractors.proposing import from_label, from_words, words_of
from extractors.receipts.roles import labels
from extractors.tables import Phrasebook
from extractors.values.dates import find_dates
from extractors.values.labels import Labelled
from extractors.values.phones import find_phones

_POSTAL = re.compile(r",?\s*\b(?P<state>[A-Z]{2})\.?,?\s+(?P<zip>\d{5}(?:-\d{4})?)\b")
_STREET = re.compile(
    r"\b\d+[\w/-]*[,.]?\s+(?:[\w.'’-]+\s+){0,5}(?:st|street|ave|avenue|av|blvd|boulevard|rd|road|dr|drive"
    r"|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|highway|cir|circle|ter|terrace|trail|trl|sq|square"
    r"|loop|row|plaza|broadway|pike|run|route|alley|crossing|point|park)\b|\bp\.?\s?o\.?\s+box\s+\d+",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:no\.?\s*\d|lot\b|unit\b|suite\b|ste\b|level\b|floor\b|block\b|blk\b|g[-.]\d|\d+[\w/-]*[,.]\s?[A-Za-z]|\d+[\w/-]*\s+[A-Za-z]{4})"
    r"|\b(?:jalan|jln|lorong|taman|tmn|persiaran|lebuh|kampung|bandar|seksyen|section|wisma|menara|plaza|mall"
    r"|suite|building|floor|kuala\s+lumpur|selangor|johor|malaysia|penang|perak|pahang|melaka|singapore"
    r"|batu|kawasan|pusat|desa|off)\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<![\d-])\d{5}(?![\d-])")
_ENDS_ADDRESS = re.compile(
    r"^\W*(?:tel|fax|phone|ph|gst|email|e-mail|www|http|reg|co\.?\s*reg|company|roc|ein|tax|npi|license"
    r"|cashier|terminal|merchant|trans|reg\b|date|invoice|receipt|bill|table|order|doc|member|client|patient|bizdate|t:|p:)\b|@|\bwww\.|\.com\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|•·~]\s+|\s+[-–—]\s+(?=[(+\d])")
_EDGES = " \t,;:|_*#-–—~•·“”\"'‘©™"


@cache
def words() -> Phrasebook:
    """The phrases of vendor_words.yaml."""
    source = files("extractors.receipts") / "vendor_words.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_vendor(
    pages: Sequence[Page], labelled: Sequence[Labelled], order_of_dates: str
) -> Iterator[Candidate]:
    """Candidates for vendor_name, vendor_address and vendor_phone."""
    if not pages or not pages[0].lines:
        return
    page = pages[0]
    clients = _clients_block(labelled)
    head = [line for line in head_of(page) if id(line) not in clients]
    name = find_name(page, head, words(), labels())
    if name is not None:
        yield from_words(
            "vendor_name",
            name.text,
            page,
            name.words,
            way="letterhead",
            strength=name.strength,
        )
    for found in labelled:
        if found.name == "vendor_name" and found.place != "above" and found.marked:
            yield from_label("vendor_name", found.text.strip(_EDGES), found, weight=0.7)
    yield from _address(page, head, name.lines[-1] if name else None, clients)
    yield from _phone(page, head, labelled, clients)


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
                id(line) for line in below if _POSTAL.search(line.text) or _STREET.search(line.text)
            )
    return frozenset(taken)


def _address(
    page: Page, head: Sequence[Line], name: Line | None, clients: frozenset[int]
) -> Iterator[Candidate]:
    """The block below the name that reads like an address; else a line at the page's foot."""
    start = head.index(name) if name in head else -1
    block: list[Line] = []
    for line in head[start + 1 :]:
        text = line.text.strip()
        if block and not _one_column(block[-1], line):
            continue
        if _is_address(text):
            block.append(line)
        elif block and (_ENDS_ADDRESS.search(text) or find_phones(text) or find_dates(text)):
            break
        elif block and _continues(block[-1], line) and not _ends_block(text):
            block.append(line)
        elif block and line.box[1] - block[-1].box[3] > 1.5 * (line.box[3] - line.box[1]):
            break
    while block and not _is_address(block[-1].text) and not _looks_like_a_place(block[-1].text):
        block.pop()
    if block and _whole(block):
        yield _address_candidate(page, block, way="letterhead", strength=0.88)
        return
    foot = _share_down(page, 0.7)
    for line in page.lines:
        both = _STREET.search(line.text) and _POSTAL.search(line.text)
        if both and id(line) not in clients and (line.box[1] > foot or line in head):
            yield _address_candidate(page, [line], way="layout", strength=0.6)
            return
    if block and _STREET.search(block[0].text):
        yield _address_candidate(page, block, way="letterhead", strength=0.5)


def _share_down(page: Page, share: float) -> float:
    """The height at this share of what is printed, in points."""
    top = min(line.box[1] for line in page.lines)
    return top + share * (max(line.box[3] for line in page.lines) - top)


def _is_address(text: str) -> bool:
    if re.search(r"\b\d+\s?[xX@]\s?\d", text):
        return False
    if find_phones(text) and not _STREET.search(text):
        return False
    if _ENDS_ADDRESS.search(text) and not _POSTAL.search(text):
        return False
    return bool(
        _STREET.search(text)
        or _POSTAL.search(text)
        or _PLACE.search(text)
        or (_POSTCODE.search(text) and re.search(r"[A-Za-z]{4}", text))
    )


def _one_column(upper: Line, lower: Line) -> bool:
    """Whether one stands over the other at all."""
    return min(upper.box[2], lower.box[2]) > max(upper.box[0], lower.box[0])


def _continues(last: Line, line: Line) -> bool:
    """Right below, in the same column or about the same middle."""
    height = last.box[3] - last.box[1]
    if line.box[1] - last.box[3] > 1.2 * height or line.box[1] < last.box[1] + 0.4 * height:
        return False
    middle = abs((line.box[0] + line.box[2]) - (last.box[0] + last.box[2])) / 2
    return abs(line.box[0] - last.box[0]) < 3 * height or middle < 3 * height


def _ends_block(text: str) -> bool:
    hits = words().all(text)
    if sum(hit.end - hit.start for hit in hits if hit.name == "title") >= 0.5 * len(text):
        return True
    label = labels().hits(text)
    return bool(label and label[0].at_start) or ":" in text


def _looks_like_a_place(text: str) -> bool:
    return text.strip().rstrip(".,").isupper() and 3 <= len(text.strip()) <= 40


def _whole(block: Sequence[Line]) -> bool:
    """A street and a place: not a lone word that happens to look like either."""
    text = " ".join(line.text for line in block)
    return bool(_POSTAL.search(text) or _POSTCODE.search(text) or len(block) >= 2)


def _address_candidate(
    page: Page, block: Sequence[Line], *, way: str, strength: float
) -> Candidate:
    parts = [_cut(line.text) for line in block]
    text = ", ".join(part.strip(" ,;|") for part in parts if part.strip(" ,;|"))
    passed = ("address.postal_code",) if _POSTAL.search(text) else ()
    return from_words(
        "vendor_address",
        text,
        page,
        [word for line in block for word in line.words],
        way="letterhead" if way == "letterhead" else "layout",
        strength=strength,
        passed=passed,
    )


def _cut(text: str) -> str:
    """The address alone, of a line that also holds a telephone number or the name."""
    pieces = _SEPARATOR.split(text)
    kept = [piece for piece in pieces if _is_address(piece)] if len(pieces) > 1 else [text]
    cut = ", ".join(kept or pieces)
    phones = find_phones(cut)
    if phones:
        cut = re.sub(
            r"(?:tel|phone|ph|fax|t|p)?[\s.:]*$", "", cut[: phones[0].start], flags=re.IGNORECASE
        )
    return cut


def _phone(
    page: Page, head: Sequence[Line], labelled: Sequence[Labelled], clients: frozenset[int]
) -> Iterator[Candidate]:
    """The vendor's telephone: at the top or the foot, not a fax, not the client's."""
    foot = _share_down(page, 0.85)
    places = {id(line): 0.9 for line in head}
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
