"""The total is the amount that the other amounts bear out; misreadings need such a proof."""

from __future__ import annotations

from tests.extractors.receipts import papers
from tests.extractors.receipts.reading import candidates, values


def test_the_checks_are_named_on_the_total() -> None:
    total = candidates(papers.TILL)["total"]
    assert {"sum.subtotal_tax", "sum.line_items", "sum.change"} <= set(total.passed)
    assert total.failed == ()


def test_a_sum_that_does_not_fit_is_held_against_the_total() -> None:
    total = candidates(papers.TILL.replace("58.58", "85.58"))["total"]
    assert "sum.change" in total.failed
    assert total.strength < 0.8


def test_a_misread_total_is_mended_only_where_a_sum_proves_it() -> None:
    misread = papers.TILL.replace("58.58", "58 S8")
    mended = candidates(misread)["total"]
    assert (mended.value, mended.mended) == ("58.58", True)
    alone = """
        FIT DEPOT
        TOTAL          58 58
    """
    assert "total" not in candidates(alone)


def test_tendered_change_regular_price_and_late_fee_are_never_the_total() -> None:
    assert values(papers.PACKAGE)["total"] == "750.00"
    late = """
        The Steady Gait                                    INVOICE
        Date       Service              Qty     Rate       Amount
        6/2/26     Gait training         1     $145.00     $145.00
        Total due                                          $145.00
        Please pay within 15 days. Late fee $25.00 after 7/31/26.
    """
    found = values(late)
    assert found["total"] == "145.00"
    assert "payment_date" not in found
    assert found["service_dates"] == ("2026-06-02",)


def test_totals_by_tax_rate_are_not_the_total() -> None:
    found = values("""
        SUNNY BAKES SDN BHD
        White bread        9 x 2.13      19.17
        Total 0% supplies:               19.17
        Choc roll         10 x 1.33      13.30
        Total 6% supplies (excl. GST):   13.30
        GST:                              0.80
        Total 6% supplies (Inc. GST):    14.10
        Total Payable:                   33.27
    """)
    assert found["total"] == "33.27"
