"""Values beside their printed labels: the one search that every finder shares.

A value stands on the label's line ("DOB: 3/4/70"), to the right of it after
a gutter (two columns), below it (a form's boxes, a table's head), or above
it (captions under a ruled line: "Signature", "Printed name"). Every place
that holds something is returned, nearest habit first; what shape the value
must have is the caller's business, and so is the choice.

    LABELS = load_labels(files("extractors.letters") / "labels.yaml")
    for found in find_labelled(pages, LABELS):
        if found.name == "patient_dob": ... find_dates(found.text)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import pairwise

import yaml

from casebook.records import Box, Evidence
from extractors.page import Line, Page, Word, evidence, union
from extractors.values.label_match import LabelHit, LabelSet
from extractors.values.label_places import BLANK, Place, height_of, neighbours, wrapped_labels

_PLACE_STRENGTH: dict[Place, float] = {
    "same_line": 1.0,
    "right": 0.95,
    "below": 0.8,
    "above": 0.75,
}


@dataclass(frozen=True)
class Labelled:
    """A value beside its label.

    name: the label's name in the data; synonym: the spelling that fitted.
    text: the value as read, without the marks around it. words: its words, never none.
    place: where it stands as seen from the label. exactness: 0 to 1, how well
    the label's letters fitted. marked: a colon or the like stands after the label.
    at_start: the label opens its line. line: the line in which the value stands.
    """

    name: str
    synonym: str
    page: Page
    label_box: Box
    text: str
    words: tuple[Word, ...]
    line: Line
    place: Place
    exactness: float
    marked: bool
    at_start: bool

    @property
    def evidence(self) -> Evidence:
        return evidence(self.page, self.words)

    @property
    def word_confidence(self) -> float:
        """The engine's confidence in the least sure word of the value."""
        return min(word.confidence for word in self.words)

    @property
    def strength(self) -> float:
        """0 to 1: how sure label and place are, whatever the value's shape."""
        strength = _PLACE_STRENGTH[self.place] * self.exactness
        if not self.marked and self.place == "same_line":
            strength *= 0.95 if self.at_start else 0.85
        return strength


def load_labels(source: Traversable) -> LabelSet:
    """Labels from a YAML file: a mapping of names to lists of synonyms."""
    return LabelSet(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_labelled(pages: Iterable[Page], labels: LabelSet) -> tuple[Labelled, ...]:
    """Every value beside a label, page by page, in reading order.

    One label may give several: what stands right of it and what stands below.
    """
    return tuple(found for page in pages for found in _on_page(page, labels))


def block_below(page: Page, line: Line, labels: LabelSet, limit: int = 12) -> tuple[Line, ...]:
    """The lines that continue `line`: below it, in its column, evenly spaced, up to the next label.

    A line that is all capitals or ends with a colon is a heading and ends the block as well.
    """
    block: list[Line] = []
    last = line
    for other in sorted(page.lines, key=lambda other: other.box[1]):
        if len(block) == limit:
            break
        gap = other.box[1] - last.box[3]
        height = max(height_of(last), 1.0)
        if other.box[1] < last.box[1] + 0.5 * height or not _shares_column(last, other, page):
            continue
        if gap > 1.3 * height or _is_heading(other, labels):
            break
        block.append(other)
        last = other
    return tuple(block)


def _on_page(page: Page, labels: LabelSet) -> Iterator[Labelled]:
    wrapped = wrapped_labels(page, labels)
    pieces = {id(piece) for label in wrapped for piece in label.pieces}
    hits = {id(line): labels.hits(line.text) for line in page.lines}
    for label in wrapped:
        hits.update({id(piece): (label.hit,) for piece in label.pieces})
    for label in wrapped:
        yield from _values(page, label.joined, label.hit, len(label.joined.text), hits)
    for line in page.lines:
        if id(line) not in pieces:
            for hit, until in _with_ends(line, hits[id(line)]):
                yield from _values(page, line, hit, until, hits)


def _with_ends(line: Line, hits: tuple[LabelHit, ...]) -> Iterator[tuple[LabelHit, int]]:
    for index, hit in enumerate(hits):
        following = hits[index + 1].start if index + 1 < len(hits) else len(line.text)
        yield hit, following


def _values(
    page: Page, line: Line, hit: LabelHit, until: int, hits: dict[int, tuple[LabelHit, ...]]
) -> Iterator[Labelled]:
    start, end = _trimmed(line.text, hit.value_start, until)
    label_words = line.words_between(hit.start, hit.end)
    label_box = union(word.box for word in label_words)
    if start < end:
        yield _labelled(page, hit, label_box, line, start, end, "same_line")
        return
    if until < len(line.text):
        return  # the next label follows at once: an empty blank of a form
    for place, other in neighbours(page, line, label_box):
        if place == "above" and hit.marked:
            continue  # a colon points forward
        others = tuple(each for each in hits[id(other)] if not _may_be_value(other, each))
        stop = len(other.text)
        if others and others[0].at_start:
            continue
        if others:
            stop = others[0].start
        elif other.text.rstrip().endswith(":"):
            continue
        begin = _own_column(other, label_box) if place in ("below", "above") else 0
        start, end = _trimmed(other.text, begin, stop)
        if start < end:
            yield _labelled(page, hit, label_box, other, start, end, place)


def _own_column(line: Line, label_box: Box) -> int:
    """Where in a line the words of the label's own column begin: recognition joins two fields of a
    form that stand wide apart ("02/23/2026   Elena Roe, NP" over "Date" and "Name")."""
    at = 0
    for before, word in pairwise(line.words):
        at += len(before.text) + 1
        wide = word.box[0] - before.box[2] > 0.9 * word.height
        if (
            wide
            and abs(word.box[0] - label_box[0]) < 2.0 * word.height < label_box[0] - before.box[0]
        ):
            return at
    return 0


def _may_be_value(line: Line, hit: LabelHit) -> bool:
    """An everyday word at a value's start ("avoid deep squats") does not make it a label."""
    near = hit.everyday or hit.exactness < 1
    return hit.at_start and not hit.marked and near and hit.value_start < len(line.text)


def _labelled(
    page: Page, hit: LabelHit, label_box: Box, line: Line, start: int, end: int, place: Place
) -> Labelled:
    return Labelled(
        name=hit.name,
        synonym=hit.synonym,
        page=page,
        label_box=label_box,
        text=line.text[start:end],
        words=line.words_between(start, end),
        line=line,
        place=place,
        exactness=hit.exactness,
        marked=hit.marked,
        at_start=hit.at_start,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANK:
        start += 1
    while start < end and text[end - 1] in BLANK.replace(".", ""):
        end -= 1
    return start, end


def _shares_column(last: Line, other: Line, page: Page) -> bool:
    slack = 0.06 * page.width
    return abs(other.box[0] - last.box[0]) <= slack or (
        other.box[0] < last.box[0] and other.box[2] > last.box[0] + slack
    )


def _is_heading(line: Line, labels: LabelSet) -> bool:
    text = line.text.strip()
    hits = labels.hits(text)
    if any(hit.at_start and (hit.marked or hit.value_start == len(text)) for hit in hits):
        return True
    return text.endswith(":") or (text.isupper() and len(text) > 6)
