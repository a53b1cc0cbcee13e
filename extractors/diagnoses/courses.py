"""Does a condition last or pass: what "a history of it" means.

The lexicon knows the conditions of exercise referrals; what it does not name is
told by its words. Only where words do not tell either, the course is unknown.
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.diagnoses.lexicon import Course, condition_named

Lasting = Course | Literal["cancer", "unknown"]
"""Courses of the lexicon, and of words that it does not hold."""

_EVENT = re.compile(
    r"\b(?:fractured?|broken|break|stroke|tia|cva|attack|arrest|collapse|concussion|accident|injur\w+|trauma"
    r"|tear|torn|rupture\w*|sprain\w*|strain\w*|dislocat\w+|laceration|bruise\w*|contusion|burns?|wound"
    r"|infarct\w*|embol\w+|thromb(?:us|osis|oses)|clots?|bleed\w*|h(?:a?)emorrhage|h(?:a?)ematoma|aneurysm"
    r"|pneumonia|meningitis|encephalitis|appendicitis|cholecystitis|pancreatitis|diverticulitis"
    r"|osteomyelitis|disci?tis|pyelonephritis|cellulitis|sepsis|septic\w*|infections?|uti|abscess\w*"
    r"|influenza|flu|covid\w*|measles|mumps|chicken ?pox|varicella|rubella|polio\w*|scarlet fever"
    r"|rheumatic fever|whooping cough|pertussis|mononucleosis|shingles|zoster|strep\w*|tonsillitis"
    r"|tuberculosis|malaria|typhoid|hepatitis a|c\.? ?diff\w*|mrsa|kidney stones?|gallstones?"
    r"|perforat\w+|obstruction|torsion|miscarriage|stillbirth|pre-?eclampsia|eclampsia|ectopic|abortion"
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
