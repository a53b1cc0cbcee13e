"""May the patient exercise: unrestricted, restricted or not cleared, and nothing in between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose
from extractors.letters.prose import Passage
from extractors.values.ticks import has_boxes, ticked_options

_CLEARANCE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "not cleared",
        re.compile(
            r"\bnot\s+(?:medically\s+|yet\s+|currently\s+)?cleared\b|\bclearance (?:is "
            r")?(?:denied|not given|withheld)|\bshould not exercise\b|\bmay not "
            r"participate\b",
            re.I,
        ),
    ),
    (
        "restricted",
        re.compile(
            r"\bcleared?(?:ance)?\b[^.;]{0,50}\b(?:with(?: the(?: following)?)? "
            r"(?:restrictions?|limitations?|precautions?|modifications?)|restricted|"
            r"limited|as noted|as below)|\bcleared?\b[^.;]{0,60}\bwithin (?:the|these|those|his|"
            r"her) (?:above )?(?:limits?|restrictions?|limitations?)|"
            r"^\s*(?:with restrictions|restricted|limited|"
            r"modified)\b|\brestricted (?:clearance|activity)|\bmay participate with "
            r"(?:restrictions|limitations|modifications)",
            re.I,
        ),
    ),
    (
        "unrestricted",
        re.compile(
            r"\bcleared?(?:ance)?\b[^.;]{0,50}\b(?:without (?:any )?(?:restrictions?|"
            r"limitations?)|unrestricted|no restrictions?|full(?:y)?)|^\s*(?:unrestricted|"
            r"full|no restrictions|without restrictions?)\b|\bunrestricted (?:clearance|"
            r"exercise|activity)|\bfully cleared\b|\bmay participate (?:fully|without "
            r"restrictions?)",
            re.I,
        ),
    ),
)

_LEVELS = re.compile(r"\b(not cleared|unrestricted|restricted)\b", re.IGNORECASE)
_CROSSED = re.compile(
    r"(?:\(\s?x\s?\)|\[\s?x\s?\]|[☒☑✓✔✗])\s*(not cleared|unrestricted|restricted)\b", re.IGNORECASE
)


def find_clearance(letter: Letter) -> Iterator[Candidate]:
    """Candidates for clearance: "unrestricted", "restricted" or "not cleared"."""
    for found in letter.of("clearance"):
        if found.place != "above":
            raw = found.line.text if has_boxes(found.line.text) else found.text
            text = " ".join(ticked_options(raw)) if has_boxes(raw) else found.text
            value = _level(text)
            if value:
                yield propose("clearance", value, "label", 0.9, found.page, found.words)
    for passage in letter.passages:
        value = (
            _level(passage.text)
            if re.search(r"clear|participate", passage.text, re.I) or _is_choice(passage.raw)
            else None
        )
        if value and not _is_an_option(passage):
            yield propose("clearance", value, "prose", 0.75, passage.page, passage.lines[0].words)


def _is_choice(raw: str) -> bool:
    """Boxes to choose among, of which one says that nothing is restricted."""
    said = re.search(r"\b(?:no|without|any) restrictions?\b|\bunrestricted\b", raw, re.I)
    return said is not None and has_boxes(raw) and len(ticked_options(raw)) == 1


def _is_an_option(passage: Passage) -> bool:
    """A word or two in a row of boxes whose own box was not seen: printed, but not said."""
    first = passage.lines[0]
    height = first.box[3] - first.box[1]
    return len(passage.text.split()) <= 3 and any(
        has_boxes(line.text) and abs(line.box[1] - first.box[1]) < height
        for line in passage.page.lines
        if line is not first
    )


def _level(text: str) -> str | None:
    """The level that a text says. A caption that names the levels to choose from says none."""
    text = re.sub(r"\([^)]*\w\s*[/|,]\s*\w[^)]*\)", " ", text)
    if len({word.casefold() for word in _LEVELS.findall(text)}) > 1:
        # All levels are printed: the one with a cross before it is meant, or none can be told.
        crossed = _CROSSED.findall(text)
        return crossed[0].casefold() if len(crossed) == 1 else None
    for value, pattern in _CLEARANCE:
        if pattern.search(text):
            return value
    return None
