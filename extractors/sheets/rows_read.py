"""Rows of a sheet with where they stand, put together into one field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from casebook.records import FieldReading
from casebook.records.sheet_rows import ReadMeasure, ReadSession
from extractors.page import Page, Word, evidence

Item = TypeVar("Item", ReadMeasure, ReadSession)

_SURE_WORD = 0.9
_SURE, _LIKELY, _DOUBTFUL = 0.995, 0.85, 0.6


@dataclass(frozen=True)
class Found(Generic[Item]):
    """One row's value. sure: nothing but misread letters could make it wrong."""

    item: Item
    page: Page
    words: tuple[Word, ...]
    sure: bool


def as_field(
    found: Sequence[Found[Item]],
) -> FieldReading | None:
    """The field of all rows, its evidence one for each in their order; None without rows."""
    if not found:
        return None
    sure = all(each.sure for each in found)
    read_well = all(_read_well(each.page, each.words) for each in found)
    return FieldReading(
        value=tuple(each.item for each in found),
        confidence=_SURE if sure and read_well else _LIKELY if sure else _DOUBTFUL,
        accepted=sure and read_well,
        evidence=tuple(evidence(each.page, each.words) for each in found),
    )


def _read_well(page: Page, words: Sequence[Word]) -> bool:
    """Digital letters; or letters of which the engine is sure, and a second one read the same."""
    if page.engine == "text layer":
        return True
    there = {_squeezed(piece) for line in page.second or () for piece in line.text.split()}
    return all(word.confidence >= _SURE_WORD and _squeezed(word.text) in there for word in words)


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
