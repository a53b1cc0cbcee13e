"""What insurance paid is taken off to the cent; what cannot be allotted asks a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.records import Case, Claim
from rules.claims import claim
from rules.insurance import spread
from rules.linting import is_ready, lint
from rules.profiles import profile
from tests.rules.cases import TODAY, YEAR, case, eob, letter, receipt, session

FSA = profile("generic_fsa")


def made(of: Case) -> Claim:
    return claim(of, "fsa", YEAR, FSA, TODAY)


def with_eob(**changes: Any) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    return case(letter(), receipt(), eob(**changes), sessions=tuple(map(session, days)))


def rules_of(found: Claim) -> list[str]:
    return [each.rule_id for each in found.exclusions]


def test_what_insurance_paid_is_taken_off_to_the_cent() -> None:
    of = with_eob()
    found = made(of)
    assert [line.amount for line in found.lines] == [Decimal("40.00"), Decimal("39.99")]
    assert [line.charge for line in found.lines] == [Decimal("90.00")] * 2
    assert {line.eob_document_id for line in found.lines} == {"doc_eob"}
    verdicts = lint(of, found, FSA)
    assert is_ready(verdicts)
    assert "Insurance paid $100.01 toward 2 sessions; it is taken off." in {
        v.message for v in verdicts
    }


def test_what_insurance_paid_in_full_is_not_claimed() -> None:
    assert rules_of(made(with_eob(plan_paid="180.00"))) == ["claim.net_of_insurance"] * 2


def test_an_explanation_of_other_days_or_without_payment_takes_nothing_off() -> None:
    assert made(with_eob(service_dates=("2026-04-01",))).total == Decimal("180.00")
    of = with_eob(plan_paid="0.00", billed="75.00")
    assert made(of).total == Decimal("180.00")
    assert is_ready(lint(of, made(of), FSA))


@pytest.mark.parametrize("changes", [{"billed": "75.00"}, {"plan_paid": None}])
def test_an_explanation_that_does_not_fit_the_sessions_asks_a_person(
    changes: dict[str, str | None],
) -> None:
    of = with_eob(**changes)
    found = made(of)
    assert found.total == Decimal("180.00")
    asked = [v for v in lint(of, found, FSA) if v.outcome == "ask"]
    assert [(v.rule.id, v.document_id) for v in asked] == [("claim.net_of_insurance", "doc_eob")]


@given(
    paid=st.integers(0, 50_000), charges=st.lists(st.integers(0, 20_000), min_size=1, max_size=9)
)
def test_insurances_payment_is_spread_exactly_and_never_above_a_charge(
    paid: int, charges: list[int]
) -> None:
    dollars = [Decimal(cents) / 100 for cents in charges]
    shares = spread(Decimal(paid) / 100, dollars)
    assert sum(shares) == min(Decimal(paid) / 100, sum(dollars, Decimal(0)))
    assert all(0 <= share <= charge for share, charge in zip(shares, dollars, strict=True))
