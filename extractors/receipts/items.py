"""A receipt's line items: from tables by their columns, from till slips line by line.

Items stand between the heading (or the paper's head) and the first row that calls itself a
total. Their description may stand in the row of the amount, in the row above it (a till
prints the article, then "9557368063013 1 X 5.20  5.20"), or go on in the row below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

import yaml

from casebook.records import Evidence, LineItem
from extractors.options import DateOrder
from extractors.page import Word, evidence
from extractors.tables import (
    GAP,
    UNKNOWN,
    Column,
    Heading,
    LabelledAmount,
    Phrasebook,
    Row,
    find_headings,
)
from extractors.values.amounts import AmountMention, find_amounts, money
from extractors.values.dates import DateMention, find_dates

_ENDS = frozenset(
    {"subtotal", "total", "total_final", "amount_due", "tax", "tendered", "change", "balance_due"}
)
_NAMES_THE_SUM = 0.7
"""A row whose words say "amount", "fee" or the like to this part names a sum, not an article."""

_PASSED_OVER = frozenset(
    {
        "previous_balance",
        "regular_price",
        "saved",
        "paid",
        "insurance_paid",
        "discount",
        "rounding",
        "tax_included",
        "tax_base",
        "count",
    }
)
_TIMES = re.compile(
    r"(?<![\w.])(?P<count>\d{1,3}(?:\.\d{1,3})?)\s?(?:[xX×*@]|pcs?\b|ea\b|units?\b|nos?\b)\s?",
    re.IGNORECASE,
)
_TIMES_BEHIND = re.compile(r"^\s?[xX×*]\s?(?P<count>\d{1,3})(?!\d)")
_LONG_NUMBER = re.compile(r"(?<!\w)[\d*#-]{6,}(?!\w)")
_TRAILING = re.compile(r"^[\s.,_|:)\]'’\"-]*(?:(?:USD|RM|SR|ZR|ZRL|SRG|[A-Z]{1,2})\b[\s.*]*)?\W*$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_EDGES = " \t.,:;|_-–—*#'\"©[]"


@dataclass(frozen=True)
class Item:
    """One line item with where it stands. `from_table`: its columns have headings.

    date_of_service: its date stands under a heading that says so.
    """

    line: LineItem
    amount: Decimal
    row: int
    evidence: Evidence
    word_confidence: float
    from_table: bool
    date_of_service: bool = False
    date_in_column: bool = False


@dataclass(frozen=True)
class Listing:
    """A receipt's items. table_rows: each row of a table by index, with the table's heading."""

    items: tuple[Item, ...]
    table_rows: Mapping[int, Heading]


@cache
def headings() -> Phrasebook:
    """The phrases of columns.yaml."""
    source = files("extractors.receipts") / "columns.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def find_items(rows: Sequence[Row], amounts: Sequence[LabelledAmount], order: DateOrder) -> Listing:
    """All line items in printed order, and the rows of their tables."""
    tables = [heading for heading in find_headings(rows, headings()) if _lists_items(heading)]
    labelled = {amount.row: amount for amount in amounts}
    in_summary = {amount.row for amount in amounts if amount.in_summary}
    items: list[Item] = []
    table_rows: dict[int, Heading] = {}
    for heading in tables:
        found, end = _zone(rows, heading.last + 1, heading, labelled, in_summary, order)
        items.extend(found)
        table_rows.update(dict.fromkeys(range(heading.first, end), heading))
    if not items:
        items, _ = _zone(rows, 0, None, labelled, in_summary, order)
    return Listing(tuple(items), table_rows)


def _lists_items(heading: Heading) -> bool:
    if heading.has("date_of_service") and heading.has("amount"):
        return True
    return heading.has("amount", "unit_price") and heading.has("description", "date", "quantity")


def _zone(
    rows: Sequence[Row],
    start: int,
    heading: Heading | None,
    labelled: dict[int, LabelledAmount],
    in_summary: set[int],
    order: DateOrder,
) -> tuple[list[Item], int]:
    """The items from row `start` on, and the index of the row that ends them."""
    items: list[Item] = []
    waiting: list[Row] = []
    for index in range(start, len(rows)):
        row, amount = rows[index], labelled.get(index)
        role = amount.role if amount is not None else None
        if role in _ENDS and _stops(row, role, heading, items):
            return items, index
        if index in in_summary or _passed_over(row, amount, heading):
            waiting.clear()
            continue
        item = _item(index, row, heading, waiting, order) if role is not None else None
        if item is not None:
            items.append(item)
            waiting.clear()
        elif _LETTERS.search(row.text):
            if items and heading and not waiting and index == items[-1].row + 1:
                items[-1] = _continued(items[-1], row, heading)
            waiting.append(row)
    return items, items[-1].row + 1 if items else start


def _passed_over(row: Row, amount: LabelledAmount | None, heading: Heading | None) -> bool:
    """Whether the row's amount is no item's: a payment, an older balance, a bare "Amount"."""
    if amount is None:
        return False
    if amount.role in _PASSED_OVER:
        return not (heading is not None and _charges(row, heading))
    named = amount.role != UNKNOWN and amount.covers >= _NAMES_THE_SUM
    return named and heading is None


def _stops(row: Row, role: str, heading: Heading | None, items: Sequence[Item]) -> bool:
    """A total ends the list; a word such as "tax" inside an article's name does not."""
    if role in {"total", "total_final", "subtotal", "amount_due"}:
        return bool(items) or heading is not None
    return bool(items) and not (heading is not None and find_dates(row.text))


def _charges(row: Row, heading: Heading) -> bool:
    """Whether the row has an amount in the table's charge column."""
    return heading.has("payment", "balance") and any(
        heading.column_of(row.words_between(m.start, m.end)).name == "amount"
        for m in find_amounts(row.text)
        if m.value > 0
    )


def _item(
    index: int, row: Row, heading: Heading | None, waiting: Sequence[Row], order: DateOrder
) -> Item | None:
    mentions = find_amounts(row.text)
    if not mentions or not _TRAILING.match(row.text[mentions[-1].end :]):
        return None
    placed = _placed(row, mentions, heading)
    amount = placed.get("amount")
    if amount is None or amount.value < 0:
        return None
    dates = find_dates(row.text[: mentions[0].start], order)
    date_column = _date_column(row, dates, heading)
    quantity, quantity_span = _quantity(row, mentions, heading)
    unit = placed.get("unit_price")
    spans = [(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates]
    words = _description_words(row, spans + ([quantity_span] if quantity_span else []), heading)
    description = _joined(words)
    if not description and waiting:
        above = waiting[-1]
        words = _description_words(above, [], None)
        description = _joined(words)
    if not description or not _LETTERS.search(description):
        return None
    line = LineItem(
        description=description,
        date=dates[0].iso if dates and (date_column is not None or heading is None) else None,
        quantity=quantity,
        unit_price=money(unit.value) if unit is not None else None,
        amount=money(amount.value),
    )
    return Item(
        line=line,
        amount=amount.value,
        row=index,
        evidence=evidence(row.page, row.words),
        word_confidence=min(
            word.confidence for word in row.words_between(amount.start, amount.end)
        ),
        from_table=heading is not None,
        date_of_service=date_column is not None and date_column.name == "date_of_service",
        date_in_column=date_column is not None,
    )


def _placed(
    row: Row, mentions: Sequence[AmountMention], heading: Heading | None
) -> dict[str, AmountMention]:
    """Amounts by column name; without a heading the last is the amount, the one before its price."""
    placed: dict[str, AmountMention] = {}
    if heading is not None:
        for mention in mentions:
            column = heading.column_of(row.words_between(mention.start, mention.end))
            name = column.name
            if name == "unit_price" and not heading.has("amount"):
                name = "amount"
            if name in {"amount", "unit_price", "payment", "balance", "discount", "tax"}:
                placed[name] = mention
        if not placed.keys() & {"amount", "payment", "balance"}:
            placed["amount"] = mentions[-1]
        return placed
    placed["amount"] = mentions[-1]
    if len(mentions) > 1:
        placed["unit_price"] = mentions[-2]
    return placed


def _date_column(row: Row, dates: Sequence[DateMention], heading: Heading | None) -> Column | None:
    """The date column under which the row's first date stands."""
    if heading is None or not dates:
        return None
    column = heading.column_of(row.words_between(dates[0].start, dates[0].end))
    if column.name in {"date", "date_of_service"}:
        return column
    return None


def _quantity(
    row: Row, mentions: Sequence[AmountMention], heading: Heading | None
) -> tuple[float | None, tuple[int, int] | None]:
    """ "2 x", "1 PC", or a small number in the quantity column; and its characters."""
    first, last = mentions[0], mentions[-1]
    if heading is not None and heading.has("quantity"):
        for match in re.finditer(r"(?<![\w.,/$-])\d{1,3}(?:\.\d{1,2})?(?![\w.,/%])", row.text):
            inside = any(m.start < match.end() and match.start() < m.end for m in mentions)
            words = row.words_between(*match.span())
            if not inside and heading.column_of(words).name == "quantity":
                return float(match[0]), match.span()
        for mention in mentions:  # a quantity such as 1.00 looks like money
            words = row.words_between(mention.start, mention.end)
            if heading.column_of(words).name == "quantity" and mention is not last:
                return float(mention.value), None
    for match in _TIMES.finditer(row.text[: last.start]):
        if float(match["count"]) > 0:
            return float(match["count"]), match.span()
    behind = _TIMES_BEHIND.match(row.text[first.end :])
    if behind is not None:
        return float(behind["count"]), (first.end, first.end + behind.end())
    return None, None


def _description_words(
    row: Row, spans: Sequence[tuple[int, int]], heading: Heading | None
) -> list[Word]:
    """The words that name the article: no amounts, dates, codes, nor other columns' words."""
    taken = {id(word) for start, end in spans for word in row.words_between(start, end)}
    kept: list[Word] = []
    for cell in row.cells:
        left = [word for word in cell.words if id(word) not in taken]
        if not left:
            continue
        if heading is not None and kept and not _describes(left, heading):
            continue
        if heading is not None and not kept and _only_a_code(left, heading):
            continue
        kept.extend(word for word in left if not _LONG_NUMBER.fullmatch(word.text))
    return kept


def _describes(words: Sequence[Word], heading: Heading) -> bool:
    return heading.column_of(words).name == "description"


def _only_a_code(words: Sequence[Word], heading: Heading) -> bool:
    column = heading.column_of(words).name
    if column in {"code", "person", "length"}:
        return heading.has("description") and len(words) <= 2
    return False


def _joined(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words).replace(GAP, " ")
    text = re.sub(r"(?:\s+(?:RM|USD|\$|SR|ZR|[|_©:.]+))+$", "", f" {text}")
    text = re.sub(r"^(?:\s*[|_©:.*#-]+\s)+", " ", text)
    return re.sub(r"\s+", " ", text).strip(_EDGES)


def _continued(item: Item, row: Row, heading: Heading) -> Item:
    """The item with a description that goes on in the row below, under the same heading."""
    if len(row.cells) != 1 or not _describes(row.cells[0].words, heading):
        return item
    if find_dates(row.text) or ":" in row.text:
        return item
    description = f"{item.line.description} {_joined(row.words)}"
    line = item.line.model_copy(update={"description": description})
    return Item(**{**item.__dict__, "line": line})


def outside_tables(
    amounts: Sequence[LabelledAmount], rows: Sequence[Row], listing: Listing
) -> tuple[LabelledAmount, ...]:
    """The amounts that no table accounts for; of a table's rows, what its payments column holds."""
    kept = []
    for amount in amounts:
        heading = listing.table_rows.get(amount.row)
        if heading is None:
            kept.append(amount)
        elif heading.column_of(amount.words).name == "payment":
            kept.append(replace(amount, role="paid"))
        elif amount.role == "previous_balance":
            kept.append(amount)
    return tuple(kept)
