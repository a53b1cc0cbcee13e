"""The payers' phrases and labels, read once from the YAML files beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from extractors.tables import Phrasebook
from extractors.values.label_match import LabelSet
from extractors.values.labels import load_labels

MONEY = frozenset({"billed", "allowed", "plan_paid", "patient_responsibility", "denied_amount"})
"""The roles of amount_roles.yaml that are fields of the contract."""


def _file(name: str) -> Traversable:
    return files("extractors.payers") / name


def _groups(name: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = yaml.safe_load(_file(name).read_text(encoding="utf-8"))
    return groups


@cache
def labels() -> LabelSet:
    """What stands beside names and numbers."""
    return load_labels(_file("labels.yaml"))


@cache
def amount_roles() -> Phrasebook:
    """What stands beside amounts."""
    return Phrasebook(_groups("amount_roles.yaml"))


@cache
def columns() -> Phrasebook:
    """Headings of the table of services: its own and those of the amounts."""
    return Phrasebook({**_groups("columns.yaml"), **_groups("amount_roles.yaml")})


@cache
def date_roles() -> Phrasebook:
    """What stands before dates."""
    return Phrasebook(_groups("date_roles.yaml"))


@cache
def decision_columns() -> Phrasebook:
    """Captions of a table that tells an approval."""
    labelled, dated = _groups("labels.yaml"), _groups("date_roles.yaml")
    names = ("authorization_number", "approved_units", "requested_units")
    return Phrasebook(
        {name: labelled[name] for name in names} | {name: dated[name] for name in ("start", "end")}
    )


@cache
def issuer_words() -> Phrasebook:
    """Words of payers' names, of titles and of slogans."""
    return Phrasebook(_groups("payer_words.yaml"))


@cache
def reason_cues() -> dict[str, tuple[str, ...]]:
    """By which words the sentence of a reason is known; lower case."""
    return {name: tuple(cues) for name, cues in _groups("reasons.yaml").items()}
