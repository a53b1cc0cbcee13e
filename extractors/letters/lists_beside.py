"""What stands right of a label or below it over several lines: lists, and cells of a form."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.letters.letter import Letter, labels
from extractors.letters.prose import Passage, is_bullet
from extractors.page import Line
from extractors.values.labels import Labelled


def cell_of(letter: Letter, found: Labelled) -> tuple[Line, ...]:
    """The lines of a form's cell that hold a value: right of its label, which may stand at any
    height beside them, or below it. Only the value's own line for a value on the label's line."""
    if found.place not in ("right", "below") or not found.at_start:
        return (found.line,)
    cell = [found.line]
    for step in (-1, 1) if found.place == "right" else (1,):
        while (more := _next_in_cell(letter, found, cell, step)) is not None:
            cell.insert(0 if step < 0 else len(cell), more)
    return tuple(cell)


def _next_in_cell(letter: Letter, found: Labelled, cell: list[Line], step: int) -> Line | None:
    """The line right above or below a cell's lines that begins where they do, in their type, with
    nothing left of it but the label."""
    edge = cell[0] if step < 0 else cell[-1]
    height = edge.box[3] - edge.box[1]
    for line in found.page.lines:
        gap = edge.box[1] - line.box[3] if step < 0 else line.box[1] - edge.box[3]
        if any(line is each for each in cell) or not -0.6 * height <= gap <= 0.35 * height:
            continue
        if (line.box[1] - edge.box[1]) * step <= 0.3 * height:
            continue
        same = abs(line.box[3] - line.box[1] - height) < 0.35 * height
        if not same or abs(line.box[0] - edge.box[0]) > 0.5 * height:
            continue
        if any(hit.at_start for hit in labels().hits(line.text)) or _is_another_row(found, line):
            continue
        return line
    return None


def _is_another_row(found: Labelled, line: Line) -> bool:
    """Whether another label stands left of a line; of two lines beside the label both are its."""
    middle = (line.box[1] + line.box[3]) / 2
    for other in found.page.lines:
        if other.box[2] > line.box[0] or other is line:
            continue
        own = other.box[0] < found.label_box[2] and other.box[1] < found.label_box[3]
        own = own and other.box[3] > found.label_box[1] and other.box[2] > found.label_box[0]
        if not own and other.box[1] <= middle <= other.box[3]:
            return True
    return False


def items_on(letter: Letter, first: Passage) -> Iterator[Passage]:
    """The items straight below the one that stands right of its label: bullets below a bullet,
    lines with nothing left of them below a plain one."""
    last = first
    bulleted = is_bullet(first.text)
    for run in letter.passages:
        if run.page is not first.page or run.box[1] <= first.box[1]:
            continue
        if is_bullet(run.text) != bulleted or (not bulleted and _follows_something(run)):
            continue
        height = run.lines[0].box[3] - run.lines[0].box[1]
        under = abs(run.box[0] - first.box[0]) < 0.5 * height
        most = 1.2 if bulleted else 0.7
        if under and -0.3 * height <= run.box[1] - last.box[3] <= most * height:
            if _has_label(letter, run):
                return  # the next label's own list
            yield run
            last = run


def _follows_something(run: Passage) -> bool:
    """Whether anything stands left of a passage's first line, on its row."""
    first = run.lines[0]
    height = first.box[3] - first.box[1]
    return any(
        line.box[2] <= first.box[0] and abs(line.box[1] - first.box[1]) < 0.6 * height
        for line in run.page.lines
    )


def _has_label(letter: Letter, run: Passage) -> bool:
    """Whether a label stands left of a passage's first line."""
    first = run.lines[0]
    return any(
        found.place == "right" and found.line is first and found.page is run.page
        for found in letter.labelled
    )
