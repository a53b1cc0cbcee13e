"""From mentions to the diagnoses of a reading: what counts as one, and what goes with it."""

from __future__ import annotations

import re
from datetime import date

from casebook.records import Diagnosis
from extractors.diagnoses.found import Finding
from extractors.diagnoses.lexicon import agree
from extractors.diagnoses.merging import Group, merged
from extractors.diagnoses.weighing import accepted, confidence, is_own
from extractors.page import evidence
from rules.icd10 import exact, lookup, search

_MOST_SUGGESTIONS = 6
_FIRST = 3
_REASON = re.compile(
    r"\b(?:for|because of|due to|suffers? from|has|treat(?:ing|ment of)?|diagnos\w+|condition)\b",
    re.IGNORECASE,
)


def is_diagnosis(finding: Finding) -> bool:
    """Is a mention a diagnosis, and not a complaint, a goal or a treatment that is merely named?

    A symptom, an operation or a vague reason counts as the patient's present diagnosis only
    where the document says so (a code, a heading). Said otherwise (denied, feared, a
    relative's) every condition is kept, so that a person sees what was understood.
    """
    if finding.code is not None or not is_own(finding):
        return finding.code is not None or _is_condition(finding)
    if finding.labelled:
        return True
    if finding.condition is None or finding.section in ("other", "symptoms"):
        return False
    return finding.condition.course in ("chronic", "event")


def _is_condition(finding: Finding) -> bool:
    if finding.condition is None:
        return True
    aside = finding.section == "other" and finding.condition.course == "symptom"
    return finding.condition.course != "vague" and not aside  # "goal: sit without pain"


def vague_reasons(found: tuple[Finding, ...], groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """When nothing better is named: the vague reason for which a letter was written."""
    if any(is_own(group[0]) for group in groups):
        return ()
    vague = (
        finding
        for finding in found
        if is_own(finding)
        and finding.condition is not None
        and finding.condition.course in ("vague", "symptom")
        and finding.section != "other"
        and _REASON.search(finding.sentence)
    )
    return merged(vague)


def diagnosis(group: Group, groups: tuple[Group, ...], on: date | None) -> Diagnosis:
    """One diagnosis of a reading. A code is the physician's only when it is printed."""
    best = group[0]
    code = best.code.code if best.code is not None else None
    suggestions = () if code or not is_own(best) else suggested(best, on)
    fits_exactly = len(suggestions) == 1 and len(exact(best.words)) == 1
    return Diagnosis(
        text=best.words,
        code=code or (suggestions[0] if fits_exactly else None),
        code_origin="printed" if code else "suggested" if fits_exactly else None,
        assertion=best.judgement.assertion,
        temporality=best.judgement.temporality,
        experiencer=best.judgement.experiencer,
        confidence=confidence(group),
        accepted=accepted(group, groups),
        evidence=tuple(evidence(one.page, one.place) for one in group if one.place),
        suggestions=suggestions,
    )


def suggested(finding: Finding, on: date | None) -> tuple[str, ...]:
    """Billable codes for uncoded words, nearest first: from official wordings only."""
    day = on or date.max
    if finding.condition is not None and finding.condition.course == "vague":
        return ()
    same = exact(finding.words)
    if len(same) == 1 and lookup(same[0], day).status == "billable":
        return same
    headings = finding.condition.codes if finding.condition is not None else ()
    near = [found.code for found in search(finding.words, on, most=12)]
    fitting = [code for code in near if not headings or agree(headings, code)]
    if fitting and headings and not any(agree(headings[:1], code) for code in fitting):
        # "Hypertension" is like the words of I15, but listed under I10: what is listed comes first.
        fitting = [*_billable(headings[0], day)[:_FIRST], *fitting]
    if not fitting:
        fitting = [code for heading in headings[:3] for code in _billable(heading, day)]
    return tuple(dict.fromkeys(fitting))[:_MOST_SUGGESTIONS]


def _billable(heading: str, day: date) -> tuple[str, ...]:
    verdict = lookup(heading, day)
    if verdict.status == "billable":
        return (verdict.code,)
    return tuple(child for child in verdict.children if lookup(child, day).status == "billable")
