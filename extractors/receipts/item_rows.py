"""One row of a receipt as a line item: description, date, quantity, price and amount told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from casebook.records import Evidence, LineItem
from extractors.options import DateOrder
from extractors.page import Word, evidence
from extractors.tables import (
    GAP,
    Column,
    Heading,
    Row,
)
from extractors.values.amounts import AmountMention, find_amounts, money
from extractors.values.dates import DateMention, find_dates

_LASTS = r"(?:min(?:ute)?s?|mins|hrs?|hours?|days?|weeks?|months?|sessions?|visits?|pack)\b"
"""What a number in a description counts, when it is no quantity: "60 min", "8 x 60 min"."""

_TIMES = re.compile(
    r"(?<![\w.])(?P<count>\d{1,3}(?:\.\d{1,3})?)\s?(?:[xX×*@]|pcs?\b|ea\b|units?\b|nos?\b)"
    rf"(?!\s?\d+\s?-?{_LASTS})\s?",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(
    rf"(?<![\w.,/$(-])\d{{1,3}}(?:\.\d{{1,2}})?(?![\w.,/%)-])(?!\s?-?{_LASTS})", re.IGNORECASE
)
_NOTE = re.compile(
    r"\b(?:must|expires?d?|expiry|valid|refund\w*|non-?refundable|policy|applies|please|thank|thanks"
    r"|used\s+(?:within|by)|use\s+by|transferable|late\s+fee|questions|terms)\b",
    re.IGNORECASE,
)
"""Terms of sale printed below an item are not the end of its description."""
_TIMES_BEHIND = re.compile(r"^\s?[xX×*]\s?(?P<count>\d{1,3})(?!\d)")
_OTHER_DAY = re.compile(
    r"\b(?:purchased|paid|payment|expir\w*|exp|due|ordered|valid|until|since|weeks?|month|period|beginning"
    r"|booked|booking|scheduled|reserved|sold|created|issued|billed|starting|starts|begins|from|effective|renews|ending|through)\W*(?:on|by|of)?\W*$",
    re.IGNORECASE,
)
"""Words before a date that make it no date of service."""

_CODE_ALONE = re.compile(r"\W*(?:sku|upc|plu|ean|item|art)?\W*#?\s*[\d-]{4,}\W*", re.IGNORECASE)
"""Which article it is by number, printed with the price; its name stands in the row above."""

_CLOCK = re.compile(r"\s(?:[-–@]\s)?(?:at\s)?\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?\s*$", re.IGNORECASE)
"""The time of day of a date that was taken out."""
_LONG_NUMBER = re.compile(r"(?<!\w)[\d*#-]{6,}(?!\w)")
_TRAILING = re.compile(r"^[\s.,_|:)\]'’\"-]*(?:(?:USD|RM|SR|ZR|ZRL|SRG|[A-Z]{1,2})\b[\s.*]*)?\W*$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_EDGES = " \t.,:;|_-–—*#'\"©[]"
_JOINERS = re.compile(
    r"(?:\s+(?:[-–—&,;@]|and|to|on|at|for|of)(?=\s|$))+(?:\s*[x×]\s*\d+)?\s*$|\s[x×]\s*\d+\s*$"
)
"""What joined dates and amounts that were taken out: "Training — & × 4"."""


@dataclass(frozen=True)
class Item:
    """One line item with where it stands. `from_table`: its columns have headings.

    date_of_service: its date stands under a heading that says so. days: all days that its row
    names ("2026-10-06"); the line's own date is there only where it is one. named_above: the row
    above the amount's holds the description.
    """

    line: LineItem
    amount: Decimal
    row: int
    evidence: Evidence
    word_confidence: float
    from_table: bool
    date_of_service: bool = False
    date_in_column: bool = False
    days: tuple[str, ...] = ()
    named_above: bool = False


def read_item(
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
    undated = heading is None or not heading.has("date", "date_of_service")
    if undated and dates and _OTHER_DAY.search(row.text[: dates[0].start]):
        dates = ()
    date_column = _date_column(row, dates, heading)
    quantity, quantity_span = _quantity(row, mentions, heading)
    unit = placed.get("unit_price")
    spans = [(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates]
    spans.append((mentions[-1].end, len(row.text)))  # a tax letter behind the amount
    words = _description_words(row, spans + ([quantity_span] if quantity_span else []), heading)
    description = _joined(words)
    number_alone = heading is None and _CODE_ALONE.fullmatch(description) is not None
    named_above = bool(waiting) and (number_alone or not description)
    if named_above:
        above = waiting[-1]
        words = _description_words(above, [], None)
        description = _joined(words)
    coded = heading is not None and heading.has("code") and not heading.has("description")
    if coded and not _LETTERS.search(description):
        description = _code(row, spans)
    if not description or not (coded or _LETTERS.search(description)):
        return None
    dated = dates if date_column is not None or _is_told(row, dates, heading) else ()
    if heading is not None and dated:
        dated = _in_first_cell(row, dated)  # another column's date is of something else: "Paid on"
    line = LineItem(
        description=description,
        date=dated[0].iso if len(dated) == 1 else None,
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
        days=tuple(date.iso for date in dated),
        named_above=named_above,
    )


def _placed(
    row: Row, mentions: Sequence[AmountMention], heading: Heading | None
) -> dict[str, AmountMention]:
    """Amounts by column; without a heading the last is the amount, the one before it its price."""
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


def _in_first_cell(row: Row, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The dates that stand in one cell with the first."""
    first = row.words_between(dates[0].start, dates[0].end)[0]
    cell = next(cell for cell in row.cells if any(word is first for word in cell.words))
    inside = {id(word) for word in cell.words}
    return tuple(date for date in dates if id(row.words_between(date.start, date.end)[0]) in inside)


def _is_told(row: Row, dates: Sequence[DateMention], heading: Heading | None) -> bool:
    """Whether the dates stand with the service's own words: "Gait training - 30 Sep 2025"."""
    if heading is None or not dates:
        return heading is None
    if heading.has("date", "date_of_service"):
        return False
    words = {id(word) for word in row.words_between(dates[0].start, dates[0].end)}
    cells = [cell for cell in row.cells if any(id(word) in words for word in cell.words)]
    return bool(cells) and _describes(cells[0].words[:1], heading)


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
        for match in _BARE_COUNT.finditer(row.text):
            inside = any(m.start < match.end() and match.start() < m.end for m in mentions)
            words = row.words_between(*match.span())
            if not inside and heading.column_of(words).name == "quantity":
                return float(match[0]), match.span()
        for mention in mentions:  # a quantity such as 1.00 looks like money
            words = row.words_between(mention.start, mention.end)
            if heading.column_of(words).name == "quantity" and mention is not last:
                return float(mention.value), None
    for match in _TIMES.finditer(row.text[: last.start]):
        a_price = any(m.start <= match.start("count") < m.end for m in mentions)
        if a_price and _TIMES_BEHIND.match(row.text[match.end("count") :]):
            continue  # "12.99 x 2": the price stands before its count
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


def _code(row: Row, spans: Sequence[tuple[int, int]]) -> str:
    """The procedure's code on a superbill without descriptions: five signs, "97110"."""
    taken = {id(word) for start, end in spans for word in row.words_between(start, end)}
    codes = [word.text for word in row.words if id(word) not in taken]
    return next((code for code in codes if re.fullmatch(r"[A-Z]?\d{4,5}", code)), "")


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
    text = _CLOCK.sub("", re.sub(r"\s+", " ", text))
    return _JOINERS.sub("", text).strip(_EDGES)


def continued(item: Item, row: Row, heading: Heading) -> Item:
    """The item with a description that goes on in the row below, under the same heading."""
    if len(row.cells) != 1 or not _describes(row.cells[0].words, heading):
        return item
    if find_dates(row.text) or ":" in row.text or _NOTE.search(row.text):
        return item
    description = f"{item.line.description} {_joined(row.words)}"
    line = item.line.model_copy(update={"description": description})
    return Item(**{**item.__dict__, "line": line})
