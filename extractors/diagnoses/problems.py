"""What a person should know about the codes and words of a diagnosis, one problem each."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.records import Problem
from extractors.diagnoses.found import Finding
from extractors.diagnoses.weighing import is_own

_FIELD = "diagnoses"
_CODES = {
    "not_leaf": "icd10.not_billable",
    "ended": "icd10.ended",
    "not_yet": "icd10.not_yet",
    "unknown": "icd10.unknown",
    "icd9": "icd9.code",
}


def problems(best: Iterable[Finding]) -> tuple[Problem, ...]:
    """The problems of the diagnoses' best mentions, each code and wording named once."""
    found: dict[tuple[str, str], Problem] = {}
    for finding in best:
        for problem in _of(finding):
            found.setdefault((problem.code, problem.message), problem)
    return tuple(found.values())


def _of(finding: Finding) -> Iterable[Problem]:
    if finding.code is not None:
        verdict = finding.code.verdict
        code = _CODES.get(verdict.status)
        if code is not None:
            yield Problem(code=code, message=verdict.message, field=_FIELD)
        if finding.agreement.conflict and finding.words != verdict.code:
            message = f"{verdict.code} means {verdict.description}, which the words do not say"
            yield Problem(code="icd10.conflict", message=message, field=_FIELD)
        if finding.mended:
            message = f"the code was read as {verdict.code} only after mending letters"
            yield Problem(code="icd10.mended", message=message, field=_FIELD)
    elif is_own(finding) and finding.condition is not None and finding.condition.course == "vague":
        message = (
            "a diagnosis is too vague to carry a letter of medical necessity; "
            "ask the physician for the specific condition and its code"
        )
        yield Problem(code="dx.vague", message=message, field=_FIELD)
