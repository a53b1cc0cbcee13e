"""Choosing a value for every field, with a calibrated probability."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casebook.records import FieldReading
from extractors.candidate import Candidate
from extractors.deciding.weighing import FEATURES, Weighed, weigh
from extractors.page import Page

TWO_REASONS = frozenset(
    {
        "patient_name",
        "patient_dob",
        "member_id",
        "document_date",
        "signature_date",
        "start_date",
        "end_date",
        "onset_date",
        "surgery_date",
        "service_dates",
        "payment_date",
        "appeal_deadline",
        "subtotal",
        "tax",
        "total",
        "amount_paid",
        "balance_due",
        "billed",
        "allowed",
        "plan_paid",
        "patient_responsibility",
        "denied_amount",
        "line_items",
    }
)
"""Fields with which one patient, day or sum could be taken for another."""

NEVER_ACCEPTED = frozenset({"letters.accents", "name.accents_unsure"})
"""Failed checks after which a person looks, however probable the value: no figure of the model
knows of accents, which an engine reads wrongly with full confidence."""

SURE_LETTERS = 0.9
"""From this engine confidence on, well-read letters count as a reason of their own."""


@dataclass(frozen=True)
class Weights:
    """The fitted model. `fields` are corrections of the intercept by field."""

    intercept: float
    features: dict[str, float]
    fields: dict[str, float]
    accept_from: float

    def probability(self, field: str, features: dict[str, float]) -> float:
        """The probability that a value with these features is right."""
        z = self.intercept + self.fields.get(field, 0.0)
        z += sum(self.features[name] * features[name] for name in FEATURES)
        return 1 / (1 + math.exp(-z))


@cache
def weights() -> Weights:
    """The weights that stand in weights.json beside this file."""
    raw = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    return Weights(**raw)


def decide(candidates: Sequence[Candidate], pages: Sequence[Page]) -> dict[str, FieldReading]:
    """The fields' readings; a field nobody proposed a value for is absent."""
    by_field: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_field.setdefault(candidate.field, []).append(candidate)
    return {field: _decide_one(field, weigh(group, pages)) for field, group in by_field.items()}


def _decide_one(field: str, ranked: tuple[Weighed, ...]) -> FieldReading:
    model, best = weights(), ranked[0]
    probability = model.probability(field, best.features)
    accepted = probability >= model.accept_from
    if field in TWO_REASONS and _independent(best) < 2:
        accepted = False
    if any(check in NEVER_ACCEPTED for each in best.candidates for check in each.failed):
        accepted = False
    return FieldReading(
        value=best.value,
        confidence=round(probability, 3),
        accepted=accepted,
        evidence=best.evidence,
        currency=best.currency,
    )


def _independent(weighed: Weighed) -> int:
    """How many independent reasons speak for the value: places, checks, and the letters."""
    places = {r for r in weighed.reasons if r.startswith("way.")}
    checks = {r for r in weighed.reasons if r.startswith("check.")}
    letters = any(r.startswith("letters.") for r in weighed.reasons)
    letters = letters or weighed.features["letters"] >= SURE_LETTERS
    return len(places) + len(checks) + int(letters)
