"""One part of the report: its text, and its figures by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """text: Markdown. figures: what the table of goals is filled from."""

    text: str
    figures: dict[str, float] = field(default_factory=dict)


def missing(title: str, what: str) -> Section:
    """A part that could not be measured says so."""
    return Section(f"## {title}\n\nNot measured: {what}.")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column flush left, the others flush right."""
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "---:|" * (len(heads) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])
