"""What was paid for: the service's description, from the items or beside its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.candidate import Candidate
from extractors.proposing import from_label
from extractors.receipts.item_rows import Item
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.labels import Labelled
from extractors.values.people import is_name

_LETTERS = re.compile(r"[^\W\d_]{3}")


def find_description(
    items: Sequence[Item], labelled: Sequence[Labelled], unsure: bool = False
) -> Iterator[Candidate]:
    """Candidates for description: the service listed most often, then the dearest.

    unsure: the items do not make the receipt's sum, so that some may be none.
    """
    if items:
        yield _of_items(items, unsure)
        return
    for found in labelled:
        if found.name not in {"description", "for"} or found.place == "above":
            continue
        if found.name == "for" and (found.place == "below" or is_name(found.text)):
            continue
        text = _without_tail(found.text)
        if _LETTERS.search(text) and len(text) <= 120:
            yield from_label(
                "description", text, found, weight=0.85 if found.name == "description" else 0.7
            )


def _without_tail(text: str) -> str:
    """The words before a date or an amount that ends the line ("session on 6/8/2026")."""
    ends = [date.start for date in find_dates(text)]
    ends += [amount.start for amount in find_amounts(text)]
    text = re.sub(r"\s+(?:on|dated|at|of|for)\s*$", "", text[: min(ends, default=len(text))])
    return text.strip(" .,;:|(-–")


def _of_items(items: Sequence[Item], unsure: bool) -> Candidate:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault((item.line.description or "").casefold(), []).append(item)
    best = max(
        groups.values(),
        key=lambda group: (len(group), sum((item.amount for item in group), Decimal(0))),
    )
    share = len(best) / len(items)
    several = len(groups) > 1 and len(best) == 1
    told = _LETTERS.search(best[0].line.description or "") is not None
    doubts = {
        "description.several": several,
        "description.unsure": unsure,
        "description.code": not told,
    }
    return Candidate(
        field="description",
        value=best[0].line.description or "",
        way="table" if best[0].from_table else "layout",
        strength=round(0.6 + 0.3 * share, 3),
        word_confidence=min(item.word_confidence for item in best),
        evidence=tuple(item.evidence for item in best),
        failed=tuple(name for name, holds in doubts.items() if holds),
    )
