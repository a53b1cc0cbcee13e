"""Superbills and CMS-1500 data: what is refused, what a form holds, what sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.cms1500 import (
    NotBillable,
    Referring,
    Resubmission,
    forms,
    printed_day,
    printed_money,
    printed_name,
)
from rules.superbill import judge_superbill
from tests.rules.bills import BILLING, WHO, bill, faults, made, service


def test_a_complete_superbill_has_no_fault() -> None:
    assert faults(bill()) == set()


@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({"code": "97161"}, "superbill.no_therapy"),
        ({"code": "97164"}, "superbill.no_therapy"),
        ({"modifiers": ("GP",)}, "superbill.no_therapy"),
        ({"modifiers": ("59", "GP")}, "superbill.no_therapy"),
        ({"description": "Physical therapy session"}, "superbill.no_therapy"),
        ({"units": 4}, "superbill.units"),
        ({"units": 0, "minutes": 7}, "superbill.units"),
        ({"code": "97150", "units": 3, "minutes": None}, "superbill.units"),
        ({"code": "9711"}, "superbill.code_form"),
        ({"modifiers": ("5",)}, "superbill.code_form"),
        ({"pointers": ()}, "superbill.pointers"),
        ({"pointers": ("1",)}, "superbill.pointers"),
        ({"pointers": ("B",)}, "superbill.pointers"),
        ({"charge": Decimal("0.00")}, "superbill.charge"),
        ({"charge": Decimal("10.005")}, "superbill.charge"),
    ],
)
def test_a_line_that_no_payer_may_get_is_refused(changes: dict[str, Any], rule_id: str) -> None:
    of = bill(service(**changes))
    assert faults(of) == {rule_id}
    with pytest.raises(NotBillable, match=rule_id):
        forms(of, BILLING)


@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({"attested_on": None}, "superbill.attested"),
        ({"npi": "1234567890"}, "superbill.npi"),
        ({"npi": None}, "superbill.provider"),
        ({"license_state": None}, "superbill.provider"),
        ({"tax_id": None}, "superbill.provider"),
    ],
)
def test_a_provider_who_is_not_all_there_is_refused(changes: dict[str, Any], rule_id: str) -> None:
    assert faults(bill(rendering=WHO.model_copy(update=changes))) == {rule_id}


def test_a_physical_therapists_own_session_may_carry_what_a_trainers_may_not() -> None:
    therapist = WHO.model_copy(update={"credentials": "PT, DPT"})
    own = service(modifiers=("GP",), trainer_session=False)
    assert faults(bill(own, rendering=therapist)) == set()
    trainers = service(modifiers=("GP",), trainer_session=True)
    assert faults(bill(trainers, rendering=therapist)) == {"superbill.no_therapy"}


@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({"diagnoses": ("M54.5",)}, "lmn.code_billable"),
        ({"diagnoses": ()}, "superbill.diagnoses"),
        ({"diagnoses": ("M17.11",) * 13}, "superbill.diagnoses"),
        ({"member_id": None}, "superbill.member_id"),
    ],
)
def test_codes_and_patient_are_judged(changes: dict[str, Any], rule_id: str) -> None:
    assert rule_id in faults(bill(**changes))


def test_units_follow_from_the_days_minutes_together() -> None:
    """Ten and ten minutes are one unit of 20 minutes, not one each."""
    two = (service(units=1, minutes=10), service(units=1, minutes=10, code="97530"))
    assert faults(bill(*two)) == {"superbill.units"}
    good = (service(units=2, minutes=30), service(units=1, minutes=15, code="97530"))
    assert faults(bill(*good)) == set()


def test_a_timed_code_without_minutes_asks_a_person() -> None:
    said = {(v.rule.id, v.outcome) for v in judge_superbill(bill(service(minutes=None)))}
    assert ("superbill.units", "ask") in said


def test_more_than_six_lines_go_on_on_a_further_form_with_its_own_total() -> None:
    first, second, third = made(13, amount_paid=Decimal("1170.00"))
    assert [len(f.lines) for f in (first, second, third)] == [6, 6, 1]
    assert [f.total for f in (first, second, third)] == [540, 540, 90]
    assert [f.paid for f in (first, second, third)] == [540, 540, 90]
    assert [(f.number, f.of) for f in (first, second, third)] == [(1, 3), (2, 3), (3, 3)]
    days = [line.date_of_service for f in (first, second, third) for line in f.lines]
    assert days == sorted(days)


def test_a_form_writes_its_boxes_as_the_form_wants_them() -> None:
    of = bill(service(pointers=("A", "B")), diagnoses=("M17.11", "E11.9"))
    (form,) = forms(
        of,
        BILLING,
        onset=date(2026, 1, 5),
        referring=Referring(name="Ada N. Okafor", npi="1234567893"),
        resubmission=Resubmission(code="7", original_number="C-77"),
        authorization_number="A-1",
    )
    assert form.patient_name == "WHITFIELD, DANA, R"
    assert form.diagnoses == ("M1711", "E119")
    assert form.icd_indicator == "0"
    assert form.lines[0].pointer == "AB"
    assert form.onset_qualifier == "431"
    assert (form.accept_assignment, form.payment_to_provider) == (False, False)
    assert printed_day(form.patient_birth_date) == "03 04 1961"
    assert printed_day(form.lines[0].date_of_service, century=False) == "03 10 26"
    assert printed_money(Decimal("1240")) == "1240 00"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Dana R. Whitfield", "WHITFIELD, DANA, R"),
        ("Dana Whitfield Jr.", "WHITFIELD JR, DANA"),
        ("Inés Caballero-Núñez", "CABALLERO-NÚÑEZ, INÉS"),
        ("Vincent van Gogh", "VAN GOGH, VINCENT"),
    ],
)
def test_names_stand_last_name_first(name: str, printed: str) -> None:
    assert printed_name(name) == printed


@settings(deadline=None, max_examples=40)
@given(cents=st.lists(st.integers(1, 100_000), min_size=1, max_size=20), paid=st.integers(0, 99))
def test_box_28_is_the_sum_of_24f_on_every_form(cents: list[int], paid: int) -> None:
    services = [service(n, charge=Decimal(c) / 100) for n, c in enumerate(cents)]
    total = Decimal(sum(cents)) / 100
    part = (total * paid / 100).quantize(Decimal("0.01"))
    found = forms(bill(*services, amount_paid=part), BILLING)
    for form in found:
        assert form.total == sum((line.charge for line in form.lines), Decimal(0))
        assert 1 <= len(form.lines) <= 6
        assert form.paid <= form.total
    assert sum((form.total for form in found), Decimal(0)) == total
    assert sum((form.paid for form in found), Decimal(0)) == part
