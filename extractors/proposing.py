"""Labelled values and words as candidates: the small steps that receipts and payers share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casebook.records import FieldValue
from extractors.candidate import Candidate, Way
from extractors.page import Line, Page, Word, evidence
from extractors.values.labels import Labelled


def from_words(
    field: str,
    value: FieldValue,
    page: Page,
    words: Iterable[Word],
    *,
    way: Way,
    strength: float,
    passed: tuple[str, ...] = (),
    failed: tuple[str, ...] = (),
    mended: bool = False,
) -> Candidate:
    """A candidate whose value stands in these words. `words`: at least one."""
    words = tuple(words)
    return Candidate(
        field=field,
        value=value,
        way=way,
        strength=round(max(0.05, min(strength, 0.99)), 3),
        word_confidence=min(word.confidence for word in words),
        evidence=(evidence(page, words),),
        passed=passed,
        failed=failed,
        mended=mended,
    )


def from_lines(
    field: str,
    value: FieldValue,
    page: Page,
    lines: Iterable[Line],
    *,
    way: Way,
    strength: float,
    passed: tuple[str, ...] = (),
    failed: tuple[str, ...] = (),
    mended: bool = False,
) -> Candidate:
    """A candidate whose value stands in these lines, each a piece of evidence of its own, so that
    a second look is at one line at a time. `lines`: at least one."""
    lines = tuple(lines)
    words = [word for line in lines for word in line.words]
    whole = from_words(
        field,
        value,
        page,
        words,
        way=way,
        strength=strength,
        passed=passed,
        failed=failed,
        mended=mended,
    )
    return replace(whole, evidence=tuple(evidence(page, line.words) for line in lines))


def from_label(
    field: str,
    value: FieldValue,
    found: Labelled,
    *,
    weight: float = 0.95,
    words: Iterable[Word] | None = None,
    passed: tuple[str, ...] = (),
    failed: tuple[str, ...] = (),
    mended: bool = False,
) -> Candidate:
    """A candidate from a value beside its label. `weight`: how surely the label means the field."""
    exact = ("label.exact",) if found.exactness == 1.0 else ()
    return from_words(
        field,
        value,
        found.page,
        words if words is not None else found.words,
        way="label",
        strength=weight * found.strength,
        passed=(*passed, *exact),
        failed=failed,
        mended=mended,
    )


def words_of(found: Labelled, start: int, end: int) -> tuple[Word, ...]:
    """The words that touch the characters start:end of a labelled value's text."""
    offset = found.line.text.find(found.text)
    return found.line.words_between(offset + start, offset + end) or found.words
