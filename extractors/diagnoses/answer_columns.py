"""Questionnaires whose answers stand in columns: a cross under "Yes", "No", "Self" or "Mother".

The row itself says only "Diabetes  X"; what the cross means stands in the heading far above. A
patient's own answer is no physician's diagnosis: what stands under "Yes" is kept, never accepted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.diagnoses.found import Finding
from extractors.page import Page, Word

Meaning = Literal["own", "denied", "family", "past", "open"]

_MEANS: dict[str, Meaning] = {
    "yes": "own", "y": "own", "self": "own", "patient": "own", "me": "own", "you": "own",
    "current": "own", "now": "own", "present": "own", "active": "own",
    "no": "denied", "n": "denied", "never": "denied", "none": "denied", "absent": "denied",
    "family": "family", "mother": "family", "father": "family", "parent": "family",
    "parents": "family", "sibling": "family", "siblings": "family", "brother": "family",
    "sister": "family", "relative": "family", "relatives": "family", "children": "family",
    "grandparent": "family", "grandparents": "family", "spouse": "family",
    "past": "past", "previous": "past", "previously": "past", "resolved": "past", "former": "past",
    "unsure": "open", "unknown": "open", "maybe": "open",
}  # fmt: skip
"""Captions of the columns in which a questionnaire is answered."""
_MARK = re.compile(r"[\[(]?[xX✓✔✗✘☒☑●•][\])]?|\[[xX]\]")
_FARTHEST = 60
"""Line heights between a heading and the last row that it holds for."""
_BESIDE = 40.0
"""Points between a cross and the middle of its caption, at most."""
_ALIGNED = 8.0
"""Points by which the conditions of one list begin apart."""
_NO_LETTER = re.compile(r"\W+")


@dataclass(frozen=True)
class _Caption:
    meaning: Meaning
    middle: float


def as_answered(found: Sequence[Finding], page: Page) -> tuple[Finding, ...]:
    """The mentions, judged by the column in which their row is marked, where it is in one."""
    headings = _headings(page)
    if not headings:
        return tuple(found)
    judged = [_answered(finding, found, page, headings) for finding in found]
    edges = [new.place[0].box[0] for new, old in zip(judged, found, strict=True) if new is not old]
    return tuple(
        _judged(new, "open") if new is old and _is_passed_over(old, edges) else new
        for new, old in zip(judged, found, strict=True)
    )


def _is_passed_over(finding: Finding, edges: Sequence[float]) -> bool:
    """Does it stand in a list whose other rows are marked, and bears no mark itself?"""
    if finding.code is not None or not finding.place or not finding.judgement.is_plain:
        return False
    return any(abs(finding.place[0].box[0] - edge) <= _ALIGNED for edge in edges)


def _headings(page: Page) -> list[tuple[float, tuple[_Caption, ...]]]:
    """(bottom, captions) of every row in which two or more answers are captions."""
    rows: dict[int, list[Word]] = {}
    for word in page.words:
        if _key(word) in _MEANS:
            home = next((m for m in rows if abs(m / 10 - word.middle) < 0.5 * word.height), None)
            rows.setdefault(round(word.middle * 10) if home is None else home, []).append(word)
    return [
        (
            max(word.box[3] for word in words),
            tuple(_Caption(_MEANS[_key(word)], _across(word)) for word in words),
        )
        for words in rows.values()
        if len({_MEANS[_key(word)] for word in words}) >= 2
    ]


def _answered(
    finding: Finding,
    found: Sequence[Finding],
    page: Page,
    headings: list[tuple[float, tuple[_Caption, ...]]],
) -> Finding:
    if not finding.place or finding.judgement.assertion == "negated":
        return finding
    first = finding.place[0]
    right = max(word.box[2] for word in finding.place)
    above = [
        captions
        for bottom, captions in sorted(headings, key=lambda heading: heading[0])
        if bottom <= first.middle and first.middle - bottom <= _FARTHEST * first.height
    ]
    captions = tuple(one for one in above[-1] if one.middle > right) if above else ()
    if len(captions) < 2:
        return finding
    marks = [
        word
        for word in page.words
        if word.box[0] > right
        and abs(word.middle - first.middle) < 0.6 * first.height
        and _MARK.fullmatch(word.text)
        and not _anothers(word, finding, found, right)
    ]
    meanings = {_meaning(mark, captions) for mark in marks}
    if not meanings:
        return finding
    meaning = meanings.pop() if len(meanings) == 1 else None
    return _judged(finding, meaning or "open")


def _anothers(mark: Word, finding: Finding, found: Sequence[Finding], right: float) -> bool:
    """Does another condition of the same row stand between this one and the mark?"""
    return any(
        right < word.box[0] < mark.box[0] and abs(word.middle - mark.middle) < 0.6 * mark.height
        for other in found
        if other is not finding
        for word in other.place
    )


def _meaning(mark: Word, captions: tuple[_Caption, ...]) -> Meaning | None:
    near = min(captions, key=lambda caption: abs(caption.middle - _across(mark)))
    return near.meaning if abs(near.middle - _across(mark)) <= _BESIDE else None


def _judged(finding: Finding, meaning: Meaning) -> Finding:
    judged = replace(finding.judgement, cued=True, said=True)
    match meaning:
        case "denied":
            judged = replace(judged, assertion="negated", temporality="current")
        case "family":
            judged = replace(judged, experiencer="family", temporality="current")
        case "past":
            judged = replace(judged, temporality="historical")
        case "open":
            judged = replace(judged, assertion="possible")
        case "own":
            judged = finding.judgement
    return replace(finding, judgement=judged, unsure=True)


def _key(word: Word) -> str:
    return _NO_LETTER.sub("", word.text).lower()


def _across(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2
