"""Payments that are still to be made: the next draft, a plan of instalments, a card to be charged.

Their amounts were not paid, and their dates are neither the payment's nor the paper's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.tables import Row
from extractors.values.amounts import find_amounts

_PAYS = r"(?:auto\w*|auto[- ]pay\w*|pay\w*|bill\w*|charge|draft|draw|instal+ment|due)"
_TO_COME = re.compile(
    rf"\W*(?:your\s+)?(?:next|upcoming|future|scheduled)\s+{_PAYS}\b"
    r"|\W*(?:auto[- ]?pay\w*|automatic\s+payment|payment|draft|instal+ment|charge)s?\s+"
    r"(?:is\s+|are\s+)?(?:scheduled|upcoming|to\s+come)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\W*(?:(?:your|monthly|agreed)\s+)?"
    r"(?:(?:payment|instal+ment|billing|draft)s?\s+(?:plan|schedule|arrangement)s?"
    r"|(?:scheduled|upcoming|future|remaining|planned)\s+(?:payment|instal+ment|draft|charge)s?"
    r"|instal+ments?)\b[^.$]{0,40}$",
    re.IGNORECASE,
)
"""The heading of a plan of payments."""
_MADE = re.compile(r"\b(?:paid|received|posted|collected|thank)\b", re.IGNORECASE)


def rows_to_come(rows: Sequence[Row]) -> frozenset[int]:
    """Indexes of the rows that speak of payments to be made: sentences that say so, and the
    rows of a plan below its heading."""
    found: set[int] = set()
    planned = False
    for index, row in enumerate(rows):
        amounts = find_amounts(row.text)
        if _PLAN.match(row.text) and not amounts:
            planned = True
            found.add(index)
        elif planned and amounts and not _MADE.search(row.text):
            found.add(index)
        elif planned and index - 1 in found and not amounts and len(row.cells) > 1:
            found.add(index)  # the plan's own column headings
        else:
            planned = False
            if _TO_COME.match(row.text):
                found.add(index)
    return frozenset(found)
