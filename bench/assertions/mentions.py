"""The labelled mentions, each in the sentence that holds it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, NonNegativeInt, PositiveInt

from bench.assertions.headings import heading_before
from casebook.records import Assertion, Experiencer, Temporality

LABELS = Path(__file__).parent / "labels.csv"

Part = Literal["even", "odd"]
"""Sections by their number: rules may be tuned on the even ones, never on the odd ones."""
Basis = Literal["sentence", "section"]
"""What a reader needs to know the label: the sentence alone, or its heading or neighbours too."""

_END_OF_SENTENCE = re.compile(
    r"(?:(?<=\w[.!?])|(?<=[)%][.!?])|(?<=[.!?][\"”)]))(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)\s+"
    r"|\n+"
)


class Label(BaseModel, frozen=True):
    """One row of the labels. start, end: characters of the section's text."""

    section_id: int
    start: NonNegativeInt
    end: PositiveInt
    assertion: Assertion
    temporality: Temporality
    experiencer: Experiencer
    basis: Basis


@dataclass(frozen=True)
class Mention:
    """A label and the sentence that holds it. start, end: characters of the sentence.

    section: the whole section with its heading, as a document prints it. at:
    where in it the mention begins.
    """

    label: Label
    sentence: str
    start: int
    end: int
    section: str
    at: int

    @property
    def target(self) -> str:
        """The words that name the condition."""
        return self.sentence[self.start : self.end]


def mentions(notes: Path, part: Part | None = None, labels: Path = LABELS) -> list[Mention]:
    """Every labelled mention of one part, or of both, in the order of the labels.

    notes: a CSV file with the columns id, section and text. Raises ValueError when a
    label has a value that the contract does not know (pydantic's
    ValidationError is one) or stands outside its section.
    """
    with notes.open(encoding="utf-8", newline="") as file:
        texts = {int(row["id"]): (row["section"], row["text"]) for row in csv.DictReader(file)}
    return [
        _placed(label, *texts.get(label.section_id, ("", "")))
        for label in _labels(labels)
        if part is None or (label.section_id % 2 == 0) == (part == "even")
    ]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Characters of the sentence that holds start:end.

    It ends at a full stop, question or exclamation mark before a space, unless
    that belongs to a title or stands alone ("? fracture"), and at a line's
    end; never inside start:end.
    """
    first, last = 0, len(text)
    for gap in _END_OF_SENTENCE.finditer(text):
        if gap.end() <= start:
            first = gap.end()
        elif gap.start() >= end:
            last = gap.start()
            break
    return first, last


def _labels(path: Path) -> Iterator[Label]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from map(Label.model_validate, csv.DictReader(file))


def _placed(label: Label, section: str, text: str) -> Mention:
    if not label.start < label.end <= len(text):
        raise ValueError(
            f"section {label.section_id} of these notes has no characters "
            f"{label.start} to {label.end}: are these the notes that were labelled?"
        )
    first, last = sentence_around(text, label.start, label.end)
    heading = heading_before(section)
    return Mention(
        label,
        text[first:last],
        label.start - first,
        label.end - first,
        section=heading + text,
        at=len(heading) + label.start,
    )
