"""Slips of looks that were strange at first sight, each by what misled the reader."""

from __future__ import annotations

from casebook.records import FieldValue, LineItem
from extractors.deciding.decide import NEVER_ACCEPTED
from extractors.kinds.classify import classify
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed
from tests.extractors.receipts.reading import candidates, values

TIPPED = """
    GREENHOUSE KITCHEN
    1900 W 6TH ST AUSTIN TX 78703
    11/11/25  5:50P
    1 SALMON BOWL           16.95
    1 SIDE QUINOA            4.50
    1 LG LEMONADE            4.25
    FOOD                    21.45
    BEVERAGE                 4.25
    TAX 8.25%                2.12
    AMOUNT DUE              27.82
    VISA 5519               27.82
    TIP                      5.00
    GRAND TOTAL             32.82
"""
TO_BE_TIPPED = """
    PULSE & PIVOT STUDIO
    3340 S Lamar Blvd Ste 12
    Austin, TX 78704
    10/29/2025   17:58:12
    VISA   CHIP READ
    AMOUNT                  $85.00
    TIP:  ____________
    TOTAL:  ____________
"""
ISLAND = """
    TAMARIND TREE STUDIO
    88-2040 Kuhio Hwy, Lihue, HI 96766
    Sat Oct 25 2025 9:03 AM
    PRIVATE 1:1            $270.00
    Subtotal               $270.00
    GET 4.712%              $12.72
    Total                  $282.72
"""
BY_MAIL = """
                         $95.00

                    Ironbark Mobility
                    1212 E Colfax Ave
                    Denver, CO 80218
                    720-555-0109

    Personal Training x 1                    $95.00
    Total                                    $95.00
    Visa 8821 (Chip)           10/31/25, 2:16 PM
    © 2025 Blockwise, Inc. 1955 Broadway, Oakland CA 94612
"""
NO_SHOW = """
    Riverbend Rehab & Fitness
    220 Canal Walk, Suite 3B, Richmond, VA 23219
    Service Date       Service             Status        Charge
    09/01/2025         Medical fitness     No-show         0.00
    09/03/2025         Medical fitness     Attended       78.00
    09/08/2025         Medical fitness     Attended       78.00
    Total charges                                       $156.00
"""
WITHOUT_YEAR = """
    Kestrel Performance Therapy, Inc.        INVOICE
    2 Commerce Park, Nashua, NH 03062        Date 10/30/2025
    Date       Description              Qty     Rate     Amount
    10/07      Return-to-sport session    1     90.00     90.00
    10/14      Return-to-sport session    1     90.00     90.00
    Total                                                180.00
"""
CANADIAN = """
    MAPLE & MAIN GROCER
    1180 Lakeshore Rd E
    ICE PACK                12.99
    TOTAL                   12.99
    DEBIT                   12.99
    DATE/TIME: 25/11/08 12:41:55
"""
PAID_BALANCE = """
    BOOTHBY CHEMISTS
    12 High Street, Wells BA5 2AA
    03/11/2025 10:22
    TUBIGRIP SIZE D          4.25
    BALANCE DUE              4.25
    CONTACTLESS              4.25
    CHANGE                   0.00
"""
OUTLET = """
    KEDAI ABC
    GST REF NO : 001694261248
    KEDAI ABC TAMAN MAJU
    No.12, Jalan Maju 10,
    81750 Masai
    27/04/2018  17:57
    TOTAL                    7.20
"""
CODES = """
    SUPERBILL
    Coldspring Physiology PLLC
    1400 Quarry Rd NE, Albuquerque, NM 87106
    DATE          POS     CODE      DX        UNITS     CHARGES
    11/03/2025    11      97110     M17.11      4        160.00
    11/10/2025    11      97110     M17.11      4        160.00
    TOTAL CHARGES                                       $320.00
"""
PROMOTION = """
    ANYTIME-STRONG GYM
    10/05/2025 05:58 PM
    PT 30MIN               $160.00
    ENROLL FEE              $39.00
    PROMO -ENROLL          -$39.00
    TTL                    $160.00
"""


def _amounts(value: FieldValue) -> list[str]:
    assert isinstance(value, tuple)
    return [str(item.amount) for item in value if isinstance(item, LineItem)]


def test_the_tip_is_in_the_total_and_group_sums_are_no_items() -> None:
    found = values(TIPPED)
    assert found["total"] == "32.82"
    assert "balance_due" not in found
    assert _amounts(found["line_items"]) == ["16.95", "4.50", "4.25"]


def test_a_total_that_a_hand_completes_is_asked_about() -> None:
    assert "sum.tip_open" in candidates(TO_BE_TIPPED)["total"].failed
    assert "sum.tip_open" in NEVER_ACCEPTED


def test_a_percentage_between_subtotal_and_total_is_the_tax() -> None:
    assert values(ISLAND)["tax"] == "12.72"


def test_a_receipt_by_mail_names_its_vendor_below_the_sum() -> None:
    found = values(BY_MAIL)
    assert found["vendor_name"] == "Ironbark Mobility"
    assert found["vendor_address"] == "1212 E Colfax Ave, Denver, CO 80218"
    assert found["vendor_phone"] == "+17205550109"


def test_a_row_whose_status_says_that_nobody_came_gives_no_day() -> None:
    days = candidates(NO_SHOW)["service_dates"]
    assert days.value == ("2025-09-03", "2025-09-08")
    assert "dates.not_held" in days.failed


def test_days_without_a_year_are_of_the_year_before_the_papers_own() -> None:
    days = candidates(WITHOUT_YEAR)["service_dates"]
    assert days.value == ("2025-10-07", "2025-10-14")
    assert "dates.year_unsaid" in days.failed


def test_two_digits_that_may_be_the_year_leave_the_day_unsure() -> None:
    assert "dates.order_unsure" in candidates(CANADIAN)["payment_date"].failed
    asked = candidates(CANADIAN, ReadOptions(date_order="YMD"))["payment_date"]
    assert (asked.value, asked.failed) == ("2025-11-08", ())


def test_a_balance_that_was_paid_is_the_total() -> None:
    found = values(PAID_BALANCE)
    assert found["total"] == "4.25"
    assert "balance_due" not in found


def test_a_branch_that_is_named_above_its_address_is_asked_about() -> None:
    address = candidates(OUTLET, ReadOptions(date_order="DMY"))["vendor_address"]
    assert "address.outlet" in address.failed


def test_a_superbill_without_descriptions_lists_its_codes() -> None:
    found = values(CODES)
    assert _amounts(found["line_items"]) == ["160.00", "160.00"]
    assert found["service_dates"] == ("2025-11-03", "2025-11-10")
    assert "description.code" in candidates(CODES)["description"].failed


def test_what_was_taken_off_belongs_to_the_sum_that_makes_a_receipt() -> None:
    assert classify((typed(PROMOTION),)).value == "receipt"
