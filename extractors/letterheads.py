"""The name at the top of a paper: which line says who issued it.

A line is judged by place, size and words; the words that name an issuer, a
title or a slogan are the caller's data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.page import Line, Page, Word
from extractors.tables import Phrasebook
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet
from extractors.values.phones import find_phones

_REGISTERED = re.compile(
    r"\s*[(\[{]?\s*(?:co(?:mpany)?\.?\s*(?:reg\.?)?\s*no\.?\s*[:.]?\s*)?"
    r"(?:\d{5,7}|\d{12}|00\d{7})\s*[-–·.]?\s*[A-Z0]\s*[)\]}]?\s*\.?$",
    re.IGNORECASE,
)
"""A company's number behind its name, "(519537-X)"."""

_LEGAL_FORM = re.compile(
    r"\W*(?:\(?[MW]\)?\s*)?(?:sdn\.?\s*bhd|bhd|llc|l\.l\.c|inc|pllc|ltd|enterprise|trading|co)\W*",
    re.IGNORECASE,
)
_LEGAL_WORD = re.compile(r"\b(?:sdn|bhd|llc|inc|pllc|ltd|s/b)\b", re.IGNORECASE)
_ENDS_WITH_FORM = re.compile(r"\b(?:co|inc|bhd|ltd|corp|ent)\.$", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d+[\w/-]*[,.]?\s+(?:[\w.'’-]+\s+){0,5}(?:st|street|ave|avenue|blvd|boulevard|rd|road|dr|drive"
    r"|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|highway|cir|circle|ter|terrace|sq|square)\b"
    r"|\bp\.?\s?o\.?\s+box\s+\d+|\b\d{5}(?:-\d{4})?\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^\W*(?:tel|fax|phone|ph|gst|e-?mail|reg|co\.?\s*reg|company\s*(?:no|reg)|roc|ein|tax\s*id|npi)\b"
    r"|@|\bwww\.|\.com\b",
    re.IGNORECASE,
)
_EDGES = " \t,;:|_*#-–—~•·“”\"'‘’©™`"


@dataclass(frozen=True)
class Letterhead:
    """The issuer's name: its lines, the cleaned text, and 0 to 1 how likely it is the name."""

    text: str
    lines: tuple[Line, ...]
    strength: float

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)


def head_of(page: Page, share: float = 0.5) -> list[Line]:
    """The lines above the first amount, in the upper `share` of what is printed, from the top."""
    if not page.lines:
        return []
    first_amount = min(
        (line.box[1] for line in page.lines if find_amounts(line.text)), default=page.height
    )
    bottom = max(line.box[3] for line in page.lines)
    top = min(line.box[1] for line in page.lines)
    limit = min(first_amount, top + share * (bottom - top) + 30)
    lines = [line for line in page.lines if line.box[1] < limit and line.text.strip(_EDGES)]
    return sorted(lines, key=lambda line: (round(line.box[1] / 4), line.box[0]))


def find_name(
    page: Page, head: Sequence[Line], words: Phrasebook, labels: LabelSet
) -> Letterhead | None:
    """The likeliest line among the first of `head`.

    words: groups "issuer", "title" and "slogan". labels: what stands beside values, which is
    never a name.
    """
    usual = median(line.box[3] - line.box[1] for line in page.lines) if page.lines else 0.0
    scored: list[tuple[float, int, Line]] = []
    for place, line in enumerate(head[:14]):
        score = _score(line, place, usual, words, labels)
        if score is not None:
            scored.append((score, -place, line))
    if not scored:
        return None
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    score, _, line = scored[0]
    lines = _joined(line, head)
    strength = max(0.35, min(0.93, 0.5 + score / 8))
    if len(scored) > 1 and score - scored[1][0] < 0.5:
        strength -= 0.12
    return Letterhead(clean_name(" ".join(part.text for part in lines)), lines, strength)


def clean_name(text: str) -> str:
    """A business's name without its registration number and the marks around it."""
    text = re.sub(r"\s+", " ", text.replace(" .", "."))
    return _REGISTERED.sub("", text).strip(_EDGES)


def _score(
    line: Line, place: int, usual: float, words: Phrasebook, labels: LabelSet
) -> float | None:
    """How much a line looks like an issuer's name; None for one that cannot be."""
    text = clean_name(line.text)
    letters = sum(char.isalpha() for char in text)
    if letters < 3 or letters < 0.5 * len(text.replace(" ", "")) or len(text) > 60:
        return None
    if _LEGAL_FORM.fullmatch(text) or _CONTACT.search(text):
        return None
    if find_dates(text) or find_phones(text):
        return None
    hits = words.all(text)
    if sum(hit.end - hit.start for hit in hits if hit.name == "title") >= 0.6 * len(text):
        return None
    label = labels.hits(line.text)
    if label and label[0].at_start and label[0].marked:
        return None
    score = 1.6 - 0.22 * place
    score += min(1.5, 1.2 * ((line.box[3] - line.box[1]) / usual - 1)) if usual else 0.0
    if any(hit.name == "issuer" for hit in hits):
        score += 1.2
    if _LEGAL_WORD.search(text):
        score += 1.3
    if any(hit.name == "slogan" for hit in hits) and not text.isupper():
        score -= 1.2
    if _STREET.search(text):
        score -= 2.5
    elif any(hit.name == "place" for hit in hits):
        score -= 1.4
    if text.islower() or line.confidence < 0.5:
        score -= 1.0
    if re.search(r"[.!?]$", line.text) and not _ENDS_WITH_FORM.search(line.text):
        score -= 0.6
    return score


def _joined(line: Line, head: Sequence[Line]) -> tuple[Line, ...]:
    """The name's lines: a lone legal form right below, or what an open name goes on with."""
    height = line.box[3] - line.box[1]
    for other in head:
        if not 0 < other.box[1] - line.box[1] < 1.9 * height:
            continue
        opened = line.text.count("(") > line.text.count(")") and ")" in other.text
        if opened or _LEGAL_FORM.fullmatch(clean_name(other.text)):
            return (line, other)
    return (line,)
