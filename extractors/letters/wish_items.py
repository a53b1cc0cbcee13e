"""A list's text cut into its items, as restrictions and goals are written."""

from __future__ import annotations

import re

from extractors.letters.prose import without_bullet
from extractors.values.ticks import has_boxes, ticked_options

_SPLIT = re.compile(r"\s*[;•·●▪]\s*|\s+(?=\(?\d[.)]\s+[A-Za-z])|\s\|\s")
COMMA_ORDER = re.compile(
    r",\s*(?:and\s+)?(?=(?:no|avoid|do not|limit|keep|never)\s)", re.IGNORECASE
)
_TO_AND_TO = re.compile(r",?\s+and to\s+|,\s+to\s+", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[^\s.A-Z])\.\s+(?=[A-Z])")
ORDER = re.compile(
    r"^(?:(?:please\s+)?(?:no|avoid|do not|don't|limit|keep|carry|check|monitor|maintain|"
    r"never|hold|use|wear|stay|must not|must|limited|seated|non|partial|toe|"
    r"weight[- ]bearing|wbat|nwb|ttwb|pwb|only|light|pain[- ]free|low[- ]impact))\b",
    re.IGNORECASE,
)


def items_in(text: str) -> tuple[str, ...]:
    parts = _SPLIT.split(text)
    if len([part for part in parts if part.strip()]) == 1:
        parts = [piece for part in parts for piece in COMMA_ORDER.split(part)]
        parts = [piece for part in parts for piece in _TO_AND_TO.split(part)]
        parts = [piece for part in parts for piece in SENTENCE.split(part)]
    cleaned = (clean(part) for part in parts)
    return tuple(item for item in cleaned if len(item) > 2)


def ticked_in(raw: str) -> tuple[str, ...]:
    return tuple(clean(option) for option in ticked_options(raw)) if has_boxes(raw) else ()


def clean(text: str) -> str:
    text = without_bullet(re.sub(r"_{2,}", " ", text))
    text = re.sub(
        r"^(?:and|to|the patient can|patient will)\s+", "", text.strip(" ,;:-–—"), flags=re.I
    )
    text = re.sub(r"(?:\s+[°¢•*«»©·])+\s*$", "", text)  # the next item's bullet, misread
    text = re.sub(r"\bSp[0o]2\b", "SpO2", text)
    text = re.sub(r"\b(Hb)?A[lI]c\b", r"\1A1c", text)  # no other word is spelled so
    return re.sub(r"\s+", " ", text).strip(" .,;")
