"""One receipt seen twice; one patient on every paper."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casebook.records import Case, Document, Provider
from rules.claims import claim
from rules.duplicates import same_receipt, without_copies
from rules.linting import lint
from rules.profiles import profile
from tests.rules.cases import TODAY, YEAR, case, client, document, letter, receipt, session

FSA = profile("generic_fsa")


def again(**changes: Any) -> Document:
    return receipt(id="doc_again", **changes)


@pytest.mark.parametrize(
    ("changes", "picture", "outcome"),
    [
        ({}, None, "same"),
        ({"receipt_number": "r 100", "vendor_name": "Harbor Medical Fitness, LLC"}, None, "same"),
        ({"service_dates": None, "total": None}, None, "same"),
        ({"total": "90.00"}, None, "perhaps"),
        ({"receipt_number": "R-101"}, None, "perhaps"),
        ({"receipt_number": "R-101", "service_dates": ("2026-04-10",)}, None, "different"),
        ({"receipt_number": "R-215"}, None, "different"),
        ({"receipt_number": "R-215"}, 2, "perhaps"),
        ({"receipt_number": None}, None, "perhaps"),
        ({"receipt_number": None}, 3, "same"),
        ({"receipt_number": None}, 30, "perhaps"),
        ({"receipt_number": None, "service_dates": ("2026-04-10",)}, 0, "different"),
        ({"vendor_name": "Tidewater Pilates"}, 0, "different"),
        ({"patient_name": "Omar Whitfield"}, None, "different"),
    ],
)
def test_a_receipt_is_known_again_by_what_stands_on_it(
    changes: dict[str, Any], picture: int | None, outcome: str
) -> None:
    one, other = receipt(), again(**changes)
    assert same_receipt(one, other, picture).outcome == outcome
    assert same_receipt(other, one, picture).outcome == outcome


def test_the_reasons_name_fields_and_no_values() -> None:
    said = same_receipt(receipt(), again(), 1).reasons
    assert "the same number" in said
    assert "alike pictures" in said
    assert not any("100" in reason or "Harbor" in reason for reason in said)


def test_of_two_scans_the_one_that_shows_more_is_kept() -> None:
    blurred = again(vendor_address=None, substantiates=False)
    assert without_copies([blurred, receipt()]) == (receipt(),)
    assert without_copies([receipt(), blurred]) == (receipt(),)


def judged(of: Case) -> set[tuple[str, str, str | None]]:
    found = claim(of, "fsa", YEAR, FSA, TODAY)
    return {(v.rule.id, v.outcome, v.document_id) for v in lint(of, found, FSA)}


def paid(*documents: Document, **changes: Any) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    return case(*documents, sessions=tuple(session(day) for day in days), **changes)


def referral(**changes: Any) -> Document:
    fields = {"referrer_name": "Ada N. Okafor", "document_date": "2026-02-20"}
    return document("referral", fields | changes, id="doc_referral")


def test_two_receipts_that_may_be_one_paper_ask_a_person() -> None:
    copy = again(receipt_number="R-101")
    of = paid(letter(), receipt(), copy)
    second = session(date(2026, 3, 12), id="session_copy", receipt_number="R-101")
    of = of.model_copy(update={"sessions": (*of.sessions, second)})
    assert ("claim.one_receipt", "ask", "doc_receipt") in judged(of)


def test_another_birth_date_on_the_referral_stops_the_packet() -> None:
    said = judged(paid(letter(), receipt(), referral(patient_dob="1970-01-01")))
    assert ("patient.same_person", "fail", "doc_referral") in said


def test_a_paper_with_only_another_member_id_asks_a_person() -> None:
    nameless = referral(member_id="X-9")
    mine = client(member_ids=("W-1",))
    assert ("patient.same_person", "ask", "doc_referral") in judged(
        paid(letter(), receipt(), nameless, client=mine)
    )
    named = referral(member_id="X-9", patient_name="Dana R. Whitfield")
    assert ("patient.same_person", "pass", None) in judged(
        paid(letter(), receipt(), named, client=mine)
    )


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "pass"),
        ({"referrer_name": "Adah N. Okafor"}, "pass"),
        ({"referrer_name": "Ruth Feld"}, "warn"),
        ({"referrer_name": "Ada N. Okafor", "referrer_npi": "1730158429"}, "warn"),
    ],
)
def test_a_letter_by_a_provider_nobody_knows_is_noted(
    changes: dict[str, str], outcome: str
) -> None:
    said = judged(paid(letter(provider_npi="1234567893"), receipt(), referral(**changes)))
    assert ("lmn.provider_agrees", outcome, "doc_lmn") in said


def test_a_provider_of_the_casebook_is_known_and_nobody_to_compare_with_says_nothing() -> None:
    known = Provider(id="provider_1", name="Ada N. Okafor", npi="1234567893")
    said = judged(
        paid(letter(), receipt(), referral(referrer_name="Ruth Feld"), providers=(known,))
    )
    assert ("lmn.provider_agrees", "pass", "doc_lmn") in said
    assert "lmn.provider_agrees" not in {rule for rule, _, _ in judged(paid(letter(), receipt()))}


def test_a_receipt_of_another_vendor_is_noted() -> None:
    one = receipt(vendor_tax_id="91-1111111", service_dates=("2026-03-10",), line_items=None)
    other = again(
        receipt_number="T-7",
        vendor_tax_id="91-2222222",
        vendor_name="Tidewater Pilates",
        service_dates=("2026-03-12",),
        line_items=None,
    )
    of = case(
        letter(),
        one,
        other,
        sessions=(session(date(2026, 3, 10)), session(date(2026, 3, 12), receipt_number="T-7")),
    )
    assert ("receipt.one_vendor", "warn", "doc_again") in judged(of)
