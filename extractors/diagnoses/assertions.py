"""Is a condition affirmed or denied, present or past, the patient's or another's.

The cues come from ConText (`extractors.diagnoses.context`); what they mean
together with the section and the kind of condition is decided here:
"history of hypertension" is present, "history of appendectomy" is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from casebook.records import Assertion, Experiencer, Temporality
from extractors.diagnoses.context import Cue, cues
from extractors.diagnoses.courses import Lasting, course_of
from extractors.diagnoses.lexicon import Course
from extractors.diagnoses.locating import locate
from extractors.diagnoses.passages import Sentence, sentences
from extractors.diagnoses.relatives import NOBODY, follow
from extractors.diagnoses.sections import Section, carries, heading_of, label_end

_PLANNED = re.compile(
    r"\b(?:scheduled|planned|planning|upcoming|candidate|awaiting|considering|recommend\w*|elective"
    r"|desires|elects|will (?:undergo|have|need)|is to (?:undergo|have)|prior to|before"
    r"|needs?|declin\w+|refus\w+|wishes|hopes|may (?:need|require)|would (?:need|require|benefit)"
    r"|pre-?op\w*|opinion|concerning|regarding|options?|discuss\w*|would like|interested in)\b",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"\b(?:pain|ache|aches|headaches?|spasms?|nausea|anxiety|insomnia)\b", re.IGNORECASE
)
_BROKEN_LINE = re.compile(r"(?<=[\w,])\n(?=[a-z])")
"""A sentence goes on in the next line."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character: nothing can be done with it."""
_FARTHEST = 1000
"""Characters on either side in which cues are looked for: no sentence is longer, some files are."""
_HABITS = re.compile(
    r"\b(?:alcohol\w*|etoh|drink\w*|tobacco|smok\w+|cigar\w+|drugs?|heroin|cocaine|marijuana"
    r"|substance"
    r"|stds?|educat\w+|school|works?|retired|married|divorced)\b",
    re.IGNORECASE,
)
"""In a social history these are the patient's own."""
_OUTLASTS = re.compile(
    r"\b(?:coronary|cad|ihd|vascular|p[av]d|atherosclero\w+|cardiomyopathy|heart (?:failure"
    r"|disease)|chf|diabet\w+"
    r"|hypertens\w+|crohn\S*|cirrhosis|emphysema|copd|osteoporosis|rheumatoid\b.*"
    r"|multiple sclerosis)\b",
    re.IGNORECASE,
)
"""No operation ends these: after a bypass the coronary disease is still there."""
_OPENS_CLAUSE = re.compile(
    r"(?:,\s*(?:and|but)|\band)\s+(?:(?:the|her|his|their|a|an|chronic|mild|moderate|severe|left"
    r"|right|bilateral)\s+)*$",
    re.IGNORECASE,
)
_IS_SUBJECT = re.compile(
    r"(?:\s+(?:of|in|after|following|from|since|on)\s+[\w-]+(?:\s+[\w-]+)?){0,2}"
    r"\s+(?:is|are|has|have|was|were|remains?|continues?|requires?)\b",
    re.IGNORECASE,
)
"""Right before and right behind a condition that is the subject of a clause of its own."""
_NEAR = 120
"""Characters within which a plan is about this condition: some sentences are whole lists."""
_LONGEST_ITEM = 8
_OVER: frozenset[Cue] = frozenset(
    {"OVER", "OVER_AFTER", "OVER_ADJECTIVE", "OVER_LIST", "OPERATED", "OPERATED_AFTER"}
)

_TOLD: frozenset[Cue] = frozenset({"PAST_EVENT", "RECENT"})
"""In "may have had a seizure" the doubt is today's."""


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

    When it does not occur, not even nearly, the text as a whole is judged.
    """
    text, target = (_HALF.sub("\N{REPLACEMENT CHARACTER}", said) for said in (text, target))
    text = _BROKEN_LINE.sub(" ", text)
    span = locate(text, target)
    if span is not None:
        text = text[: span[0]] + text[slice(*span)].replace("\n", " ") + text[span[1] :]
    return _without_target(text, target) if span is None else judge_at(text, span)


def judge_at(text: str, span: tuple[int, int]) -> Judgement:
    """What the text says about the condition at these characters of it, headings heeded."""
    section: Section | None = None
    kin = NOBODY
    opening = Sentence("", 0)
    for sentence in sentences(text):
        section = heading_of(sentence.text) or (
            section if carries(section, sentence.text) else None
        )
        before, kin = kin, follow(kin, sentence.text)
        if not _is_item(opening, sentence):
            opening = sentence
        if sentence.start <= span[0] < sentence.start + len(sentence.text):
            start = span[0] - sentence.start
            standing = "family" if kin.goes_on(before) else section
            judged = judge_in(sentence, (start, span[1] - sentence.start), standing)
            if judged.said or opening is sentence:
                return judged
            return _as_item(text, opening, span, judged)
        if not sentence.text.rstrip().endswith(";"):
            opening = Sentence("", 0)
    return judge_in(Sentence(text, 0), span, section)


def _is_item(opening: Sentence, sentence: Sentence) -> bool:
    """Does a list that began before a semicolon go on: a few words without a subject?"""
    short = len(sentence.text.split()) <= _LONGEST_ITEM
    return bool(opening.text) and short and carries("family", sentence.text)


def _as_item(text: str, opening: Sentence, span: tuple[int, int], alone: Judgement) -> Judgement:
    """In "Risks include bleeding; infection" both are risks, in "Mother: gout; asthma" both hers.

    A denial does not reach over a semicolon: "No fracture; severe arthritis".
    """
    listed = text[opening.start : span[1]].replace(";", ",")
    judged = judge_in(
        Sentence(listed, opening.start), (span[0] - opening.start, span[1] - opening.start), None
    )
    if judged.temporality == "hypothetical":
        return replace(alone, temporality="hypothetical", said=True, cued=True)
    if judged.experiencer == "family":
        return replace(alone, experiencer="family", said=True, cued=True)
    return alone


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
    text = sentence.text
    if section == "household":
        section = None if _HABITS.search(text) else "family"
        if heading_of(text) == "household":
            text = " " * label_end(text) + text[label_end(text) :]
    words = text[span[0] : span[1]]
    first = max(span[0] - _FARTHEST, 0)
    near = text[first : span[1] + _FARTHEST]
    (found,) = cues(near, [(span[0] - first, span[1] - first)])
    if not _denied_in_clause(near, (span[0] - first, span[1] - first)):
        found -= {"NEGATED_EXISTENCE"}
    lasting = course or course_of(words)
    if _PLANNED.search(text, max(span[0] - _NEAR, 0), span[1] + _NEAR):
        found -= {"OPERATED", "OPERATED_AFTER"}
        lasting = "chronic" if lasting == "surgery" else lasting
    if _OUTLASTS.search(words):
        found -= {"OPERATED", "OPERATED_AFTER", "OVER"}
    if "CHILDHOOD" in found and not ("DIAGNOSED" in found and lasting in ("chronic", "cancer")):
        found |= {"OVER_AFTER"}
    if "AS_NEEDED" in found and (lasting in ("symptom", "unknown") or _FELT.search(words)):
        found |= {"HYPOTHETICAL"}
    return _meaning(found, section, lasting)


def _denied_in_clause(text: str, span: tuple[int, int]) -> bool:
    """A denial does not reach a later clause: "has no gout, and hypertension is controlled"."""
    opening = _OPENS_CLAUSE.search(text[: span[0]])
    if opening is None or not _IS_SUBJECT.match(text, span[1]):
        return True
    (found,) = cues(" " * opening.end() + text[opening.end() :], [span])
    return "NEGATED_EXISTENCE" in found


def _without_target(text: str, target: str) -> Judgement:
    """Every cue counts: judged as if the target stood at the end, then at the beginning."""
    text, target = text.rstrip(" ."), target.strip() or "condition"
    after = len(text) + bool(text)
    judged = [
        judge_at(f"{text} {target}".strip(), (after, after + len(target))),
        judge_at(f"{target} {text}", (0, len(target))),
    ]
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
    if assertion == "negated":
        pass  # what is not there is neither feared nor past
    elif hypothetical:
        temporality = "hypothetical"
    elif experiencer != "patient":
        pass  # of relatives only whether they had it matters
    elif found & _OVER or _is_past(
        found - _TOLD if assertion == "possible" else found, section, course
    ):
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
