"""Conditions as physicians write them, with their codes, and sentences that are not diagnoses."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

TREATED = """
M17.11|primary osteoarthritis of the right knee;right knee OA;unilateral primary osteoarthritis, right knee
M17.12|left knee osteoarthritis;unilateral primary osteoarthritis, left knee;degenerative joint disease left knee
M17.0|bilateral knee osteoarthritis;bilateral primary osteoarthritis of knee
M16.11|right hip OA;unilateral primary osteoarthritis, right hip
M54.50|low back pain, unspecified;lumbago;mechanical low back pain
M54.16|lumbar radiculopathy;radiculopathy, lumbar region
M54.2|cervicalgia;chronic neck pain
M51.362|lumbar disc degeneration with discogenic and leg pain
M75.101|right rotator cuff tear;unspecified rotator cuff tear of right shoulder
M75.42|impingement syndrome of left shoulder;left shoulder impingement
M75.02|adhesive capsulitis of left shoulder;frozen shoulder, left
M81.0|age-related osteoporosis;postmenopausal osteoporosis without fracture
M62.81|generalized muscle weakness;muscle weakness (generalized)
R26.81|unsteadiness on feet;gait instability
R26.89|abnormality of gait and mobility;gait abnormality
E11.9|type 2 diabetes mellitus without complications;T2DM;type II diabetes;DM2
E11.65|type 2 diabetes mellitus with hyperglycemia;uncontrolled type 2 diabetes
E66.811|class 1 obesity;obesity, class 1
E66.812|class 2 obesity;obesity, class 2
E66.813|class 3 obesity;morbid obesity (class 3)
I10|essential hypertension;HTN;essential (primary) hypertension
I25.10|coronary artery disease;atherosclerotic heart disease of native coronary artery
I50.22|chronic systolic heart failure;chronic systolic (congestive) heart failure
J44.9|COPD;chronic obstructive pulmonary disease
G20.A1|Parkinson's disease without dyskinesia;Parkinson disease
G35|multiple sclerosis;relapsing-remitting multiple sclerosis
M79.7|fibromyalgia
M05.79|rheumatoid arthritis of multiple sites;seropositive rheumatoid arthritis
F32.1|major depressive disorder, single episode, moderate
F41.1|generalized anxiety disorder
R73.03|prediabetes
E78.5|hyperlipidemia;dyslipidemia
E78.00|pure hypercholesterolemia;hypercholesterolemia
M41.9|scoliosis
M43.16|spondylolisthesis, lumbar region;L4-L5 spondylolisthesis
S83.511A|sprain of anterior cruciate ligament of right knee;right ACL tear
Z96.651|presence of right artificial knee joint
M25.561|pain in right knee;right knee pain
M25.511|right shoulder pain;pain in right shoulder
G62.9|peripheral neuropathy;polyneuropathy
I89.0|lymphedema
M47.816|lumbar spondylosis;spondylosis without myelopathy, lumbar region
"""
OTHERS = (
    "asthma|atrial fibrillation|breast cancer|chronic kidney disease|colon cancer|congestive heart failure"
    "|coronary artery disease|deep vein thrombosis|epilepsy|gout|hypothyroidism|lupus|melanoma|migraine"
    "|myocardial infarction|osteoporosis|pulmonary embolism|rheumatoid arthritis|spinal stenosis|stroke|syncope"
    "|type 2 diabetes|angina|seizure disorder|hip fracture|sleep apnea|dementia|anemia|hypertension|sciatica"
).split("|")
CHRONIC = "hypertension|hypothyroidism|hyperlipidemia|asthma|gout|sleep apnea|type 2 diabetes|migraine".split(
    "|"
)
RELATIVE = (
    "mother|father|brother|sister|maternal grandmother|paternal uncle|maternal aunt|dad|mom".split(
        "|"
    )
)

SENTENCES: dict[str, list[str]] = {
    "negated": (
        "No history of {x}.|Denies {x}.|Patient denies {x}.|There is no evidence of {x}.|{X} was ruled out."
        "|Negative for {x}.|No {x}.|Workup was negative for {x}.|The patient does not have {x}.|Without signs of {x}."
        "|She has never had {x}.|Imaging showed no {x}.|No known {x}.|{X}: no|{X} - none"
    ).split("|"),
    "possible": (
        "Possible {x}.|Suspected {x}, workup pending.|Rule out {x}.|R/O {x}.|Findings may represent {x}."
        "|Probable {x}; awaiting imaging.|Cannot exclude {x}.|Question of {x}.|Evaluate for {x}.|Concern for {x}."
    ).split("|"),
    "hypothetical": (
        "Stop exercise and call if {x} develops.|Return to clinic if symptoms of {x} occur."
        "|Exercise is also intended to lower the risk of {x}.|Should {x} develop, discontinue the program."
        "|To help prevent {x} in the future.|At risk for {x}.|In case of {x}, call 911.|Screening for {x} is scheduled."
    ).split("|"),
    "family": (
        "Family history of {x}.|Family history is significant for {x} ({r}).|{R} with {x}.|Her {r} had {x}."
        "|Family Hx: {x} in {r}.|FHx: {r} - {x}|The patient's {r} was diagnosed with {x}.|{R} died of {x}."
    ).split("|"),
    "historical": (
        "Prior {x}, resolved.|{X} in 2014, fully resolved.|Past history of {x} (resolved).|{X} (resolved 2019)."
        "|Previously treated for {x}, no longer active.|H/o {x} in childhood, now resolved."
    ).split("|"),
    "comorbid": (
        "History of {x}, on medication.|Comorbidities: {x}.|Also has {x}.|PMH: {x}.|Past medical history includes {x}."
        "|{X}, well controlled.|Comorbid {x}.|The patient also carries a diagnosis of {x}."
    ).split("|"),
}
LABELS: dict[str, tuple[str, str, str]] = {
    "negated": ("negated", "current", "patient"),
    "possible": ("possible", "current", "patient"),
    "hypothetical": ("affirmed", "hypothetical", "patient"),
    "family": ("affirmed", "current", "family"),
    "historical": ("affirmed", "historical", "patient"),
    "comorbid": ("affirmed", "current", "patient"),
}


@dataclass(frozen=True)
class Condition:
    """A treated condition: the words and the code that stand on the paper."""

    words: str
    code: str


@dataclass(frozen=True)
class Mention:
    """A sentence about another condition, with the labels a careful reader gives it."""

    sentence: str
    words: str
    trap: str

    def truth(self) -> dict[str, Any]:
        assertion, temporality, experiencer = LABELS[self.trap]
        return {
            "text": self.words,
            "code": None,
            "assertion": assertion,
            "temporality": temporality,
            "experiencer": experiencer,
        }


def treated(random: Random, count: int) -> list[Condition]:
    """Different conditions, none of which is named like another."""
    rows = TREATED.strip().splitlines()
    found = []
    for row in random.sample(rows, count):
        code, words = row.split("|")
        found.append(Condition(random.choice(words.split(";")), code))
    return found


def mentions(random: Random, count: int, besides: list[Condition]) -> list[Mention]:
    """Sentences about conditions other than the treated ones."""
    taken = " ".join(c.words.casefold() for c in besides)
    found: list[Mention] = []
    for trap in random.sample(sorted(SENTENCES), count):
        bank = CHRONIC if trap == "comorbid" else OTHERS
        open_words = [
            x
            for x in bank
            if not any(part in taken for part in x.split()) and x not in {m.words for m in found}
        ]
        if not open_words:
            continue
        x, r = random.choice(open_words), random.choice(RELATIVE)
        pattern = random.choice(SENTENCES[trap])
        sentence = pattern.format(x=x, X=x[:1].upper() + x[1:], r=r, R=r[:1].upper() + r[1:])
        found.append(Mention(sentence, x, trap))
    return found


def truth_of(condition: Condition, code_printed: bool = True) -> dict[str, Any]:
    """The truth of a treated condition."""
    return {
        "text": condition.words,
        "code": condition.code if code_printed else None,
        "assertion": "affirmed",
        "temporality": "current",
        "experiencer": "patient",
    }
