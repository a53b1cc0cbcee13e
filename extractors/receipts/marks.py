"""What kind of paper this is, as far as substantiation cares: see `rules.substantiation`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from extractors.page import Page
from extractors.receipts.items import find_items
from extractors.receipts.roles import amounts_of
from extractors.tables import Phrasebook, rows_of


@cache
def phrases() -> Phrasebook:
    """The phrases of marks.yaml."""
    source = files("extractors.receipts") / "marks.yaml"
    return Phrasebook(yaml.safe_load(source.read_text(encoding="utf-8")))


def marks(pages: Sequence[Page]) -> frozenset[str]:
    """Marks of the paper, such as "card_slip" or "prepaid_package"; empty for a plain receipt.

    A mark that refuses a receipt needs more than one word of it: a card slip has an approval
    code and no line items; a previous balance has an amount.
    """
    rows = rows_of(pages)
    amounts = amounts_of(rows)
    found: dict[str, set[str]] = {}
    for row in rows:
        for hit in phrases().all(row.text):
            found.setdefault(hit.name, set()).add(hit.phrase)
    kept = {name for name in found if not name.endswith("_word")}
    items = find_items(rows, amounts, "MDY").items
    if len(found.get("card_slip_word", ())) >= 2 and not items:
        kept.add("card_slip")
    if len(found.get("bank_statement_word", ())) >= 3:
        kept.add("bank_statement")
    cheque = found.get("cancelled_cheque_word", set())
    if len(cheque) >= 3 and (not items or "pay to the order of" in cheque):
        kept.add("cancelled_cheque")
    if any(amount.role == "previous_balance" and amount.value > 0 for amount in amounts):
        kept.add("previous_balance")
    if any(item.days for item in items):
        kept.discard("prepaid_package")
    return frozenset(kept)
