"""Accounts, plans of payments and deposits: what was paid, what is owed, and on which day."""

from __future__ import annotations

import pytest

from extractors import receipts
from extractors.options import ReadOptions
from extractors.receipts.to_come import rows_to_come
from extractors.tables import rows_of
from tests.extractors.pages_of import typed
from tests.extractors.receipts.reading import candidates, values

PLAN = """
    Tamarack Strength Lab                         INVOICE
    41 Quarry Rd, Duluth, MN 55802
    Invoice: 2207                                 Invoice date: 03/02/2026
    Client: Leona Abbasi
    Description                   Qty    Price      Amount
    12-session package            1      960.00     960.00
    Subtotal                                        960.00
    Total                                           960.00
    Deposit received 03/04/2026, Visa ..1180       -360.00
    Balance due                                     600.00
    Payment plan (card on file)
    04/01/2026                                      300.00
    05/01/2026                                      300.00
"""
CLUB = """
    Lakeline Racquet Club
    900 Shore Dr, Erie, PA 16505
    Account Statement              Statement date: November 30, 2025
    Member: Ida Brandvold
    Previous balance     210.00
    Payments             0.00
    Posted        Activity                       Amount     Credit    Balance
    11/30/2025    Club dues, December            120.00               330.00
    11/30/2025    Locker rental                  15.00                345.00
    TOTAL AMOUNT DUE                             345.00
    Autopay scheduled: December 12, 2025
    NOTICE OF RATE CHANGE: beginning February 1, 2026 dues will be $126.00 for all our members.
"""
THERAPY = """
    Birchbark Hand Therapy                        PATIENT STATEMENT
    17 Mill Ln, Bath, ME 04530
    Statement date: 02/16/2026
    Patient: Otis Farrow
    Date         Service           Charge    Adjust.    Ins. paid    You owe
    01/08/2026   OT evaluation     210.00    64.00      116.80       29.20
    01/15/2026   Manual therapy    136.00    52.00      67.20        16.80
    Totals                         346.00    116.00     184.00       46.00
    PLEASE PAY THIS AMOUNT         $46.00
    A payment plan is available for balances over $150.00.
"""
HSA = """
    Pinecone Sports Medicine
    95 Alder St, Boise, ID 83702
    Itemized receipt for HSA / FSA              Prepared: 04-May-2026
    Client: Ruth Adeyemi
    Date of service    Service              Fee
    02-Apr-2026        Rehab session        125.00
    09-Apr-2026        Rehab session        125.00
    Total charges                           $250.00
    30-Apr-2026 Paid by check #1184         -$250.00
    Balance                                 $0.00
"""


def failed(paper: str, field: str) -> set[str]:
    found = receipts.find((typed(paper),), ReadOptions())
    return {check for each in found if each.field == field for check in each.failed}


def test_what_a_plan_will_take_was_not_paid() -> None:
    found = values(PLAN)
    assert found["amount_paid"] == "360.00"
    assert found["balance_due"] == "600.00"
    assert found["payment_method"] == "Visa"


def test_a_deposits_day_is_asked_about() -> None:
    assert values(PLAN)["payment_date"] == "2026-03-04"
    assert "dates.of_deposit" in failed(PLAN, "payment_date")


@pytest.mark.parametrize(
    "line",
    [
        "Upcoming payments",
        "Installments",
        "Your payment schedule",
        "Remaining installments",
    ],
)
def test_other_headings_of_plans(line: str) -> None:
    paper = PLAN.replace("Payment plan (card on file)", line)
    assert values(paper)["amount_paid"] == "360.00"


def test_a_made_payment_below_a_plans_heading_is_none_to_come() -> None:
    rows = rows_of((typed("Payment plan\n03/01/2026 paid   40.00\n04/01/2026   40.00"),))
    assert rows_to_come(rows) == frozenset({0})


def test_a_scheduled_draft_is_no_payment_and_a_sentence_hands_nothing_over() -> None:
    assert "payment_date" not in values(CLUB)


def test_lines_posted_in_an_account_and_dues_are_no_days_of_service() -> None:
    assert "service_dates" not in values(CLUB)
    dated = CLUB.replace("Posted ", "Date   ")
    assert "service_dates" not in values(dated)


def test_a_session_among_dues_is_a_day_of_service_and_asked_about() -> None:
    paper = CLUB.replace("Posted ", "Date   ").replace("Locker rental ", "Session with Bo")
    assert values(paper)["service_dates"] == ("2025-11-30",)
    assert "dates.not_held" in failed(paper, "service_dates")


def test_the_total_due_of_an_account_is_its_balance() -> None:
    assert values(CLUB)["balance_due"] == "345.00"


def test_a_bound_in_a_sentence_is_no_balance() -> None:
    assert values(THERAPY)["balance_due"] == "46.00"


def test_two_balances_that_nothing_tells_apart_are_asked_about() -> None:
    paper = CLUB.replace("TOTAL AMOUNT DUE ", "Balance due     90.00\n    TOTAL AMOUNT DUE ")
    assert "sum.balances_apart" in failed(paper, "balance_due")


def test_a_balance_in_a_sentence_beside_another_amount_due_is_asked_about() -> None:
    paper = """
        Harrow Fitness    INVOICE 221    Date: 06/30/2026
        Sessions 4 x $85.00             $340.00
        Amount due                      $340.00
        Balance of $0.00 carried from May.
    """
    assert "sum.balances_apart" in failed(paper, "balance_due")


def test_the_last_payment_is_none_of_this_paper() -> None:
    paper = CLUB.replace("Member: Ida", "Last payment received 07/02/2025  $60.00\n    Member: Ida")
    assert "payment_date" not in values(paper)
    assert "amount_paid" not in values(paper)


def test_a_receipt_that_only_says_when_it_was_printed_has_no_sure_date_of_its_own() -> None:
    paper = HSA.replace("Prepared:", "Printed:").replace("30-Apr-2026 Paid", "Paid")
    assert candidates(paper)["document_date"].strength < 0.5


def test_words_behind_a_date_say_that_it_was_paid() -> None:
    found = values(HSA)
    assert found["payment_date"] == "2026-04-30"
    assert found["document_date"] == "2026-05-04"


def test_a_table_row_of_a_payment_gives_its_day_where_nothing_older_was_owed() -> None:
    paper = """
        Harrow Fitness                          Statement date: 7/6/2026
        Member name: Linnea Strand
        Previous balance       $0.00
        Date         Item                       Debit     Credit    Balance
        6/22/2026    Nutrition consult, 30 min  45.00               45.00
        7/5/2026     Autopay - Visa x4417                 45.00     0.00
        Total charges                           $45.00
        Balance due                             $0.00
    """
    assert values(paper)["payment_date"] == "2026-07-05"
    owed = paper.replace("Previous balance       $0.00", "Previous balance       $45.00")
    assert "payment_date" not in values(owed)


def test_payments_on_several_days_are_asked_about() -> None:
    paper = """
        Harrow Fitness
        Invoice date: 7/1/2026
        Total                        $90.00
        Payment received 7/2/2026    $40.00
        Payment received 7/9/2026    $50.00
    """
    assert "dates.several_payments" in failed(paper, "payment_date")


def test_a_payment_after_the_paper_without_an_amount_is_asked_about() -> None:
    paper = """
        Harrow Fitness
        Invoice date: 7/1/2026
        Total                        $90.00
        Payment date: 7/20/2026
    """
    assert "dates.paid_after_paper" in failed(paper, "payment_date")
    paid = paper.replace("Payment date: 7/20/2026", "Paid in full 7/20/2026")
    assert "dates.paid_after_paper" not in failed(paid, "payment_date")


def test_days_that_table_and_words_tell_differently_are_asked_about() -> None:
    paper = HSA.replace("Client: Ruth", "Date of service: 04/16/2026    Client: Ruth")
    assert "dates.differ" in failed(paper, "service_dates")


def test_an_articles_name_that_holds_a_tills_word_ends_no_list() -> None:
    paper = """
        Toll Road Athletic Supply
        11/08/2025   2:17 PM
        Tube set                 26.00
        Balance pad grey         41.95
        Wrist wrap pair          12.50
        Sub-total                80.45
        Tax                       6.64
        Total                    87.09
        Cash                    100.00
        Change                   12.91
    """
    found = values(paper)
    assert len(tuple(found["line_items"])) == 3  # type: ignore[arg-type]
    assert "balance_due" not in found


def test_an_articles_name_that_holds_a_rate_is_an_item() -> None:
    paper = """
        INVOICE    Crag Fitness, LLC
        Item                    Qty    Rate      Amount
        Semi-private ten pack   1      520.00    520.00
        Heart rate strap        2      38.00     76.00
        Subtotal                                 596.00
        Total                                    596.00
    """
    assert candidates(paper)["line_items"].passed == ("sum.line_items",)


def test_the_fax_machines_date_is_not_the_statements() -> None:
    paper = """
        2026-06-22 14:07 FROM: COTTON AQUATIC    602-555-0190 TO: 6025550111    P.001
        Cotton Aquatic Club
        STMT DATE: JUN 20 2026
        NEW CHARGES    $165.00
    """
    assert values(paper)["document_date"] == "2026-06-20"
    assert all(each.value != "2026-06-22" for each in receipts.find((typed(paper),), ReadOptions()))
