"""The year's statement for the tax records; which packet a payer's paper answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casebook.records import Case, ClaimedSession, Document
from rules.deduction import statement, worksheet
from rules.payer_papers import answers
from tests.rules.cases import (
    TODAY,
    case,
    client,
    document,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)

DAYS = (date(2026, 3, 10), date(2026, 3, 12))


def two(**changes: Any) -> Case:
    return case(letter(), receipt(), **({"sessions": tuple(map(session, DAYS))} | changes))


def test_what_was_paid_and_reimbursed_by_nobody_stands_in_its_year() -> None:
    found = statement(two(), 2026, TODAY)
    assert found.total == Decimal("180.00")
    assert statement(two(), 2025, TODAY).expenses == ()


def test_what_an_account_reimbursed_is_not_deducted() -> None:
    of = two(claimed_session_ids=frozenset({"session_2026-03-10"}))
    found = statement(of, 2026, TODAY)
    assert found.total == Decimal("90.00")
    assert [each.rule_id for each in found.left_out] == ["claim.not_claimed_before"]


def test_a_deduction_knows_no_plan_year() -> None:
    of = two(client=client(coverage_start=date(2026, 6, 1)))
    assert statement(of, 2026, TODAY).total == Decimal("180.00")


def test_an_expense_counts_in_the_year_of_payment_but_never_before_it_was_rendered() -> None:
    paid_late = case(
        letter(), receipt(payment_date="2027-01-05"), sessions=tuple(map(session, DAYS))
    )
    assert statement(paid_late, 2026, TODAY).expenses == ()
    assert statement(paid_late, 2027, TODAY).total == Decimal("180.00")
    paid_ahead = case(
        letter(signature_date="2026-10-01", start_date=None, duration="12 months"),
        package_receipt(payment_date="2026-12-20"),
        packages=(package(sessions=2),),
        sessions=(of_package(date(2026, 12, 28)), of_package(date(2027, 1, 4))),
    )
    later = date(2027, 2, 1)
    assert statement(paid_ahead, 2026, later).total == Decimal("500.00")
    assert statement(paid_ahead, 2027, later).total == Decimal("500.00")


def test_the_worksheet_shows_the_floor() -> None:
    found = worksheet(Decimal("5000.00"), Decimal("60000"))
    assert (found.floor, found.deductible) == (Decimal("4500.00"), Decimal("500.00"))


def entry(packet: str, day: date, amount: str = "90.00", charge: str | None = None) -> Any:
    return ClaimedSession(
        session_id=f"{packet}_{day}",
        account="insurer",
        packet_id=packet,
        date_of_service=day,
        amount=Decimal(amount),
        charge=Decimal(charge) if charge else None,
    )


def denial(**changes: Any) -> Document:
    fields = {"service_dates": ("2026-03-10", "2026-03-12"), "denied_amount": "180.00"}
    return document("denial", fields | changes, id="doc_denial")


LEDGER = (
    *(entry("packet_1", day) for day in DAYS),
    *(entry("packet_2", day, "40.00") for day in (*DAYS, date(2026, 3, 14))),
    entry("packet_3", date(2026, 5, 1)),
)


@pytest.mark.parametrize(
    ("changes", "packet"),
    [
        ({}, "packet_1"),
        ({"denied_amount": "120.00"}, "packet_2"),
        ({"denied_amount": "80.00"}, "packet_2"),
        ({"denied_amount": None, "billed": "180.00"}, "packet_1"),
        ({"service_dates": ("2026-05-01",), "denied_amount": None}, "packet_3"),
        ({"denied_amount": None}, None),
        ({"denied_amount": "7.00"}, None),
        ({"service_dates": ("2026-03-10", "2026-05-01")}, None),
        ({"service_dates": None}, None),
    ],
)
def test_a_payers_paper_is_tied_to_its_packet_or_to_none(
    changes: dict[str, Any], packet: str | None
) -> None:
    assert answers(denial(**changes), case(ledger=LEDGER)).packet_id == packet


def test_two_packets_that_fit_are_both_shown_to_a_person() -> None:
    found = answers(denial(denied_amount=None), case(ledger=LEDGER))
    assert found.candidates == ("packet_1", "packet_2")


def test_the_sessions_of_the_papers_dates_are_named() -> None:
    found = answers(denial(denied_amount="120.00"), case(ledger=LEDGER))
    assert found.session_ids == ("packet_2_2026-03-10", "packet_2_2026-03-12")
