"""A payer's amounts: from the totals row of its table, from its only row, or beside a label.

A table's rows are added up to check its totals row, and the totals to check one another:

sum.rows          the rows of the column make the printed total
sum.responsible   billed (or allowed) less paid is what the patient owes
sum.impossible    (failed) more is allowed than billed, or more paid than allowed
sum.order         no more is allowed than billed, and no more paid than allowed
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.candidate import Candidate, Way
from extractors.page import Word, evidence
from extractors.payers import data
from extractors.payers.grid_heading import UNREAD, grid_heading
from extractors.payers.unread_headings import inferred_heading
from extractors.tables import Heading, Row, find_headings, labelled_amounts
from extractors.values.amounts import AmountMention, find_amounts, money
from extractors.values.dates import find_dates

_TOTALS = re.compile(
    r"^\W*(?:(?:grand|claim|sub)?\s?-?totals?|total\s+for|summary\s+totals?)\b", re.IGNORECASE
)
_IMPOSSIBLE = "sum.impossible"
_BOXES = 3
"""So many headings of money over one row of amounts need no column of services."""
_GAP = 4
"""Rows without an amount that are this many heights below the last end the table."""

_NUMERIC = data.MONEY | {"discount", "deductible", "copay", "coinsurance", "other", UNREAD}
"""Columns that hold amounts."""

_CENT = Decimal("0.005")


@dataclass(frozen=True)
class Cell:
    """An amount in a column of the table, or beside a label."""

    value: Decimal
    row: Row
    words: tuple[Word, ...]
    currency: str | None
    exact: bool = True


@dataclass(frozen=True)
class ServiceTable:
    """The table of services. rows: each service's row with its amounts by column.

    totals: the amounts of the totals row; empty when none is printed. last: index of the
    table's last row. inferred: its heading was not read, the columns follow from their sums.
    """

    heading: Heading
    rows: tuple[tuple[Row, Mapping[str, Cell]], ...]
    totals: Mapping[str, Cell]
    last: int
    inferred: bool = False


def service_table(rows: Sequence[Row]) -> ServiceTable | None:
    """The table with the most columns of amounts; None where there is none."""
    best: ServiceTable | None = None
    for heading in find_headings(rows, data.columns()):
        names = {column.name for column in heading.columns}
        of_services = names & {"date_of_service", "service", "code"}
        if not names & data.MONEY or not (of_services or len(names & data.MONEY) >= _BOXES):
            continue
        table = _table(rows, heading)
        if table.rows and (best is None or len(names) > len(best.heading.columns)):
            best = table
    grid = grid_heading(rows)
    if grid is not None and _moneys(grid) > (_moneys(best.heading) if best else 1):
        read = _table(rows, grid)
        best = read if read.rows else best
    missing = best is None or _has_more_amounts_than_columns(best)
    inferred = inferred_heading(rows, best.heading if best else None) if missing else None
    return replace(_table(rows, inferred), inferred=True) if inferred is not None else best


def _moneys(heading: Heading) -> int:
    return len({column.name for column in heading.columns} & data.MONEY)


def _has_more_amounts_than_columns(table: ServiceTable) -> bool:
    numeric = sum(column.name in _NUMERIC for column in table.heading.columns)
    return all(len(find_amounts(row.text)) > numeric for row, _ in table.rows)


def find_money(rows: Sequence[Row], table: ServiceTable | None) -> Iterator[Candidate]:
    """Candidates for billed, allowed, plan_paid, patient_responsibility and denied_amount."""
    tabled = _of_table(table) if table is not None else {}
    sums = {name: cell.value for name, cell in tabled.items()}
    for name, cell in tabled.items():
        passed, failed = _rows_make(table, name, cell)
        failed = (*failed, *_impossible(name, sums))
        checks = (*passed, *_relations(name, sums))
        strength = 0.93 if table is not None and table.totals else 0.85
        if table is not None and table.inferred:
            strength, failed = 0.7, (*failed, "heading.unread")
        yield _candidate(name, cell, "table", strength, checks, failed)
    printed = _beside_labels(rows, table)
    likely = {name: cells[-1].value for name, cells in printed.items()}
    for name, cells in printed.items():
        lone = len({cell.value for cell in cells}) == 1
        for cell in cells:
            strength = (0.9 if lone else 0.7) - (0.25 if name in tabled else 0.0)
            held = _relations(name, {**likely, **sums, name: cell.value})
            exact = ("label.exact",) if cell.exact else ()
            yield _candidate(name, cell, "label", strength, (*held, *exact), ())


def find_lone_amount(rows: Sequence[Row], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The one amount that a denial names at all, where nothing says what it is."""
    if any(candidate.field == "denied_amount" for candidate in found):
        return
    named = [(mention, row) for row in rows for mention in find_amounts(row.text) if mention.value]
    if len({mention.value for mention, _ in named}) != 1:
        return
    mention, row = named[0]
    cell = Cell(mention.value, row, row.words_between(mention.start, mention.end), mention.currency)
    yield _candidate("denied_amount", cell, "layout", 0.72, (), ())


def _table(rows: Sequence[Row], heading: Heading) -> ServiceTable:
    kept: list[tuple[Row, Mapping[str, Cell]]] = []
    totals: Mapping[str, Cell] = {}
    last = heading.last
    for index in range(heading.last + 1, len(rows)):
        row = rows[index]
        mentions = find_amounts(row.text)
        if not mentions:
            above = kept[-1][0] if kept else rows[heading.last]
            height = max(row.height, above.height)  # a speck between rows is a row of no height
            if row.page is above.page and row.box[1] - above.box[3] > _GAP * height:
                break
            continue
        cells = _placed(row, mentions, heading)
        if _TOTALS.match(row.text):
            totals, last = cells, index
            break
        if len(mentions) < 2 and len(heading.columns) > 3 and not find_dates(row.text):
            if kept:
                break
            continue
        kept.append((row, cells))
        last = index
    return ServiceTable(heading, tuple(kept), totals, last)


def _placed(row: Row, mentions: Sequence[AmountMention], heading: Heading) -> dict[str, Cell]:
    """The row's amounts by column: in order where there are as many as columns, else by place."""
    numeric = [c for c in heading.columns if c.name not in {"date_of_service", "code", "service"}]
    if len(mentions) == len(numeric):
        names = [column.name for column in numeric]
    else:
        names = [heading.column_of(row.words_between(m.start, m.end)).name for m in mentions]
    return {
        name: Cell(m.value, row, row.words_between(m.start, m.end), m.currency)
        for name, m in zip(names, mentions, strict=True)
    }


def _of_table(table: ServiceTable) -> dict[str, Cell]:
    """The amounts that stand for the whole claim: the totals row's, or a single row's."""
    source = table.totals or (table.rows[0][1] if len(table.rows) == 1 else {})
    return {name: cell for name, cell in source.items() if name in data.MONEY}


def _rows_make(
    table: ServiceTable | None, name: str, cell: Cell
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if table is None or not table.totals:
        return (), ()
    parts = [cells[name].value for _, cells in table.rows if name in cells]
    if len(parts) != len(table.rows):
        return (), ()
    fits = abs(sum(parts, Decimal(0)) - cell.value) < _CENT
    return (("sum.rows",), ()) if fits else ((), ("sum.rows",))


def _impossible(name: str, values: Mapping[str, Decimal]) -> tuple[str, ...]:
    """More allowed than billed, or more paid than allowed: an amount under a wrong heading."""
    order = [field for field in ("billed", "allowed", "plan_paid") if field in values]
    for more, less in itertools.pairwise(order):
        if values[more] < values[less] and name in {more, less}:
            return (_IMPOSSIBLE,)
    return ()


def _relations(name: str, values: Mapping[str, Decimal]) -> list[str]:
    """The checks in which this amount takes part and which hold."""
    billed, allowed = values.get("billed"), values.get("allowed")
    paid, owed = values.get("plan_paid"), values.get("patient_responsibility")
    held = []
    if name != "denied_amount" and paid is not None and owed is not None:
        for whole, field in ((billed, "billed"), (allowed, "allowed")):
            fits = whole is not None and abs(whole - paid - owed) < _CENT
            if fits and name in {field, "plan_paid", "patient_responsibility"}:
                held.append("sum.responsible")
                break
    ordered = [v for v in (billed, allowed, paid) if v is not None]
    in_order = len(ordered) >= 2 and ordered == sorted(ordered, reverse=True)
    if in_order and name in {"billed", "allowed", "plan_paid"}:
        held.append("sum.order")
    return held


def _beside_labels(rows: Sequence[Row], table: ServiceTable | None) -> dict[str, list[Cell]]:
    """Amounts outside the table beside a label of a field, by field, in printed order."""
    found: dict[str, list[Cell]] = {}
    for amount in labelled_amounts(rows, data.amount_roles()):
        in_table = table is not None and table.heading.first <= amount.row <= table.last
        if amount.role not in data.MONEY or in_table or amount.mended:
            continue
        if amount.value < 0 and amount.role != "plan_paid":
            continue  # what the plan paid may be taken off what was billed
        row = rows[amount.row]
        cell = Cell(abs(amount.value), row, amount.words, amount.currency, amount.exact)
        found.setdefault(amount.role, []).append(cell)
    return found


def _candidate(
    name: str,
    cell: Cell,
    way: Way,
    strength: float,
    passed: Sequence[str],
    failed: Sequence[str],
) -> Candidate:
    return Candidate(
        field=name,
        value=money(cell.value),
        way=way,
        strength=round(strength - 0.15 * len(failed), 3),
        word_confidence=min(word.confidence for word in cell.words),
        evidence=(evidence(cell.row.page, cell.words),),
        passed=tuple(passed),
        failed=tuple(failed),
        currency=cell.currency,
    )
