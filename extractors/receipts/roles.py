"""What stands beside a receipt's values: labels.yaml, and beside its amounts: amount_roles.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from extractors.receipts.to_come import rows_to_come
from extractors.tables import LabelledAmount, Phrasebook, Row, labelled_amounts
from extractors.values.label_match import LabelSet
from extractors.values.labels import load_labels

TOTALS = ("total_final", "total", "total_weak", "amount_due")
"""The roles that can be the receipt's total, the likeliest first."""


_BOUND = re.compile(
    r"\b(?:over|above|under|below|exceed(?:s|ing)?|up\s+to|at\s+least|(?:more|less|greater)\s+than|minimum(?:\s+of)?"
    r"|maximum(?:\s+of)?|limit(?:\s+of)?)\W*$",
    re.IGNORECASE,
)
"""Words before an amount that is a bound ("balances over $200.00"), not anybody's money."""

_OF_TILLS = frozenset({"tendered", "change", "rounding", "tip"})
_SENTENCE = 9
"""Words from which a cell is running text."""


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
    found = labelled_amounts(rows, roles(), frozenset(TOTALS))
    to_come = rows_to_come(rows)
    return tuple(
        replace(amount, role="count")
        if amount.row in to_come or _BOUND.search(amount.label) or _is_mere_talk(amount, rows)
        else amount
        for amount in found
    )


def _is_mere_talk(amount: LabelledAmount, rows: Sequence[Row]) -> bool:
    """Whether a till's word stands in a sentence: "Notice of rate change: ... will be $158.00"."""
    if amount.role not in _OF_TILLS:
        return False
    inside = {id(word) for word in amount.words}
    cells = [c for c in rows[amount.row].cells if any(id(word) in inside for word in c.words)]
    return any(len(cell.words) >= _SENTENCE for cell in cells)
