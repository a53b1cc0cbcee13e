"""Mentions of one condition brought together: in the list, again in the letter, coded once."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from extractors.diagnoses.found import Finding
from extractors.diagnoses.lexicon import agree
from rules.icd10.words import tokens

_SAME_WORDS = 88.0

Group = tuple[Finding, ...]
"""Mentions of one condition; the first says it best."""


def merged(found: Iterable[Finding]) -> tuple[Group, ...]:
    """Groups of mentions that say the same of the same condition, in order of appearance."""
    groups: list[list[Finding]] = []
    for finding in found:
        home = next((group for group in groups if _belongs(finding, group)), None)
        if home is None:
            groups.append([finding])
        else:
            home.append(finding)
    return tuple(tuple(sorted(group, key=_rank)) for group in _joined(groups))


def _rank(finding: Finding) -> tuple[bool, bool, float, bool, bool]:
    """Coded first, with words before bare codes, then what fits, is labelled, is spelled out."""
    return (
        finding.code is None,
        finding.is_bare_code,
        -finding.agreement.score,
        not finding.labelled,
        finding.abbreviation,
    )


def _belongs(finding: Finding, group: list[Finding]) -> bool:
    return any(_same(finding, other) for other in group)


def _joined(groups: list[list[Finding]]) -> list[list[Finding]]:
    """A word named before its code was read belongs to the code's group all the same."""
    kept: list[list[Finding]] = []
    for group in groups:
        if all(finding.code is None for finding in group):
            home = next(
                (
                    other
                    for other in groups
                    if other is not group
                    and any(finding.code for finding in other)
                    and any(_same(finding, coded) for finding in group for coded in other)
                ),
                None,
            )
            if home is not None:
                home.extend(group)
                continue
        kept.append(group)
    return kept


def _same(one: Finding, other: Finding) -> bool:
    if _labels(one) != _labels(other):
        return False
    if one.code is not None and other.code is not None:
        return one.code.code == other.code.code
    if _same_words(one.words, other.words):
        return True
    if one.code is not None or other.code is not None:
        coded, plain = (one, other) if one.code is not None else (other, one)
        assert coded.code is not None
        return plain.condition is not None and agree(plain.condition.codes, coded.code.code)
    if one.condition is None or other.condition is None:
        return False
    return one.condition.codes[:1] == other.condition.codes[:1] and bool(one.condition.codes)


def _labels(finding: Finding) -> tuple[str, str, str]:
    judged = finding.judgement
    return judged.assertion, judged.temporality, judged.experiencer


def _same_words(one: str, other: str) -> bool:
    return bool(one) and fuzz.ratio(" ".join(tokens(one)), " ".join(tokens(other))) >= _SAME_WORDS
