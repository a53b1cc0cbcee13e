"""Tick boxes in a line of text: which conditions are ticked, which merely printed on the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Tick = Literal["ticked", "empty"]

_TICKED = r"[☒☑✓✔✗✘🗹🗷■]|\[\s?[xX✓✔✗*]\s?\]|\(\s?[xX✓✔✗]\s?\)|(?<!\w)_{1,6}\s?[xX✓✔✗]\s?_{1,6}(?!\w)"
_EMPTY = r"[☐□▢◻]|\[\s{0,3}_?\s?\]|\(\s{1,3}\)|(?<!\w)_{2,8}(?=\s?[A-Z])"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")
_ANY_BOX = rf"(?:{_TICKED}|[☐□▢◻]|\[\s{{0,3}}_?\s?\]|\(\s{{1,3}}\)|_{{2,8}})"
_YES_NO = re.compile(r"[\s:?.|]*(?:yes[\s/|]*no|y[\s/|]*n)\b", re.IGNORECASE)
_BETWEEN = r"[\s:?.,|/]*"
_YES_NO_BOXED = (
    # [x] yes [ ] no
    re.compile(
        rf"{_BETWEEN}(?P<yes>{_ANY_BOX})\s*(?:yes|y)\b{_BETWEEN}(?P<no>{_ANY_BOX})\s*(?:no|n)\b",
        re.IGNORECASE,
    ),
    # yes [x] no [ ]
    re.compile(
        rf"{_BETWEEN}(?:yes|y)\s*(?P<yes>{_ANY_BOX}){_BETWEEN}(?:no|n)\s*(?P<no>{_ANY_BOX})",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True)
class _Box:
    start: int
    end: int
    tick: Tick


def tick_of(text: str, start: int, end: int) -> Tick | None:
    """Whether the words at start:end are ticked; None when the line has no boxes for them.

    "Diabetes  Yes No" without a mark says nothing and counts as empty.
    """
    answered = next((a for way in _YES_NO_BOXED if (a := way.match(text, end))), None)
    if answered is not None:
        yes, no = (_BOX.fullmatch(answered[word]) for word in ("yes", "no"))
        ticked = bool(yes and yes["ticked"]) and not (no and no["ticked"])
        return "ticked" if ticked else "empty"
    if _YES_NO.match(text, end):
        return "empty"
    boxes = [_Box(*match.span(), _kind(match)) for match in _BOX.finditer(text)]
    if not boxes:
        return None
    within = [box for box in boxes if start <= box.start < end]
    if len(within) == 1 and not re.search(r"\w", text[start : within[0].start]):
        return within[0].tick  # the words were cut with their box: "✗ Osteoporosis"
    before = [box for box in boxes if box.end <= start]
    if _trailing(text, boxes):
        before = []
    if not before:
        after = [box for box in boxes if box.start >= end]
        return after[0].tick if after and not text[end : after[0].start].strip(" .:_-") else None
    if re.search(r"[.;]\s", text[before[-1].end : start]):
        return None  # a sentence ended between the box and the words
    return before[-1].tick


def answer_end(text: str, end: int) -> int:
    """Where a "yes" and "no" with boxes behind words that end here ends; `end` if there is none."""
    answered = next((a for way in _YES_NO_BOXED if (a := way.match(text, end))), None)
    return answered.end() if answered else end


def _kind(match: re.Match[str]) -> Tick:
    return "ticked" if match["ticked"] else "empty"


def _trailing(text: str, boxes: list[_Box]) -> bool:
    """Do the boxes of the line stand behind their words: "Gout [x]  Asthma [ ]"?"""
    words_first = bool(re.search(r"\w", text[: boxes[0].start]))
    return words_first and not re.search(r"\w", text[boxes[-1].end :])
