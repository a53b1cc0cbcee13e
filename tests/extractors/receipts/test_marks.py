"""What a paper is, as far as substantiation cares."""

from __future__ import annotations

import pytest

from extractors import receipts
from tests.extractors.pages_of import typed
from tests.extractors.receipts import papers


@pytest.mark.parametrize(
    ("drawing", "mark"),
    [
        (papers.CARD_SLIP, "card_slip"),
        (papers.PACKAGE, "prepaid_package"),
        (papers.STATEMENT, "previous_balance"),
        (papers.GYM, "gym_dues"),
        ("Received on account\nPayment on account   $80.00", "paid_on_account"),
        ("STUDIO NINE\nGift card   $50.00\nTotal   $50.00", "gift_card"),
    ],
)
def test_the_mark_is_noticed(drawing: str, mark: str) -> None:
    assert mark in receipts.marks((typed(drawing),))


@pytest.mark.parametrize(
    "drawing", [papers.SUPERBILL, papers.LABELLED, papers.PARENT_PAYS, papers.LETTER]
)
def test_a_plain_receipt_has_none(drawing: str) -> None:
    assert receipts.marks((typed(drawing),)) == frozenset()


def test_a_previous_balance_of_nothing_is_no_mark() -> None:
    drawing = papers.COLUMN_TOTALS + "    Previous balance: $0.00\n"
    assert "previous_balance" not in receipts.marks((typed(drawing),))
