"""What stands beside a receipt's values: labels.yaml, and beside its amounts: amount_roles.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from extractors.tables import LabelledAmount, Phrasebook, Row, labelled_amounts
from extractors.values.label_match import LabelSet
from extractors.values.labels import load_labels

TOTALS = ("total_final", "total", "total_weak", "amount_due")
"""The roles that can be the receipt's total, the likeliest first."""


_TO_COME = re.compile(
    r"\W*(?:your\s+)?(?:next|upcoming|future|scheduled)\s+"
    r"(?:auto\w*|auto[- ]pay\w*|pay\w*|bill\w*|charge|draft|draw|instal+ment|due)\b",
    re.IGNORECASE,
)
"""A line about a payment to come: its amount was not paid, its date is not this paper's."""


@cache
def labels() -> LabelSet:
    """The labels of labels.yaml."""
    return load_labels(files("extractors.receipts") / "labels.yaml")


def is_to_come(row: Row) -> bool:
    """Whether the row speaks of a payment that is still to be made."""
    return _TO_COME.match(row.text) is not None


@cache
def roles() -> Phrasebook:
    """The phrases of amount_roles.yaml."""
    source = files("extractors.receipts") / "amount_roles.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def amounts_of(rows: Sequence[Row]) -> tuple[LabelledAmount, ...]:
    """All amounts of a receipt, each with its role."""
    found = labelled_amounts(rows, roles(), frozenset(TOTALS))
    return tuple(
        replace(amount, role="count") if is_to_come(rows[amount.row]) else amount
        for amount in found
    )
