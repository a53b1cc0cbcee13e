"""A list as rows of named cells, however a spreadsheet wrote it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Generic, TypeVar

Value = TypeVar("Value")
Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
Names = Mapping[str, tuple[str, ...]]

_BROKEN = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!)|#{3,}")
_BLANK = re.compile("[\0\u200b\u200e\u200f\ufeff]")


@dataclass(frozen=True)
class ImportProblem:
    """`row` as the spreadsheet counts (the header is row 1), `column` as the list calls it.

    `message` says what is expected; it does not repeat the cell.
    """

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column}: {self.message}"


@dataclass(frozen=True)
class Imported(Generic[Item_co]):
    """What a list came to. `records` is empty when there are problems.

    ignored: columns of the list that are not used, as it calls them.
    """

    records: tuple[Item_co, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    ignored: tuple[str, ...] = ()


class Unclear(Exception):
    """A cell that does not say what its column asks for; the message says what would."""


@dataclass
class Row:
    """One row. Cells are asked for by name; what is wrong with one is noted, not raised."""

    number: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]
    problems: list[ImportProblem] = field(default_factory=list)

    def get(self, column: str, parse: Callable[[str], Value]) -> Value | None:
        """The cell's value; None when it is empty, or unclear (then a problem is noted)."""
        text = self.cells.get(column, "")
        if not text:
            return None
        try:
            if _BROKEN.fullmatch(text):
                raise Unclear(f"the spreadsheet shows {text} here; mend the cell")
            return parse(text)
        except Unclear as unclear:
            self.note(column, str(unclear))
            return None

    def need(self, column: str, parse: Callable[[str], Value]) -> Value | None:
        """As `get`, but an empty cell is a problem too."""
        if not self.cells.get(column):
            self.note(column, "must not be empty")
        return self.get(column, parse)

    def note(self, column: str, message: str) -> None:
        """Notes what is wrong with a cell."""
        self.problems.append(ImportProblem(self.number, self.headers.get(column, column), message))


def read(
    data: str | bytes,
    names: Names,
    required: tuple[str, ...],
    read_row: Callable[[Row], list[Item]],
) -> Imported[Item]:
    """Reads a list row by row; `read_row` gives a row's records, or notes its problems.

    `required`: columns without which no row could be read.
    """
    rows, problems, ignored = _rows(data, names, required)
    records: list[Item] = []
    for row in rows:
        records.extend(read_row(row))
        problems.extend(row.problems)
    return Imported(() if problems else tuple(records), tuple(problems), ignored)


def _rows(
    data: str | bytes, names: Names, required: tuple[str, ...]
) -> tuple[list[Row], list[ImportProblem], tuple[str, ...]]:
    lines = _table(data)
    at = next((number for number, line in enumerate(lines) if any(line)), None)
    if at is None:
        return [], [ImportProblem(1, "(all)", f"is empty; the columns are {_list(names)}")], ()
    known = {_plain(one): name for name in names for one in names[name]}
    known |= {_plain(name): name for name in names}
    places, problems = _places(lines[at], names, known, at + 1)
    if not places:
        message = f"has no known header; the columns are {_list(names)}"
        return [], [ImportProblem(at + 1, "(all)", message)], ()
    for name in required:
        if name not in places:
            problems.append(ImportProblem(at + 1, name, "is missing from the header"))
    headers = {name: lines[at][place] for name, place in places.items()}
    rows = []
    for number, line in enumerate(lines[at + 1 :], start=at + 2):
        if not any(line) or not set(required) <= set(places):
            continue
        if any(line[len(lines[at]) :]):
            message = "has more cells than the header; put cells that hold commas in quotes"
            problems.append(ImportProblem(number, "(all)", message))
        cells = {name: line[place] for name, place in places.items() if place < len(line)}
        rows.append(Row(number, cells, headers))
    unused = [one for place, one in enumerate(lines[at]) if one and place not in places.values()]
    return rows, problems, tuple(unused)


def _places(
    header: list[str], names: Names, known: Mapping[str, str], row: int
) -> tuple[dict[str, int], list[ImportProblem]]:
    """Where each column stands. Its own name goes before its other names."""
    places: dict[str, int] = {}
    problems = []
    own = {_plain(name): name for name in names}
    for meaning in (own, known):
        for place, title in enumerate(header):
            name = meaning.get(_plain(title))
            if name is None or place in places.values():
                continue
            if name not in places:
                places[name] = place
            elif meaning is own:
                problems.append(ImportProblem(row, title, "stands twice in the header"))
    return places, problems


def _table(data: str | bytes) -> list[list[str]]:
    text = _text(data)
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)", first.strip().strip('"'))  # Excel's own first line
    if told:
        text, mark = rest, told.group(1)
    else:
        header = next((line for line in text.splitlines() if line.strip()), "")
        mark = max(",;\t|", key=lambda one: re.sub(r'"[^"]*"', "", header).count(one))
    lines = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=False)
    return [[_cell(cell) for cell in line] for line in lines]


def _text(data: str | bytes) -> str:
    text = data if isinstance(data, str) else _decoded(data)
    # A spreadsheet of an old Macintosh ends its lines with \r alone.
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _cell(text: str) -> str:
    text = " ".join(_BLANK.sub("", text).split(" ")).replace("\xa0", " ").strip()
    forced = re.fullmatch(r'="(.*)"', text)  # how Excel is told to keep leading zeros
    return forced.group(1).strip() if forced else text.removeprefix("'")


def _plain(title: str) -> str:
    return re.sub(r"[\s_.\-#:*()]+", "", title.casefold())


def _list(names: Names) -> str:
    return ", ".join(names)
