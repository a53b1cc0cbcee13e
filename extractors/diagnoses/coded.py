"""Printed codes tied to the words that they belong to."""

from __future__ import annotations

import re

from extractors.diagnoses.agreement import UNKNOWN, Agreement, agreement
from extractors.diagnoses.codes import PrintedCode, printed_codes
from extractors.diagnoses.found import Finding, distinct
from extractors.diagnoses.lexicon import condition_named
from extractors.diagnoses.places import Place, judged
from extractors.diagnoses.sections import heading_of, label_end
from extractors.diagnoses.wording import Span, after_code, before_code, core_of

_DIAGNOSIS_SAID = re.compile(r"\b(?:diagnos\w+|dx|icd)\b", re.IGNORECASE)


def coded(place: Place) -> tuple[list[Finding], list[Span]]:
    """Printed codes with the words that belong to each."""
    text = place.text
    expected = place.section == "diagnosis" or bool(_DIAGNOSIS_SAID.search(text))
    codes = printed_codes(text, place.on, expected=expected, forgiving=place.recognised)
    if not codes:
        return [], []
    before, after = _beside(text, codes)
    spans = _better(text, codes, before, after)
    found = []
    used: list[Span] = [(code.start, code.end) for code in codes]
    for code, span in zip(codes, spans, strict=True):
        if place.is_unticked(span or (code.start, code.end)):
            if span:
                used.append(span)
            continue
        fit = agreement(text[slice(*span)], code.verdict) if span else UNKNOWN
        lonely = code.mended and span is None and expected  # may yet find words that it fits
        if (code.mended or not expected) and not (lonely or _stands_up(code, span, fit)):
            continue
        if span is not None:
            used.append(span)
        others = [other for other in spans if other is not None and other != span]
        found.append(_finding(place, span, code, fit, others))
    return found, used


def _stands_up(code: PrintedCode, span: Span | None, fit: Agreement) -> bool:
    """Outside of any list of diagnoses: is it a code, and not a number that looks like one?"""
    if code.verdict.status == "unknown" or code.mended or span is None:
        return fit.score >= 0.5
    return "." in code.printed or fit.score >= 0.5


def _beside(
    text: str, codes: tuple[PrintedCode, ...]
) -> tuple[list[Span | None], list[Span | None]]:
    label = label_end(text) if heading_of(text) is not None else 0
    edges = [label if label <= codes[0].start else 0, *(code.end for code in codes)]
    before = [before_code(text, edge, code.start) for edge, code in zip(edges, codes, strict=False)]
    starts = [*(code.start for code in codes[1:]), len(text)]
    after = [after_code(text, code.end, start) for code, start in zip(codes, starts, strict=True)]
    return before, after


def _better(
    text: str,
    codes: tuple[PrintedCode, ...],
    before: list[Span | None],
    after: list[Span | None],
) -> list[Span | None]:
    """Words before their codes or after them: one way for all, the one that fits the codes."""
    if any(code.bracketed for code in codes):
        return before

    def fit(spans: list[Span | None]) -> float:
        scores = [
            agreement(text[slice(*span)], code.verdict).score if span else 0.0
            for span, code in zip(spans, codes, strict=True)
        ]
        return sum(scores) + 0.01 * sum(span is not None for span in spans)

    return before if fit(before) >= fit(after) else after


def _finding(
    place: Place, span: Span | None, code: PrintedCode, fit: Agreement, others: list[Span]
) -> Finding:
    text = place.text
    if span is None:
        span = (code.start, code.end)
    core = core_of(text, span)
    # What belongs to another's name ("Parkinson's disease without dyskinesia") says nothing here.
    names = [(core_of(text, other)[0], other[1]) for other in others]
    judgement = judged(place, core, coded=True, hidden=names)
    if core != span and not judgement.is_plain:
        span = core  # "suspected sleep apnea (G47.33)": the doubt is not part of the name
    words = text[slice(*span)]
    return Finding(
        page=place.passage.page,
        words=words if span != (code.start, code.end) else code.code,
        place=distinct(place.words(span) + place.words((code.start, code.end))),
        sentence=text,
        judgement=judgement,
        section=place.section,
        condition=condition_named(words),
        code=code,
        agreement=fit,
        labelled=True,
        mended=code.mended,
    )
