"""Readings beside expectations: what was accepted and is wrong, what is missing.

Two questions, kept apart. Wrong: would the program use something that is not
so? Missing: does it leave out what a careful reader finds?
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from rapidfuzz import fuzz

from casebook.records import Diagnosis, FieldReading, FieldValue, LineItem, Reading, Record
from casebook.records.reading import DATE_FIELDS, MONEY_FIELDS
from samples.story import ExpectedDiagnosis, ExpectedDocument

WORDED = frozenset(
    {
        "restrictions",
        "goals",
        "treatment",
        "description",
        "reason",
        "frequency",
        "duration",
        "vendor_address",
        "vendor_name",
        "practice_name",
        "payer_name",
        "administrator",
        "payment_method",
        "target_heart_rate",
    }
)
"""Fields whose value is words: spelling, case and punctuation of the page do not matter."""
ALIKE = 88
"""From 0 to 100: worded values at least this alike are the same."""


class Difference(Record):
    """One thing that is not as expected. `wrong`: accepted, and not so."""

    what: Literal["wrong", "missing"]
    file: str
    field: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: {self.file} {self.field}: {self.expected!r} was {self.found!r}"


def compare(
    expected: Sequence[ExpectedDocument], readings: Sequence[Reading]
) -> tuple[Difference, ...]:
    """Every difference between the readings of one file and its expectations, page by page."""
    if len(expected) != len(readings):
        told = f"{len(expected)} documents", f"{len(readings)} documents"
        return (_missing(expected[0], "documents", *told),)
    differences: list[Difference] = []
    for document, reading in zip(expected, readings, strict=True):
        differences += _document(document, reading)
        differences += _fields(document, reading)
        differences += _diagnoses(document, reading)
    return tuple(differences)


def same(field: str, expected: FieldValue, found: FieldValue) -> bool:
    """Whether two values of a field say the same."""
    if isinstance(expected, tuple):
        if not isinstance(found, tuple) or len(expected) != len(found):
            return False
        return all(
            _same_item(one, other)
            if isinstance(one, LineItem) and isinstance(other, LineItem)
            else same(field, str(one), str(other))
            for one, other in zip(expected, found, strict=True)
        )
    if isinstance(expected, bool) or isinstance(found, bool | tuple):
        return expected == found
    if field in MONEY_FIELDS:
        return Decimal(expected) == Decimal(found)
    if field in DATE_FIELDS or field == "service_dates":
        return expected == found
    if field in WORDED:
        return _same_words(expected, found)
    return _words(expected) == _words(found)


def _same_item(expected: LineItem, found: LineItem) -> bool:
    if Decimal(expected.amount or 0) != Decimal(found.amount or 0):
        return False
    if expected.date != found.date:
        return False
    words = found.description or ""
    if expected.quantity is not None:
        words = re.sub(rf"^{expected.quantity:g}\s+", "", words)
    return _same_words(expected.description or "", words)


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(re.findall(r"\w", plain))


def _same_words(expected: str, found: str) -> bool:
    numbers = [re.findall(r"\d+", text) for text in (expected, found)]
    if numbers[0] != numbers[1]:
        return False
    alike = fuzz.ratio(_words(expected), _words(found))
    return bool(alike >= ALIKE)


def _document(document: ExpectedDocument, reading: Reading) -> list[Difference]:
    differences = []
    if reading.kind.value != document.kind.value:
        differences.append(_missing(document, "kind", document.kind.value, reading.kind.value))
    if document.status and reading.status != document.status:
        differences.append(_missing(document, "status", document.status, reading.status))
    if reading.page_range != document.page_range:
        told = str(document.page_range), str(reading.page_range)
        differences.append(_missing(document, "page_range", *told))
    named = {problem.code for problem in reading.problems}
    differences += [
        _missing(document, "problems", code, ", ".join(sorted(named)))
        for code in document.problems
        if code not in named
    ]
    return differences


def _fields(document: ExpectedDocument, reading: Reading) -> list[Difference]:
    differences = []
    for name, wanted in document.fields.items():
        found = reading.fields.get(name)
        if found is not None and same(name, wanted.value, found.value):
            continue
        told = str(wanted.value), _told(found)
        if found is not None and found.accepted:
            differences.append(_wrong(document, name, *told))
        elif name not in document.may_be_missing:
            differences.append(_missing(document, name, *told))
    for name, found in reading.fields.items():
        if name not in document.fields and found.accepted:
            differences.append(_wrong(document, name, "nothing", _told(found)))
    return differences


def _told(found: FieldReading | None) -> str:
    if found is None:
        return "nothing"
    return f"{found.value} ({'accepted' if found.accepted else 'not accepted'})"


def _diagnoses(document: ExpectedDocument, reading: Reading) -> list[Difference]:
    left = list(reading.diagnoses)
    differences = []
    for number, wanted in enumerate(document.diagnoses):
        found = _counterpart(wanted, left)
        if found is None:
            if f"diagnoses.{number}" not in document.may_be_missing:
                differences.append(
                    _missing(document, f"diagnoses.{number}", _named(wanted), "nothing")
                )
            continue
        left.remove(found)
        if _labels(wanted) == _labels(found) and wanted.code == _printed(found):
            continue
        misled = _labels(wanted) != _labels(found) or _printed(found) is not None
        tell = _wrong if found.accepted and misled else _missing
        differences.append(tell(document, f"diagnoses.{number}", _named(wanted), _named(found)))
    differences += [
        _wrong(document, "diagnoses", "nothing", _named(found)) for found in left if found.accepted
    ]
    return differences


def _counterpart(wanted: ExpectedDiagnosis, found: Sequence[Diagnosis]) -> Diagnosis | None:
    """By the same printed code, else by the words."""
    for one in found:
        if wanted.code is not None and one.code == wanted.code:
            return one
    alike = [one for one in found if fuzz.token_set_ratio(wanted.text, one.text) >= ALIKE]
    folded = wanted.text.casefold()
    alike = alike or [
        one for one in found if fuzz.token_set_ratio(folded, one.text.casefold()) >= ALIKE
    ]
    return alike[0] if alike else None


def _printed(found: Diagnosis) -> str | None:
    return found.code if found.code_origin == "printed" else None


def _labels(one: ExpectedDiagnosis | Diagnosis) -> tuple[str, str, str]:
    return one.assertion, one.temporality, one.experiencer


def _named(one: ExpectedDiagnosis | Diagnosis) -> str:
    return " · ".join([one.text, one.code or "no code", *_labels(one)])


def _wrong(document: ExpectedDocument, field: str, expected: str, found: str) -> Difference:
    return Difference(what="wrong", file=document.file, field=field, expected=expected, found=found)


def _missing(document: ExpectedDocument, field: str, expected: str, found: str) -> Difference:
    return Difference(
        what="missing", file=document.file, field=field, expected=expected, found=found
    )
