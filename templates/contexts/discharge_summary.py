"""The summary at the end: from when to when, how often, what was measured, what follows.

Figures and agreed goals from the casebook; reason, events and advice in the
author's words. Nothing says "cured", and nothing is foretold.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Period, Record, Studio
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.progress_facts import facts_of
from templates.contexts.progress_goals import GoalRow, Note, goal_rows
from templates.contexts.progress_measures import MeasureRow, measures_of
from templates.wording import clean, day, span


class DischargeNotes(Record):
    """The author's own words; None leaves a line to write on."""

    reason: str | None = None
    adverse_events: str | None = None
    afterwards: str | None = None


class DischargeSummary(Record):
    """Runs on to further pages where it must; nothing is cut."""

    letterhead: Letterhead
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    measures: tuple[MeasureRow, ...]
    goals: tuple[GoalRow, ...]
    notes: tuple[Note, ...]
    remark: str
    sources: tuple[str, ...]
    author: str
    studio: str
    date: str


def discharge_summary_context(
    case: Case, studio: Studio, today: date, notes: DischargeNotes | None = None
) -> DischargeSummary:
    """The whole time with the studio: from the first session or measure to the last."""
    said = notes or DischargeNotes()
    period = _whole_time(case, today)
    measures = measures_of(case, period)
    sessions = [s for s in case.sessions if s.date in period]
    remark = (
        "Change is from baseline to current. A published threshold applies to the population "
        "named; it says nothing about cause or prognosis."
    )
    return DischargeSummary(
        letterhead=letterhead(studio),
        title="Discharge summary",
        subtitle=f"{clean(case.client.name)}, {span(period)}",
        facts=facts_of(case, period, sessions, None, today),
        measures=measures.rows,
        goals=goal_rows(case, period),
        notes=(
            Note(label="Reason for the end", text=clean(said.reason or "")),
            Note(label="Adverse events", text=clean(said.adverse_events or "")),
            Note(label="What was agreed for afterwards", text=clean(said.afterwards or "")),
        ),
        remark=remark if measures.rows else "",
        sources=tuple(f"[{n}] {source}" for n, source in enumerate(measures.sources, start=1)),
        author=author(studio),
        studio=clean(studio.name),
        date=day(today),
    )


def _whole_time(case: Case, today: date) -> Period:
    known = [s.date for s in case.sessions if s.status == "attended" and s.date <= today]
    known += [m.date for m in case.measurements if m.date <= today]
    return Period(start=min(known, default=today), end=max(known, default=today))
