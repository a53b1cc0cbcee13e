"""What a receipt's words say about the amounts beside them: amount_roles.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from extractors.tables import LabelledAmount, Phrasebook, Row, labelled_amounts

TOTALS = ("total_final", "total", "total_weak", "amount_due")
"""The roles that can be the receipt's total, the likeliest first."""


@cache
def roles() -> Phrasebook:
    """The phrases of amount_roles.yaml."""
    source = files("extractors.receipts") / "amount_roles.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def amounts_of(rows: Sequence[Row]) -> tuple[LabelledAmount, ...]:
    """All amounts of a receipt, each with its role."""
    return labelled_amounts(rows, roles(), frozenset(TOTALS))
