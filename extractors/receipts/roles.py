"""What stands beside a receipt's values: labels.yaml, and beside its amounts: amount_roles.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from extractors.tables import LabelledAmount, Phrasebook, Row, labelled_amounts
from extractors.values.label_match import LabelSet
from extractors.values.labels import load_labels

TOTALS = ("total_final", "total", "total_weak", "amount_due")
"""The roles that can be the receipt's total, the likeliest first."""


@cache
def labels() -> LabelSet:
    """The labels of labels.yaml."""
    return load_labels(files("extractors.receipts") / "labels.yaml")


@cache
def roles() -> Phrasebook:
    """The phrases of amount_roles.yaml."""
    source = files("extractors.receipts") / "amount_roles.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def amounts_of(rows: Sequence[Row]) -> tuple[LabelledAmount, ...]:
    """All amounts of a receipt, each with its role."""
    return labelled_amounts(rows, roles(), frozenset(TOTALS))
