"""Papers that settle several claims at once: then no number and no sum is "the" claim's.

The values stay proposed, so that a person sees them; the check that they
fail is one after which nothing is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.candidate import Candidate
from extractors.values.account_numbers import number_at_start
from extractors.values.labels import Labelled

SEVERAL = "claims.several"

_OF_ONE_CLAIM = frozenset(
    {
        "claim_number",
        "service_dates",
        "billed",
        "allowed",
        "plan_paid",
        "patient_responsibility",
        "denied_amount",
    }
)


def with_claims_counted(
    candidates: Sequence[Candidate], labelled: Sequence[Labelled]
) -> tuple[Candidate, ...]:
    """The candidates, doubted where one label stands beside different claim numbers."""
    if not several_claims(labelled):
        return tuple(candidates)
    return tuple(
        replace(each, failed=(*each.failed, SEVERAL)) if each.field in _OF_ONE_CLAIM else each
        for each in candidates
    )


def several_claims(labelled: Sequence[Labelled]) -> bool:
    """Whether one and the same label stands beside two different claim numbers."""
    numbers: dict[str, set[str]] = {}
    for found in labelled:
        number = number_at_start(found.text) if found.name == "claim_number" else None
        if number is not None and sum(char.isdigit() for char in number.value) >= 3:
            numbers.setdefault(found.synonym, set()).add(number.value)
    return any(len(values) > 1 for values in numbers.values())
