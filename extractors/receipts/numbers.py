"""The receipt's own number and the vendor's tax number, told from the many other numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.candidate import Candidate
from extractors.proposing import from_label, from_words, words_of
from extractors.receipts.paying import GUEST_CHECK, SERVED
from extractors.tables import Row
from extractors.values.dates import find_dates
from extractors.values.labels import Labelled

_WEIGHTS = {"receipt_number": 0.95, "bill_number": 0.85, "order_number": 0.65}
_NUMBER = re.compile(
    r"^[\s:#.]*?(?P<number>#?\s?(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{1,23}(?:\.\d{1,4})?)"
    r"(?![\w/]|\.\d)"
)
_TORN = re.compile(r"\s(?P<rest>\d{1,2})\s*$")
_EIN = re.compile(r"(?<![\w-])(?P<number>\d{2}-\d{7})(?![\w-])")
_TAX_NUMBER = re.compile(r"^[\s:#.(]*(?P<number>[A-Z]{0,4}\d[\d -]{6,18}\d[A-Z]?)(?![\w-])")
_TITLED = re.compile(
    r"\b(?:receipt|invoice|statement|superbill)\s*(?:no|number|num|nr|#)\s*[.:#]*\s*"
    r"(?P<number>#?(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{1,23})(?![\w/])",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\s*(?:No|Nr|#)\s?[.:]*\s?(?P<number>(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{2,19})\s*$"
)
_HASH = re.compile(r"^\W*(?:sale\W*)?#", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:receipt|invoice|statement|superbill|bill)\b", re.IGNORECASE)


def find_numbers(labelled: Sequence[Labelled], rows: Sequence[Row]) -> Iterator[Candidate]:
    """Candidates for receipt_number and vendor_tax_id."""
    named_receipt = any(
        found.name == "receipt_number"
        and found.synonym.startswith("receipt")
        and found.place != "above"
        for found in labelled
    )
    restaurant = any(SERVED.search(row.text) for row in rows)
    for found in labelled:
        if found.place == "above":
            continue
        if found.synonym == "sale" and not _HASH.search(found.line.text):
            continue  # "SALE" is what a card machine calls its slip
        if (
            found.synonym.startswith("check ")
            and restaurant
            and GUEST_CHECK.search(found.line.text)
        ):
            yield from _own_number(found, _WEIGHTS["order_number"])
        elif found.name in _WEIGHTS:
            second = named_receipt and not found.synonym.startswith("receipt")
            yield from _own_number(found, 0.7 if second else _WEIGHTS[found.name])
        elif found.name == "vendor_tax_id":
            yield from _tax_number(found)
    yield from _titled(rows)


def _own_number(found: Labelled, weight: float) -> Iterator[Candidate]:
    match = _NUMBER.match(found.text)
    if match is None or (found.place == "below" and not _same_column(found)):
        return
    dates = find_dates(found.text)
    if dates and dates[0].start <= match.start("number") < dates[0].end:
        return
    number = match["number"].replace(" ", "")
    words = words_of(found, *match.span("number"))
    yield from_label("receipt_number", number, found, weight=weight, words=words)
    torn = _TORN.match(found.text, match.end("number"))
    if torn is not None:  # "2064-31 1": the engine may have torn the last digits off
        words = words_of(found, match.start("number"), torn.end())
        whole = number + torn["rest"]
        yield from_label("receipt_number", whole, found, weight=weight, words=words, mended=True)


def _same_column(found: Labelled) -> bool:
    return abs(found.label_box[0] - found.words[0].box[0]) < 12.0


def _tax_number(found: Labelled) -> Iterator[Candidate]:
    ein = _EIN.search(found.text)
    match = ein or _TAX_NUMBER.match(found.text)
    if match is None:
        return
    number = re.sub(r"\s", "", match["number"])
    passed = ("ein.shape",) if ein else ()
    words = words_of(found, *match.span("number"))
    yield from_label("vendor_tax_id", number, found, words=words, passed=passed)


def _titled(rows: Sequence[Row]) -> Iterator[Candidate]:
    """ "PACKAGE RECEIPT No. 04588": the number within or beside the title."""
    for row in rows:
        match = _TITLED.search(row.text)
        strength = 0.9
        if match is None and _TITLE.search(row.text):
            for cell in row.cells:
                bare = _BARE.match(cell.text)
                if bare is not None:
                    words = cell.words_between(*bare.span("number"))
                    yield from_words(
                        "receipt_number",
                        bare["number"],
                        row.page,
                        words,
                        way="layout",
                        strength=0.85,
                    )
        if match is not None:
            words = row.words_between(*match.span("number"))
            yield from_words(
                "receipt_number",
                match["number"],
                row.page,
                words,
                way="layout",
                strength=strength,
            )
