"""Tables and readings as people read them: in 80 columns, plain where they are piped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from casebook.records import Decision, FieldReading, FieldValue, LineItem, Reading, Record
from casebook.records.reading import FIELDS


def console() -> Console:
    """Standard output; 100 columns wide where it is not a terminal, so that nothing is folded."""
    out = Console(highlight=False, soft_wrap=False)
    if not out.is_terminal:
        return Console(highlight=False, no_color=True, width=100)
    return out


def show_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = ()
) -> None:
    """Prints a table with hairlines; `right` names the columns of numbers."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def broken(name: str, width: int) -> str:
    """A file's or folder's name on lines of at most `width`, broken behind its hyphens."""
    lines = [""]
    for part in re.findall(r"[^-/_ ]*[-/_ ]?", name):
        if lines[-1] and len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def show_reading(reading: Reading) -> None:
    """Prints one document: its fields with their doubt, its diagnoses, its problems."""
    where = f", pages {reading.page_range[0]}–{reading.page_range[1]}" if reading.page_range else ""
    table = Table(
        title=f"{reading.file}{where}: {reading.kind.value}, {reading.status}",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column("field", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("sure", justify="right", no_wrap=True)
    order = {name: place for place, name in enumerate(FIELDS[reading.kind.value])}
    for name in sorted(reading.fields, key=lambda each: order.get(each, len(order))):
        field = reading.fields[name]
        table.add_row(Text(name), Text(value_as_text(field.value)), Text(_sureness(field)))
    for diagnosis in reading.diagnoses:
        axes = (diagnosis.assertion, diagnosis.temporality, diagnosis.experiencer)
        code = f" ({diagnosis.code}, {diagnosis.code_origin})" if diagnosis.code else ""
        told = "" if diagnosis.is_patients_own else f" [{', '.join(axes)}]"
        mark = "" if diagnosis.accepted else " ?"
        table.add_row(
            Text("diagnosis"),
            Text(f"{diagnosis.text}{code}{told}"),
            Text(f"{diagnosis.confidence:.2f}{mark}"),
        )
    for problem in reading.problems:
        table.add_row(Text("problem"), Text(f"{problem.message} [{problem.code}]"), Text(""))
    console().print(table)


def value_as_text(value: FieldValue) -> str:
    """A field's value on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return "; ".join(item if isinstance(item, str) else _item(item) for item in value)


def _item(item: Record) -> str:
    if isinstance(item, LineItem):
        parts = [item.date, item.description, item.amount]
    else:
        parts = [None if part is None else str(part) for _, part in item]
    return " ".join(part for part in parts if part)


def _sureness(field: FieldReading) -> str:
    return f"{field.confidence:.2f}{'' if field.accepted else ' ?'}"


def show_decisions(decisions: Sequence[Decision]) -> None:
    """Prints who settled what and when; nothing when nobody has."""
    rows = [
        (
            decision.field,
            decision.action,
            "" if decision.value is None else value_as_text(decision.value),
            f"{decision.by}, {decision.at:%Y-%m-%d %H:%M}",
        )
        for decision in decisions
    ]
    if rows:
        show_table("Settled", ("field", "action", "value", "by"), rows)
