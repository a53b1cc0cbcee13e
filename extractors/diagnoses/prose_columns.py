"""Two columns of prose are read one after the other, never across the gutter between them.

A consultation set in two columns puts the history beside the impression. Read row by row, "healed"
in the left column would be said of what stands on the right, and a heading on one side would hold
for the words on the other. A table has a gutter, too, but its rows belong together: only where
sentences wrap on both sides, and what begins on one side does not begin level with what begins on
the other, are the sides read apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.page import Line

Lines = tuple[Line, ...]

_LEAST_LINES = 4
"""Lines on either side: fewer are a letterhead or a signature block."""
_LEAST_FULL = 2
"""Of these, lines of prose that fill their column."""
_EDGE = 7.0
"""Points by which the lines of a column may begin apart, indented items not counted."""
_GUTTER = 8.0
"""Points that stay empty between two columns, at least."""
_FULL = 0.7
"""Of a column's width: a line that reaches this far may have been broken for want of room."""
_SENTENCE = 4
"""Words in a line of prose, at least; a form's labels and a table's cells mostly hold fewer."""
_PAIRED = 0.75
"""Part of the beginnings that stand level on both sides of a table."""
_EMPTY = 1.8
"""Line heights that stay empty on both sides where a block of columns ends."""
_GOES_ON = re.compile(r"[a-z(]|(?!\d{1,2}[.)]\s)\d")
_SPECKS = re.compile(r"[\s.:;,'’`|~^_-]*")
_NEEDS_ITS_ROW = re.compile(r"(?:ICD\S*\s+)?[A-TV-Z]\d[0-9A-Z][\d.A-Z]*|[^:]*:|\W*")
"""A cell that says nothing without the one beside it: a code, a label alone, a box."""


def read_apart(lines: Sequence[Line]) -> Iterator[Lines]:
    """Groups of lines to be read one after the other: what runs across the page as it is, a left
    column, then its right one."""
    left = [line for line in lines if line.words]
    for edge in _edges(left):
        for block in _blocks(left, edge):
            sides = _sides(block, edge)
            if sides is None:
                continue
            top = min(line.box[1] for line in block)
            taken = {id(line) for line in block}
            rest = [line for line in left if id(line) not in taken]
            above = [line for line in rest if line.box[1] < top]
            below = [line for line in rest if line.box[1] >= top]
            yield from read_apart(above)
            yield from sides
            yield from read_apart(below)
            return
    if left:
        yield tuple(left)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where several lines begin that have others on their left: a right column, perhaps."""
    first = min((line.box[0] for line in lines), default=0.0)
    starts = sorted(line.box[0] for line in lines if line.box[0] > first + 100)
    edges: list[float] = []
    for start in starts:
        if edges and start - edges[-1] <= _EDGE:
            continue
        if sum(0 <= other - start <= _EDGE for other in starts) >= _LEAST_LINES:
            edges.append(start)
    return edges


def _blocks(lines: Sequence[Line], edge: float) -> Iterator[list[Line]]:
    """Runs of lines, from the top, of which none crosses the gutter left of the edge."""
    block: list[Line] = []
    for line in sorted(lines, key=_middle):
        bottom = max((other.box[3] for other in block), default=line.box[1])
        crosses = line.box[0] < edge - 1 and line.box[2] > edge - _GUTTER
        if crosses or line.box[1] - bottom > _EMPTY * _height(line):
            if block:
                yield block
            block = []
        if not crosses:
            block.append(line)
    if block:
        yield block


def _sides(block: Sequence[Line], edge: float) -> tuple[Lines, Lines] | None:
    """The block's two columns, each from the top; None where it is a table or a form."""
    left = [line for line in block if line.box[0] < edge - 1]
    right = [line for line in block if line.box[0] >= edge - 1]
    if not (_is_prose(left) and _is_prose(right)) or _is_table(left, right):
        return None
    return _down(left), _down(right)


def _is_prose(lines: Sequence[Line]) -> bool:
    """Do sentences wrap here: full lines, of which one at least goes on in the next?"""
    if len(lines) < _LEAST_LINES:
        return False
    start = min(line.box[0] for line in lines)
    width = max(line.box[2] for line in lines) - start
    full = [
        line
        for line in lines
        if len(line.words) >= _SENTENCE and line.box[2] - start >= _FULL * width
    ]
    wraps = any(
        above.box[2] - start >= _FULL * width and _GOES_ON.match(below.text)
        for above, below in pairwise(_down(lines))
    )
    return len(full) >= _LEAST_FULL and wraps


def _is_table(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Does what begins on one side begin level with what begins on the other?"""
    level = ((one, other) for one in left for other in right if _is_level(one, other))
    if any(_NEEDS_ITS_ROW.fullmatch(cell.text) for pair in level for cell in pair):
        return True
    fewer, more = sorted((_beginnings(left), _beginnings(right)), key=len)
    paired = sum(any(_is_level(one, other) for other in more) for one in fewer)
    return not fewer or paired >= _PAIRED * len(fewer)


def _beginnings(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _GOES_ON.match(line.text)]


def _down(lines: Sequence[Line]) -> Lines:
    """From the top, without specks; pieces of one line, which a wide blank parted, put together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_middle):
        if _SPECKS.fullmatch(line.text):
            continue
        if rows and _is_level(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(
        row[0]
        if len(row) == 1
        else Line(tuple(sorted((w for line in row for w in line.words), key=lambda w: w.box[0])))
        for row in rows
    )


def _is_level(one: Line, other: Line) -> bool:
    return abs(_middle(one) - _middle(other)) < 0.5 * min(_height(one), _height(other))


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _height(line: Line) -> float:
    return max(line.box[3] - line.box[1], 1.0)
