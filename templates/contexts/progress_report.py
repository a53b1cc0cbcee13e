"""The one-page progress report to the referrer, and the employer's copy without health data.

The diagnosis stands as the referrer gave it, with document and day. The
employer's copy proves participation only: no diagnosis, no referrer, no
measure, no goal, since each of them may give the condition away.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Period, Record, Studio
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.progress_facts import employer_facts, facts_of, shorten
from templates.contexts.progress_goals import GoalRow, Note, goal_rows
from templates.contexts.progress_measures import MeasureRow, measures_of
from templates.contexts.progress_page import (
    allot,
    goal_height,
    measure_height,
)
from templates.wording import clean, count, day, span


class ReportNotes(Record):
    """What the author adds in their own words; None leaves a line to write on."""

    programme: str | None = None
    adverse_events: str | None = None
    plan: str | None = None


class Tables(Record):
    """Measures and goals of one page."""

    measures: tuple[MeasureRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()


class ProgressReport(Record):
    """The report; `addendum_*` hold what the page has no room for."""

    letterhead: Letterhead
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    page: Tables
    more_measures: str
    more_goals: str
    notes: tuple[Note, ...]
    remark: str
    sources: tuple[str, ...]
    author: str
    studio: str
    date: str
    footer: str
    addendum_title: str
    addendum_facts: tuple[Fact, ...]
    addendum: Tables

    @property
    def has_addendum(self) -> bool:
        """Whether anything went to further pages."""
        return bool(self.addendum_title)


def progress_report_context(
    case: Case,
    period: Period,
    studio: Studio,
    today: date,
    for_employer: bool = False,
    notes: ReportNotes | None = None,
) -> ProgressReport:
    """The report on one period; `notes` are the author's own words."""
    said = notes or ReportNotes()
    sessions = [s for s in case.sessions if s.date in period]
    facts = (
        employer_facts(case, period, sessions, today)
        if for_employer
        else facts_of(case, period, sessions, said.programme, today)
    )
    shown, moved = shorten(facts)
    measures = measures_of(case, period)
    rows = () if for_employer else measures.rows
    sources = () if for_employer else measures.sources
    goals = () if for_employer else goal_rows(case, period)
    written = () if for_employer else _notes(said)
    head = letterhead(studio)
    name = clean(case.client.name)
    subtitle = f"{name}, {span(period)}"
    remark = _remark(for_employer, bool(rows))
    numbered = tuple(f"[{n}] {source}" for n, source in enumerate(sources, start=1))
    fits = allot(
        head,
        subtitle,
        [(fact.label, fact.value) for fact in shown],
        [_measure_height(row) for row in rows],
        [goal_height((g.text, g.target, g.due, g.status)) for g in goals],
        [note.text for note in written],
        (remark, *numbered),
    )
    rest = Tables(measures=rows[fits.measures :], goals=goals[fits.goals :])
    more = bool(moved or rest.measures or rest.goals)
    title = "Participation report" if for_employer else "Progress report"
    return ProgressReport(
        letterhead=head,
        title=title,
        subtitle=subtitle,
        facts=shown,
        page=Tables(measures=rows[: fits.measures], goals=goals[: fits.goals]),
        more_measures=_more(len(rest.measures), "measure"),
        more_goals=_more(len(rest.goals), "goal"),
        notes=written,
        remark=remark,
        sources=numbered,
        author=author(studio),
        studio=clean(studio.name),
        date=day(today),
        footer=_footer(for_employer),
        addendum_title=f"Addendum to the {title.lower()}" if more else "",
        addendum_facts=moved,
        addendum=rest,
    )


def _notes(said: ReportNotes) -> tuple[Note, ...]:
    return (
        Note(label="Adverse events", text=clean(said.adverse_events or "")),
        Note(label="Plan", text=clean(said.plan or "")),
    )


def _measure_height(row: MeasureRow) -> float:
    cells = [
        (row.name, ""),
        *((value.text, value.day) for value in (row.baseline, row.previous, row.current)),
        (row.change, row.direction),
        (row.published, row.population),
    ]
    return measure_height(cells)


def _more(number: int, what: str) -> str:
    return f"{count(number, f'further {what}')} in the addendum, page 2." if number else ""


def _remark(for_employer: bool, measured: bool) -> str:
    if for_employer:
        return "This copy is for the employer: it states participation and no health information."
    if not measured:
        return ""
    return (
        "Change is from baseline to current. A published threshold applies to the population "
        "named; it says nothing about cause or prognosis. Charts: hollow point baseline, filled "
        "point current, dashed line the level at which the threshold is reached."
    )


def _footer(for_employer: bool) -> str:
    if for_employer:
        return "For the employer named above."
    return "Confidential health information for the referring practitioner and the client."
