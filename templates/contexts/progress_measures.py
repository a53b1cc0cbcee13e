"""Measures of the progress report: baseline, previous, current, and the published threshold.

A change exceeds a published threshold or does not; nothing here says "cured"
or foretells anything. Question 9 of the PHQ-9 never reaches a report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from casebook.records import Case, Measurement, Period, Record
from rules.measures import MEASURES, Measure
from templates.charts import trend
from templates.paper import Picture
from templates.wording import clean, decimal, short_day, signed

NONE = "—"
_KEPT_BACK = re.compile(r"phq.*(item|question|q)[ _-]?9$", re.IGNORECASE)


class Value(Record):
    """A value with its unit, and the day it was taken; a dash and no day where there is none."""

    text: str = NONE
    day: str = ""


class MeasureRow(Record):
    """One line of the table. `published` says whether the threshold is exceeded."""

    name: str
    baseline: Value
    previous: Value
    current: Value
    change: str
    direction: str
    published: str
    population: str
    chart: Picture


class Measures(Record):
    """All lines, and the sources that they cite by number."""

    rows: tuple[MeasureRow, ...]
    sources: tuple[str, ...]


def is_kept_back(measure: str) -> bool:
    """Question 9 of the PHQ-9: staff is told at once, a report never shows it."""
    return bool(_KEPT_BACK.search(measure))


def measures_of(case: Case, period: Period, known: Mapping[str, Measure] = MEASURES) -> Measures:
    """Every measure with a value up to the period's end, in the order of the catalogue."""
    taken: dict[str, list[Measurement]] = {}
    for each in sorted(case.measurements, key=lambda m: (m.date, m.id)):
        if each.date <= period.end and not is_kept_back(each.measure):
            taken.setdefault(each.measure, []).append(each)
    order = {key: number for number, key in enumerate(known)}
    keys = sorted(taken, key=lambda key: (order.get(key, len(order)), key))
    sources: list[str] = []
    rows = tuple(_row(key, taken[key], known.get(key), period, sources) for key in keys)
    return Measures(rows=rows, sources=tuple(sources))


def _row(
    key: str,
    taken: Sequence[Measurement],
    measure: Measure | None,
    period: Period,
    sources: list[str],
) -> MeasureRow:
    name = clean(measure.name if measure else key.replace("_", " ").capitalize())
    first, last = taken[0], taken[-1]
    comparable = all(each.unit == first.unit for each in taken)
    previous = _value(taken[-2]) if len(taken) > 2 else Value()
    again = len(taken) > 1
    published, population = _published(measure, first, last, again and comparable, sources)
    change, direction = _change(measure, first, last) if again and comparable else (NONE, "")
    if again and not comparable:
        direction = "units differ"
    elif not again:
        direction = "measured once"
    elif last.date < period.start:
        direction = f"{direction}; none in this period".removeprefix("; ")
    points = [(each.date, each.value) for each in taken if each.unit == last.unit]
    return MeasureRow(
        name=name,
        baseline=_value(first),
        previous=previous,
        current=_value(last) if again else Value(),
        change=change,
        direction=direction,
        published=published,
        population=population,
        chart=trend(points, _described(name, points, last.unit), _goal(measure, first, comparable)),
    )


def _value(taken: Measurement) -> Value:
    return Value(text=with_unit(taken.value, taken.unit), day=short_day(taken.date))


def with_unit(value: Decimal, unit: str) -> str:
    """412 m; 7.2% without a space."""
    space = "" if unit.strip() in ("%", "") else " "
    return clean(f"{decimal(value)}{space}{unit.strip()}")


def _change(measure: Measure | None, first: Measurement, last: Measurement) -> tuple[str, str]:
    difference = last.value - first.value
    text = signed(difference)
    space = "" if last.unit.strip() in ("%", "") else " "
    text = clean(f"{text}{space}{last.unit.strip()}")
    if difference == 0:
        return text, "unchanged"
    if measure is None:
        return text, ""
    better = (difference > 0) == (measure.better == "up")
    return text, "improved" if better else "declined"


def _published(
    measure: Measure | None,
    first: Measurement,
    last: Measurement,
    comparable: bool,
    sources: list[str],
) -> tuple[str, str]:
    """Whether the published threshold is exceeded, and for whom it was published."""
    if measure is None or measure.threshold is None:
        return "none applied", ""
    percent = measure.threshold_unit == "percent"
    needed = (
        f"{decimal(measure.threshold)}%" if percent else with_unit(measure.threshold, measure.unit)
    )
    source = clean(f"{measure.name}: {measure.citation}" if measure.citation else measure.name)
    if source not in sources:
        sources.append(source)
    whom = clean(f"{measure.population} [{sources.index(source) + 1}]")
    if not comparable:
        return f"{needed}: not compared", whom
    if not percent and not _same_unit(last.unit, measure.unit):
        return f"{needed}: not compared (other unit)", whom
    return f"{needed}: {_compared(measure, first.value, last.value)}", whom


def _compared(measure: Measure, first: Decimal, last: Decimal) -> str:
    """exceeded, reached (to the digit), or not exceeded; only a gain can exceed."""
    if not measure.exceeds(first, last):
        return "not exceeded"
    return "reached" if abs(last - first) == _needed(measure, first) else "exceeded"


def _needed(measure: Measure, first: Decimal) -> Decimal:
    """The published change in the measure's own unit."""
    threshold = measure.threshold or Decimal(0)
    return abs(first) * threshold / 100 if measure.threshold_unit == "percent" else threshold


def _same_unit(one: str, other: str) -> bool:
    return one.strip().casefold().rstrip("s.") == other.strip().casefold().rstrip("s.")


def _goal(measure: Measure | None, first: Measurement, comparable: bool) -> Decimal | None:
    """The level at which the published threshold would be reached."""
    if measure is None or measure.threshold is None or not comparable:
        return None
    if measure.threshold_unit == "absolute" and not _same_unit(first.unit, measure.unit):
        return None
    needed = _needed(measure, first.value)
    return first.value + needed if measure.better == "up" else first.value - needed


def _described(name: str, points: Sequence[tuple[object, Decimal]], unit: str) -> str:
    values = ", ".join(decimal(value) for _, value in points)
    return clean(f"{name} over time in {unit or 'points'}: {values}")
