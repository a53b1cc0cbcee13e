"""Slips on which a date or an amount of another role looks like the one that is asked for."""

from __future__ import annotations

from casebook.records import FieldValue
from extractors import receipts
from extractors.kinds.classify import weigh
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed
from tests.extractors.receipts.reading import candidates, values

PHARMACY = """
    Halloway's Drug Mart
    5501 Lakeview Pkwy, Rowlett, TX 75088
    COLD PACK                8.99
    SUBTOTAL                 8.99
    TAX                      0.74
    TOTAL                    9.73
    CASH                    20.00
    CHANGE                  10.27
    November 02, 2025   10:18 AM
    RETURNS WITH RECEIPT THRU 01/01/2026
"""
KOPITIAM = """
    RESTORAN SIN KEE HEONG
    NO 18, JALAN SS 2/61, 47300 PETALING JAYA
    GST ID : 001234567890
    DATE : 05/03/2018 13:22
    NASI LEMAK              17.00
    TOTAL RM                17.00
"""
PARKING = """
    CITY OF LARKSPUR
    EXIT 10/30/25 12:10
    FEE                     $7.50
    PAID CASH              $10.00
    CHANGE                  $2.50
"""
TWO_TENDERS = """
    Nordlund's
    28 Dec 2025  6:55pm
    TOTAL                  $81.46
    Gift card               50.00
    Visa ...9920            31.46
"""
REFUND = """
    PEAK FORM ATHLETICS
    RETURN / REFUND
    Trans: 55120-3   12/02/2025 3:15PM
    Orig receipt: 55001-1  11/28/2025
    Resistance band set    -24.99
    Tax                     -1.25
    REFUND TOTAL           -26.24
    MASTERCARD CREDIT      -26.24
"""
DUES = """
    Satori Yoga
    8 Elm Ct, Keene NH 03431
    Monthly membership receipt
    Membership unlimited   $129.00
    Auto-pay 10/01/2025 ACH  $129.00
    Next bill 11/01/2025
"""
BY_HAND = """
    RECEIPT
    Received from: Marisol Quintero-Bell
    The sum of: $240.00
    For: 4 personal training sessions - Sept 2, 9, 16 & 23, 2025
    Date: 9/23/2025
    Received by: Jonas Petrakis, NSCA-CPT
    Petrakis Performance, 19 Vine St, Athens, OH 45701
"""
BIRTH = """
    COASTLINE CARDIO REHAB
    ITEMIZED RECEIPT
    Patient: Feldman, Ruth A. D0B 02/11/1951
    Printed 12/05/2025
    Total                  $280.00
"""

CANCELLED = """
    INVOICE
    Sagebrush Functional Training LLC
    Client: Octavia Penhaligon
    Date: 10/31/2025
    DATE         ACTIVITY                  RATE      AMOUNT
    10/07/25     Strength & balance        85.00      85.00
    10/14/25     Strength & balance        85.00      85.00
    10/28/25     Cancelled < 24h (fee)     42.50      42.50
    SUBTOTAL                                         212.50
    TAX (0%)                                           0.00
    BALANCE DUE                                     $212.50
    Please pay by November 15, 2025. Venmo @sagebrushft
"""
FOLIO = """
    Meridian Bay Resort
    11/12/2025  Room charge          289.00
    11/12/2025  Occupancy tax         34.68
    11/13/2025  Room charge          289.00
    11/13/2025  Occupancy tax         30.00
    Total charges                    642.68
"""
GERMAN = """
    FITNESSWERK GmbH
    Schillerstr. 12, 10625 Berlin
    Datum: 03.11.2025
    Personal Training 60 Min      75.00 EUR
    Summe                         75.00 EUR
"""
LEDGER = """
    Slice of Heaven
    Tkt 0091-22      10/19/2025  1:07pm
    PASTRAMI RYE        19.95
    DR BROWN             3.25
    STTL                23.20
    XTX                  2.05
    ZTTL                25.25
"""


def failed(paper: str, field: str) -> set[str]:
    found = receipts.find((typed(paper),), ReadOptions())
    return {check for each in found if each.field == field for check in each.failed}


def test_the_last_day_for_a_return_is_not_the_papers_date() -> None:
    assert values(PHARMACY)["document_date"] == "2025-11-02"


def test_a_date_of_a_country_that_writes_the_day_first_is_asked_about() -> None:
    assert "dates.order_unsure" in failed(KOPITIAM, "document_date")
    assert "dates.order_unsure" not in failed(PHARMACY, "document_date")


def test_a_day_first_date_elsewhere_on_the_paper_speaks_against_the_order() -> None:
    paper = KOPITIAM.replace("GST ID : 001234567890", "27/02/2018").replace("RM", "")
    assert "dates.order_unsure" in failed(paper, "document_date")


def test_what_was_handed_over_is_not_what_was_paid() -> None:
    assert "amount_paid" not in values(PARKING)
    assert values(PARKING).get("total") == "7.50"


def test_two_ways_of_paying_make_the_sum() -> None:
    assert values(TWO_TENDERS)["amount_paid"] == "81.46"


def test_a_payment_that_is_not_the_total_and_leaves_no_balance_is_asked_about() -> None:
    paper = TWO_TENDERS.replace("    Gift card               50.00\n", "")
    assert "sum.paid_apart" in failed(paper, "amount_paid")


def test_what_was_given_back_was_not_paid_and_has_another_number() -> None:
    found = values(REFUND)
    assert "amount_paid" not in found
    assert found.get("receipt_number") != "55001-1"


def test_the_next_bill_is_not_the_payment() -> None:
    assert values(DUES)["payment_date"] == "2025-10-01"


def test_several_days_behind_the_sessions_are_days_of_service() -> None:
    found: dict[str, FieldValue] = values(BY_HAND)
    assert found["service_dates"] == ("2025-09-02", "2025-09-09", "2025-09-16", "2025-09-23")
    assert found["vendor_name"] == "Petrakis Performance"


def test_one_day_behind_the_sessions_may_be_the_day_they_were_bought() -> None:
    paper = BY_HAND.replace("Sept 2, 9, 16 & 23, 2025", "Sept 2, 2025")
    assert "service_dates" not in candidates(paper)


def test_a_birth_day_with_a_misread_label_is_no_date_of_the_paper() -> None:
    found = values(BIRTH)
    assert found["patient_dob"] == "1951-02-11"
    assert found["patient_name"] == "Ruth A. Feldman"
    assert found.get("document_date") != "1951-02-11"


def test_the_fee_for_a_session_that_was_not_held_gives_no_date_of_service() -> None:
    assert values(CANCELLED)["service_dates"] == ("2025-10-07", "2025-10-14")
    assert "dates.not_held" in failed(CANCELLED, "service_dates")


def test_an_invoice_whose_only_sum_is_called_a_balance_has_a_total() -> None:
    assert values(CANCELLED)["total"] == "212.50"


def test_one_of_several_taxes_is_asked_about() -> None:
    assert "sum.taxes_apart" in failed(FOLIO, "tax")


def test_a_european_date_is_asked_about() -> None:
    assert "dates.order_unsure" in failed(GERMAN, "document_date")


def test_amounts_that_add_up_on_a_dated_page_make_a_receipt() -> None:
    wrong = LEDGER.replace("25.25", "25.75").replace("23.20", "23.40")
    assert weigh((typed(LEDGER),))["receipt"] > weigh((typed(wrong),))["receipt"]


def test_two_sentences_are_a_slogan() -> None:
    slip = """
    Save money. Live well.
    BIGSTORE MARKET
    976 COMMONWEALTH BLVD
    TOTAL   48.97
    """
    assert values(slip)["vendor_name"] == "BIGSTORE MARKET"


def test_a_receipts_number_may_end_with_a_point_and_digits() -> None:
    assert values("Receipt# 5512007.001\nTOTAL  5.00")["receipt_number"] == "5512007.001"
