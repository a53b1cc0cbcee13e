"""What speaks for a proposed value, as numbers between 0 and 1.

Every feature is about one value of one field: all candidates that propose it
together, against all that propose another.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.records import Evidence, FieldValue, LineItem
from extractors.candidate import Candidate
from extractors.confirming import CHECK
from extractors.deciding.fuller import fuller_names
from extractors.page import Page

FEATURES = (
    "strength",
    "agreement",
    "letters",
    "second_agrees",
    "second_differs",
    "text_layer",
    "passed",
    "failed",
    "mended",
    "rival",
    "page_quality",
)


@dataclass(frozen=True)
class Weighed:
    """One value of one field with what speaks for it. `reasons`: independent reasons, named."""

    value: FieldValue
    candidates: tuple[Candidate, ...]
    features: dict[str, float]
    reasons: frozenset[str]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the strongest proposal."""
        return self.candidates[0].evidence

    @property
    def currency(self) -> str | None:
        return next((c.currency for c in self.candidates if c.currency), None)


def same_value(value: FieldValue) -> str:
    """A key under which two spellings of one value are one."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return _plain(value)
    if value and isinstance(value[0], LineItem):
        return json.dumps(
            [item.model_dump(mode="json") for item in value if isinstance(item, LineItem)],
            sort_keys=True,
        )
    return "|".join(_plain(str(item)) for item in value)


def weigh(candidates: Sequence[Candidate], pages: Sequence[Page]) -> tuple[Weighed, ...]:
    """All values proposed for one field, the best first. `candidates` are of one field."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in fuller_names(candidates):
        groups.setdefault(same_value(candidate.value), []).append(candidate)
    by_number = {page.number: page for page in pages}
    ordered = {
        key: sorted(group, key=lambda c: (c.strength, c.word_confidence), reverse=True)
        for key, group in groups.items()
    }
    weighed = []
    for key, group in ordered.items():
        rival = max(
            (other[0].strength for name, other in ordered.items() if name != key), default=0.0
        )
        weighed.append(_weigh_one(group, rival, by_number))
    return tuple(sorted(weighed, key=_rank, reverse=True))


def _weigh_one(group: list[Candidate], rival: float, pages: dict[int, Page]) -> Weighed:
    best = group[0]
    ways = {candidate.way for candidate in group}
    passed = {check for candidate in group for check in candidate.passed}
    failed = {check for candidate in group for check in candidate.failed} - passed
    agrees, differs, text_layer = _letters_checked(best.evidence, pages)
    agrees = agrees or CHECK in passed
    differs = differs or CHECK in failed
    passed, failed = passed - {CHECK}, failed - {CHECK}
    quality = min((pages[e.page].quality for e in best.evidence if e.page in pages), default=1.0)
    features = {
        "strength": best.strength,
        "agreement": min(len(ways) - 1, 2) / 2,
        "letters": max(candidate.word_confidence for candidate in group),
        "second_agrees": float(agrees),
        "second_differs": float(differs),
        "text_layer": float(text_layer),
        "passed": min(len(passed), 2) / 2,
        "failed": min(len(failed), 2) / 2,
        "mended": float(best.mended),
        "rival": rival,
        "page_quality": quality,
    }
    reasons = {f"way.{way}" for way in ways} | {f"check.{check}" for check in passed}
    if agrees:
        reasons.add("letters.two_engines")
    if text_layer:
        reasons.add("letters.text_layer")
    return Weighed(
        value=best.value,
        candidates=tuple(group),
        features=features,
        reasons=frozenset(reasons),
    )


def _rank(weighed: Weighed) -> float:
    """Which of several values stands: the best placed, helped by agreement and checks."""
    f = weighed.features
    return (
        f["strength"]
        + 0.25 * f["agreement"]
        + 0.2 * f["passed"]
        - 0.3 * f["failed"]
        + 0.15 * f["letters"]
        - 0.1 * f["mended"]
    )


def _letters_checked(
    evidence: tuple[Evidence, ...], pages: dict[int, Page]
) -> tuple[bool, bool, bool]:
    """(another engine read the same, another engine read otherwise, the letters are digital)."""
    if not evidence:
        return False, False, False
    agrees, differs, digital = True, False, True
    for piece in evidence:
        page = pages.get(piece.page)
        if page is None:
            return False, False, False
        digital = digital and page.engine == "text layer"
        if not page.second:
            agrees = False
            continue
        there = _squeezed("".join(line.text for line in page.second))
        if _squeezed(piece.text) not in there:
            agrees, differs = False, True
    return agrees, differs, digital


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\s.%]", " ", text).split())


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
