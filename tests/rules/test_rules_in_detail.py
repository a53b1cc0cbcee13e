"""Finer points of rules whose plain example stands in tests/rules/examples.py."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casebook.records import Document
from rules.claims import claim
from rules.cover import covers_of
from rules.icd10 import known_until, lookup
from rules.linting import lint
from rules.names import may_be_two_family_names
from rules.profiles import profile
from rules.superbill import judge_superbill
from tests.rules.bills import bill, service
from tests.rules.cases import (
    KNEE,
    TODAY,
    YEAR,
    case,
    client,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)
from tests.rules.examples import FIVE, FSA, MARCH, of_letter, of_receipt, paid

PLAN_YEAR = client(coverage_start=date(2026, 1, 1), coverage_end=date(2026, 12, 31))


@pytest.mark.parametrize("mark", ["previous_balance", "paid_on_account"])
def test_a_balance_of_before_or_a_payment_on_account_substantiates_nothing(mark: str) -> None:
    assert of_receipt(FIVE, mark) == {"receipt.previous_balance"}


@pytest.mark.parametrize("mark", ["card_slip", "cancelled_cheque", "bank_statement"])
def test_what_shows_a_payment_only_substantiates_nothing(mark: str) -> None:
    assert of_receipt(FIVE, mark) == {"receipt.card_slip"}


@pytest.mark.parametrize("missing", ["vendor_name", "vendor_address"])
def test_name_and_address_of_the_provider_are_both_needed(missing: str) -> None:
    assert of_receipt(FIVE - {missing}) == {"receipt.provider"}


@pytest.mark.parametrize("missing", ["provider_name", "provider_credentials"])
def test_name_and_credentials_of_the_signer_are_both_needed(missing: str) -> None:
    gone: dict[str, Any] = {missing: None}
    assert "lmn.provider" in of_letter(letter(**gone))


def test_what_lies_before_the_approval_is_not_claimed_where_that_counts() -> None:
    equity = profile("healthequity")
    approved = paid(letter(approved_on="2026-03-11"), receipt())
    found = claim(approved, "fsa", YEAR, equity, TODAY)
    assert [line.date_of_service.day for line in found.lines] == [12]
    outcomes = {v.rule.id: v.outcome for v in lint(approved, found, equity, TODAY)}
    assert outcomes["lmn.approval"] == "pass"
    either = claim(approved, "fsa", YEAR, FSA, TODAY)
    assert [line.date_of_service.day for line in either.lines] == [10, 12]


def test_a_letter_ends_with_the_plan_year_where_that_counts() -> None:
    long = letter(duration="12 months")
    (capped,) = covers_of(case(long, client=PLAN_YEAR), profile("take_command"))
    assert capped.period is not None and capped.period.end == date(2026, 12, 31)
    (whole,) = covers_of(case(long, client=PLAN_YEAR), FSA)
    assert whole.period is not None and whole.period.end == date(2027, 2, 28)


def test_nine_unused_sessions_are_one_line_of_what_was_left_out() -> None:
    one = case(letter(), package_receipt(), packages=(package(),), sessions=(of_package(MARCH[0]),))
    found = claim(one, "fsa", YEAR, FSA, TODAY)
    (left,) = found.exclusions
    assert len(found.lines) == 1 and left.amount == 900


def test_codes_are_known_until_the_end_of_the_newest_edition() -> None:
    last = known_until()
    assert last == date(2026, 9, 30)
    uncoded = letter(
        diagnoses=(KNEE.model_copy(update={"code": None}),),
        signature_date="2026-10-01",
        start_date="2026-10-01",
    )
    assert "lmn.code_edition" not in of_letter(uncoded)
    for on, said in ((last, set()), (date(2026, 10, 1), {("lmn.code_edition", "warn")})):
        judged = judge_superbill(bill(service(date_of_service=on)))
        assert {(v.rule.id, v.outcome) for v in judged if "edition" in v.rule.id} == said


def test_a_code_that_is_in_no_edition_known_may_be_a_new_one() -> None:
    """Until the newest edition ends it is refused; then a person is asked, and nobody else."""
    for on, said in (
        (known_until(), ("lmn.code_billable", "fail")),
        (date(2026, 10, 1), ("lmn.code_edition", "ask")),
    ):
        judged = judge_superbill(bill(service(date_of_service=on), diagnoses=("M17.77",)))
        assert said in {(v.rule.id, v.outcome) for v in judged}
    assert not lookup("XX1.5", date(2026, 10, 1)).may_be_new, "no code's shape"
    assert lookup("M54.5", date(2026, 10, 1)).status == "not_leaf", "a known heading stays one"


def test_the_rules_of_every_administrator_are_noted_for_this_year() -> None:
    assert all(profile(key).as_of == date(2026, 1, 1) for key in ("navia", "optum", "fsafeds"))


@pytest.mark.parametrize(
    ("name", "double"),
    [
        ("Inés Caballero Núñez", True),
        ("Walter George Brandt-Ellis", True),
        ("Dana R. Whitfield Jr.", False),
        ("Marcus Oyelaran-Smith", False),
        ("J. R. R. Tolkien", False),
        ("Siobhán O’Brien", False),
    ],
)
def test_a_whole_word_in_the_middle_may_be_half_of_a_family_name(name: str, double: bool) -> None:
    assert may_be_two_family_names(name) == double


def test_a_session_that_is_to_come_is_left_out_also_when_it_is_paid() -> None:
    coming: tuple[Document, ...] = (letter(), receipt())
    held = (session(MARCH[0]), session(date(2026, 12, 1), status="scheduled"))
    found = claim(paid(*coming, sessions=held), "fsa", YEAR, FSA, TODAY)
    assert [each.rule_id for each in found.exclusions] == ["claim.future"]
