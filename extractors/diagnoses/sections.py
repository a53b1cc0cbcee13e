"""Under which heading words stand: "Family history:" says whose, "Dx:" says what."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from extractors.diagnoses.passages import GUTTER, is_capitals

Section = Literal[
    "diagnosis",
    "past",
    "over",
    "family",
    "household",
    "relative",
    "hypothetical",
    "symptoms",
    "other",
]

_FILE = Path(__file__).parents[1] / "data" / "section_headings.yaml"
_LABEL = re.compile(r"^[\W\d]*([A-Za-z][\w/&'’.,()\- ]{0,60}?)\s*(?:[:：]|\s[-–—]\s|\s\||$)")
_FIGURES = re.compile(r"\d")
_EDITION = re.compile(r"\bICD\W*\d+(?:\W*CM)?", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]")
_BY_WORD: tuple[tuple[str, Section], ...] = (
    (r"^(?:no|not|without|denies|absent)\b", "other"),
    (r"\b(?:fam(?:ily|\.)?|fh)\W+(?:and )?soc\w*|\bsoc\w*\W+(?:and )?fam(?:ily)?\b", "household"),
    (r"\bfam(?:ily|\.)?\s+(?:\w+\s+)?(?:history|hx)\b", "family"),
    (r"\b(?:contraindic\w+|red flags?|warning|stop|call|return)\b", "hypothetical"),
    (r"\b(?:goals?|medications?|meds|allerg\w+|restrictions?|precautions?)\b", "other"),
    (r"\b(?:diagnos\w+|dx|icd|comorbidit\w+|problem list)\b", "diagnosis"),
    (r"\b(?:medical|surgical|past|prior|health|other) (?:\w+ )?(?:history|hx)\b", "past"),
)
"""What a longer label is about, when no listed heading equals it: "Diagnosis (specific):"."""
_STRICT = re.compile(r"\b(?:diagnos\w+|dx|icd|condition (?:being )?treated)", re.IGNORECASE)
_LONGEST = 60
_OWN_SUBJECT = re.compile(
    r"\s*(?:the |this |my |our )?(?:patient|pt|client|she|he|they|i|we|please|mr|mrs|ms"
    r"|denies|denied|reports|complains|takes|currently|presents|is|has|also|comorbid\w*|known"
    r"|pmh|h/o|hx of|history of|past|prior|previous\w*|status post|s/p|rule out|r/o|possibl[ey]"
    r"|suspect\w*|probabl[ey]|likely|concern|question|evaluate|cannot|findings|imaging|work-?up"
    r"|stop|return|should|in case|to help|to prevent|at risk|screening|negative for|no signs"
    r"|without signs|there is no|no (?:known |prior )?(?:evidence|history|hx)|no personal"
    r"|no known)\b",
    re.IGNORECASE,
)
_ON_THEM_TOO = re.compile(
    r"\s*(?:negative for|they|there is no|no (?:known |prior )?(?:evidence|history|hx)|no known)\b",
    re.IGNORECASE,
)
"""Under the family's heading this goes on about the family."""
_OWN_STATE = re.compile(
    r"\b(?:resolved|(?:well|poorly|un) ?-?controlled|controlled (?:on|with|by)|on medication|stable"
    r"|(?:was|were|been) ruled out|(?:in|since) (?:19|20)\d\d)\b(?!.*\b(?:mother|father|sister"
    r"|brother|aunt|uncle|grand\w+|parents?|son|daughter|cousin)\b)",
    re.IGNORECASE,
)
"""How a condition stands today is said of the patient, not of a relative."""


def heading_of(text: str) -> Section | None:
    """The section that a text opens ("PMH: asthma": "past"); None if it opens with no heading."""
    label = label_of(text)
    if label is None:
        return None
    exact = _sections().get(key(label))
    end = text.index(label) + len(label)
    if exact is not None or not (_COLON.match(text, end) or is_capitals(text)):
        return exact
    return next(
        (section for word, section in _BY_WORD if re.search(word, label, re.IGNORECASE)), None
    )


def heading_row(text: str) -> Section | None:
    """The section of a row of headings ("Diagnosis | ICD-10 | Onset"); None for other rows."""
    cells = text.split(GUTTER.strip())
    if len(cells) < 2 or any(_FIGURES.search(_EDITION.sub("", cell)) for cell in cells):
        return None
    keys = [key(cell) for cell in cells if key(cell)]
    known = [_sections().get(one) for one in keys]
    if None in known:
        return "diagnosis" if known.count("diagnosis") >= 2 else None
    return "diagnosis" if "diagnosis" in known else "other"


def carries(section: Section | None, sentence: str) -> bool:
    """Does a section opened by an earlier sentence still hold for this one?

    "Maternal aunt:" holds for its own sentence, and a sentence about the
    patient ("She denies …") leaves the family history.
    """
    if section in ("family", "household"):
        if _OWN_STATE.search(sentence):
            return False
        if _ON_THEM_TOO.match(sentence):
            return True
    return section not in (None, "relative") and not _OWN_SUBJECT.match(sentence)


def opens_another(text: str) -> bool:
    """Do the first words name another part of a form: "Goals walk a mile", "Date signed 6/2"?"""
    words = re.findall(r"[A-Za-z]+", text)[:3]
    return any(
        _sections().get(" ".join(words[:count]).lower()) in ("other", "hypothetical")
        for count in (1, 2, 3)
    )


def caption_of(text: str) -> Section | None:
    """The section whose caption these words are, and nothing besides; None for other words."""
    return None if _FIGURES.search(_EDITION.sub("", text)) else _sections().get(key(text))


def label_of(text: str) -> str | None:
    """What stands before the first colon (or alone on the line), if it is short."""
    match = _LABEL.match(text[: _LONGEST + 20])
    return match[1] if match else None


def label_end(text: str) -> int:
    """Where the words after the label begin."""
    match = _LABEL.match(text[: _LONGEST + 20])
    return match.end() if match else 0


def is_strict(text: str) -> bool:
    """Does the label say "diagnosis" outright, so that whatever follows is one?"""
    return bool(_STRICT.search(label_of(text) or ""))


def key(label: str) -> str:
    """A heading as it is compared: letters only, lower case."""
    return " ".join(re.findall(r"[a-z]+", label.lower()))


@lru_cache(maxsize=1)
def _sections() -> dict[str, Section]:
    with _FILE.open(encoding="utf-8") as file:
        listed = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {
        key(str(wording)): section for section, wordings in listed.items() for wording in wordings
    }
