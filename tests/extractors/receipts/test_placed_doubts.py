"""What stands right beside a value on a receipt and speaks against using it unseen."""

from __future__ import annotations

import pytest

from casebook.records import FieldReading
from extractors import payers, receipts
from extractors.deciding import decide
from extractors.options import ReadOptions
from extractors.read import Source, read_document
from tests.extractors.pages_of import typed

HEAD = """
Corewright Training LLC
12 Mill Road, Salem, OR 97301      503-555-0140

RECEIPT                            Receipt no. 10442
Date: 05/12/2026
Client: Ilse Marten

"""


def _read(body: str) -> dict[str, FieldReading]:
    pages = (typed(HEAD + body),)
    return decide(receipts.find(pages, ReadOptions()), pages)


def _accepted(read: dict[str, FieldReading], field: str) -> object:
    found = read.get(field)
    return found.value if found is not None and found.accepted else None


def test_a_sum_without_cents_among_sums_with_them_lost_its_point() -> None:
    read = _read("Session 05/12/2026      48.37\nTip                      9.00\nTotal     $5737")
    assert _accepted(read, "total") is None


def test_whole_dollars_throughout_are_sums() -> None:
    assert _accepted(_read("Session 05/12/2026      $80\n\nTotal                   $80"), "total")


def test_one_of_two_taxes_is_not_the_tax() -> None:
    body = "Mat   40.00\nTAX 1  8.250 %   S3.30\nTAX 2  1.000 %   0.40\nTOTAL   43.70"
    assert _accepted(_read(body), "tax") is None


@pytest.mark.parametrize("words", ["Please pay by", "Payment by check or Zelle by"])
def test_a_day_to_pay_by_is_not_the_day_of_payment(words: str) -> None:
    assert (
        _accepted(
            _read(f"Session 05/04/2026     $80.00\n{words} 05/30/26 please"), ("payment_date")
        )
        is None
    )


def test_a_checks_number_in_a_sentence_is_not_the_receipts() -> None:
    page = typed(
        """
        Corewright Training LLC
        12 Mill Road, Salem, OR 97301

        Received from Mrs. Adele Marten the sum of eighty dollars ($80.00) by check
        no. 5107 on June 27, 2025, for services given to her husband, as follows:
        """
    )
    read = decide(receipts.find((page,), ReadOptions()), (page,))
    assert _accepted(read, "receipt_number") is None


def test_half_of_a_name_set_on_two_lines_is_looked_at() -> None:
    page = typed(
        """
        INVOICE                 Invoice Date              Larkspur Adaptive
                                12 Nov 2025               Movement, Inc.
                                                          3745 Fifth Avenue
        Paloma Marten           Invoice Number            San Diego CA 92103
                                INV-0147

        Strength session, 4 Nov 2025        85.00
        Total                               85.00
        """
    )
    read = decide(receipts.find((page,), ReadOptions()), (page,))
    assert _accepted(read, "vendor_name") in (None, "Larkspur Adaptive Movement, Inc.")


def test_a_payer_with_a_longer_name_elsewhere_is_looked_at() -> None:
    page = typed(
        """
        HALE & BIRCH
        Fund Office, 1200 Garden Avenue, Boston, MA 02116

        Explanation of Benefits. This is not a bill.
        Patient: Jasper Marten       Claim number: 25-3380
        Hale & Birch Employee Health Fund
        """
    )
    found = payers.find((page,), "eob", ReadOptions())
    assert _accepted(decide(found, (page,)), "payer_name") != "HALE & BIRCH"


def test_days_without_their_year_are_not_surely_missing() -> None:
    body = "Private yoga, 60 min: 3/3, 3/10, 3/17      3      $90.00     $270.00\nTotal   $270.00"
    source = Source("r.pdf", "0" * 64, 1)
    (page,) = (typed(HEAD + body),)
    field = read_document((page,), source, ReadOptions(), several=False).fields["substantiates"]
    assert field.value is True or not field.accepted
