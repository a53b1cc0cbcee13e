"""The one-page progress report to the referrer, and the employer's copy without health data.

The diagnosis stands as the referrer gave it, with document and day. The
employer's copy proves participation only: no diagnosis, no referrer, no
measure, no goal, since each of them may give the condition away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from casebook.records import Case, Document, Goal, Period, Record, Session, Studio
from rules.measures import MEASURES
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.progress_measures import NONE, MeasureRow, measures_of, with_unit
from templates.contexts.progress_page import (
    FACT_SIZE,
    FACT_WIDTHS,
    MOST_FACT_LINES,
    allot,
    goal_height,
    measure_height,
)
from templates.contexts.sources import latest, name_of
from templates.space import line_count
from templates.wording import clean, count, day, joined, percent, short_day, span, with_credentials

_STATUS = {"open": "open", "met": "met", "dropped": "no longer pursued"}
IN_ADDENDUM = "see the addendum, page 2"


class ReportNotes(Record):
    """What the author adds in their own words; None leaves a line to write on."""

    programme: str | None = None
    adverse_events: str | None = None
    plan: str | None = None


class Fact(Record):
    """A labelled line on top of the report."""

    label: str
    value: str


class GoalRow(Record):
    """One goal as it was agreed."""

    text: str
    target: str
    due: str
    status: str


class Note(Record):
    """A labelled paragraph; an empty text is a line to write on."""

    label: str
    text: str


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
        _employer_facts(case, period, sessions, today)
        if for_employer
        else _facts(case, period, sessions, said, today)
    )
    shown, moved = _shorten(facts)
    measures = measures_of(case, period)
    rows = () if for_employer else measures.rows
    sources = () if for_employer else measures.sources
    goals = () if for_employer else _goals(case, period)
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


def _facts(
    case: Case, period: Period, sessions: Sequence[Session], notes: ReportNotes, today: date
) -> tuple[Fact, ...]:
    facts = [
        Fact(label="Client", value=f"{clean(case.client.name)}, born {day(case.client.dob)}"),
        *_referred(case),
        Fact(label="Period", value=span(period)),
        Fact(label="Attendance", value=attendance(sessions, today)),
    ]
    programme = clean(notes.programme) if notes.programme else _programme(sessions)
    if programme:
        facts.append(Fact(label="Program", value=programme))
    return tuple(facts)


def _referred(case: Case) -> list[Fact]:
    """Who referred, and the diagnosis in the words of the document that gives it."""
    facts: list[Fact] = []
    referral = latest(case, "referral")
    writer = _writer(referral) if referral else None
    if referral is not None and writer:
        facts.append(Fact(label="Referred by", value=f"{writer} ({name_of(referral)})"))
    for kind in ("referral", "lmn"):
        source = referral if kind == "referral" else latest(case, "lmn")
        given = source.diagnoses() if source else ()
        if source is None or not given:
            continue
        who = _writer(source) or "the provider"
        named = "; ".join(f"{d.text} ({d.code})" if d.code else d.text for d in given)
        value = f"{clean(named)}, as given by {who} ({name_of(source)})"
        facts.append(Fact(label="Diagnosis", value=value))
        break
    return facts


def _writer(document: Document) -> str | None:
    role = "referrer" if document.kind == "referral" else "provider"
    name = document.text(f"{role}_name")
    return with_credentials(name, document.text(f"{role}_credentials")) if name else None


def _employer_facts(
    case: Case, period: Period, sessions: Sequence[Session], today: date
) -> tuple[Fact, ...]:
    """Participation only; sessions are not described, since a description may name a condition."""
    facts = [Fact(label="Participant", value=clean(case.client.name))]
    if case.client.employer:
        facts.append(Fact(label="Employer", value=clean(case.client.employer)))
    facts.append(Fact(label="Period", value=span(period)))
    facts.append(Fact(label="Attendance", value=attendance(sessions, today)))
    attended = sorted(s.date for s in sessions if s.status == "attended")
    months = dict.fromkeys((d.year, d.month) for d in attended)
    for year, month in months:
        taken = Counter(d.day for d in attended if (d.year, d.month) == (year, month))
        parts = [f"{number} (×{n})" if n > 1 else str(number) for number, n in taken.items()]
        facts.append(Fact(label=f"{date(year, month, 1):%B %Y}", value=joined(parts)))
    return tuple(facts)


def attendance(sessions: Sequence[Session], today: date) -> str:
    """7 of 8 scheduled sessions attended (88%); 1 missed; 2 still to come."""
    by_status = Counter(s.status for s in sessions)
    attended, open_ones = by_status["attended"], by_status["scheduled"]
    coming = sum(1 for s in sessions if s.status == "scheduled" and s.date >= today)
    due = len(sessions) - open_ones
    if not due:
        text = "No session was due in this period"
    else:
        text = f"{attended} of {count(due, 'scheduled session')} attended"
        text += f" ({percent(attended, due)})"
    if by_status["no_show"]:
        text += f"; {by_status['no_show']} missed"
    if by_status["cancelled"]:
        text += f"; {by_status['cancelled']} cancelled"
    if coming:
        text += f"; {coming} still to come"
    if open_ones > coming:
        text += f"; {open_ones - coming} not recorded"
    return text


def _programme(sessions: Sequence[Session]) -> str:
    """What was done, by how often: "Strength training, 60 minutes (6 sessions)"."""
    done = Counter((clean(s.description), s.minutes) for s in sessions if s.status == "attended")
    parts = [
        f"{what}, {count(minutes, 'minute')} ({count(times, 'session')})"
        for (what, minutes), times in done.most_common()
    ]
    return "; ".join(parts)


def _goals(case: Case, period: Period) -> tuple[GoalRow, ...]:
    """Open goals first, then met ones, by the day they were set."""
    order = {"open": 0, "met": 1, "dropped": 2}
    goals = [goal for goal in case.goals if goal.set_on <= period.end]
    goals.sort(key=lambda goal: (order[goal.status], goal.set_on, goal.id))
    return tuple(
        GoalRow(
            text=clean(goal.text),
            target=_target(goal),
            due=short_day(goal.due) if goal.due else NONE,
            status=_STATUS[goal.status],
        )
        for goal in goals
    )


def _target(goal: Goal) -> str:
    if goal.target is None:
        return NONE
    measure = MEASURES.get(goal.measure or "")
    return with_unit(goal.target, measure.unit if measure else "")


def _notes(said: ReportNotes) -> tuple[Note, ...]:
    return (
        Note(label="Adverse events", text=clean(said.adverse_events or "")),
        Note(label="Plan", text=clean(said.plan or "")),
    )


def _shorten(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Facts too long for the page go to the addendum whole; a pointer stays."""
    shown, moved = [], []
    for fact in facts:
        if line_count(fact.value, FACT_WIDTHS[1] - 6, FACT_SIZE) > MOST_FACT_LINES:
            moved.append(fact)
            fact = Fact(label=fact.label, value=IN_ADDENDUM)
        shown.append(fact)
    return tuple(shown), tuple(moved)


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
