"""Real receipts: pictures NNN.jpg beside NNN.json with company, date, address and total.

What counts as right is said in `matches`. The date stands day first; a total
may carry its currency ("RM9.00", "$9.00").
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from bench.counting import Counts

ALIKE = 85
"""Percent of likeness from which two names or addresses are the same."""
FIELDS = ("total", "date", "vendor", "address")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True)
class RealReceipt:
    """A picture and what is printed on it; words: the strings of its truth."""

    path: Path
    vendor: str
    date: str | None
    address: str
    total: Decimal | None
    words: tuple[str, ...]


def load_receipts(folder: Path) -> list[RealReceipt]:
    """Every picture of the folder that has its truth beside it, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        picture = path.with_suffix(".jpg")
        if picture.exists():
            words = tuple(str(value) for value in said.values())
            day, total = day_first(said.get("date", "")), amount(said.get("total", ""))
            company, address = said.get("company", ""), said.get("address", "")
            found.append(RealReceipt(picture, company, day, address, total, words))
    return found


def day_first(text: str) -> str | None:
    """An ISO date from "25/12/2018", "02-03-18", "18 JUN 2018" or "2018-06-18"."""
    parts = re.findall(r"\d+|[A-Za-z]{3,}", text)
    if len(parts) < 3:
        return None
    day, month, year = parts[:3]
    if len(day) == 4:
        day, year = year, day
    if month.isalpha() and month[:3].lower() in _MONTHS:
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    if not (day.isdigit() and month.isdigit() and year.isdigit()):
        return None
    try:
        return date(int(year) + 2000 * (len(year) == 2), int(month), int(day)).isoformat()
    except ValueError:
        return None


def amount(text: str) -> Decimal | None:
    """A decimal from "RM 1,240.00", "$9.00" or "9.00"."""
    try:
        return Decimal(re.sub(r"[^\d.-]", "", text))
    except InvalidOperation:
        return None


def matches(name: str, receipt: RealReceipt, value: object) -> bool:
    """Is the value what the receipt says?

    total: equal as a decimal. date: the same day. vendor, address: at least
    `ALIKE` percent of their letters and digits in the same order, or of their
    words in any order; the whole string counts, so that a name with half an
    address behind it is not right.
    """
    match name:
        case "total":
            return receipt.total is not None and amount(str(value)) == receipt.total
        case "date":
            return value == receipt.date
        case "vendor":
            return _alike(receipt.vendor, str(value))
        case _:
            return _alike(receipt.address, str(value))


def values(reading: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The four values of a reading: its date is the day of payment, else the document's, else
    the only day of service."""
    fields = reading.get("fields", {})
    found = {"total": fields.get("total"), "vendor": fields.get("vendor_name")}
    found["address"] = fields.get("vendor_address")
    days = fields.get("service_dates")
    one = days if days and len(days["value"]) == 1 else None
    found["date"] = fields.get("payment_date") or fields.get("document_date")
    if found["date"] is None and one is not None:
        found["date"] = {**one, "value": one["value"][0]}
    return {name: got for name, got in found.items() if got is not None}


def judged(receipt: RealReceipt, reading: dict[str, Any]) -> list[tuple[str, float, bool, bool]]:
    """(field, confidence, accepted, right) of everything that the truth can judge: payment and
    document date are both held to the receipt's date."""
    fields = reading.get("fields", {})
    named = (
        ("total", "total"),
        ("payment_date", "date"),
        ("document_date", "date"),
        ("vendor_name", "vendor"),
        ("vendor_address", "address"),
    )
    return [
        (field, got["confidence"], got["accepted"], matches(name, receipt, got["value"]))
        for field, name in named
        if (got := fields.get(field)) is not None
    ]


def count(receipts: list[RealReceipt], readings: list[dict[str, Any]]) -> dict[str, Counts]:
    """Right, surplus and missing of each of the four fields."""
    counts = {name: Counts() for name in FIELDS}
    for receipt, reading in zip(receipts, readings, strict=True):
        found = values(reading)
        for name in FIELDS:
            got = found.get(name)
            hit = got is not None and matches(name, receipt, got["value"])
            counts[name].add(int(hit), 1, int(got is not None))
    return counts


def _alike(truth: str, value: str) -> bool:
    squeezed = [re.sub(r"[\W_]", "", text.casefold()) for text in (truth, value)]
    if not all(squeezed):
        return False
    words = [re.sub(r"[\W_]+", " ", text.casefold()) for text in (truth, value)]
    return max(fuzz.ratio(*squeezed), fuzz.token_sort_ratio(*words)) >= ALIKE
