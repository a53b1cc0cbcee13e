"""Read perfectly, the stories end as they are told: two packets ready, one a draft."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casebook.records import AccountType, Claim, Client, Period
from rules.claims import claim
from rules.cover import cover
from rules.linting import is_ready, lint
from rules.matching import match
from rules.profiles import profiles
from samples import TODAY, expected_of, scans
from samples.stories import people
from samples.story import expected
from tests.samples import perfect

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))


def _claim(client: Client, account: AccountType) -> tuple[Claim, bool]:
    case = perfect.case(client)
    profile = profiles()[client.administrator or ""]
    found = claim(case, account, YEAR, profile, TODAY)
    return found, is_ready(lint(case, found, profile))


def test_dana_claims_the_seven_sessions_that_she_attended() -> None:
    found, ready = _claim(people.DANA, "fsa")
    assert ready
    assert found.total == Decimal("801.50")
    assert len(found.lines) == 7
    reasons = {(one.date_of_service, one.rule_id) for one in found.exclusions}
    assert (date(2026, 10, 13), "claim.attended") in reasons
    assert (date(2026, 11, 24), "claim.future") in reasons
    assert (date(2026, 12, 1), "claim.future") in reasons


def test_marcus_claims_nothing_without_a_letter() -> None:
    found, ready = _claim(people.MARCUS, "fsa")
    assert not ready
    assert found.lines == ()
    assert {one.rule_id for one in found.exclusions} == {"lmn.present"}


def test_ines_claims_what_lies_inside_her_letter() -> None:
    found, ready = _claim(people.INES, "hsa")
    assert ready
    assert found.total == Decimal("570.00")
    outside = {one.date_of_service: one.rule_id for one in found.exclusions}
    assert outside == {date(2026, 6, 11): "lmn.window", date(2026, 10, 22): "lmn.window"}


def test_walters_letter_for_life_covers_twelve_months() -> None:
    letter = next(one for one in perfect.documents(people.WALTER) if one.kind == "lmn")
    period = cover(letter, profiles()["generic_hsa"]).period
    assert period == Period(start=date(2026, 2, 3), end=date(2027, 2, 2))


def test_the_kims_letter_is_too_vague_to_cover_anything() -> None:
    letter = next(one for one in perfect.documents(people.ROBERT_SENIOR) if one.kind == "lmn")
    judged = cover(letter, profiles()["generic_fsa"])
    assert judged.period is None
    assert "lmn.vague_diagnosis" in {verdict.rule.id for verdict in judged.fails}


def test_every_paper_finds_its_client_or_asks() -> None:
    for scan in scans():
        for one in expected(expected_of(scan)):
            if one.ends.state == "quarantined":
                continue
            assert match(perfect.reading(one), people.CLIENTS).client_id == one.ends.client, (
                one.file
            )
