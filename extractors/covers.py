"""The sheet that a fax machine's user lays over a paper.

It says who sends how many pages to whom on which day; none of that is the paper's. It stays
with the paper that it covers, no finder looks at it, and its reading says so (`page.cover`).
"""

from __future__ import annotations

import re

from extractors.page import Page

_TITLE = re.compile(
    r"\b(?:fax|facsimile)\s+(?:cover|transmi\w+|message|memo)\b|\bcover\s+(?:sheet|page)\b"
    r"|^\W*(?:fax|facsimile)\W*$",
    re.IGNORECASE,
)
_PARTS = (
    re.compile(r"^\W*(?:to|attn|attention)\b", re.IGNORECASE),
    re.compile(r"^\W*from\b", re.IGNORECASE),
    re.compile(
        r"\b(?:pages?|pgs?)\b\W*(?:with cover|incl\w*)?|\b(?:no|number|#) of p", re.IGNORECASE
    ),
)
"""Whom it goes to, whom it comes from, how many pages: what a cover sheet is for."""
_ORDERS = re.compile(
    r"\b(?:diagnos[ei]s|dx|icd|npi|rx|frequency|restrictions?|precautions?|d\.?o\.?b|date of birth"
    r"|total|amount)\b|\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b|\$\s?\d",
    re.IGNORECASE,
)
"""What only a paper says that is worth reading: a short order may be sent as the fax itself."""
_MOST_WORDS = 190
"""A longer page is a letter that is headed "FAX", or an order form that is sent by fax."""


def is_cover(page: Page) -> bool:
    """Whether the page is a fax's cover sheet and says nothing else."""
    texts = [line.text for line in page.lines]
    if not 0 < len(page.words) <= _MOST_WORDS or not any(_TITLE.search(text) for text in texts):
        return False
    if any(_ORDERS.search(text) for text in texts):
        return False
    return all(any(part.search(text) for text in texts) for part in _PARTS)


def without_cover(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The paper without the cover sheets that lie on it; a cover alone stays what it is."""
    first = next((index for index, page in enumerate(pages) if not is_cover(page)), 0)
    return pages[first:]
