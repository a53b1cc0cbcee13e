"""Every rule of the catalogue has its test; here are the examples and counter-examples of those
that no subject's own test shows.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from casebook.records import Case, Decision, Problem, Verdict
from rules.appeals import plan
from rules.catalog import rules
from rules.claims import claim
from rules.cover import covers_of
from rules.linting import lint
from rules.profiles import Profile, profile
from rules.substantiation import judge
from tests.rules.cases import (
    TODAY,
    YEAR,
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
from tests.rules.test_appeals import denial

FSA = profile("generic_fsa")
TESTS = Path(__file__).parents[1]
_LETS_PASS = re.compile(r'not in|"pass"|"ready"|== \[\]|== \(\)|== set\(\)|is None|!=')
"""How a test says that a rule does not speak against a case."""
FIVE = ("patient_name", "vendor_name", "vendor_address", "service_dates", "description", "total")


def linted(one: Case, by: Profile = FSA) -> dict[str, Verdict]:
    asked = claim(one, by.accounts[0], YEAR, by, TODAY)
    return {each.rule.id: each for each in lint(one, asked, by, TODAY)}


def whole(**changes: Any) -> Case:
    held = (session(date(2026, 3, 10)), session(date(2026, 3, 12)))
    return case(letter(), receipt(), **({"sessions": held} | changes))


def test_every_rule_of_the_catalogue_has_an_example_and_a_counter_example() -> None:
    """A test that names the rule and also says where it has nothing to say."""
    both = "\n".join(source for source in _tests() if _LETS_PASS.search(source))
    assert [key for key in rules() if f'"{key}"' not in both] == []


def _tests() -> Iterator[str]:
    """The source of every test function, with its decorators."""
    for path in TESTS.rglob("test_*.py"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                parts = (node, *node.decorator_list)
                yield "\n".join(ast.get_source_segment(source, part) or "" for part in parts)


def test_every_rule_has_a_sentence_and_says_who_says_so() -> None:
    for rule in rules().values():
        assert rule.sentence.endswith(".") and len(rule.citation) > 5, rule.id


def test_lmn_referral_is_not_lmn() -> None:
    advice = document("referral", {"document_date": "2026-02-20", "referrer_name": "Ada Okafor"})
    found = linted(case(advice, sessions=(session(date(2026, 3, 10)),)))
    assert found["lmn.present"].outcome == "fail"
    assert found["lmn.referral_is_not_lmn"].document_id == advice.id
    assert "lmn.referral_is_not_lmn" not in linted(whole())


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        ("lmn.frequency", {"frequency": None}),
        ("lmn.treatment", {"treatment": None}),
        ("lmn.duration", {"duration": None, "end_date": None}),
    ],
)
def test_what_a_letter_must_state(rule: str, gone: dict[str, Any]) -> None:
    said = {v.rule.id: v.outcome for v in covers_of(case(letter(**gone)), FSA)[0].verdicts}
    assert said[rule] == ("warn" if rule == "lmn.duration" else "fail")
    said = {v.rule.id: v.outcome for v in covers_of(case(letter()), FSA)[0].verdicts}
    assert said[rule] == "pass"


def test_lmn_approval() -> None:
    equity = profile("healthequity")
    assert linted(whole(), equity)["lmn.approval"].outcome == "warn"
    approved = whole().model_copy(
        update={"documents": (letter(approved_on="2026-03-11"), receipt())}
    )
    found = claim(approved, "fsa", YEAR, equity, TODAY)
    assert [line.date_of_service.day for line in found.lines] == [12]
    assert linted(approved, equity)["lmn.approval"].outcome == "pass"
    assert "lmn.approval" not in linted(whole())


def test_lmn_plan_year() -> None:
    wants = profile("take_command")
    year = {"coverage_start": date(2026, 1, 1), "coverage_end": date(2026, 12, 31)}
    long = letter(duration="12 months")
    (found,) = covers_of(case(long, client=client(**year)), wants)
    assert "lmn.plan_year" in {v.rule.id for v in found.verdicts}
    assert found.period is not None and found.period.end == date(2026, 12, 31)
    (found,) = covers_of(case(long, client=client(**year)), FSA)
    assert found.period is not None and found.period.end > date(2026, 12, 31)


def test_lmn_also_shown() -> None:
    found = linted(whole(), profile("fsafeds"))["lmn.also_shown"]
    assert found.outcome == "warn" and "employer" in found.message
    assert "lmn.also_shown" not in linted(whole())


@pytest.mark.parametrize("mark", ["previous_balance", "paid_on_account"])
def test_receipt_previous_balance(mark: str) -> None:
    good, problems = judge(FIVE, {mark})
    assert not good and [each.code for each in problems] == ["receipt.previous_balance"]
    assert judge(FIVE, set()) == (True, ())


def test_receipt_gym_dues() -> None:
    good, problems = judge(FIVE, {"gym_dues"})
    assert good and [each.code for each in problems] == ["receipt.gym_dues"]
    told = receipt()
    noted = told.reading.model_copy(
        update={"problems": (Problem(code="receipt.gym_dues", message="Gym dues."),)}
    )
    mixed = whole().model_copy(
        update={"documents": (letter(), told.model_copy(update={"reading": noted}))}
    )
    assert linted(mixed)["receipt.gym_dues"].document_id == told.id
    assert "receipt.gym_dues" not in linted(whole())


def test_claim_price_known() -> None:
    open_ = session(date(2026, 3, 10), charge=None)
    left = claim(whole(sessions=(open_,)), "fsa", YEAR, FSA, TODAY).exclusions
    assert [each.rule_id for each in left] == ["claim.price_known"]
    assert claim(whole(), "fsa", YEAR, FSA, TODAY).exclusions == ()


def test_claim_has_lines() -> None:
    assert linted(whole(sessions=()))["claim.has_lines"].outcome == "fail"
    assert linted(whole())["claim.has_lines"].outcome == "pass"


def test_claim_unused_sessions_of_a_package() -> None:
    one = case(
        letter(),
        package_receipt(),
        packages=(package(),),
        sessions=(of_package(date(2026, 3, 10)),),
    )
    left = claim(one, "fsa", YEAR, FSA, TODAY)
    assert len(left.lines) == 1 and [e.rule_id for e in left.exclusions] == ["claim.unused"]


def test_document_kind_sure() -> None:
    told = receipt()
    doubted = told.model_copy(
        update={
            "reading": told.reading.model_copy(
                update={"kind": told.reading.kind.model_copy(update={"confidence": 0.7})}
            )
        }
    )
    one = whole().model_copy(update={"documents": (letter(), doubted)})
    assert linted(one)["document.kind_sure"].document_id == told.id
    settled = Decision(
        field="kind",
        action="correct",
        value="receipt",
        by="jordan",
        at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    by_person = doubted.model_copy(update={"decisions": (settled,)})
    assert "document.kind_sure" not in linted(
        one.model_copy(update={"documents": (letter(), by_person)})
    )
    assert "document.kind_sure" not in linted(whole())


def test_profile_year() -> None:
    later = FSA.model_copy(update={"as_of": date(2025, 1, 1)})
    assert "noted for 2025" in linted(whole(), later)["profile.year"].message
    assert "profile.year" not in linted(whole())
    assert all(one.as_of == date(2026, 1, 1) for one in map(profile, ("navia", "optum")))


@pytest.mark.parametrize(
    ("rule", "code", "reason"),
    [
        ("appeal.authorization", "197", "No prior authorization was on file."),
        ("appeal.covered", "204", "This service is not covered under the plan."),
    ],
)
def test_what_a_denials_reason_turns_on(rule: str, code: str, reason: str) -> None:
    insurer = profile("generic_insurer")
    told = denial(reason=reason, reason_codes=(code,))
    found = plan(case(letter(), told), told, insurer, "insurer")
    assert rule in {point.rule_id for point in found.points}
    other = denial(reason_codes=("CO-50",), reason="Not medically necessary.")
    found = plan(case(letter(), other), other, insurer, "insurer")
    assert rule not in {point.rule_id for point in found.points}
