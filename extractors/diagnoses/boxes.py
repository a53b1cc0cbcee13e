"""Tick boxes in a line of text: which conditions are ticked, which merely printed on the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Tick = Literal["ticked", "empty"]

_BOX = re.compile(
    r"(?P<ticked>[☒☑✓✔✗✘]|\[\s?[xX✓✗*]\s?\]|\(\s?[xX✓✗]\s?\)|■)"
    r"|(?P<empty>[☐□]|\[\s{0,2}_?\s?\]|\(\s{1,3}\)|(?<!\w)_{2,4}(?=\s[A-Z]))"
)
_YES_NO = re.compile(r"[\s:?.|]*(?:yes[\s/|]*no|y[\s/|]*n)\b", re.IGNORECASE)
_YES_NO_BOXED = re.compile(
    r"[\s:?.|]*(?P<yes>\S{1,3})\s*(?:yes|y)\b\W*?(?P<no>\S{1,3})\s*(?:no|n)\b", re.IGNORECASE
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
    answer = _YES_NO_BOXED.match(text, end)
    if answer is not None:
        yes, no = _tick(answer["yes"]), _tick(answer["no"])
        if yes is not None or no is not None:
            return "ticked" if yes == "ticked" and no != "ticked" else "empty"
    if _YES_NO.match(text, end):
        return "empty"
    boxes = [_Box(*match.span(), _kind(match)) for match in _BOX.finditer(text)]
    if not boxes:
        return None
    before = [box for box in boxes if box.end <= start]
    if not before:
        after = [box for box in boxes if box.start >= end]
        return after[0].tick if after and not text[end : after[0].start].strip(" .:_-") else None
    if re.search(r"[.;]\s", text[before[-1].end : start]):
        return None  # a sentence ended between the box and the words
    return before[-1].tick


def _kind(match: re.Match[str]) -> Tick:
    return "ticked" if match["ticked"] else "empty"


def _tick(text: str) -> Tick | None:
    match = _BOX.fullmatch(text)
    return _kind(match) if match else None
