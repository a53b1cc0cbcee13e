"""Is this receipt the same paper as that one, scanned or photographed again?

Bytes differ between two scans of one receipt; what stands on it does not:
vendor, number, total, dates. A sure answer needs the number, or total and
dates together; anything between goes to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from casebook.records import Document, Record
from rules.names import name_words

SAME_PICTURE = 6
"""Bits, of 64, in which perceptual hashes of two pictures of one paper may differ. [practice]"""


class Likeness(Record):
    """`reasons` are plain phrases without values, fit to be shown and logged."""

    outcome: Literal["same", "perhaps", "different"]
    reasons: tuple[str, ...] = ()


def same_receipt(one: Document, other: Document, picture_distance: int | None = None) -> Likeness:
    """Whether two receipts are one, by their key fields and, where known, their pictures.

    picture_distance: bits in which the perceptual hashes of the two scans
    differ (0–64). It supports the fields and never stands alone: receipts of
    one form look alike.
    """
    if one.id == other.id:
        return Likeness(outcome="same", reasons=("the same document",))
    agree, differ = _compared(one, other)
    alike = picture_distance is not None and picture_distance <= SAME_PICTURE
    reasons = tuple(f"the same {each}" for each in agree) + (("alike pictures",) if alike else ())
    if "vendor" in differ or "patient" in differ:
        return Likeness(outcome="different")
    if "number" in agree:
        return Likeness(outcome="perhaps" if differ else "same", reasons=reasons)
    if "number" in differ:
        # One digit misread, and all else the same: a person compares the two.
        misread = {"total", "dates"} <= set(agree) and (alike or _one_off(one, other))
        return Likeness(outcome="perhaps" if misread else "different", reasons=reasons)
    if {"total", "dates"} <= set(agree):
        sure = "vendor" in agree and alike
        return Likeness(outcome="same" if sure else "perhaps", reasons=reasons)
    if alike and not differ:
        return Likeness(outcome="perhaps", reasons=reasons)
    return Likeness(outcome="different")


def without_copies(receipts: Sequence[Document]) -> tuple[Document, ...]:
    """Each receipt once: of several scans of one paper, the one that shows most.

    The order in which the scans came does not matter.
    """
    kept: list[Document] = []
    for receipt in sorted(receipts, key=_worth):
        if not any(same_receipt(receipt, one).outcome == "same" for one in kept):
            kept.append(receipt)
    return tuple(kept)


def _worth(receipt: Document) -> tuple[bool, int, str]:
    substantiates = receipt.fact("substantiates")
    usable = sum(1 for name in receipt.reading.fields if receipt.fact(name) is not None)
    return (substantiates is None or substantiates.value is not True, -usable, receipt.id)


def _compared(one: Document, other: Document) -> tuple[list[str], list[str]]:
    """Which key fields agree and which differ; a field missing on one side does neither."""
    pairs: dict[str, tuple[object, object]] = {
        "vendor": (_vendor(one), _vendor(other)),
        "patient": (
            name_words(one.text("patient_name") or ""),
            name_words(other.text("patient_name") or ""),
        ),
        "number": (_number(one), _number(other)),
        "total": (one.money("total"), other.money("total")),
        "dates": (_dates(one), _dates(other)),
    }
    agree: list[str] = []
    differ: list[str] = []
    for name, (a, b) in pairs.items():
        if a in (None, "", ()) or b in (None, "", ()):
            continue
        same = _near(a, b) if name in ("vendor", "patient") else a == b
        (agree if same else differ).append(name)
    return agree, differ


def _near(a: object, b: object) -> bool:
    """Names of one vendor or patient: the shorter one's words all stand in the longer one."""
    assert isinstance(a, tuple)
    assert isinstance(b, tuple)
    shorter, longer = sorted((a, b), key=len)
    return set(shorter) <= set(longer)


def _vendor(receipt: Document) -> tuple[str, ...]:
    legal = {"llc", "inc", "pllc", "ltd", "corp", "co", "the", "and", "of"}
    return tuple(w for w in name_words(receipt.text("vendor_name") or "") if w not in legal)


def _number(receipt: Document) -> str:
    """Without spaces, signs and case: "INV-6090" and "inv 6090" are one."""
    return "".join(c for c in (receipt.text("receipt_number") or "").casefold() if c.isalnum())


def _dates(receipt: Document) -> tuple[object, ...]:
    service = tuple(sorted(receipt.days("service_dates")))
    paid = receipt.day("payment_date") or receipt.day("document_date")
    return service or ((paid,) if paid else ())


def _one_off(one: Document, other: Document) -> bool:
    a, b = _number(one), _number(other)
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
