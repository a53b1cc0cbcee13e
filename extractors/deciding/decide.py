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

MORE_THAN_LETTERS = frozenset({"vendor_name", "vendor_address"})
"""Fields that are found by their place alone: well-read letters are no second reason there."""

PEOPLE = frozenset({"patient_name", "referrer_name", "provider_name"})

NEVER_ACCEPTED = frozenset(
    {
        "letters.accents",
        "name.accents_unsure",
        "name.accent",
        "description.several",
        "description.unsure",
        "description.code",
        "claims.several",
        "sum.impossible",
        "form.handwritten",
        "form.labels_lost",
        "address.no_postal_code",
        "address.no_street",
        "address.outlet",
        "name.placed_only",
        "name.paper_word",
        "dates.unread_beside",
        "dates.order_unsure",
        "sum.paid_apart",
        "sum.taxes_apart",
        "sum.tip_open",
        "name.trade_below",
        "dates.year_unsaid",
        "dates.not_held",
        "dates.after_paper",
        "dates.span",
        "patient.several",
        "paper.no_receipt",
        "items.unproved",
        "name.motto",
        "address.led",
        "sum.older_balance",
        "sum.reduced",
        "letters.at_edge",
        "sum.less_deposit",
        "date.captioned",
        "sum.no_cents",
        "dates.due",
        "number.in_prose",
        "name.longer_elsewhere",
        "name.line_beside",
        "credentials.partial",
        "treatment.code",
        "treatment.unnamed",
        "rate.bare",
        "practice.title",
        "list.unheaded",
        "date.of_signing",
        "writer.two",
        "writer.no_order",
        "list.goes_on",
        "choice.several",
        "id.goes_on",
        "id.letter_or_figure",
        "name.goes_on",
        "practice.elsewhere",
        "dates.several_payments",
        "dates.of_deposit",
        "dates.paid_after_paper",
        "dates.differ",
        "sum.balances_apart",
        "sum.rows",
        "codes.unread",
    }
)
"""Failed checks after which a person looks, however probable the value: no figure of the model
knows of accents, which an engine reads wrongly with full confidence, or of a till slip's several
items, of which none is "the" service, or of a payer's paper about several claims or
with amounts that cannot be, or of a hand that corrected our own form,
of an address that lost a line, of a list beside which stands what may be one more day,
of 5/3 on a paper of a country that writes the day first, of a payment that is not the total and
leaves no balance, of one of several taxes, of a name with a trade below it, of days with a fee for
a session that was not held."""

NEAR = 0.1
"""A rival placed so nearly as well as the value is one between which a person chooses."""
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
    accepted = probability >= model.accept_from and not doubted(field, best)
    return FieldReading(
        value=best.value,
        confidence=round(probability, 3),
        accepted=accepted,
        evidence=best.evidence,
        currency=best.currency,
    )


def doubted(field: str, best: Weighed) -> bool:
    """Whether a person must look, however probable the value."""
    if best.features["second_differs"]:
        return True  # two engines read it differently
    if field in TWO_REASONS and _independent(best) < 2:
        return True
    lead = best.features["strength"] - best.features["rival"]
    if lead <= 0 or (lead <= NEAR and not best.features["agreement"]):
        return True  # another value is placed as well as this one
    if field in MORE_THAN_LETTERS and not _borne_out(best):
        return True
    if field == "signed" and best.value == "unclear":
        return True
    if field in PEOPLE and len(str(best.value).split()[-1].strip(".")) < 2:
        return True  # "Keiko H.": the family name was lost
    return any(check in NEVER_ACCEPTED for each in best.candidates for check in each.failed)


def _borne_out(best: Weighed) -> bool:
    """Something besides one place and the letters speaks for it, or the letters are certain."""
    f = best.features
    return bool(f["text_layer"] or f["second_agrees"] or f["agreement"] or f["passed"])


def _independent(weighed: Weighed) -> int:
    """How many independent reasons speak for the value: places, checks, and the letters."""
    places = {r for r in weighed.reasons if r.startswith("way.")}
    checks = {r for r in weighed.reasons if r.startswith("check.")}
    letters = any(r.startswith("letters.") for r in weighed.reasons)
    letters = letters or weighed.features["letters"] >= SURE_LETTERS
    return len(places) + len(checks) + int(letters)
