"""The day on which a sheet's measures were taken, as the sheet says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.options import DateOrder
from extractors.tables import Row
from extractors.values.dates import find_dates

_TAKEN = re.compile(
    r"\b(?:dates? (?:of )?"
    r"(?:assessment|evaluation|test(?:ing)?|visit|exam\w*|screening|measurement)"
    r"|(?:assessment|evaluation|test(?:ing)?|exam|visit|screening) date"
    r"|(?:tested|evaluated|assessed|measured|completed|taken)(?: on)?)\W{0,3}$",
    re.IGNORECASE,
)


def day_of_sheet(rows: Sequence[Row], written: date | None, order: DateOrder) -> date | None:
    """The one day that stands beside words of measuring, else the document's own date.

    written: the accepted date of the document. None where the sheet names several such days.
    """
    said = {
        mention.iso
        for row in rows
        for mention in find_dates(row.text, order)
        if _TAKEN.search(row.text[: mention.start].rstrip())
    }
    if len(said) > 1:
        return None
    return date.fromisoformat(said.pop()) if said else written
