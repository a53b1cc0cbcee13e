"""Diagnoses: which conditions a document names, whose they are, and with which printed code.

`find` reads pages, `extractors.diagnoses.assertions.judge` a single sentence.
Rules are data in `extractors/data`; nothing here knows a date but the one it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.records import Diagnosis, Problem
from extractors.boxes_among_words import with_drawn_boxes
from extractors.diagnoses.filing import diagnosis, is_diagnosis, vague_reasons
from extractors.diagnoses.finding import findings
from extractors.diagnoses.merging import merged
from extractors.diagnoses.problems import problems
from extractors.options import ReadOptions
from extractors.page import Page

__all__ = ["DiagnosesFound", "find"]

_NEWEST = date.max


@dataclass(frozen=True)
class DiagnosesFound:
    """What a document says about conditions, and what a person should know about it."""

    diagnoses: tuple[Diagnosis, ...]
    problems: tuple[Problem, ...]


def find(pages: tuple[Page, ...], options: ReadOptions, on: date | None) -> DiagnosesFound:
    """The conditions that a document names, each labelled with what is said about it.

    on: the document's date, for the codes in force; None takes the newest edition.
    """
    day = on or _NEWEST
    found = tuple(finding for page in pages for finding in findings(with_drawn_boxes(page), day))
    groups = merged(finding for finding in found if is_diagnosis(finding))
    groups += vague_reasons(found, groups)
    return DiagnosesFound(
        diagnoses=tuple(diagnosis(group, groups, on) for group in groups),
        problems=problems(group[0] for group in groups),
    )
