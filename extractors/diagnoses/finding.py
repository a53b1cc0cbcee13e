"""Where conditions stand on a page: codes with their words, labelled words, named conditions.

Everything that is named is found here, whoever has it and whether or not it
is so; what to make of it is decided later.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors.diagnoses.agreement import agreement
from extractors.diagnoses.answer_columns import as_answered
from extractors.diagnoses.checklists import without_boxes
from extractors.diagnoses.coded import coded
from extractors.diagnoses.found import Finding, distinct
from extractors.diagnoses.named import labelled, named
from extractors.diagnoses.places import is_aside, places
from extractors.page import Page


def findings(page: Page, on: date) -> tuple[Finding, ...]:
    """Every mention on one page, in reading order. on: the date of service for the codes."""
    found: list[Finding] = []
    for place in places(page, on):
        if is_aside(place):
            continue
        with_code, used = coded(place)
        found.extend(with_code)
        if place.section == "diagnosis" and not with_code:
            listed, taken = labelled(place)
            found.extend(listed)
            used += taken
        found.extend(named(place, used))
    return as_answered(without_boxes(paired(found), page), page)


def paired(found: list[Finding]) -> list[Finding]:
    """Codes that stand alone given the labelled words that they fit ("ICD-10:" on its own line)."""
    kept = list(found)
    for lonely in found:
        if lonely.code is None or not lonely.is_bare_code:
            continue
        fits = [
            (agreement(words.words, lonely.code.verdict), words)
            for words in kept
            if words.code is None and words.labelled
        ]
        fitting = [(fit, words) for fit, words in fits if fit.score >= 0.5]
        if not fitting:
            if lonely.mended:
                kept.remove(lonely)  # nothing vouches for a code that had to be mended
            continue
        fit, words = max(fitting, key=lambda pair: pair[0].score)
        kept[kept.index(words)] = replace(
            words,
            code=lonely.code,
            agreement=fit,
            place=distinct(words.place + lonely.place),
            mended=words.mended or lonely.mended,
        )
        kept.remove(lonely)
    return kept
