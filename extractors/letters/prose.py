"""Running text: lines joined into passages, cut into sentences, with every word's place kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from casebook.records import Box
from extractors.page import Line, Page, Word, union
from extractors.values.label_match import LabelSet
from extractors.values.label_places import wrapped_labels
from extractors.values.ticks import ticked_only

_CLOSE = 0.95
"""Lines of one passage stand at most this many line heights apart."""
_FULL = 0.78
"""A line that fills this share of its column is wrapped: the next one continues it."""
_SHORT = 0.62
"""A line that reaches less far across the page's text than this share ends early."""
_BULLET = re.compile(r"^\s*(?:[•·●▪◦*–-]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h][.)]\s+|[☐☒☑□])")
_ORDER = re.compile(r"(?:no|avoid|do not|limit|keep|never|weight bearing)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?]['\")\]]?\s+(?=[\"'(]?[A-Z0-9])")
_NO_STOP = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|No|vs|St|Jr|Sr|approx|lbs?|wks?|mos?|min|hr|e\.g|i\.e|Fig|Ave|"
    r"Rd|Blvd|P|Tel|Lic|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)


@dataclass(frozen=True)
class Passage:
    """Lines that run on. `text` is theirs with one blank between; unticked options are blank."""

    page: Page
    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return ticked_only(self.raw)

    @cached_property
    def raw(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def box(self) -> Box:
        return union(line.box for line in self.lines)

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that touch the characters start:end of `text`."""
        found: list[Word] = []
        at = 0
        for line in self.lines:
            if at < end and at + len(line.text) > start:
                found.extend(line.words_between(start - at, end - at))
            at += len(line.text) + 1
        return tuple(found)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The characters start:end of each sentence of `text`."""
        start = 0
        for match in _STOP.finditer(self.text):
            end = match.start() + 1
            if _NO_STOP.search(self.text[start:end]):
                continue
            yield start, end
            start = match.end()
        if start < len(self.text):
            yield start, len(self.text)


def passages(page: Page, labels: LabelSet) -> tuple[Passage, ...]:
    """The page's text in passages, in reading order; a bullet or a label begins a new one."""
    groups: list[list[Line]] = []
    openings = _openings(page, labels)
    for line in page.lines:
        group = None
        if id(line) not in openings:
            group = next(
                (group for group in reversed(groups[-4:]) if _continues(page, group[-1], line)),
                None,
            )
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    return tuple(Passage(page, tuple(group)) for group in groups)


def _openings(page: Page, labels: LabelSet) -> set[int]:
    """The lines that begin with a label, and those that stand right of one."""
    wrapped = wrapped_labels(page, labels)
    labelled = [label.pieces[0] for label in wrapped]
    pieces = {id(piece) for label in wrapped for piece in label.pieces}
    for line in page.lines:
        if line.text.endswith((":", "?")) and len(line.text) <= 60:
            labelled.append(line)  # a form's question, whether we know it or not
            continue
        hits = labels.hits(line.text) if id(line) not in pieces else ()
        if not hits or not hits[0].at_start or hits[0].exactness < 1:
            continue
        if hits[0].marked or hits[0].value_start >= len(line.text):
            labelled.append(line)
    found = {id(line) for line in labelled}
    for label in labelled:
        height = label.box[3] - label.box[1]
        for line in page.lines:
            if line.box[0] >= label.box[2] and abs(line.box[1] - label.box[1]) < 0.5 * height:
                found.add(id(line))
    return found


def is_bullet(text: str) -> bool:
    """Whether a line begins as an item of a list."""
    return _BULLET.match(text) is not None


def without_bullet(text: str) -> str:
    """A list item's own words."""
    return _BULLET.sub("", text, count=1).strip()


def _continues(page: Page, last: Line, line: Line) -> bool:
    height = max(last.box[3] - last.box[1], 1.0)
    gap = line.box[1] - last.box[3]
    if not -0.5 * height <= gap <= _CLOSE * height or line.box[1] < last.box[1] + 0.5 * height:
        return False
    if is_bullet(line.text) or abs(line.box[3] - line.box[1] - height) > 0.6 * height:
        return False
    indent = line.box[0] - last.box[0]
    if not -4 * height <= indent <= (2.5 if is_bullet(last.text) else 1.0) * height:
        return False
    if _begins_row(page, last, line):
        return False
    wide = _column_right(page, last)
    own_line = _ORDER.match(line.text) is not None or line.text[:1].isdigit()
    if not _column_beside(page, last, line) and (own_line or _ends_early(page, last)):
        wide = max(other.box[2] for other in page.lines)
        return _had_no_room(last, line, wide)
    if own_line or (line.text[:1].isupper() and not line.text.startswith("I ")):
        return _had_no_room(last, line, wide)
    return last.box[2] - last.box[0] >= _FULL * (wide - last.box[0])


def _begins_row(page: Page, last: Line, line: Line) -> bool:
    """Whether something short, as a label is, stands left of a line and nothing left of the one
    before: a table's next row."""

    def has_left(one: Line) -> bool:
        height = one.box[3] - one.box[1]
        return any(
            other.box[2] < one.box[0]
            and abs(other.box[1] - one.box[1]) < 0.5 * height
            and len(other.text) <= 40
            for other in page.lines
        )

    return has_left(line) and not has_left(last)


def _ends_early(page: Page, last: Line) -> bool:
    """A line that leaves much of the page empty."""
    right = max(other.box[2] for other in page.lines)
    left = min(other.box[0] for other in page.lines)
    return last.box[2] - left <= _SHORT * (right - left)


def _column_beside(page: Page, last: Line, line: Line) -> bool:
    """Whether another column stands right of these two lines."""
    top, bottom = last.box[1], line.box[3]
    return any(
        other.box[0] > last.box[2] and other.box[1] < bottom and other.box[3] > top
        for other in page.lines
    )


def _had_no_room(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have run past `right` on the line before.

    A capital or an order may begin a new line of a list, so width alone does
    not tell.
    """
    first = line.words[0].box
    slack = 0.04 * (right - last.box[0])
    return last.box[2] + (first[2] - first[0]) + slack > right


def _column_right(page: Page, line: Line) -> float:
    """The right edge of the widest line that begins where this one does."""
    height = line.box[3] - line.box[1]
    return max(
        other.box[2] for other in page.lines if abs(other.box[0] - line.box[0]) <= 1.5 * height
    )
