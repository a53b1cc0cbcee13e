"""Is a condition affirmed or denied, present or past, the patient's or another's.

The cues come from ConText (`extractors.diagnoses.context`); what they mean
together with the section and the kind of condition is decided here:
"history of hypertension" is present, "history of appendectomy" is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from casebook.records import Assertion, Experiencer, Temporality
from extractors.diagnoses.context import Cue, cues
from extractors.diagnoses.lexicon import Course, condition_named
from extractors.diagnoses.passages import Sentence, sentences
from extractors.diagnoses.sections import Section, carries, heading_of

_LEAST_LIKENESS = 80.0
_EVENT = re.compile(
    r"\b(?:fractured?|broken|break|stroke|tia|cva|attack|arrest|collapse|concussion|accident|injur\w+|trauma"
    r"|tear|torn|rupture\w*|sprain\w*|strain\w*|dislocat\w+|laceration|bruise\w*|contusion|burns?|wound"
    r"|infarct\w*|embol\w+|thromb(?:us|osis|oses)|clots?|bleed\w*|h(?:a?)emorrhage|h(?:a?)ematoma|aneurysm"
    r"|pneumonia|meningitis|encephalitis|appendicitis|cholecystitis|pancreatitis|diverticulitis"
    r"|osteomyelitis|disci?tis|pyelonephritis|cellulitis|sepsis|septic\w*|infections?|uti|abscess\w*"
    r"|influenza|flu|covid\w*|measles|mumps|chicken ?pox|varicella|rubella|polio\w*|scarlet fever"
    r"|rheumatic fever|whooping cough|pertussis|mononucleosis|shingles|zoster|strep\w*|tonsillitis"
    r"|tuberculosis|malaria|typhoid|hepatitis a|c\.? ?diff\w*|mrsa|kidney stones?|gallstones?|perforat\w+"
    r"|obstruction|torsion|miscarriage|stillbirth|pre-?eclampsia|eclampsia|ectopic|abortion"
    r"|overdose|poisoning|suicide attempt|breakdown|gestational|undescended|polyps?)\b",
    re.IGNORECASE,
)
"""Comes and passes: what a history of it means is that it was."""
_CANCER = re.compile(
    r"\b(?:cancer|carcinoma|\w*sarcoma|melanoma|lymphoma|leuk\w+mia|myeloma|malignan\w+|tumou?r|neoplasm"
    r"|metasta\w+)\b",
    re.IGNORECASE,
)
"""Lasts until it is said to be treated, whenever it was found."""
_CHRONIC = re.compile(
    r"\b(?:chronic|disease|disorder|syndrome|diabet\w*|hypertens\w*|\w+(?:osis|pathy|emia|penia|plegia)"
    r"|allerg\w+|abuse|dependen\w+|addiction|alcoholism|arthritis|deformity|insufficiency|failure)\b",
    re.IGNORECASE,
)
_RECURRENT = re.compile(r"\b(?:recurrent|recurring|chronic|frequent|relapsing)\b", re.IGNORECASE)
_ABUSE = re.compile(r"\b(?:allerg\w+|abuse|dependen\w+|addiction)\b", re.IGNORECASE)

Lasting = Course | Literal["cancer", "unknown"]
"""Courses of the lexicon, and of words that it does not hold."""


_PLANNED = re.compile(
    r"\b(?:scheduled|planned|planning|upcoming|candidate|awaiting|considering|recommend\w*|elective"
    r"|desires|elects|will (?:undergo|have|need)|is to (?:undergo|have)|prior to|before"
    r"|needs?|declin\w+|refus\w+|wishes|hopes|may (?:need|require)|would (?:need|require|benefit)"
    r"|pre-?op\w*)\b",
    re.IGNORECASE,
)
_OVER: frozenset[Cue] = frozenset(
    {"OVER", "OVER_AFTER", "OVER_ADJECTIVE", "OVER_LIST", "OPERATED", "OPERATED_AFTER"}
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
    lasting = course or course_of(words)
    if _PLANNED.search(sentence.text):
        found -= {"OPERATED", "OPERATED_AFTER"}
        lasting = "chronic" if lasting == "surgery" else lasting
    return _meaning(found, section, lasting)


def course_of(words: str) -> Lasting:
    """Does the condition last, so that a history of it is no matter of the past, or pass?"""
    if _RECURRENT.search(words):
        return "chronic"
    if _CANCER.search(words):
        return "cancer"
    condition = condition_named(words)
    if condition is not None:
        lasts = condition.course == "symptom" and _ABUSE.search(words)
        return "chronic" if lasts else condition.course
    if _EVENT.search(words):
        return "event"
    return "chronic" if _CHRONIC.search(words) else "unknown"


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


def _meaning(found: frozenset[Cue], section: Section | None, course: Lasting) -> Judgement:
    family = bool(found & {"FAMILY", "FAMILY_AFTER"}) or section in ("family", "relative")
    other = "OTHER_PERSON" in found
    experiencer: Experiencer = "family" if family else "other" if other else "patient"
    feared = found & {"HYPOTHETICAL", "HYPOTHETICAL_AFTER"}
    hypothetical = bool(feared) or section == "hypothetical"
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
    elif found & _OVER or _is_past(found, section, course):
        temporality = "historical"
    return Judgement(
        assertion, temporality, experiencer, bool(found) or section is not None, bool(found)
    )


def _is_past(found: frozenset[Cue], section: Section | None, course: Lasting) -> bool:
    """A history, not what the patient has: operations unless planned, events told as past."""
    told = bool(found & {"HISTORICAL", "HISTORICAL_AFTER"})
    ongoing = "ONGOING" in found
    match course:
        case "surgery":
            return True
        case "event":
            passed = bool(found & {"PAST_EVENT", "RECENT"}) and not ongoing
            return told or passed or "DATED" in found or section == "past"
        case "cancer":
            dated = "DATED" in found and "DIAGNOSED" not in found
            return told or dated or section == "past"
        case "unknown":
            return (told or "DATED" in found or section == "past") and not ongoing
        case "symptom":
            return (told or "DATED" in found) and not ongoing
        case _:
            return False
