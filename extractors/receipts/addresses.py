"""The vendor's address: the block below its name, or one line at the paper's foot."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extractors.candidate import Candidate, Way
from extractors.letterheads import Letterhead
from extractors.page import Line, Page
from extractors.proposing import from_lines
from extractors.receipts.roles import labels
from extractors.tables import Phrasebook
from extractors.values.dates import find_dates
from extractors.values.phones import find_phones
from extractors.values.postal import STATE_NAMES, fits_state

POSTAL = re.compile(
    rf",?\s*\b(?P<state>[A-Z]{{2}}|{STATE_NAMES})\.?,?\s+(?P<zip>\d{{5}}(?:-\d{{4}})?)\b"
)
_ABROAD = re.compile(
    r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\b(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT)\s+\d{4}\b|\b[Ss](?:ingapore|INGAPORE)\s+\d{6}\b"
)
"""Postal codes of Canada, the United Kingdom, Australia, Singapore."""
_SHOP_NUMBER = re.compile(
    r"\W*(?:store|shop|club|branch|location|station|unit no)\W*(?:no\W*)?#?\s*\d+\W*", re.IGNORECASE
)
"""Which shop of a chain it is, on a line of its own."""
STREET = re.compile(
    r"\b\d+[\w/-]*[,.]?\s+(?:[\w.'’-]+\s+){0,5}(?:st|street|ave|avenue|av|blvd|boulevard|rd|road|dr|drive"
    r"|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|highway|cir|circle|ter|terrace|trail|trl|sq|square"
    r"|loop|row|plaza|broadway|pike|run|route|alley|crossing|point|park)\b|\bp\.?\s?o\.?\s+box\s+\d+",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:no\.?\s*\d|lot\b|unit\s*#?\s*[\w-]*\d|suite\b|ste\b|level\b|floor\b|block\b|blk\b|g[-.]\d|\d+[\w/-]*[,.]\s?[A-Za-z]|\d+[\w/-]*\s+[A-Za-z]{4})"
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
_AFTER_CODE = re.compile(
    r"(\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?)\W+(?:[A-Za-z|](?:\s[A-Za-z])?)?\W*$"
)
"""A rule that was read as a letter between the postal code and what was cut away."""
_ZIP_ALONE = re.compile(r"\W*\d{5}(?:-\d{4})?\W*")
_ZERO_FOR_O = re.compile(r"(?<![\w.])0(?=[a-z]{3})")
"""No street begins with the digit: "0rchard Drive"."""

_MARKS = " ,;|/*•·"
_FAR = 3.0
"""Heights of a line that may lie between two lines of an address."""

_SEPARATOR = re.compile(r"\s+[|•·~*/]\s+|\s+[-–—]\s+(?=[(+\d])")


def find_address(
    page: Page,
    head: Sequence[Line],
    name: Letterhead | None,
    clients: Collection[int],
    words: Phrasebook,
) -> Iterator[Candidate]:
    """Candidates for vendor_address.

    head: the paper's head in reading order. clients: ids of the lines that are the client's.
    words: groups "title" and others of vendor_words.yaml.
    """
    below = name.lines[-1] if name is not None else None
    start = head.index(below) if below in head else -1
    called = name.text if name is not None else ""
    block: list[Line] = []
    for line in joined_addresses(head[start + 1 :]):
        text = line.text.strip()
        if block and not _one_column(block[-1], line):
            continue
        if block and _ends_with_state(block[-1].text) and _ZIP_ALONE.fullmatch(text):
            block.append(line)
            break
        if block and line.box[1] - block[-1].box[3] > _FAR * (line.box[3] - line.box[1]):
            break
        if block and POSTAL.search(block[-1].text) and not POSTAL.search(text):
            break  # nothing of an address stands below its postal code
        if _is_address(text):
            block.append(line)
        elif block and (_ENDS_ADDRESS.search(text) or find_phones(text) or find_dates(text)):
            break
        elif block and _continues(block[-1], line) and not _ends_block(text, words):
            block.append(line)
        elif block and line.box[1] - block[-1].box[3] > 1.5 * (line.box[3] - line.box[1]):
            break
    while block and not _is_address(block[-1].text) and not _looks_like_a_place(block[-1].text):
        block.pop()
    if block and _whole(block):
        found = _candidate(page, block, called, way="letterhead", strength=0.88)
        outlet = any(_names_an_outlet(line, called) for line in head[start + 1 :])
        yield replace(found, failed=(*found.failed, "address.outlet")) if outlet else found
        return
    foot = share_down(page, 0.65)
    lines = [line for line in joined_addresses(page.lines) if id(line) not in clients]
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if not STREET.search(line.text) or not (line.box[1] > foot or line in head):
            continue
        if POSTAL.search(line.text):
            yield _candidate(page, [line], called, way="layout", strength=0.6)
            return
        if below is not None and POSTAL.search(below.text) and _continues(line, below):
            yield _candidate(page, [line, below], called, way="layout", strength=0.6)
            return
    if block and STREET.search(block[0].text):
        yield _candidate(page, block, called, way="letterhead", strength=0.5)


def _names_an_outlet(line: Line, called: str) -> bool:
    """ "KEDAI ABC TAMAN MAJU" below KEDAI ABC: which branch, as a part of its address."""
    text, name = (re.sub(r"[\W_]", "", each.casefold()) for each in (line.text, called))
    return bool(name) and text.startswith(name) and any(c.isalpha() for c in text[len(name) :])


def share_down(page: Page, share: float) -> float:
    """The height at this share of what is printed, in points."""
    top = min(line.box[1] for line in page.lines)
    return top + share * (max(line.box[3] for line in page.lines) - top)


def joined_addresses(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a street and the city right of it as one, however wide the print is set."""
    joined: list[Line] = []
    left = [line for line in lines if any(char.isalnum() for char in line.text)]
    while left:
        row = [left.pop(0)]
        while left and _is_beside(row[-1], left[0]):
            row.append(left.pop(0))
        whole = Line(tuple(word for line in row for word in line.words))
        torn = _is_whole(whole.text) and not any(_is_whole(line.text) for line in row)
        joined.extend([whole] if torn else row)
    return joined


def _is_beside(left: Line, right: Line) -> bool:
    height = left.box[3] - left.box[1]
    level = abs(left.box[1] - right.box[1]) < 0.6 * height
    return level and 0 <= right.box[0] - left.box[2] < 4 * height


def _is_whole(text: str) -> bool:
    """A street and its town."""
    street = STREET.search(text)
    return street is not None and POSTAL.search(text, street.start()) is not None


def _ends_with_state(text: str) -> bool:
    return re.search(r",\s*[A-Z]{2}\.?\s*$", text) is not None


def _is_address(text: str) -> bool:
    if re.search(r"\b\d+\s?[xX@]\s?\d", text):
        return False
    if (find_phones(text) and not STREET.search(text)) or _SHOP_NUMBER.fullmatch(text):
        return False
    if _ENDS_ADDRESS.search(text) and not POSTAL.search(text):
        return False
    return bool(
        STREET.search(text)
        or POSTAL.search(text)
        or _PLACE.search(text)
        or _ABROAD.search(text)
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


def _ends_block(text: str, words: Phrasebook) -> bool:
    hits = words.all(text)
    if sum(hit.end - hit.start for hit in hits if hit.name == "title") >= 0.5 * len(text):
        return True
    label = labels().hits(text)
    return bool(label and label[0].at_start) or ":" in text


def _looks_like_a_place(text: str) -> bool:
    return text.strip().rstrip(".,").isupper() and 3 <= len(text.strip()) <= 40


def _whole(block: Sequence[Line]) -> bool:
    """A street and a place: not a lone word that happens to look like either."""
    text = " ".join(line.text for line in block)
    code = POSTAL.search(text) or _POSTCODE.search(text) or _ABROAD.search(text)
    return bool(code or len(block) >= 2)


def _candidate(
    page: Page, block: Sequence[Line], called: str, *, way: Way, strength: float
) -> Candidate:
    parts = [_cut(line.text) for line in block]
    text = ", ".join(part.strip(_MARKS) for part in parts if part.strip(_MARKS))
    text = re.sub(r"\b([A-Z]{2}), (?=\d{5}\b)", r"\1 ", text)
    printed, text = text, _ZERO_FOR_O.sub("O", text)
    if called and text.casefold().startswith(called.casefold()):
        text = text[len(called) :].strip(_MARKS)
    postal = POSTAL.search(text)
    passed = ("address.postal_code",) if postal else ()
    fits = fits_state(postal["zip"], postal["state"]) if postal else None
    passed = (*passed, "address.zip_of_state") if fits else passed
    code = postal or _ABROAD.search(text) or _POSTCODE.search(text)
    # Without either, recognition has most likely lost a line of the block.
    failed = () if code is not None else ("address.no_postal_code",)
    if code is not None and not any(char.isdigit() for char in text[: code.start()]):
        failed = ("address.no_street",)
    street = STREET.search(text)
    if way == "layout" and street and any(char.isalpha() for char in text[: street.start()]):
        failed = (*failed, "address.led")  # whose it is stands before it, and may be the client
    if fits is False:
        failed = (*failed, "address.zip_of_state")
    return from_lines(
        "vendor_address",
        text,
        page,
        [_cut_line(line) for line in block],
        way=way,
        strength=strength,
        passed=passed,
        failed=failed,
        mended=text != printed,
    )


def _cut_line(line: Line) -> Line:
    """The words of the address alone, where they stand together in the line."""
    part = _cut(line.text).strip(_MARKS)
    at = line.text.find(part)
    words = line.words_between(at, at + len(part)) if part and at >= 0 else ()
    return Line(words) if words else line


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
    return _AFTER_CODE.sub(r"\1", cut)
