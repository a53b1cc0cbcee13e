"""Members, patients and senders on payers' papers, and captions that take several rows."""

from __future__ import annotations

from casebook.records import FieldReading, Kind
from extractors import payers
from extractors.deciding import decide
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed


def read(drawing: str, kind: Kind) -> dict[str, FieldReading]:
    pages = (typed(drawing),)
    return decide(payers.find(pages, kind, ReadOptions()), pages)


def test_the_patient_is_not_the_member_who_is_written_to() -> None:
    found = read(
        """
        Keystone Mutual Health
        March 3, 2026

        Yolanda Thibodeaux
        2384 Tannery Blvd.
        Fairhollow, VA 22901

        Member name              Patient
        Yolanda Thibodeaux       Noor Thibodeaux

        Dear Yolanda Thibodeaux:
        """,
        "eob",
    )
    assert found["patient_name"].value == "Noor Thibodeaux"


def test_who_sent_an_email_pays() -> None:
    found = read(
        """
        From: Harbor FSA <no-reply@harbor.example>
        Sent: Friday, July 17, 2026 7:42 AM
        To: ezekiel@mail.example

        Hi Ezekiel,

        Your claim was denied.
        """,
        "denial",
    )
    assert found["payer_name"].value == "Harbor FSA"


def test_a_department_is_no_part_of_the_plans_name() -> None:
    found = read("Cypress Point Health | Utilization Management", "authorization")
    assert found["payer_name"].value == "Cypress Point Health"


def test_captions_of_two_rows_tell_which_date_is_which() -> None:
    found = read(
        """
        Cypress Point Health
        Member: Sunniva Achterberg     ID: X262362345
                                                       Valid
        Number         Service          Valid from     through
        A666791683     Activities       06/10/2026     09/08/2026
        """,
        "authorization",
    )
    assert found["start_date"].value == "2026-06-10"
    assert found["end_date"].value == "2026-09-08"


def test_what_stands_in_brackets_behind_a_name_is_the_persons() -> None:
    found = read(
        """
        Northern Lakes Health Plan
        Re: Henrietta Featherstone (member X420706997, date of birth January 24, 1944)
        Certification no. 5617-32920 covers 16 visits of therapeutic exercise.
        """,
        "authorization",
    )
    assert found["member_id"].value == "X420706997"
    assert found["patient_dob"].value == "1944-01-24"
    assert found["approved_units"].value == "16"


HEADED_IN_THREE_ROWS = """
    Blue Mesa Health Plan
    Service                    Provider    Allowed               Plan      Member
               Description                            Copayment                          Reason
    date(s)                    charges     charges               benefit   responsibility
    1/25/26    Exercise        95.00       75.00      15.00      60.00     15.00         A1
    2/1/26     Exercise        95.00       75.00      15.00      60.00     15.00         A1
    Claim totals               190.00      150.00     30.00      120.00    30.00
    A1 - Charge exceeds the contracted amount. (CO-45)
"""


def test_a_heading_may_take_three_rows_and_a_legend_names_the_code() -> None:
    found = read(HEADED_IN_THREE_ROWS, "eob")
    amounts = ("billed", "allowed", "plan_paid", "patient_responsibility")
    assert [found[name].value for name in amounts] == ["190.00", "150.00", "120.00", "30.00"]
    assert found["service_dates"].value == ("2026-01-25", "2026-02-01")
    assert found["reason_codes"].value == ("CO-45",)


def test_a_service_without_its_day_leaves_the_days_to_a_person() -> None:
    found = read(HEADED_IN_THREE_ROWS.replace("1/25/26", "       "), "eob")
    assert not found["service_dates"].accepted
