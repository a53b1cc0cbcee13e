"""Printed e-mails, and who on a paper is who: the vendor, whoever sent it, whoever pays."""

from __future__ import annotations

from tests.extractors.receipts.reading import candidates, values

MAIL = """
    6/15/26, 8:02 PM                Postbox - Your receipt from Osprey Movement #2210
    Your receipt from Osprey Movement #2210-18
    Osprey Movement <receipts+18@payfinch.example>     Fri, Jun 12, 2026 at 9:14 AM
    To: Dana Whitfield <dana@postbox.example>
    Receipt from Osprey Movement
    $340.00
    Paid June 12, 2026
    Receipt number                  2210-18
    4-session exercise pack         $340.00
    Total                           $340.00
    Amount paid                     $340.00
    Osprey Movement
    2218 Division St, Portland, OR 97202
    (503) 555-0147
    Help: 1-415-555-0102.
    Powered by PayFinch | PayFinch, Inc., 88 Folsom St, San Francisco, CA 94105
"""


def test_the_sender_who_is_named_again_is_the_vendor() -> None:
    found = values(MAIL)
    assert found["vendor_name"] == "Osprey Movement"
    assert found["vendor_address"] == "2218 Division St, Portland, OR 97202"
    assert found["vendor_phone"] == "+15035550147"


def test_the_name_its_place_and_its_number_on_one_line() -> None:
    paper = MAIL.replace(
        "    Osprey Movement\n    2218 Division St, Portland, OR 97202\n    (503) 555-0147\n",
        "    Call Osprey Movement at 503.555.0147 or visit 2218 Division St, Portland, OR 97202.\n",
    )
    found = values(paper)
    assert found["vendor_address"] == "2218 Division St, Portland, OR 97202"
    assert found["vendor_phone"] == "+15035550147"


def test_the_number_of_whoever_sent_the_page_is_not_the_vendors() -> None:
    paper = MAIL.replace("    (503) 555-0147\n", "")
    assert "vendor_phone" not in values(paper)


def test_whoever_pays_for_a_relative_was_not_served() -> None:
    paper = """
        Foothill Kids Therapy
        Child: Theo Lindqvist
        Bill to: Karin Lindqvist (mother)
        Total     $405.00
    """
    found = candidates(paper)["patient_name"]
    assert found.value == "Theo Lindqvist"
    alone = candidates(paper.replace("    Child: Theo Lindqvist\n", ""))
    assert "patient_name" not in alone


def test_a_title_behind_the_word_patient_is_nobody() -> None:
    assert "patient_name" not in values("QUEENS REHAB    Patient Billing Statement\nTotal  $20.00")


def test_the_short_form_of_a_card_is_written_in_full() -> None:
    assert values("Elm Bar\nTotal  $20.00\nAMEX   $20.00")["payment_method"] == "American Express"


def test_a_charts_number_is_not_the_statements() -> None:
    paper = "Elm Rehab\nChart no.: 58113    Statement ID 2215907\nTotal  $20.00"
    assert values(paper)["receipt_number"] == "2215907"


def test_a_sales_number_and_a_sale() -> None:
    assert values("Elm Gym\nSale    # SB-309\nTotal  $20.00")["receipt_number"] == "SB-309"
    assert "receipt_number" not in values("Elm Gym\nSALE    20.00\nTotal  $20.00")
