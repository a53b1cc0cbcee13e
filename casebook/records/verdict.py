"""A rule of the field, and what it says about one packet, letter or receipt."""

from __future__ import annotations

from typing import Literal

from casebook.records.base import Record
from casebook.records.reading import Evidence

Outcome = Literal["pass", "warn", "fail", "ask"]
"""`ask`: a person must decide."""


class Rule(Record):
    """`id` is stable ("lmn.window"), `sentence` plain English, `citation` who says so."""

    id: str
    sentence: str
    citation: str


class Verdict(Record):
    """What a rule says here. `message` names the thing at hand; evidence shows where."""

    rule: Rule
    outcome: Outcome
    message: str
    document_id: str | None = None
    evidence: tuple[Evidence, ...] = ()
