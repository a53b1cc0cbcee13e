"""The year's statement for the tax records; which packet a payer's paper answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casebook.records import Case, ClaimedSession, Document, Period
from rules.claims import claim
from rules.deduction import expenses_of
from rules.payer_papers import answers
from rules.profiles import profile
from tests.rules.cases import (
    TODAY,
    case,
    client,
    document,
    letter,
    receipt,
    session,
)

DAYS = (date(2026, 3, 10), date(2026, 3, 12))


TAX = profile("tax_deduction")
PAID = receipt(payment_date="2026-03-12")


def paid_in_march(**changes: Any) -> Case:
    return case(letter(), PAID, **({"sessions": tuple(map(session, DAYS))} | changes))


def test_what_was_paid_and_reimbursed_by_nobody_stands_in_its_year() -> None:
    assert expenses_of(paid_in_march(), 2026, TAX, TODAY).total == Decimal("180.00")
    assert expenses_of(paid_in_march(), 2025, TAX, TODAY).expenses == ()


def test_what_an_account_reimbursed_is_not_deducted() -> None:
    of = paid_in_march(claimed_session_ids=frozenset({"session_2026-03-10"}))
    found = expenses_of(of, 2026, TAX, TODAY)
    assert found.total == Decimal("90.00")
    assert [each.reason for each in found.left_out] == ["claimed elsewhere"]


def test_a_deduction_knows_no_plan_year() -> None:
    of = paid_in_march(client=client(coverage_start=date(2026, 6, 1)))
    assert expenses_of(of, 2026, TAX, TODAY).total == Decimal("180.00")
    whole = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
    assert claim(of, "tax", whole, TAX, TODAY).total == Decimal("180.00")
    assert claim(of, "fsa", whole, TAX, TODAY).total == 0


def test_an_expense_counts_in_the_year_of_payment() -> None:
    late = case(letter(), receipt(payment_date="2027-01-05"), sessions=tuple(map(session, DAYS)))
    assert expenses_of(late, 2026, TAX, TODAY).expenses == ()
    assert expenses_of(late, 2027, TAX, TODAY).total == Decimal("180.00")


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
