"""The one-page summary of a first assessment, to the referrer within a week.

Results with unit and day, the limits that the referral sets, the goals agreed.
No result is interpreted as a condition, and none is foretold to change.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Measurement, Period, Record, Studio
from rules.measures import MEASURES
from templates.contexts.correspondence import ways_to_reach
from templates.contexts.facts import CitedFact, Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.progress_facts import referred
from templates.contexts.progress_goals import GoalRow, Note, goals_as_agreed
from templates.contexts.progress_measures import is_kept_back, with_unit
from templates.contexts.progress_page import FACT_SIZE, fact_height, goal_height, note_height
from templates.contexts.referral_facts import all_facts
from templates.contexts.sources import latest
from templates.wording import clean, day, days, short_day

_LIMITS = ("Clearance", "Restrictions", "Target heart rate", "Frequency", "Duration")
_ROOM = 560.0
"""Points between the title and the small print."""


class AssessmentNotes(Record):
    """The author's own words; None leaves a line to write on."""

    observations: str | None = None
    plan: str | None = None


class Result(Record):
    """One measure as it was taken."""

    name: str
    value: str
    day: str


class AssessmentSummary(Record):
    """What was measured and agreed at the beginning."""

    letterhead: Letterhead
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    limits: tuple[CitedFact, ...]
    results: tuple[Result, ...]
    no_results: str
    goals: tuple[GoalRow, ...]
    notes: tuple[Note, ...]
    remark: str
    author: str
    studio: str
    date: str

    @property
    def fits_one_page(self) -> bool:
        """Whether everything has room on the page; else it runs on to a second one, uncut."""
        used = sum(fact_height(fact.label, fact.value) for fact in self.facts)
        used += sum(fact_height(fact.label, fact.value) for fact in self.limits)
        used += (FACT_SIZE + 8) * len(self.results) + 110
        used += sum(goal_height((g.text, g.target, g.due, g.status)) for g in self.goals)
        used += sum(note_height(note.text) for note in self.notes)
        return used <= _ROOM


def assessment_summary_context(
    case: Case, period: Period, studio: Studio, today: date, notes: AssessmentNotes | None = None
) -> AssessmentSummary:
    """The first value of every measure taken in the period."""
    said = notes or AssessmentNotes()
    first = _first_values(case, period)
    referral = latest(case, "referral")
    taken = sorted({each.date for each in first})
    facts = [
        Fact(label="Client", value=f"{clean(case.client.name)}, born {day(case.client.dob)}"),
        *referred(case),
    ]
    if taken:
        facts.append(Fact(label="Assessed", value=days(taken)))
    return AssessmentSummary(
        letterhead=letterhead(studio),
        title="Assessment summary",
        subtitle=clean(case.client.name),
        facts=tuple(facts),
        limits=all_facts(referral, only=_LIMITS) if referral else (),
        results=tuple(_result(each) for each in first),
        no_results="" if first else "No measure was taken in this period.",
        goals=goals_as_agreed(case, period.end),
        notes=(
            Note(label="Observations", text=clean(said.observations or "")),
            Note(label="Plan", text=clean(said.plan or "")),
        ),
        remark=(
            "These are first values, taken by an exercise professional; they are no diagnosis and "
            "no prognosis. Please tell us if anything should be done otherwise: you reach us "
            f"{ways_to_reach(studio)}."
        ),
        author=author(studio),
        studio=clean(studio.name),
        date=day(today),
    )


def _first_values(case: Case, period: Period) -> list[Measurement]:
    """In the order of the catalogue of measures."""
    first: dict[str, Measurement] = {}
    for each in sorted(case.measurements, key=lambda m: (m.date, m.id)):
        if each.date in period and not is_kept_back(each.measure):
            first.setdefault(each.measure, each)
    order = {key: number for number, key in enumerate(MEASURES)}
    return sorted(first.values(), key=lambda m: (order.get(m.measure, len(order)), m.measure))


def _result(taken: Measurement) -> Result:
    known = MEASURES.get(taken.measure)
    name = known.name if known else taken.measure.replace("_", " ").capitalize()
    return Result(
        name=clean(name), value=with_unit(taken.value, taken.unit), day=short_day(taken.date)
    )
