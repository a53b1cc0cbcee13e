"""Slips of American shops and restaurants: each look by what misled a reader."""

from __future__ import annotations

from casebook.records import FieldValue, LineItem
from tests.extractors.receipts.reading import candidates, values

RESTAURANT = """
        TACO   CABANA   #20147
      5114 W. Alabama St
      Houston, TX 77056
       (713) 555-0148
    Check: 1183      Table: 22
    06/14/2017  7:42 PM
    2 Brisket Taco           7.98
    SUBTOTAL                 7.98
    Tax                      0.62
    TOTAL                   $8.60
    VISA  XXXXXXXXXXXX4410
"""
GROCER = """
    WHOLE EARTH GROCERS
    3000 Telegraph Ave
    Berkeley CA 94705
    ORG BANANAS              2.29
    ALMOND MILK              3.99
    SUBTOTAL                 6.28
    TAX                      0.58
    **** BALANCE             6.86
    CASH                    20.00
    CHANGE                  13.14
    05/02/2016 12:09pm
"""
PARTS = """
    HONEST AUTO PARTS
    2755 Summer Ave., Memphis, TN 38112
    WIPER BLADE    12.99 x 2        25.98
    Subtotal                        25.98
    Total                           25.98
    10/30/2018   5:16 PM
"""
E_MAIL = """
    Receipt from Motus Coaching
    Receipt #1402-7781
    Date paid: Oct 29, 2026
    Personal training for Imogen Vasquez - Oct 6, 13, 20 & 27, 2026 x 4    $480.00
    Amount paid                                                            $480.00
    Motus Coaching, 77 Valencia St, San Francisco, CA 94103
"""


def read(paper: str) -> dict[str, FieldValue]:
    return values(paper)


def test_a_guests_check_is_no_cheque_and_a_wide_set_name_is_one() -> None:
    found = read(RESTAURANT)
    assert found["vendor_name"] == "TACO CABANA"
    assert str(found["payment_method"]).upper() == "VISA"


def test_a_check_that_pays_is_one() -> None:
    found = read(RESTAURANT.replace("VISA  XXXXXXXXXXXX4410", "Paid by check 1022"))
    assert found["payment_method"] == "check"


def test_a_grocers_balance_is_the_bill_where_the_sums_say_so() -> None:
    found = read(GROCER)
    assert found["total"] == "6.86"
    assert found["vendor_address"] == "3000 Telegraph Ave, Berkeley CA 94705"


def test_a_balance_that_no_sum_bears_out_is_no_total() -> None:
    found = read(GROCER.replace("**** BALANCE             6.86", "**** BALANCE            41.00"))
    assert found.get("total") != "41.00"


def test_a_price_before_its_count() -> None:
    items = read(PARTS)["line_items"]
    assert isinstance(items, tuple) and isinstance(items[0], LineItem)
    assert (items[0].description, items[0].quantity) == ("WIPER BLADE", 2.0)


def test_days_in_an_items_words_are_all_of_service_and_whose_it_was_is_read() -> None:
    found = read(E_MAIL)
    assert found["service_dates"] == ("2026-10-06", "2026-10-13", "2026-10-20", "2026-10-27")
    assert found["patient_name"] == "Imogen Vasquez"
    assert found["description"] == "Personal training for Imogen Vasquez"


SESSIONS = """
    Balance Point Studio
    12 Main Street
    Oakhaven, IL 60611
    Patient: Dana Quigley
    Service dates: {days}
    Amount: $500.00
"""


def test_a_spoilt_day_beside_a_list_is_told() -> None:
    found = candidates(SESSIONS.format(days="02/1712026, 02/21/2026, 02/24/2026"))
    assert "dates.unread_beside" not in found["service_dates"].failed  # this one can be mended
    found = candidates(SESSIONS.format(days="02/S7/202, 02/21/2026, 02/24/2026"))
    assert "dates.unread_beside" in found["service_dates"].failed
    found = candidates(SESSIONS.format(days="02/17/2026, 02/21/2026 ($100.00 each)"))
    assert "dates.unread_beside" not in found["service_dates"].failed


def test_an_address_that_lost_its_street_or_its_code_is_told() -> None:
    whole = SESSIONS.format(days="02/21/2026")
    assert candidates(whole)["vendor_address"].failed == ()
    without_code = candidates(whole.replace(" IL 60611", " IL"))
    assert without_code["vendor_address"].failed == ("address.no_postal_code",)
