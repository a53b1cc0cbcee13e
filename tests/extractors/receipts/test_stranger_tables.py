"""Tables and tills in which a row, a column or an address of another role stands close by."""

from __future__ import annotations

from dataclasses import replace

from casebook.records import FieldValue, LineItem
from extractors.confirming import confirm
from extractors.deciding.decide import NEVER_ACCEPTED
from extractors.options import ReadOptions
from extractors.proposing import from_words
from tests.extractors.pages_of import typed
from tests.extractors.receipts.reading import candidates, values

PAID_ON = """
    Quillon Ashgrove Training
    63 Cabot St, Beverly, MA 01915
    Session date      Service                    Paid on         Fee
    10/21/2025        Fall-prevention training   10/21/2025      $92.00
    10/28/2025        Fall-prevention training   11/04/2025      $92.00
    Total of fees:                                              $184.00
"""
TWO_MEANS = """
    OTTERSON PHARMACY
    11/17/2025 19:44
    THERM WRAP              12.99
    KNEE BRACE              34.50
    GREETING CARD            4.99
    BALANCE                 52.48
    FLEX CARD               47.49
    CASH                     5.00
    CHANGE                   0.01
    FSA TOTAL               47.49
"""
SUM_BELOW = """
    NORTHLINE EXERCISE MEDICINE
    Description                    Date            Amount
    Metabolic exercise session     Nov 3, 2025     $98.00
    Metabolic exercise session     Nov 5, 2025     $98.00
    Sum                                           $196.00
    Open                                            $0.00
"""
ADDRESS_FIRST = """
    KANGAROO POINT CHEMIST
    Shop 2, 44 River Tce
    Kangaroo Point QLD 4169
    17/11/2025  05:12pm
    Strapping Tape           $8.95
    Total                    $8.95
"""
BILLED_TO = """
    Bright Path Performance
    Order placed on November 8, 2025
    Gait analysis                               $165.00
    Order total:                                $165.00
    Billing: Octavia Renshaw, 7 Larch Way, Fort Collins, CO 80521
    Card: Mastercard ending 4408
"""


def _amounts(value: FieldValue) -> list[str]:
    assert isinstance(value, tuple)
    return [str(item.amount) for item in value if isinstance(item, LineItem)]


def test_the_day_of_payment_in_a_column_of_its_own_is_no_day_of_service() -> None:
    assert values(PAID_ON)["service_dates"] == ("2025-10-21", "2025-10-28")


def test_what_an_account_may_pay_is_not_the_total_and_loses_no_article() -> None:
    found = values(TWO_MEANS)
    assert found["total"] == "52.48"
    assert "balance_due" not in found
    assert _amounts(found["line_items"]) == ["12.99", "34.50", "4.99"]


def test_the_sum_below_a_table_is_the_total_whatever_it_calls_itself() -> None:
    found = values(SUM_BELOW)
    assert _amounts(found["line_items"]) == ["98.00", "98.00"]
    assert found["total"] == "196.00"


def test_a_shop_in_a_street_is_no_name() -> None:
    assert values(ADDRESS_FIRST)["vendor_name"] == "KANGAROO POINT CHEMIST"


def test_the_address_of_the_bill_is_not_the_vendors() -> None:
    assert "vendor_address" not in values(BILLED_TO)


def test_what_is_done_and_for_whom_is_asked_about() -> None:
    name = candidates("""
        Strength for Seniors
        Invoice 2025/88
        Chair-based strength      $70.00
        Total                     $70.00
    """)["vendor_name"]
    assert "name.motto" in name.failed
    assert "name.motto" in NEVER_ACCEPTED


def test_items_that_no_sum_proves_are_asked_about() -> None:
    items = candidates("""
        SHOP
        ITEM A                    7.00
        ITEM B                    5.00
    """)["line_items"]
    assert items.failed == ("items.unproved",)
    assert "items.unproved" in NEVER_ACCEPTED


def test_a_discount_below_the_total_leaves_the_total_unsure() -> None:
    total = candidates("""
        REFLEXOLOGY HOUSE
        FOOT REFLEX              55.00
        SHOULDER                 35.00
        TOTAL                    90.00
        DISC 10%                 -9.00
        TO PAY                   81.00
    """)["total"]
    assert total.value == "81.00" or "sum.reduced" in total.failed
    assert "sum.reduced" in NEVER_ACCEPTED


def test_what_is_due_is_the_total_and_a_refund_due_is_change() -> None:
    found = values("""
        THE LIFT HOUSE
        Semi-private x2          70.00
        Tax                       0.64
        Due                      70.64
        PREPAID CASH             80.00
        REFUND DUE                9.36
    """)
    assert found["total"] == "70.64"
    assert "balance_due" not in found


def test_letters_at_the_edge_of_a_cut_out_page_are_asked_about() -> None:
    page = replace(typed("2A, Jalan SS 15, 47500 Subang Jaya"), engine="rapidocr")
    word = replace(page.words[0], box=(0.0, 10.0, 90.0, 20.0))
    cut = from_words("vendor_address", "2A", page, [word], way="layout", strength=0.9)
    (checked,) = confirm([cut], [page], ReadOptions())
    assert "letters.at_edge" in checked.failed
    assert "letters.at_edge" in NEVER_ACCEPTED
