"""Printed codes tied to the words that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from extractors.diagnoses.agreement import UNKNOWN, Agreement, agreement
from extractors.diagnoses.codes import PrintedCode, printed_codes
from extractors.diagnoses.doubts import makes_doubt
from extractors.diagnoses.found import Finding, distinct
from extractors.diagnoses.lexicon import condition_named
from extractors.diagnoses.places import Place, judged
from extractors.diagnoses.sections import heading_of, label_end
from extractors.diagnoses.wording import Span, after_code, before_code, core_of, items

Way = Literal["before", "after", "first after"]
_DIAGNOSIS_SAID = re.compile(r"\b(?:diagnos\w+|dx|icd)\b", re.IGNORECASE)


def coded(place: Place) -> tuple[list[Finding], list[Span]]:
    """Printed codes with the words that belong to each."""
    text = place.text
    expected = place.section == "diagnosis" or bool(_DIAGNOSIS_SAID.search(text))
    codes = printed_codes(text, place.on, expected=expected, forgiving=place.recognised)
    if not codes:
        return [], []
    spans = _spans(text, codes)
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


def _spans(text: str, codes: tuple[PrintedCode, ...]) -> list[Span | None]:
    """Each code's words: before it or after it, whichever fits, and no words given twice.

    A code in brackets belongs to the words before it. Codes of one sentence are mostly
    printed one way, so that is what counts where the words do not tell.
    """
    label = label_end(text) if heading_of(text) is not None else 0
    edges = [label if label <= codes[0].start else 0, *(code.end for code in codes)]
    ends = [*(code.start for code in codes[1:]), len(text)]
    best: dict[Way, tuple[float, list[Span | None]]] = {}
    for number, code in enumerate(codes):
        reached: dict[Way, tuple[float, list[Span | None]]] = {}
        for way, span in _ways(text, code, edges[number], ends[number]):
            value = _fit(text, span, code)
            for last, (total, spans) in (best or {way: (0.0, [])}).items():
                if _overlap(spans[-1] if spans else None, span):
                    continue
                score = total + value + (0.02 if (last == "before") == (way == "before") else 0.0)
                if way not in reached or score > reached[way][0]:
                    reached[way] = (score, [*spans, span])
        if not reached:  # nothing is left for this code: it stands alone
            total, spans = max(best.values(), key=lambda way: way[0])
            reached = {"before": (total, [*spans, None])}
        best = reached
    return max(best.values(), key=lambda way: way[0])[1]


def _ways(text: str, code: PrintedCode, start: int, end: int) -> Iterator[tuple[Way, Span | None]]:
    """The words that may belong to a code: before it, after it, or the first listed after it."""
    yield "before", before_code(text, start, code.start)
    if code.bracketed:
        return
    after = after_code(text, code.end, end)
    yield "after", after
    listed = items(text, after) if after else ()
    if len(listed) > 1:
        yield "first after", listed[0]


def _fit(text: str, span: Span | None, code: PrintedCode) -> float:
    return agreement(text[slice(*span)], code.verdict).score + 0.01 if span else 0.0


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


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
        unsure=makes_doubt(place, [span, *others]),
    )
