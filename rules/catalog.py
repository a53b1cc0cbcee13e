"""All rules of the house by id: the sentence a person reads and the page that says so."""

from __future__ import annotations

from functools import cache

from casebook.records import Evidence, Outcome, Rule, Verdict
from rules.data import FOLDER, load


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of rules/catalog.yaml."""
    raw = load(FOLDER / "catalog.yaml", dict[str, dict[str, str]])
    return {key: Rule(id=key, **entry) for key, entry in raw.items()}


def verdict(
    rule_id: str,
    outcome: Outcome,
    message: str | None = None,
    document_id: str | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Verdict:
    """What the rule says here; without a message of its own, its sentence."""
    rule = rules()[rule_id]
    return Verdict(
        rule=rule,
        outcome=outcome,
        message=message or rule.sentence,
        document_id=document_id,
        evidence=evidence,
    )
