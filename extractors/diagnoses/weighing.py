"""How sure a diagnosis is, and whether it may be used with nobody looking.

Two reasons that do not depend on one another are asked for: the code and the
words say the same, or the words are spelled out and stand where diagnoses
stand, or the document says it twice. What is not the patient's own, present
and affirmed condition is reported, never accepted.
"""

from __future__ import annotations

from extractors.diagnoses.found import Finding
from extractors.diagnoses.lexicon import mentions
from extractors.diagnoses.merging import Group
from rules.icd10.words import tokens

_CLEAR = 0.75
"""The least confidence of a recognised word that counts as clearly read."""
_CLEAN = 0.95
"""From this engine confidence on, letters are as good as a text layer's."""
_READABLE = 0.75
"""The quality of a page below which its letters are doubted whatever the engine says."""
_AGREED = 0.8
_SURE = 0.97
_MODIFIERS = frozenset(
    "left right bilateral both chronic acute mild moderate severe recurrent early advanced stable "
    "controlled uncontrolled well poorly longstanding persistent primary secondary ongoing".split()
)


def is_own(finding: Finding) -> bool:
    """Affirmed, current and the patient's."""
    return finding.judgement.is_plain


def read_as(finding: Finding) -> float:
    """How well its letters were read: the engine's confidence in the least sure word."""
    return min((word.confidence for word in finding.place), default=0.0)


def confidence(group: Group) -> float:
    """The probability that words, code and labels are right.

    Read off drawn papers, where text layers and clean scans agree, and kept below what
    they gave: real letters are worded in more ways.
    """
    best = group[0]
    if best.code is not None:
        base = _coded(best)
    else:
        base = 0.72 + 0.13 * _is_told(best) + 0.08 * _is_spelled(best) + 0.03 * best.labelled
        base += 0.02 * (len(group) > 1)
    if best.mended:
        base = min(base, 0.7)
    if best.doubtful:
        base = min(base, 0.4)
    if not is_own(best):
        base = min(base, 0.9)
    return round(min(base * _legible(best), 0.99), 3)


def _coded(best: Finding) -> float:
    assert best.code is not None
    if best.agreement.conflict:
        return 0.45
    base = 0.8 if best.is_bare_code else 0.6 + 0.38 * best.agreement.score
    return base if best.code.verdict.status == "billable" else min(base, 0.8)


def _legible(finding: Finding) -> float:
    """1 for clear letters; falls with the least sure word and on a page that was read badly."""
    letters = 1 - 0.8 * max(0.0, _CLEAN - read_as(finding))
    return letters * (1.0 if finding.page.quality >= _READABLE else 0.9)


def _is_told(finding: Finding) -> bool:
    """Does something on the page say that it is the patient's: a heading, a code, a cue?"""
    return finding.labelled or finding.section in ("diagnosis", "past") or finding.judgement.cued


def accepted(group: Group, others: tuple[Group, ...]) -> bool:
    """May it be used unseen?"""
    best = group[0]
    if not is_own(best) or best.mended or best.doubtful or best.unsure:
        return False
    if read_as(best) < _CLEAR:
        return False
    if any(_contradicts(best, other[0]) for other in others if other is not group):
        return False
    if best.code is None:
        return _words_alone(group)
    verdict = best.code.verdict
    if verdict.status != "billable" or verdict.doubtful or best.agreement.conflict:
        return False
    if not _second_engine_agrees(best):
        return False
    clear_enough = read_as(best) >= 0.9 or best.agreement.score >= _SURE
    return best.agreement.score >= _AGREED and clear_enough


def _words_alone(group: Group) -> bool:
    """Words without a code: spelled out, of a lasting condition, said to be the patient's, and with
    nothing around them that could say more."""
    best = group[0]
    if not best.bare:
        return False
    if best.condition is None or best.condition.course != "chronic" or not _is_spelled(best):
        return False
    if not _all_known(best.words):
        return False
    if best.page.quality < _READABLE:
        return False
    told = best.section in ("diagnosis", "past") or best.judgement.cued
    return told or len(group) > 1


def _all_known(words: str) -> bool:
    """Do the words name a condition and nothing besides, but how bad it is and on which side?"""
    named = {word for mention in mentions(words) for word in tokens(mention.words(words))}
    return all(word in named or word in _MODIFIERS for word in tokens(words))


def _is_spelled(finding: Finding) -> bool:
    return finding.condition is not None and not finding.abbreviation and not finding.mended


def _contradicts(one: Finding, other: Finding) -> bool:
    """Another place says of the same condition that it is not, or is not sure."""
    if other.judgement.assertion == "affirmed" and is_own(other):
        return False
    if other.judgement.experiencer != "patient" or other.judgement.temporality == "hypothetical":
        return False
    if one.condition is None or other.condition is None:
        return False
    return one.condition.codes[:1] == other.condition.codes[:1] and bool(one.condition.codes)


def _second_engine_agrees(finding: Finding) -> bool:
    """Where two engines read the page, both must have read the code."""
    if not finding.page.second or finding.code is None:
        return True
    bare = finding.code.code.replace(".", "")
    read = "".join(line.text for line in finding.page.second)
    return bare in "".join(character for character in read if character.isalnum()).upper()
