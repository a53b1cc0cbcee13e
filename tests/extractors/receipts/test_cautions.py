"""What a paper as a whole says against using a value that stands on it plainly."""

from __future__ import annotations

import pytest

from casebook.records import LineItem
from extractors.deciding.decide import NEVER_ACCEPTED
from extractors.kinds.classify import classify
from tests.extractors.pages_of import typed
from tests.extractors.receipts.reading import candidates, values

HEAD = """
    PEAK GYM
    12 Oak St, Boise, ID 83702
    Invoice 4411                     Date: 10/31/2025
    Client: Ana Ruiz
"""
AHEAD = f"""{HEAD}
    Date           Service                 Amount
    11/05/2025     Training session        $85.00
    11/12/2025     Training session        $85.00
    Total                                  $170.00
    Paid 10/31/2025 Visa
"""
SPAN = f"""{HEAD}
    Description                                       Amount
    Training membership 10/01/2025 - 10/31/2025      $200.00
    Total                                            $200.00
"""
TWO_CLIENTS = f"""{HEAD}
    Date           Client        Service              Amount
    10/02/2025     Ana Ruiz      Training session      85.00
    10/09/2025     Ben Ruiz      Training session      85.00
    Total                                             170.00
"""
DEPOSIT = f"""{HEAD}
    Date           Service                 Amount
    10/05/2025     Training session        $85.00
    10/12/2025     Training session        $85.00
    Subtotal                              $170.00
    Less deposit (09/15/2025)             -$50.00
    Total due                             $120.00
"""
OLDER = f"""{HEAD}
    10/05/2025     Training session        $85.00
    Previous balance                       $60.00
    Total due                             $145.00
"""
VOID = """
    PEAK GYM
    10/31/2025 5:12 PM
    *** VOID ***
    Training session        $85.00
    Total                   $85.00
"""
CASES = [
    (AHEAD, "service_dates", "dates.after_paper"),
    (SPAN, "service_dates", "dates.span"),
    (TWO_CLIENTS, "patient_name", "patient.several"),
    (TWO_CLIENTS, "service_dates", "patient.several"),
    (DEPOSIT, "total", "sum.less_deposit"),
    (OLDER, "total", "sum.older_balance"),
    (VOID, "total", "paper.no_receipt"),
]


@pytest.mark.parametrize(("paper", "field", "doubt"), CASES)
def test_a_person_is_asked(paper: str, field: str, doubt: str) -> None:
    assert doubt in candidates(paper)[field].failed
    assert doubt in NEVER_ACCEPTED


@pytest.mark.parametrize(("paper", "field", "doubt"), CASES)
def test_a_plain_invoice_has_none_of_these_doubts(paper: str, field: str, doubt: str) -> None:
    plain = f"""{HEAD}
    Date           Service                 Amount
    10/05/2025     Training session        $85.00
    10/12/2025     Training session        $85.00
    Total                                 $170.00
    """
    found = candidates(plain)
    assert doubt not in found[field].failed


def test_an_estimate_is_no_receipt() -> None:
    paper = """
        PEAK GYM
        ESTIMATE 118         Date: 10/31/2025
        Client: Ana Ruiz
        12 sessions at $85.00                $1020.00
        Total                                $1020.00
        This is not a receipt. Valid until 11/30/2025.
    """
    assert classify((typed(paper),)).value != "receipt"
    assert "paper.no_receipt" in candidates(paper)["total"].failed


def test_a_payment_to_come_is_neither_paid_nor_dated() -> None:
    found = values("""
        FLEETFOOT GYM
        11/15/2025 06:02
        MONTHLY DUES NOV            45.00
        TOTAL DUE                   45.00
        PAYMENT - ACH              -45.00
        NEXT AUTOPAY 12/15/2025     55.00
    """)
    assert (found["amount_paid"], found["payment_date"]) == ("45.00", "2025-11-15")


def test_points_and_cards_have_balances_of_their_own() -> None:
    found = values("""
        GREEN MART
        10/31/2025 5:12 PM
        APPLES            4.00
        TOTAL             4.00
        CASH              5.00
        CHANGE            1.00
        FUEL BALANCE      0.30
    """)
    assert "balance_due" not in found


def test_who_sends_the_mail_and_what_the_paper_is_are_no_names() -> None:
    found = candidates("""
        Subject: Receipt from Fernhollow Training for invoice 1043
        From: Fernhollow Training via Mailer <service@paymail.example>
        To: g.hartwell@mail.example

        Post-cardiac exercise (10/14/2025)     $100.00
        Total                                  $100.00

        Fernhollow Training, 40 Brook Ln, Stowe, VT 05672
    """)
    assert found["vendor_name"].value == "Fernhollow Training"
    booked = candidates("""
        Booking confirmed - payment receipt
        Movement assessment      $75.00
        Total                    $75.00
    """)
    assert "name.paper_word" in booked["vendor_name"].failed


def test_a_web_address_bears_the_name_out_that_thanks() -> None:
    name = candidates("""
        11/14/25 @ 18:30
        1x Drop-In Strength         $28.00
        Total                       $28.00
        Thanks for lifting with
        Stonepath Fitness!
        stonepathfitness.example
    """)["vendor_name"]
    assert (name.value, name.passed) == ("Stonepath Fitness", ("name.web_address",))


def test_the_next_articles_name_is_not_the_end_of_the_one_above() -> None:
    items = values("""
        Description                Unit Price     Amount
        Boiled Egg
                                      3.20          3.20
        Toasted Bread
                                      4.30          4.30
        Total                                       7.50
    """)["line_items"]
    assert isinstance(items, tuple)
    assert [item.description for item in items if isinstance(item, LineItem)] == [
        "Boiled Egg",
        "Toasted Bread",
    ]


def test_sessions_without_an_amount_give_their_days() -> None:
    days = candidates("""
        Dunmore Physical Culture
        ACCOUNT STATEMENT            Statement date: 11/02/2025
        Date       Activity                       Amount
        10/01      8-session package purchased    640.00
        10/03      Session 1 - completed
        10/10      Session 2 - completed
        10/17      Session 3 - client cancelled
    """)["service_dates"]
    assert days.value == ("2025-10-03", "2025-10-10")
    assert "dates.year_unsaid" in days.failed
