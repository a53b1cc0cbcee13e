"""Attested codes against the case: every rule by its example and its counter-example."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casebook.records import Attestation, Case, CodedService, Period, Rendering
from rules.claims import claim
from rules.coded import Coded, coded
from rules.linting import is_ready, lint
from rules.profiles import profile
from tests.rules.bills import WHO
from tests.rules.cases import KNEE, TODAY, YEAR, client, document, letter, receipt, session

DAYS = ("2026-03-10", "2026-03-12")


def service(day: str, **changes: Any) -> CodedService:
    base: dict[str, Any] = {
        "session_id": f"s_{day}",
        "date_of_service": date.fromisoformat(day),
        "code": "97110",
        "description": "Exercise, one-on-one",
        "pointers": ("A",),
        "units": 4,
        "minutes": 60,
        "charge": Decimal("90.00"),
    }
    return CodedService(**(base | changes))


def attested(
    *services: CodedService, codes: tuple[str, ...] = ("M17.11",), **who: Any
) -> Attestation:
    return Attestation(
        id="attestation_1",
        client_id="client_1",
        rendering=Rendering(**(dict(WHO) | who)),
        diagnoses=codes,
        services=services,
        entered_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


def with_codes(*attestations: Attestation, **changes: Any) -> Case:
    base: dict[str, Any] = {
        "client": client(member_ids=("W48820571",)),
        "documents": (letter(), receipt()),
        "sessions": tuple(session(date.fromisoformat(day), id=f"s_{day}") for day in DAYS),
        "attestations": attestations,
    }
    return Case(**(base | changes))


def judged(case: Case, account: str = "insurer") -> Coded:
    rules = profile("generic_insurer")
    return coded(case, claim(case, account, YEAR, rules, TODAY))  # type: ignore[arg-type]


def faults(found: Coded) -> set[str]:
    return {each.rule.id for each in found.verdicts if each.outcome in ("fail", "ask")}


BOTH = (service(DAYS[0]), service(DAYS[1]))


def test_attested_sessions_become_a_superbill_and_a_form() -> None:
    found = judged(with_codes(attested(*BOTH)))
    assert faults(found) == set()
    (bill,), ((form,),) = found.bills, found.forms
    assert bill.total == bill.amount_paid == form.total == form.paid == Decimal("180.00")
    assert [line.pointer for line in form.lines] == ["A", "A"]


def test_the_whole_packet_is_ready_with_codes_and_only_warned_without() -> None:
    rules = profile("generic_insurer")
    for case in (with_codes(attested(*BOTH)), with_codes()):
        asked = claim(case, "insurer", YEAR, rules, TODAY)
        assert is_ready(lint(case, asked, rules, TODAY))
    (only,) = judged(with_codes()).verdicts
    assert (only.rule.id, only.outcome) == ("superbill.attested", "warn")


def test_codes_concern_insurers_alone() -> None:
    case = with_codes(attested(*BOTH))
    rules = profile("generic_fsa")
    assert coded(case, claim(case, "fsa", YEAR, rules, TODAY)) == Coded()


def test_a_session_without_codes_beside_one_with_codes_is_a_fault() -> None:
    found = judged(with_codes(attested(BOTH[0])))
    assert faults(found) == {"superbill.attested"} and found.forms == ()


def test_codes_are_attested_after_the_service_not_before() -> None:
    early = attested(*BOTH, attested_on=date(2026, 3, 11))
    (found,) = (v for v in judged(with_codes(early)).verdicts if v.outcome == "fail")
    assert (found.rule.id, found.message) == (
        "superbill.attested",
        "The codes were attested before the service of March 12, 2026.",
    )
    same_day = attested(*BOTH, attested_on=date(2026, 3, 12))
    assert faults(judged(with_codes(same_day))) == set()


def test_two_providers_make_two_superbills() -> None:
    one, other = attested(BOTH[0]), attested(BOTH[1], name="Lea Ortiz", npi="1730158429")
    found = judged(with_codes(one, other.model_copy(update={"id": "attestation_2"})))
    assert faults(found) == set()
    assert [bill.total for bill in found.bills] == [Decimal("90.00")] * 2 and len(found.forms) == 2


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("superbill.no_therapy", {"code": "97161", "units": 1}),
        ("superbill.no_therapy", {"modifiers": ("GP",)}),
        ("superbill.no_therapy", {"description": "Physical therapy"}),
        ("superbill.units", {"units": 3}),
        ("superbill.units", {"minutes": None}),
        ("superbill.group", {"description": "Group exercise"}),
        ("superbill.minutes", {"minutes": 75, "units": 5}),
        ("superbill.pointers", {"pointers": ("B",)}),
        ("superbill.charge_of_session", {"charge": Decimal("95.00")}),
        ("claim.attended", {"date_of_service": date(2026, 3, 11)}),
    ],
)
def test_a_code_that_breaks_a_rule_leaves_no_form(rule: str, changes: dict[str, Any]) -> None:
    """The counter-example of each is the first test's pair of codes, which has no fault."""
    found = judged(with_codes(attested(service(DAYS[0], **changes), BOTH[1])))
    assert rule in faults(found) and found.forms == ()


def test_a_group_session_of_the_record_is_one_untimed_unit() -> None:
    held = tuple(
        session(date.fromisoformat(day), id=f"s_{day}", description="Semi-private class")
        for day in DAYS
    )
    assert "superbill.group" in faults(judged(with_codes(attested(*BOTH), sessions=held)))
    untimed = [service(day, code="97150", units=1, minutes=None) for day in DAYS]
    assert faults(judged(with_codes(attested(*untimed), sessions=held))) == set()


def test_a_diagnosis_stands_on_a_physicians_paper_or_is_not_coded() -> None:
    both = attested(*BOTH, codes=("M17.11", "E11.9"))
    assert faults(judged(with_codes(both))) == {"superbill.diagnosis_on_file"}
    sugar = KNEE.model_copy(update={"text": "type 2 diabetes", "code": "E11.9"})
    told = (letter(diagnoses=(KNEE, sugar)), receipt())
    assert faults(judged(with_codes(both, documents=told))) == set()
    for change in ({"assertion": "negated"}, {"experiencer": "family"}, {"assertion": "possible"}):
        doubted = (letter(diagnoses=(KNEE, sugar.model_copy(update=change))), receipt())
        found = judged(with_codes(both, documents=doubted))
        assert faults(found) == {"superbill.diagnosis_on_file"}


def test_a_body_mass_index_needs_a_diagnosis_of_weight() -> None:
    bmi = KNEE.model_copy(update={"text": "body mass index 34", "code": "Z68.34"})
    weight = KNEE.model_copy(update={"text": "obesity, class 1", "code": "E66.811"})
    told = (letter(diagnoses=(KNEE, bmi, weight)), receipt())
    alone = with_codes(attested(*BOTH, codes=("M17.11", "Z68.34")), documents=told)
    assert faults(judged(alone)) == {"superbill.body_mass_index"}
    beside = with_codes(attested(*BOTH, codes=("M17.11", "E66.811", "Z68.34")), documents=told)
    assert faults(judged(beside)) == set()


def test_a_parent_code_is_refused_on_the_day_of_service() -> None:
    back = KNEE.model_copy(update={"text": "low back pain", "code": "M54.5"})
    told = (letter(diagnoses=(KNEE, back)), receipt())
    case = with_codes(attested(*BOTH, codes=("M17.11", "M54.5")), documents=told)
    assert "lmn.code_billable" in faults(judged(case))


def test_the_one_authorization_over_all_days_is_put_on_the_form() -> None:
    for end, number in (("2026-03-31", "AU-77"), ("2026-03-11", None)):
        paper = document(
            "authorization",
            {"authorization_number": "AU-77", "start_date": "2026-03-01", "end_date": end},
            id="doc_auth",
        )
        found = judged(with_codes(attested(*BOTH), documents=(letter(), receipt(), paper)))
        assert found.forms[0][0].authorization_number == number


def test_no_claimed_session_no_superbill() -> None:
    case = with_codes(attested(*BOTH))
    empty = claim(
        case,
        "insurer",
        Period(start=date(2026, 6, 1), end=date(2026, 6, 30)),
        profile("generic_insurer"),
        TODAY,
    )
    assert coded(case, empty) == Coded()
