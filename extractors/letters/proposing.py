"""Making a candidate from a value and the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.records import FieldValue
from extractors.candidate import Candidate, Way
from extractors.page import Page, Word, evidence
from extractors.values.labels import Labelled

EXACT = 0.999


def propose(
    field: str,
    value: FieldValue,
    way: Way,
    strength: float,
    page: Page,
    words: Iterable[Word],
    *,
    passed: Iterable[str] = (),
    failed: Iterable[str] = (),
    mended: bool = False,
) -> Candidate:
    """A candidate with its evidence; the words must not be empty."""
    words = tuple(words)
    failed = tuple(failed)
    if isinstance(value, str) and field.endswith("_name") and _accents_unsure(value, words):
        failed += ("name.accents_unsure",)
    return Candidate(
        field=field,
        value=value,
        way="form" if any(word.origin == "form" for word in words) else way,
        strength=round(max(0.0, min(1.0, strength)), 3),
        word_confidence=min(word.confidence for word in words),
        evidence=(evidence(page, words),),
        passed=tuple(passed),
        failed=failed,
        mended=mended,
    )


def _accents_unsure(name: str, words: tuple[Word, ...]) -> bool:
    """Recognition takes one accent for another with full confidence."""
    return not name.isascii() and any(word.origin == "ocr" for word in words)


def propose_labelled(
    field: str,
    value: FieldValue,
    found: Labelled,
    *,
    factor: float = 1.0,
    start: int = 0,
    end: int | None = None,
    passed: Iterable[str] = (),
    failed: Iterable[str] = (),
    mended: bool = False,
) -> Candidate:
    """A candidate from a labelled value; start:end are the value's characters in `found.text`."""
    words = found.words
    offset = found.line.text.find(found.text)
    if offset >= 0 and (start or end is not None):
        last = len(found.text) if end is None else end
        words = found.line.words_between(offset + start, offset + last) or words
    checks = [*passed, "label.exact"] if found.exactness >= EXACT else list(passed)
    return propose(
        field,
        value,
        "table" if found.place == "below" and not found.marked else "label",
        found.strength * factor,
        found.page,
        words,
        passed=checks,
        failed=failed,
        mended=mended,
    )
