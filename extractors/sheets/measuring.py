"""Measures on an assessment sheet: under the headings of a table, or beside their names.

A number is a measure's value where its unit says so, or where it stands alone
beside the name and the name fixes the scale. Two numbers that both could be it
are doubtful, and so is a value without a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from casebook.records.sheet_rows import ReadMeasure
from extractors.page import Word
from extractors.sheets import data
from extractors.sheets.headings import ResultColumn, ResultTable, result_tables
from extractors.sheets.rows_read import Found
from extractors.tables import Row
from extractors.tables.phrases import PhraseFound
from extractors.tables.rows import GAP

Side = Literal["left", "right"]

_NUMBER = re.compile(r"(?<![\w./-])(?P<number>\d{1,4}(?:\.\d{1,3})?)(?![\d]|\.\d|[/-]\d)")
_OUT_OF = re.compile(
    r"(?<![\w./-])(?P<number>\d{1,3}(?:\.\d)?)\s*(?:/|out of|of)\s*(?P<of>10|27|50|100)\b"
)
_PRESSURE = re.compile(r"(?<![\w./-])(?P<systolic>\d{2,3})\s*/\s*(?P<diastolic>\d{2,3})(?![\d/])")
_SCALE = re.compile(r"\b0\s*(?:[-–—]|to)\s*(?P<of>10|27|50|100)\b")
"""The scale of a score beside its name: "Pain rating (0-10)"."""
_SIDE = re.compile(r"\b(?P<side>left|right)\b|\((?P<letter>[LR])\)", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total(?: score)?|score|disability(?: score| index)?)\b", re.IGNORECASE)
_TITLE = 0.3
"""Share of the page in which a questionnaire's name is the sheet's title."""


@dataclass(frozen=True)
class _Value:
    number: str
    unit: str | None
    start: int
    end: int


def find_measures(rows: Sequence[Row], day: date | None) -> list[Found[ReadMeasure]]:
    """Every measure, down the page. day: when they were taken, as far as one day is known."""
    tables = result_tables(rows, day)
    found: list[Found[ReadMeasure]] = []
    title = _questionnaire(rows)
    for index, row in enumerate(rows):
        table = next((each for each in tables if index in each.rows), None)
        if table is not None:
            found += _in_table(row, table)
        elif not any(index in each.heading_rows for each in tables):
            found += _beside_names(row, day, title)
    return _each_once(found)


def has_names(row: Row) -> bool:
    """Whether a measure is named in a row that holds a number."""
    named = any(hit.exact for hit in _names(row))
    return named and any(char.isdigit() for char in row.text)


def _beside_names(row: Row, day: date | None, title: str | None) -> Iterator[Found[ReadMeasure]]:
    """ "Gait speed 0.92 m/s", alone or in a sentence; a questionnaire's total below its title."""
    hits = _names(row)
    for hit, following in zip(hits, [*hits[1:], None][: len(hits)], strict=True):
        until = following.start if following else len(row.text)
        measure = data.measures()[hit.name]
        span, side = (hit.start, until), _side(row.text[hit.start : until])
        for each in _values(row, measure, hit.end, until, span, day, side):
            yield replace(each, sure=each.sure and hit.exact)
    total = _TOTAL.search(row.text) if title and not hits else None
    if total is not None and title is not None:
        span = (total.start(), len(row.text))
        yield from _values(row, data.measures()[title], total.end(), len(row.text), span, day, None)


def _names(row: Row) -> list[PhraseFound]:
    """Names of measures in the row's cells; none reaches over a cell's edge."""
    found, at = [], 0
    for cell in row.cells:
        found += [
            replace(hit, start=at + hit.start, end=at + hit.end)
            for hit in data.measure_names().all(cell.text)
        ]
        at += len(cell.text) + 1
    return found


def _in_table(row: Row, table: ResultTable) -> Iterator[Found[ReadMeasure]]:
    """A measure's row: a value under each heading of results."""
    hit = next(iter(_names(row)), None)
    if hit is None:
        return
    measure = data.measures()[hit.name]
    name = row.text[: _start_of_results(row, table)]
    unit_cell = table.text_under(row, "unit")
    told = _unit_said(measure, unit_cell) or _unit_said(measure, name)
    results = list(table.results(row, after=_after_name(row, hit.end)))
    whole = hit.exact and all(
        _holds_a_value(measure, text) for _, text, _ in results if text.strip(" -–—_./")
    )
    for column, text, words in results:
        side = column.side or _side(name)
        if measure.key == "blood_pressure":
            for each in _pressures(row, text, words, column.day):
                yield replace(each, sure=each.sure and whole)
            continue
        values = _numbers(measure, text, told)
        for value in values:
            sure = whole and len(values) == 1 and column.day is not None
            yield _found(row, measure, value, column, side, words, sure)


def _holds_a_value(measure: data.PrintedMeasure, text: str) -> bool:
    """Whether a cell that is not empty gave a value; else the row was not read whole."""
    if measure.key == "blood_pressure":
        return _PRESSURE.search(text) is not None
    return bool(_numbers(measure, text, measure.own_unit))


def _after_name(row: Row, end: int) -> int:
    """Where a row's values begin: behind the cell of its name, if no value stands within it."""
    cell = row.text.find(GAP, end)
    rest = re.sub(r"[(\[][^)\]]*[)\]]?", "", row.text[end:cell])
    return cell if cell > 0 and not any(char.isdigit() for char in rest) else end


def _start_of_results(row: Row, table: ResultTable) -> int:
    starts = [row.text.find(text) for column, text, _ in table.results(row) if text]
    return min((start for start in starts if start > 0), default=len(row.text))


def _found(
    row: Row,
    measure: data.PrintedMeasure,
    value: _Value,
    column: ResultColumn,
    side: Side | None,
    words: tuple[Word, ...],
    sure: bool,
) -> Found[ReadMeasure]:
    item = ReadMeasure(
        name=measure.key,
        value=value.number,
        unit=value.unit,
        date=column.day.isoformat() if column.day else None,
        side=side,
    )
    return Found(item, row.page, words, sure and _plausible(measure, value))


def _values(
    row: Row,
    measure: data.PrintedMeasure,
    start: int,
    until: int,
    span: tuple[int, int],
    day: date | None,
    side: Side | None,
) -> Iterator[Found[ReadMeasure]]:
    text = row.text[start:until]
    words = row.words_between(*span)
    if measure.key == "blood_pressure":
        yield from _pressures(row, text, words, day)
        return
    values = _numbers(measure, text, _unit_said(measure, text[: _first_digit(text)]))
    for value in values[:1]:
        column = ResultColumn("value", (0, 0, 0, 0), day, None)
        yield _found(row, measure, value, column, side, words, len(values) == 1 and day is not None)


def _pressures(
    row: Row, text: str, words: tuple[Word, ...], day: date | None
) -> Iterator[Found[ReadMeasure]]:
    pairs = list(_PRESSURE.finditer(text))
    measure = data.measures()["blood_pressure"]
    for pair in pairs[:1]:
        for key, part in (("systolic_bp", "systolic"), ("diastolic_bp", "diastolic")):
            value = _Value(pair[part], measure.own_unit, *pair.span(part))
            item = ReadMeasure(
                name=key,
                value=value.number,
                unit=value.unit,
                date=day.isoformat() if day else None,
            )
            falling = int(pair["systolic"]) > int(pair["diastolic"])
            sure = len(pairs) == 1 and day is not None and falling and _plausible(measure, value)
            yield Found(item, row.page, words, sure)


def _numbers(measure: data.PrintedMeasure, text: str, told: str | None) -> list[_Value]:
    """The numbers of a text that can be this measure's value: those with its unit, else all.

    told: the unit as a heading or the name gives it, for numbers that stand without one.
    """
    with_unit: list[_Value] = []
    bare: list[_Value] = []
    for match in _OUT_OF.finditer(text):
        unit = _unit_of(measure, f"/{match['of']}")
        if unit is not None:
            with_unit.append(_Value(match["number"], unit, *match.span("number")))
    for match in _NUMBER.finditer(text):
        unit = _unit_of(measure, text[match.end() :])
        value = _Value(match["number"], unit or told, *match.span("number"))
        (with_unit if unit else bare).append(value)
    if with_unit:
        return with_unit
    if told is None and not measure.bare:
        return [_Value(value.number, None, value.start, value.end) for value in bare]
    unit = told or measure.own_unit
    return [_Value(value.number, unit, value.start, value.end) for value in bare]


def _unit_of(measure: data.PrintedMeasure, text: str) -> str | None:
    """The unit that stands right behind a number."""
    plain = text.replace("\t", " ").lstrip(" (").casefold()
    for unit, said in measure.units.items():
        for spelling in sorted(said, key=len, reverse=True):
            rest = plain[len(spelling) :]
            if plain.startswith(spelling.casefold()) and not rest[:1].isalnum() and rest[:1] != "/":
                return unit
    return None


def _unit_said(measure: data.PrintedMeasure, text: str | None) -> str | None:
    """The unit in brackets behind a name, or alone in its cell."""
    if not text:
        return None
    scale = _SCALE.search(text)
    if scale is not None and (unit := _unit_of(measure, f"/{scale['of']}")) is not None:
        return unit
    for said in (*re.findall(r"[(\[]\s*([^)\]]+?)\s*[)\]]", text), text.strip(" .:")):
        unit = _unit_of(measure, said)
        if unit is not None and len(said) <= 20:
            return unit
    return None


def _plausible(measure: data.PrintedMeasure, value: _Value) -> bool:
    foreign = value.unit is not None and value.unit != measure.own_unit
    fits = measure.lowest <= Decimal(value.number) <= measure.highest
    return value.unit is not None and (fits or foreign)


def _side(text: str) -> Side | None:
    sides = {(match["side"] or match["letter"])[0].casefold() for match in _SIDE.finditer(text)}
    if len(sides) != 1:
        return None
    return "left" if sides == {"l"} else "right"


def _first_digit(text: str) -> int:
    return next((at for at, char in enumerate(text) if char.isdigit()), len(text))


def _questionnaire(rows: Sequence[Row]) -> str | None:
    """The questionnaire whose name stands in the head of the sheet, if it is one alone."""
    named = {
        hit.name
        for row in rows
        if row.box[1] < _TITLE * row.page.height
        for hit in data.measure_names().all(row.text)
        if data.measures()[hit.name].questionnaire
    }
    return named.pop() if len(named) == 1 else None


def _each_once(found: Sequence[Found[ReadMeasure]]) -> list[Found[ReadMeasure]]:
    """Each measure of a day once. Told twice alike it is one; told otherwise, both are doubtful."""
    kept: dict[tuple[str, str | None, str | None], Found[ReadMeasure]] = {}
    doubtful: list[Found[ReadMeasure]] = []
    for each in found:
        item = each.item
        key = (item.name, item.date, item.side)
        before = kept.setdefault(key, each)
        if Decimal(before.item.value) != Decimal(item.value):
            doubtful.append(Found(item, each.page, each.words, False))
    return [*kept.values(), *doubtful]
