"""Labelled lines of a paper, with or without the document they were taken from."""

from __future__ import annotations

from casebook.records import Record


class Fact(Record):
    """A label and its value, ready to print."""

    label: str
    value: str


class CitedFact(Record):
    """A value that a document on file states, and where: "referral of June 7, 2026, p. 1"."""

    label: str
    value: str
    source: str
