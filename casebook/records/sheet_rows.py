"""Rows of assessment sheets and session logs, as they stand on paper."""

from __future__ import annotations

from typing import Literal

from casebook.records.base import Record


class ReadMeasure(Record):
    """One measure on an assessment sheet, as printed. value: a decimal string. date: ISO 8601,
    None where the sheet does not say when it was taken."""

    name: str
    """A key of the casebook's measures; blood pressure is two of them."""
    value: str
    unit: str | None = None
    date: str | None = None
    side: Literal["left", "right"] | None = None


class ReadSession(Record):
    """One row of a session log. date: ISO 8601. start: "14:30". status: None where none is told."""

    date: str
    start: str | None = None
    minutes: int | None = None
    status: Literal["attended", "no_show", "cancelled", "scheduled"] | None = None
    trainer: str | None = None
    initials: str | None = None


SheetRows = tuple[ReadMeasure, ...] | tuple[ReadSession, ...]
