"""One person, named at length and in short on the same paper: "Elena Tran-Holloway, MD" in the
letterhead and "E. Tran-Holloway" under the signature speak for each other, not against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.candidate import Candidate
from extractors.values.people import abbreviates

_WRITERS = frozenset({"referrer_name", "provider_name"})
_NAMES = _WRITERS | {"patient_name"}


def fuller_names(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one field, where a short name takes the value of the one fuller name that
    it can mean. Its evidence stands behind the fuller one's."""
    if not candidates or candidates[0].field not in _NAMES:
        return tuple(candidates)
    best: dict[str, Candidate] = {}
    for each in sorted(candidates, key=lambda c: (c.strength, c.word_confidence)):
        best[str(each.value)] = each
    return tuple(_at_length(each, best) for each in candidates)


def _at_length(short: Candidate, known: dict[str, Candidate]) -> Candidate:
    name = str(short.value)
    # An initial before the family name may be a spouse's as well as the patient's.
    if short.field not in _WRITERS and len(name.split()[0].strip(".")) < 2:
        return short
    longer = sorted((other for other in known if abbreviates(name, other)), key=len)
    if not longer or any(not abbreviates(other, longer[-1]) for other in longer[:-1]):
        return short
    fuller = known[longer[-1]]
    return replace(
        short,
        value=fuller.value,
        word_confidence=min(short.word_confidence, fuller.word_confidence),
        evidence=(*fuller.evidence, *short.evidence),
        passed=tuple(dict.fromkeys((*short.passed, "name.said_twice"))),
        failed=tuple(dict.fromkeys((*short.failed, *fuller.failed))),
    )
