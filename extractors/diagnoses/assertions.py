"""Is a condition affirmed or denied, present or past, the patient's or another's.

The cues come from ConText (`extractors.diagnoses.context`); what they mean
together with the section and the kind of condition is decided here:
"history of hypertension" is present, "history of appendectomy" is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from casebook.records import Assertion, Experiencer, Temporality
from extractors.diagnoses.context import Cue, cues
from extractors.diagnoses.lexicon import Course, condition_named
from extractors.diagnoses.passages import Sentence, sentences
from extractors.diagnoses.sections import Section, carries, heading_of

_LEAST_LIKENESS = 80.0
_CHRONIC = re.compile(
    r"\b(?:chronic|disease|disorder|syndrome|diabet\w*|hypertens\w*|\w+(?:osis|pathy|emia|penia))\b",
    re.IGNORECASE,
)


_PLANNED = re.compile(
    r"\b(?:scheduled|planned|planning|upcoming|candidate|awaiting|considering|recommend\w*|elective"
    r"|desires|elects|will (?:undergo|have|need)|is to (?:undergo|have)|prior to|before"
    r"|pre-?op\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Judgement:
    """What a text says about one condition that it mentions.

    cued: at least one word around it, or its section, said something; said: a
    word around it did.
    """

    assertion: Assertion
    temporality: Temporality
    experiencer: Experiencer
    cued: bool = False
    said: bool = False

    @property
    def is_plain(self) -> bool:
        """Affirmed, current and the patient's."""
        return (self.assertion, self.temporality, self.experiencer) == (
            "affirmed",
            "current",
            "patient",
        )


def judge(text: str, target: str) -> Judgement:
    """What the text says about the condition `target`.

    The target is found whatever its case and spacing, or nearly spelled; when
    it does not occur, the text as a whole is judged.
    """
    span = locate(text, target)
    if span is None:
        return _without_target(text, target)
    section: Section | None = None
    for sentence in sentences(text):
        section = heading_of(sentence.text) or (
            section if carries(section, sentence.text) else None
        )
        if sentence.start <= span[0] < sentence.start + len(sentence.text):
            start = span[0] - sentence.start
            return judge_in(sentence, (start, span[1] - sentence.start), section)
    return judge_in(Sentence(text, 0), span, section)


def judge_in(
    sentence: Sentence,
    span: tuple[int, int],
    section: Section | None,
    course: Course | None = None,
) -> Judgement:
    """What one sentence says about the condition at these characters of it.

    section: under which heading it stands. course: whether the condition lasts
    or passes, when the caller knows better than the lexicon.
    """
    words = sentence.text[span[0] : span[1]]
    (found,) = cues(sentence.text, [span])
    course = course or course_of(words)
    if course == "surgery" and _PLANNED.search(sentence.text):
        course = "chronic"
    return _meaning(found, section, course)


def course_of(words: str) -> Course:
    """Does the condition last, so that a history of it is no matter of the past, or pass?"""
    condition = condition_named(words)
    if condition is not None:
        return condition.course
    return "chronic" if _CHRONIC.search(words) else "event"


def locate(text: str, target: str) -> tuple[int, int] | None:
    """Characters of the text at which the target stands; None if it does not."""
    wanted = target.split()
    if not wanted:
        return None
    loose = r"[\s\-]+".join(re.escape(part) for part in wanted)
    for pattern in (rf"(?<!\w){loose}(?!\w)", loose):
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return match.span()
    near = fuzz.partial_ratio_alignment(target.lower(), text.lower(), score_cutoff=_LEAST_LIKENESS)
    if near is None or near.dest_end <= near.dest_start:
        return None
    return near.dest_start, near.dest_end


def _without_target(text: str, target: str) -> Judgement:
    """Every cue counts: judged as if the target stood at the end, then at the beginning."""
    judged = [judge(f"{text.rstrip(' .')} {target}", target), judge(f"{target} {text}", target)]
    return next((one for one in judged if one.cued), judged[0])


def _meaning(found: frozenset[Cue], section: Section | None, course: Course) -> Judgement:
    family = "FAMILY" in found or section in ("family", "relative")
    other = "OTHER_PERSON" in found
    experiencer: Experiencer = "family" if family else "other" if other else "patient"
    feared = found & {"HYPOTHETICAL", "HYPOTHETICAL_AFTER"}
    hypothetical = bool(feared) or section == "hypothetical"
    over = bool(found & {"OVER", "OVER_ADJECTIVE"})
    assertion: Assertion = "affirmed"
    if "NEGATED_EXISTENCE" in found:
        assertion = "negated"
    elif found & {"POSSIBLE_EXISTENCE", "POSSIBLE_AFTER"} and not hypothetical:
        assertion = "possible"
    temporality: Temporality = "current"
    if hypothetical:
        temporality = "hypothetical"
    elif assertion == "negated" or experiencer != "patient":
        pass  # of relatives only whether they had it matters; what never was is not past either
    elif over or _is_past(found, section, course):
        temporality = "historical"
    return Judgement(
        assertion, temporality, experiencer, bool(found) or section is not None, bool(found)
    )


def _is_past(found: frozenset[Cue], section: Section | None, course: Course) -> bool:
    """A history, not what the patient has: operations unless planned, events told as past."""
    if course == "surgery":
        return True
    if course == "event":
        return bool(found & {"HISTORICAL", "PAST_EVENT"}) or section == "past"
    return course == "symptom" and "HISTORICAL" in found
