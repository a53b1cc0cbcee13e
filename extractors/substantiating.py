"""The receipt's `substantiates` field: the rules' verdict, with the reading's own doubt.

"Yes" is only as sure as the least sure of the values it rests on. "No" is
only as sure as it is that the missing value really is missing, and was not
merely unreadable.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from casebook.records import FieldReading, Problem
from extractors.page import Page
from rules import substantiation as rule

POINTS = ("patient_name", "vendor_name", "vendor_address", "service_dates", "total")


def substantiation(
    fields: Mapping[str, FieldReading], marks: Set[str], pages: tuple[Page, ...]
) -> tuple[FieldReading, tuple[Problem, ...]]:
    """The field and the reasons. `marks`: what was noticed about the paper."""
    right, problems = rule.judge(fields.keys(), marks)
    quality = min((page.quality for page in pages), default=0.0)
    if right:
        resting = [fields[name] for name in POINTS if name in fields]
        confidence = min(field.confidence for field in resting)
        accepted = all(field.accepted for field in resting)
    else:
        confidence = max(0.5, min(0.99, quality))
        accepted = quality >= 0.85 or any(mark in marks for mark in rule.REFUSED)
    return (
        FieldReading(value=right, confidence=round(confidence, 3), accepted=accepted),
        problems,
    )
