"""What stands right beside a value on a receipt and speaks against using it unseen.

sum.no_cents       an amount without cents among amounts with them: the point may not have been read
sum.taxes_apart    another line of the paper is a tax, too, whatever its amount
name.line_beside   a line of the same type from the same edge may be the name's other half
dates.due          "by" or "due" stands before the day: it is one to pay by
number.in_prose    a number in a sentence that does not say of what: a check's, a claim's
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.records.reading import MONEY_FIELDS
from extractors.candidate import Candidate
from extractors.tables import Row

_CENTS = re.compile(r"\d\s?[.,]\s?\d{2}(?!\d)")
_FEW = 2
"""Amounts with cents from which an amount without them is odd."""
_TAX = re.compile(
    r"^\W*(?:(?:sales|state|city|county|local|food|general)\s+)?(?:tax|gst|hst|pst|vat)\b(?!\s*(?:id|no|in"
    r"v|exempt|free|date))",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:by|before|until|no later than|due|due on|due by)\W*$", re.IGNORECASE)
_SAYS_OF_WHAT = re.compile(
    r"\b(?:receipt|invoice|statement|bill|order|ticket|trans\w*|ref\w*|sale|confirmation)\b"
    r"\W*(?:no|number|id|#)?\W*$",
    re.IGNORECASE,
)
_PROSE = 9
"""Words of a row that is a sentence."""


def of_place(candidate: Candidate, rows: Sequence[Row]) -> Iterator[str]:
    """The failed checks of one candidate."""
    if candidate.field in MONEY_FIELDS and candidate.way != "sum":
        cents = sum(len(_CENTS.findall(row.text)) for row in rows)
        if cents >= _FEW and not any(_CENTS.search(piece.text) for piece in candidate.evidence):
            yield "sum.no_cents"
    if candidate.field == "tax" and not any(check.startswith("sum.") for check in candidate.passed):
        taxes = [row for row in rows if _TAX.search(row.text) and re.search(r"\d", row.text)]
        if len(taxes) > 1:
            yield "sum.taxes_apart"
    if (
        candidate.field == "vendor_name"
        and candidate.way == "letterhead"
        and _is_half(candidate, rows)
    ):
        yield "name.line_beside"
    if candidate.field == "payment_date" and any(
        _DUE.search(before) for before, _ in _around(candidate, rows)
    ):
        yield "dates.due"
    if candidate.field == "receipt_number" and any(
        len(whole.split()) >= _PROSE and not _SAYS_OF_WHAT.search(before)
        for before, whole in _around(candidate, rows)
    ):
        yield "number.in_prose"


def _is_half(candidate: Candidate, rows: Sequence[Row]) -> bool:
    """Whether a line right above or below the name, in the same type from the same edge, may be
    its other half, as in an address block of small type."""
    piece = candidate.evidence[0]
    page = next(row.page for row in rows if row.page.number == piece.page)
    height = piece.box[3] - piece.box[1]
    return len(candidate.evidence) == 1 and any(
        abs(line.box[0] - piece.box[0]) < 0.2 * height
        and abs(line.box[3] - line.box[1] - height) < 0.06 * height
        and -0.2 * height < max(line.box[1] - piece.box[3], piece.box[1] - line.box[3])
        and max(line.box[1] - piece.box[3], piece.box[1] - line.box[3]) < 0.6 * height
        and line.text[:1].isupper()
        and not any(char.isdigit() or char == ":" for char in line.text)
        and line.text not in piece.text
        for line in page.lines
    )


def _around(candidate: Candidate, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """(what stands before the value in its row, the whole row)."""
    for piece in candidate.evidence:
        middle = (piece.box[1] + piece.box[3]) / 2
        for row in rows:
            tops = [word.box[1] for cell in row.cells for word in cell.words]
            bottoms = [word.box[3] for cell in row.cells for word in cell.words]
            level = row.page.number == piece.page and min(tops) < middle < max(bottoms)
            if level and piece.text in row.text:
                yield row.text[: row.text.index(piece.text)], row.text
