"""Plan years, grace, run-out and limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casebook.records import AccountType, Case, ClaimedSession, Verdict
from rules.accounts import judge_account, last_day_of_service, last_day_to_claim
from rules.claims import claim
from rules.linting import is_ready, lint
from rules.profiles import Profile, profile
from tests.rules.cases import YEAR, case, client, letter, receipt, session

FSA = profile("generic_fsa")
GRACE = FSA.model_copy(update={"unused_money": "grace"})
CARRIED = FSA.model_copy(update={"unused_money": "carry_over"})
IN_2026 = client(coverage_start=date(2026, 1, 1), coverage_end=date(2026, 12, 31))


def made(of: Case, rules: Profile, today: date, account: AccountType = "fsa") -> list[Verdict]:
    return list(judge_account(of, claim(of, account, YEAR, rules, today), rules, today))


def paid(**changes: Any) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    base: dict[str, Any] = {"client": IN_2026, "sessions": tuple(session(d) for d in days)}
    return case(letter(), receipt(), **(base | changes))


def test_grace_lengthens_the_plan_year_by_two_and_a_half_months() -> None:
    assert last_day_of_service(IN_2026, "fsa", GRACE) == date(2027, 3, 15)
    assert last_day_of_service(IN_2026, "fsa", FSA) == date(2026, 12, 31)
    june = client(coverage_end=date(2026, 6, 30))
    assert last_day_of_service(june, "fsa", GRACE) == date(2026, 9, 15)
    assert last_day_of_service(IN_2026, "hsa", GRACE) == date(2026, 12, 31)


def test_a_session_in_the_grace_period_is_claimed_and_one_after_it_is_not() -> None:
    days = (date(2026, 7, 10), date(2026, 9, 15), date(2026, 9, 16))
    shown = receipt(
        service_dates=tuple(d.isoformat() for d in days), line_items=None, total="270.00"
    )
    of = case(
        letter(end_date="2026-12-31"),
        shown,
        client=client(coverage_end=date(2026, 6, 30)),
        sessions=tuple(session(d) for d in days),
    )
    found = claim(of, "fsa", YEAR, GRACE, date(2026, 11, 20))
    assert [line.date_of_service for line in found.lines] == list(days[:2])
    assert "grace period" in found.exclusions[0].reason
    assert not claim(of, "fsa", YEAR, FSA, date(2026, 11, 20)).lines


@pytest.mark.parametrize(
    ("today", "outcome"),
    [
        (date(2026, 11, 20), "pass"),
        (date(2027, 3, 1), "warn"),
        (date(2027, 3, 31), "warn"),
        (date(2027, 4, 1), "fail"),
    ],
)
def test_a_claim_must_arrive_before_the_run_out_is_over(today: date, outcome: str) -> None:
    said = {v.rule.id: v.outcome for v in made(paid(), FSA, today)}
    assert said["claim.run_out"] == outcome


def test_a_packet_after_the_run_out_is_not_ready() -> None:
    of, late = paid(), date(2027, 4, 1)
    found = claim(of, "fsa", YEAR, FSA, late)
    assert not is_ready(lint(of, found, FSA, late))
    assert is_ready(lint(of, found, FSA, date(2026, 11, 20)))


def test_an_hsa_has_no_run_out_but_a_first_day() -> None:
    hsa = profile("generic_hsa")
    assert last_day_to_claim(IN_2026, "hsa", hsa) is None
    assert made(paid(), hsa, date(2030, 1, 1), "hsa") == []
    of = paid(client=client())
    said = made(of, hsa, date(2026, 11, 20), "hsa")
    assert [(v.rule.id, v.outcome) for v in said] == [("claim.coverage_period", "warn")]


def spent(dollars: str, account: AccountType = "fsa") -> ClaimedSession:
    return ClaimedSession(
        session_id="session_old",
        account=account,
        packet_id="packet_1",
        date_of_service=date(2026, 2, 1),
        amount=Decimal(dollars),
    )


@pytest.mark.parametrize(
    ("rules", "before", "warned"),
    [
        (FSA, "3220.00", False),
        (FSA, "3220.01", True),
        (CARRIED, "3880.00", False),
        (CARRIED, "3880.01", True),
    ],
)
def test_more_than_the_years_limit_and_carry_over_is_noted(
    rules: Profile, before: str, warned: bool
) -> None:
    """$180.00 is claimed; the limit of 2026 is $3,400, and $660 may come from 2025."""
    said = [v.rule.id for v in made(paid(ledger=(spent(before),)), rules, date(2026, 11, 20))]
    assert ("claim.limit" in said) == warned


def test_what_another_account_paid_does_not_count_toward_the_limit() -> None:
    of = paid(ledger=(spent("9000.00", "hsa"),))
    assert "claim.limit" not in [v.rule.id for v in made(of, FSA, date(2026, 11, 20))]


def test_fsafeds_wants_the_month_to_be_over() -> None:
    feds = profile("fsafeds")
    early = [v.rule.id for v in made(paid(), feds, date(2026, 3, 20))]
    assert "claim.full_month" in early
    assert "claim.full_month" not in [v.rule.id for v in made(paid(), feds, date(2026, 4, 1))]


def test_an_insurers_filing_limit_stops_an_old_claim() -> None:
    insurer = profile("generic_insurer").model_copy(update={"timely_filing_days": 90})
    said = {v.rule.id: v.outcome for v in made(paid(), insurer, date(2026, 6, 9), "insurer")}
    assert said["claim.timely_filing"] == "fail"
    in_time = made(paid(), insurer, date(2026, 6, 8), "insurer")
    assert "claim.timely_filing" not in {v.rule.id for v in in_time}
