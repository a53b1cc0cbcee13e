"""The five points of a receipt."""

from __future__ import annotations

import pytest

from rules.substantiation import judge

FIVE = {"patient_name", "vendor_name", "vendor_address", "service_dates", "description", "total"}


def test_five_points_substantiate() -> None:
    assert judge(FIVE, frozenset()) == (True, ())


@pytest.mark.parametrize(
    ("missing", "rule_id"),
    [
        ("patient_name", "receipt.patient"),
        ("vendor_name", "receipt.provider"),
        ("vendor_address", "receipt.provider"),
        ("service_dates", "receipt.date_of_service"),
        ("description", "receipt.description"),
        ("total", "receipt.amount"),
    ],
)
def test_each_missing_point_is_named(missing: str, rule_id: str) -> None:
    right, problems = judge(FIVE - {missing}, frozenset())
    assert not right
    assert [p.code for p in problems] == [rule_id]


@pytest.mark.parametrize("mark", ["card_slip", "previous_balance", "paid_on_account"])
def test_a_slip_or_a_balance_is_refused_whatever_else_it_shows(mark: str) -> None:
    right, problems = judge(FIVE, frozenset({mark}))
    assert not right
    assert len(problems) == 1


def test_a_prepaid_package_says_how_it_is_claimed() -> None:
    right, problems = judge(FIVE - {"service_dates"}, frozenset({"prepaid_package"}))
    assert not right
    assert [p.code for p in problems] == ["receipt.date_of_service", "receipt.prepaid_package"]


def test_a_package_receipt_that_lists_its_sessions_substantiates() -> None:
    assert judge(FIVE, frozenset({"prepaid_package"}))[0] is True
