"""A value that one way of looking proposes for one field.

Finders propose, `extractors.deciding` decides: several candidates with the
same value raise its confidence, different ones lower it. A finder never
drops a doubtful value on its own; it says how sure it is and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casebook.records import Evidence, FieldValue

Way = Literal["label", "form", "table", "prose", "letterhead", "signature_block", "layout", "sum"]
"""How it was found.

label: a printed label beside or above the value. form: an AcroForm field.
table: a column under its heading. prose: a sentence. letterhead: the top of
the page. signature_block: around the signature. layout: by position alone.
sum: by arithmetic from other values.
"""


@dataclass(frozen=True)
class Candidate:
    """One proposal.

    field: the contract's name. value: in contract form (see casebook.records.reading).
    way: how it was found. strength: 0 to 1, how well label, position and shape
    fit, judged by the finder, not counting how well the letters were read.
    word_confidence: the engine's confidence in the least sure word of the value.
    passed, failed: names of checks that the value went through ("npi.check_digit",
    "sum.line_items", "label.exact", …).
    mended: an OCR confusion was mended to make a check pass (then say which in `passed`).
    """

    field: str
    value: FieldValue
    way: Way
    strength: float
    word_confidence: float
    evidence: tuple[Evidence, ...]
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    mended: bool = False
    currency: str | None = None
