"""Every amount of a paper with the role that the words beside it give it.

Which words give which role is the caller's data, a phrasebook: a receipt and a payer's letter
have different ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casebook.records import Evidence
from extractors.page import Word, evidence
from extractors.tables.phrases import Phrasebook
from extractors.tables.rows import Row
from extractors.values.amounts import AmountMention, find_amounts, suspected_amounts

UNKNOWN = "unknown"
"""The role of an amount whose label says nothing: a line item, or a label that was misread."""

_SUMMARY = re.compile(
    r"\b(?:gst|tax|vat|sst)\s*(?:su[mi]+\w*|analysis|breakdown|code)\b"
    r"|\bamount\s*\(?rm\)?.*\btax\b|\btax\s*rate\b.*\b(?:net|amt|amount)",
    re.IGNORECASE,
)
"""Heads the small table that splits amounts by tax rate, which repeats sums under other names."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class LabelledAmount:
    """An amount and its role.

    label: the words beside it. row: index among the rows. exact: the label's letters fitted
    exactly. covers: the part of the label, 0 to 1, that the role's words make up. alone: no
    second amount stands in the row. in_summary: it stands in a table of taxes by rate.
    mended: its digits are only suspected, so a sum must confirm it.
    """

    role: str
    value: Decimal
    label: str
    row: int
    evidence: Evidence
    words: tuple[Word, ...]
    exact: bool
    covers: float = 1.0
    alone: bool = True
    in_summary: bool = False
    mended: bool = False
    currency: str | None = None

    @property
    def word_confidence(self) -> float:
        """The engine's confidence in the least sure word of the amount."""
        return min(word.confidence for word in self.words)


@dataclass(frozen=True, slots=True)
class Role:
    """A role's name, and how well the label's words fit it: see LabelledAmount."""

    name: str
    exact: bool
    covers: float


def labelled_amounts(
    rows: Sequence[Row], book: Phrasebook, last_of: frozenset[str] = frozenset()
) -> tuple[LabelledAmount, ...]:
    """All amounts with the role of the label beside or right above them, from the top.

    last_of: roles of which, where several amounts follow one label, only the last is meant
    ("Total  3  6.36").
    """
    found: list[LabelledAmount] = []
    summary = False
    for index, row in enumerate(rows):
        mentions = find_amounts(row.text)
        if _SUMMARY.search(row.text) and not mentions:
            summary = True
        found.extend(
            _in_row(index, row, mentions or suspected_amounts(row.text), summary, book, last_of)
        )
        below = rows[index + 1] if index + 1 < len(rows) else None
        if not mentions and below is not None and below.page is row.page:
            found.extend(_below(index, row, below, book))
    return tuple(found)


def _in_row(
    index: int,
    row: Row,
    mentions: Sequence[AmountMention],
    summary: bool,
    book: Phrasebook,
    last_of: frozenset[str],
) -> Iterable[LabelledAmount]:
    """Label, amount, label, amount … from left to right; a label serves the amounts after it."""
    at, label = 0, ""
    for position, mention in enumerate(mentions):
        between = row.text[at : mention.start]
        own_label = bool(_LETTERS.search(_without_marks(between)))
        if own_label:
            label = between
        elif position == 0:
            label = _behind(row.text, mentions)
        at = mention.end
        following = mentions[position + 1].start if position + 1 < len(mentions) else None
        repeated = following is not None and not _LETTERS.search(
            _without_marks(row.text[at:following])
        )
        best = _role(label, book)
        if best is None or (repeated and best.name in last_of):
            best = Role(
                UNKNOWN, exact=False, covers=0.0
            )  # of several amounts beside "Total" the last is the sum
        yield _labelled(
            best, index, row, mention, label.strip(), alone=len(mentions) == 1, summary=summary
        )


def _below(index: int, row: Row, below: Row, book: Phrasebook) -> Iterable[LabelledAmount]:
    """A label alone in its row, its amount alone in the next."""
    mentions = find_amounts(below.text)
    best = _role(row.text, book)
    if best is None or len(mentions) != 1 or best.name in {"total_weak", "count"}:
        return
    if _LETTERS.search(_without_marks(below.text[: mentions[0].start])):
        return
    yield _labelled(best, index + 1, below, mentions[0], row.text, alone=True, summary=False)


def _role(label: str, book: Phrasebook) -> Role | None:
    """The role that the longest phrase of the words beside an amount gives it."""
    plain = _without_marks(label)
    last_clause = re.split(r"[,;]\s", plain)[-1]
    if book.best(last_clause) is not None:
        plain = last_clause  # "… per session, for a total of"
    best = book.best(plain)
    if best is None:
        return None
    letters = sum(char.isalpha() for char in plain)
    covered = sum(char.isalpha() for char in plain[best.start : best.end])
    return Role(best.name, best.exact, covered / letters if letters else 1.0)


def _labelled(
    best: Role,
    index: int,
    row: Row,
    mention: AmountMention,
    label: str,
    *,
    alone: bool,
    summary: bool,
) -> LabelledAmount:
    words: tuple[Word, ...] = row.words_between(mention.start, mention.end)
    return LabelledAmount(
        role=best.name,
        value=mention.value,
        label=label,
        row=index,
        evidence=evidence(row.page, words),
        words=words,
        exact=best.exact,
        covers=best.covers,
        alone=alone,
        in_summary=summary,
        mended=mention.mended,
        currency=mention.currency,
    )


def _behind(text: str, mentions: Sequence[AmountMention]) -> str:
    """The words behind the first amount, for papers that print "$120.00 Total"."""
    until = mentions[1].start if len(mentions) > 1 else len(text)
    words = text[mentions[0].end : until].strip()
    return words if len(words) >= 4 else ""


def _without_marks(text: str) -> str:
    """Without currency and percentages, which are no label."""
    return re.sub(r"\b(?:RM|USD|MYR|EUR|GBP)\b|\d+(?:\.\d+)?\s?%", " ", text, flags=re.IGNORECASE)
