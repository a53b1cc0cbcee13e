"""Lists of measurements and of goals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from casebook.importing import columns, values
from casebook.importing.sheet import Imported, Row, Unclear, read
from casebook.importing.whose import Numbering, Owners
from casebook.records import Client, Goal, Measurement

_PRESSURE = frozenset({"bloodpressure", "bp", "rr"})
_GOAL_STATUS: Mapping[str, Literal["open", "met", "dropped"]] = {
    **dict.fromkeys(["open", "active", "inprogress", "ongoing"], "open"),
    **dict.fromkeys(["met", "achieved", "done", "reached", "completed"], "met"),
    **dict.fromkeys(["dropped", "abandoned", "discontinued", "cancelled"], "dropped"),
}


@dataclass(frozen=True)
class KnownMeasure:
    """A measure that a list may name: by `key` or by `name`. `unit` is the one it is kept in."""

    key: str
    name: str
    unit: str


def read_measurements(
    data: str | bytes, clients: Sequence[Client], measures: Sequence[KnownMeasure]
) -> Imported[Measurement]:
    """A list of measurements of these clients.

    An empty unit is the measure's own; another unit is a problem, for a
    change from kilograms to pounds would look like progress. Blood pressure
    may be written as one value, 128/82.
    """
    owners, numbering = Owners(clients), Numbering("measurement")
    by_name = _by_name(measures)

    def one(row: Row) -> list[Measurement]:
        client = owners.of(row)
        day = row.need("date", values.day)
        asked = row.need("measure", values.text)
        found: list[tuple[KnownMeasure | None, Decimal | None]]
        if asked and _plain(asked) in _PRESSURE:
            pair = row.need("value", _pressure) or (None, None)
            pressures = (by_name.get("systolicbp"), by_name.get("diastolicbp"))
            found = list(zip(pressures, pair, strict=True))
        else:
            found = [(by_name.get(_plain(asked or "")), row.need("value", values.number))]
        unit = row.get("unit", values.text)
        made = []
        for measure, value in found:
            if measure is None:
                if asked:
                    keys = ", ".join(sorted(measure.key for measure in measures))
                    row.note("measure", f"is no measure that is known; these are: {keys}")
            elif unit and _plain(unit) != _plain(measure.unit):
                row.note("unit", f"must be {measure.unit} for {measure.key}; convert the value")
            elif client is not None and day is not None and value is not None:
                made.append(
                    Measurement(
                        id=numbering.id_of(row, client.id, day, measure.key, part_of=len(found)),
                        client_id=client.id,
                        measure=measure.key,
                        value=value,
                        unit=measure.unit,
                        date=day,
                    )
                )
        return made

    return read(data, columns.MEASUREMENTS, ("client", "date", "measure", "value"), one)


def read_goals(
    data: str | bytes, clients: Sequence[Client], measures: Sequence[KnownMeasure]
) -> Imported[Goal]:
    """A list of goals of these clients; a goal may be tied to a measure and its target value."""
    owners, numbering = Owners(clients), Numbering("goal")
    by_name = _by_name(measures)

    def one(row: Row) -> list[Goal]:
        client = owners.of(row)
        text = row.need("text", values.text)
        set_on = row.need("set_on", values.day)
        asked = row.get("measure", values.text)
        measure = by_name.get(_plain(asked or ""))
        if asked and measure is None:
            keys = ", ".join(sorted(measure.key for measure in measures))
            row.note("measure", f"is no measure that is known; these are: {keys}")
        target = row.get("target", values.number)
        due = row.get("due", values.day)
        status = row.get("status", _goal_status)
        if due and set_on and due < set_on:
            row.note("due", "lies before the day on which the goal was set")
        if client is None or text is None or set_on is None:
            return []
        return [
            Goal(
                id=numbering.id_of(row, client.id, text.casefold()),
                client_id=client.id,
                text=text,
                set_on=set_on,
                measure=measure.key if measure else None,
                target=target,
                due=due,
                status=status or "open",
            )
        ]

    return read(data, columns.GOALS, ("client", "text", "set_on"), one)


def _goal_status(cell: str) -> Literal["open", "met", "dropped"]:
    found = _GOAL_STATUS.get(_plain(cell))
    if found is None:
        raise Unclear("must be open, met or dropped")
    return found


def _pressure(cell: str) -> tuple[Decimal, Decimal]:
    found = re.fullmatch(r"(\d{2,3}) ?/ ?(\d{2,3})", cell)
    if found is None:
        raise Unclear("must be a pair such as 128/82")
    return Decimal(found.group(1)), Decimal(found.group(2))


def _by_name(measures: Sequence[KnownMeasure]) -> dict[str, KnownMeasure]:
    names = {_plain(measure.name): measure for measure in measures}
    return names | {_plain(measure.key): measure for measure in measures}


def _plain(text: str) -> str:
    return re.sub(r"[^\w%/]|_", "", text.casefold())
