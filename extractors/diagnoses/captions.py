"""Captions that stand side by side above their values, read one below the other.

A form prints "Diagnosis" and "Service" as small captions in one row and their
values in the next. Read row by row, the service would stand beside the
condition as if it were said of it; read column by column, each value stands
under its own caption.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.diagnoses.passages import Row
from extractors.diagnoses.sections import caption_of
from extractors.page import Line

_ALIGNED = 14.0
"""Points by which a value may begin left or right of its caption."""
_REACH = 2.2
"""Line heights that may lie empty between a caption and its value, and between two lines."""


@dataclass
class _Column:
    caption: Line
    values: list[Line] = field(default_factory=list)


def unstacked(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with captioned columns one after another; tables stay as they are."""
    columns: list[_Column] = []
    for row in rows:
        if columns and not _is_captions(row) and _takes(columns, row):
            continue
        yield from _read_down(columns)
        columns = [_Column(line) for line in row] if _is_captions(row) else []
        if not columns:
            yield row
    yield from _read_down(columns)


def _is_captions(row: Row) -> bool:
    """Two or more captions, of which one at most names diagnoses: two are a table's headings."""
    if len(row) < 2:
        return False
    sections = [caption_of(line.text) for line in row]
    return None not in sections and sections.count("diagnosis") <= 1


def _takes(columns: list[_Column], row: Row) -> bool:
    """Puts every line of the row below its caption; False when one stands below none."""
    homes = [_home(columns, line) for line in row]
    if None in homes:
        return False
    for home, line in zip(homes, row, strict=True):
        assert home is not None
        home.values.append(line)
    return True


def _home(columns: list[_Column], line: Line) -> _Column | None:
    if line.text.rstrip().endswith(":") or caption_of(line.text) is not None:
        return None
    near = min(columns, key=lambda column: abs(column.caption.box[0] - line.box[0]))
    above = (near.values or [near.caption])[-1]
    height = max(above.box[3] - above.box[1], 1.0)
    aligned = abs(near.caption.box[0] - line.box[0]) <= _ALIGNED
    return near if aligned and line.box[1] - above.box[3] <= _REACH * height else None


def _read_down(columns: list[_Column]) -> Iterator[Row]:
    for column in columns:
        yield (column.caption, *column.values[:1])
        for value in column.values[1:]:
            yield (value,)
