"""Each rule by what it speaks against and, right beside it, by what it lets pass."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casebook.records import Case, Document
from rules.claims import claim
from rules.cover import covers_of
from rules.icd10 import known_until
from rules.linting import lint
from rules.profiles import profile
from rules.substantiation import judge
from rules.superbill import judge_superbill
from tests.rules.bills import WHO, bill, faults, service
from tests.rules.cases import (
    KNEE,
    TODAY,
    YEAR,
    case,
    client,
    eob,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)

FSA = profile("generic_fsa")
FIVE = {"patient_name", "vendor_name", "vendor_address", "service_dates", "description", "total"}


def against_letter(one: Document) -> set[str]:
    """The rules that do not pass on a letter."""
    (found,) = covers_of(case(one), FSA)
    return {v.rule.id for v in found.verdicts if v.outcome != "pass"}


def against(one: Case) -> set[str]:
    """The rules that do not pass on a case's packet, or leave a session out of its claim."""
    asked = claim(one, "fsa", YEAR, FSA, TODAY)
    said = {v.rule.id for v in lint(one, asked, FSA, TODAY) if v.outcome != "pass"}
    return said | {each.rule_id for each in asked.exclusions}


def paid(*documents: Document, **changes: Any) -> Case:
    held = (session(date(2026, 3, 10)), session(date(2026, 3, 12)))
    return case(*(documents or (letter(), receipt())), **({"sessions": held} | changes))


@pytest.mark.parametrize(
    ("rule", "bad"),
    [
        ("lmn.patient", {"patient_name": None}),
        ("lmn.provider", {"provider_name": None}),
        ("lmn.provider", {"provider_credentials": None}),
        ("lmn.signer_by_administrator", {"provider_credentials": "PT, DPT"}),
        ("lmn.open_ended", {"duration": "lifetime"}),
        ("lmn.code_edition", {"signature_date": "2026-10-01", "start_date": "2026-10-01"}),
    ],
)
def test_a_rule_about_the_letter(rule: str, bad: dict[str, Any]) -> None:
    assert rule in against_letter(letter(**bad))
    assert rule not in against_letter(letter())


def test_lmn_code_edition_is_about_days_that_no_edition_here_knows() -> None:
    last = known_until()
    after = letter(signature_date="2026-10-01", start_date="2026-10-01")
    assert last == date(2026, 9, 30)
    assert "lmn.code_edition" not in against_letter(letter(signature_date="2026-09-30"))
    assert "lmn.code_edition" not in against_letter(
        after.model_copy(
            update={
                "reading": after.reading.model_copy(
                    update={"diagnoses": (KNEE.model_copy(update={"code": None}),)}
                )
            }
        )
    )
    known = judge_superbill(bill(service(date_of_service=last)))
    later = judge_superbill(bill(service(date_of_service=date(2026, 10, 1))))
    assert "lmn.code_edition" not in {v.rule.id for v in known}
    assert ("lmn.code_edition", "warn") in {(v.rule.id, v.outcome) for v in later}


def test_lmn_plan_year_is_about_letters_that_reach_into_the_next() -> None:
    wants = profile("take_command")
    year = client(coverage_start=date(2026, 1, 1), coverage_end=date(2026, 12, 31))

    def said(duration: str) -> set[str]:
        (found,) = covers_of(case(letter(duration=duration), client=year), wants)
        return {v.rule.id for v in found.verdicts}

    assert "lmn.plan_year" in said("12 months")
    assert "lmn.plan_year" not in said("6 months")


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ("receipt.patient", "patient_name"),
        ("receipt.provider", "vendor_name"),
        ("receipt.date_of_service", "service_dates"),
        ("receipt.description", "description"),
        ("receipt.amount", "total"),
    ],
)
def test_a_point_of_substantiation(rule: str, missing: str) -> None:
    assert rule in {p.code for p in judge(FIVE - {missing}, set())[1]}
    assert rule not in {p.code for p in judge(FIVE, set())[1]}


@pytest.mark.parametrize("rule", ["receipt.previous_balance", "receipt.prepaid_package"])
def test_a_receipt_that_is_about_another_time(rule: str) -> None:
    mark, points = rule.partition(".")[2], FIVE - {"service_dates"}
    assert rule in {p.code for p in judge(points, {mark})[1]}
    assert rule not in {p.code for p in judge(points, set())[1]}


def test_receipt_account_card() -> None:
    assert "receipt.account_card" in against(
        paid(letter(), receipt(payment_method="HSA debit card"))
    )
    assert "receipt.account_card" not in against(paid(letter(), receipt(payment_method="Visa")))


def test_receipt_one_vendor() -> None:
    mine = receipt(vendor_tax_id="91-1111111", service_dates=("2026-03-10",), line_items=None)
    changes = {"receipt_number": "T-7", "service_dates": ("2026-03-12",), "line_items": None}
    held = (session(date(2026, 3, 10)), session(date(2026, 3, 12), receipt_number="T-7"))
    other = receipt(id="doc_other", vendor_tax_id="91-2222222", vendor_name="Tidewater", **changes)
    same = receipt(id="doc_other", vendor_tax_id="91-1111111", **changes)
    assert "receipt.one_vendor" in against(paid(letter(), mine, other, sessions=held))
    assert "receipt.one_vendor" not in against(paid(letter(), mine, same, sessions=held))


def test_claim_future() -> None:
    coming = session(date(2026, 12, 1), status="scheduled")
    assert "claim.future" in against(paid(sessions=(session(date(2026, 3, 10)), coming)))
    assert "claim.future" not in against(paid())


def test_claim_unused() -> None:
    papers = (letter(), package_receipt())
    some = (of_package(date(2026, 3, 10)),)
    two = package(sessions=1, price=Decimal("1000.00"))
    assert "claim.unused" in against(case(*papers, packages=(package(),), sessions=some))
    assert "claim.unused" not in against(case(*papers, packages=(two,), sessions=some))


def test_claim_net_of_insurance() -> None:
    assert "claim.net_of_insurance" in against(paid(letter(), receipt(), eob(plan_paid="180.00")))
    assert "claim.net_of_insurance" not in against(paid())


def test_claim_one_receipt() -> None:
    copy = receipt(id="doc_copy", receipt_number="R-101")
    second = session(date(2026, 3, 12), id="session_copy", receipt_number="R-101")
    one = paid(letter(), receipt(), copy)
    both = one.model_copy(update={"sessions": (*one.sessions, second)})
    assert "claim.one_receipt" in against(both)
    assert "claim.one_receipt" not in against(paid())


def test_claim_within_paid() -> None:
    assert "claim.within_paid" in against(paid(letter(), receipt(total="100.00")))
    assert "claim.within_paid" not in against(paid())


def test_claim_but_for() -> None:
    since = paid(client=client(training_since=date(2025, 6, 1)))
    assert "claim.but_for" in against(since)
    assert "claim.but_for" not in against(paid(client=client(training_since=date(2026, 3, 5))))


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("superbill.provider", {"rendering": WHO.model_copy(update={"npi": None})}),
        ("superbill.npi", {"rendering": WHO.model_copy(update={"npi": "1234567890"})}),
        ("superbill.member_id", {"member_id": None}),
        ("superbill.diagnoses", {"diagnoses": ()}),
        ("superbill.code_form", {"services": (service(code="9711"),)}),
        ("superbill.charge", {"services": (service(charge=Decimal("0.00")),)}),
    ],
)
def test_a_rule_about_the_bill(rule: str, changes: dict[str, Any]) -> None:
    assert rule in faults(bill(**changes))
    assert rule not in faults(bill())
