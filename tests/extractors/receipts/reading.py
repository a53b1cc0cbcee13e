"""The likeliest proposal for every field of a typed receipt."""

from __future__ import annotations

from casebook.records import FieldValue
from extractors import receipts
from extractors.candidate import Candidate
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed


def candidates(drawing: str, options: ReadOptions | None = None) -> dict[str, Candidate]:
    """The strongest proposal by field."""
    best: dict[str, Candidate] = {}
    for candidate in receipts.find((typed(drawing),), options or ReadOptions()):
        held = best.get(candidate.field)
        if held is None or candidate.strength > held.strength:
            best[candidate.field] = candidate
    return best


def values(drawing: str, options: ReadOptions | None = None) -> dict[str, FieldValue]:
    """The values of the strongest proposals."""
    return {name: found.value for name, found in candidates(drawing, options).items()}
