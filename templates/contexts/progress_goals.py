"""Goals and the author's notes, as reports to the physician show them."""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Goal, Period, Record
from rules.measures import MEASURES
from templates.contexts.progress_measures import NONE, with_unit
from templates.wording import clean, short_day

_STATUS = {"open": "open", "met": "met", "dropped": "no longer pursued"}


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


def goals_still_open(case: Case, today: date) -> tuple[GoalRow, ...]:
    """What is worked towards: no status, since it is the same for all of them."""
    open_ = tuple(goal for goal in case.goals if goal.status == "open")
    return goals_as_agreed(case.model_copy(update={"goals": open_}), today)


def goals_as_agreed(case: Case, today: date) -> tuple[GoalRow, ...]:
    """All goals without what became of them, for papers of the time when they were agreed."""
    rows = goal_rows(case, Period(start=date.min, end=today))
    return tuple(row.model_copy(update={"status": ""}) for row in rows)


def goal_rows(case: Case, period: Period) -> tuple[GoalRow, ...]:
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
