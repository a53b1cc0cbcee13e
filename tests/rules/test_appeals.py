"""Denials: until when they can be appealed, what their reason means, what answers it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casebook.records import AccountType, Document
from rules.appeals import judge_appeal, plan
from rules.catalog import rules
from rules.deadlines import deadlines
from rules.profiles import profile
from rules.reasons import plain_code, reasons, reasons_of
from tests.rules.cases import KNEE, case, document, letter, receipt

FSA, INSURER, FEDS = profile("generic_fsa"), profile("generic_insurer"), profile("fsafeds")


def denial(**changes: Any) -> Document:
    fields: dict[str, Any] = {
        "patient_name": "Dana R. Whitfield",
        "document_date": "2026-06-01",
        "payer_name": "Cascade Mutual Health Plan",
        "claim_number": "C-77",
        "service_dates": ("2026-03-10", "2026-03-12"),
        "denied_amount": "180.00",
        "reason": "The service is not medically necessary.",
        "reason_codes": ("CO-50",),
    }
    return document("denial", fields | changes, id="doc_denial")


def referral() -> Document:
    fields = {"document_date": "2026-02-20", "referrer_name": "Ada N. Okafor"}
    return document("referral", fields, (KNEE,), id="doc_referral")


def due(of: Document, key: str, account: AccountType, on: date | None = None) -> list[str]:
    found = deadlines(of, profile(key), account, on)
    return [f"{each.level}: {each.due_on}" for each in found]


def test_an_insurers_denial_is_appealed_within_180_days_of_receipt() -> None:
    assert due(denial(), "generic_insurer", "insurer") == ["internal appeal: 2026-11-28"]
    received = due(denial(), "generic_insurer", "insurer", date(2026, 6, 5))
    assert received == ["internal appeal: 2026-12-02"]


def test_fsafeds_has_thirty_days_for_the_review_and_sixty_for_the_appeal() -> None:
    found = due(denial(payer_name="FSAFEDS"), "fsafeds", "fsa")
    assert found == ["informal review: 2026-07-01", "written appeal: 2026-07-31"]


def test_an_hsa_has_nothing_to_appeal_but_its_owners_insurer_has() -> None:
    assert due(denial(payer_name=None), "generic_hsa", "hsa") == []
    assert due(denial(payer_name="HealthEquity"), "healthequity", "hsa") == []
    assert due(denial(), "healthequity", "hsa") == ["internal appeal: 2026-11-28"]


def test_a_payer_other_than_the_administrator_is_judged_as_an_insurer() -> None:
    assert due(denial(), "fsafeds", "fsa") == ["internal appeal: 2026-11-28"]


def test_of_two_days_the_earlier_counts() -> None:
    early, late = denial(appeal_deadline="2026-08-01"), denial(appeal_deadline="2027-06-01")
    assert due(early, "generic_insurer", "insurer") == ["internal appeal: 2026-08-01"]
    assert due(late, "generic_insurer", "insurer") == ["internal appeal: 2026-11-28"]
    assert "The earlier counts." in deadlines(late, INSURER, "insurer")[0].basis


def test_without_a_date_only_the_denials_own_deadline_is_known() -> None:
    assert due(denial(document_date=None), "generic_insurer", "insurer") == []
    printed = denial(document_date=None, appeal_deadline="2026-08-01")
    assert due(printed, "generic_insurer", "insurer") == ["internal appeal: 2026-08-01"]


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ("50", "50"),
        ("CO-50", "50"),
        ("PR 096", "96"),
        ("CARC 204", "204"),
        ("n130", "N130"),
        ("MA130", "MA130"),
        ("paid", None),
        ("2026", None),
    ],
)
def test_codes_are_read_with_and_without_their_group(code: str, plain: str | None) -> None:
    assert plain_code(code) == plain


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("50", "not_necessary"),
        ("96", "not_covered"),
        ("29", "late"),
        ("16", "missing_information"),
        ("11", "diagnosis_mismatch"),
        ("18", "duplicate"),
        ("197", "no_authorization"),
        ("204", "not_covered"),
    ],
)
def test_every_code_of_the_field_has_its_rule(code: str, key: str) -> None:
    assert reasons_of(None, [code]) == (key,)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("This expense is not medically necessary.", "not_necessary"),
        ("Your claim was received after the timely filing limit.", "late"),
        ("This is a duplicate of a claim already processed.", "duplicate"),
        ("Prior authorization was not obtained.", "no_authorization"),
        ("The letter of medical necessity on file has expired.", "letter_expired"),
        ("We did not receive a Letter of Medical Necessity.", "letter_missing"),
        ("The date of service is outside your plan year.", "outside_coverage"),
        ("Expenses for future services cannot be reimbursed.", "not_incurred"),
        ("The diagnosis is inconsistent with the procedure.", "diagnosis_mismatch"),
        ("Gym memberships for general health are not eligible.", "general_health"),
        ("The receipt does not show the date of service.", "missing_information"),
        ("This service isn't covered under your plan.", "not_covered"),
    ],
)
def test_letters_without_a_code_are_known_by_their_words(words: str, key: str) -> None:
    assert reasons_of(words, ()) == (key,)


def test_the_letters_words_are_more_telling_than_a_code_that_says_little() -> None:
    words = "We did not receive a letter of medical necessity."
    assert reasons_of(words, ["16"]) == ("letter_missing", "missing_information")
    assert reasons_of(words, ["29"]) == ("late",)


def test_an_unknown_reason_is_left_to_a_person() -> None:
    assert reasons_of("See enclosed booklet.", ["N9999"]) == ()


def test_every_reason_leads_to_a_rule_of_the_catalog() -> None:
    assert {each.rule for each in reasons().values()} <= set(rules())


def test_a_denied_necessity_is_answered_by_the_physicians_letter_and_referral() -> None:
    of = case(letter(), referral(), receipt(), denial())
    found = plan(of, denial(), INSURER, "insurer")
    assert found.document_ids == ("doc_lmn", "doc_referral")
    assert not found.missing
    assert found.reason == "The service is not medically necessary."
    said = found.points[0].documents[0].states
    assert "“primary osteoarthritis, right knee” (M17.11)" in said
    assert "signed by Ada N. Okafor, MD on March 2, 2026" in said


@pytest.mark.parametrize(
    "documents",
    [
        (referral(), receipt()),
        (letter(signed="absent"), referral()),
        (letter(end_date="2026-03-11"), referral()),
    ],
)
def test_without_a_letter_that_covers_the_dates_the_physician_is_asked(
    documents: tuple[Document, ...],
) -> None:
    found = plan(case(*documents), denial(), INSURER, "insurer")
    assert found.document_ids == ()
    assert found.missing == ("the physician's letter on why this patient needs it",)


def test_missing_information_is_answered_by_a_receipt_of_the_denied_dates() -> None:
    of = denial(reason="Itemized receipt required.", reason_codes=("16",))
    answered = plan(case(receipt()), of, INSURER, "insurer")
    assert answered.document_ids == ("doc_receipt",)
    assert not answered.missing
    slip = receipt(substantiates=False)
    assert plan(case(slip), of, INSURER, "insurer").missing


def test_an_authorization_answers_only_for_its_span() -> None:
    def paper(end: str) -> Document:
        span = {"authorization_number": "A-1", "start_date": "2026-03-01", "end_date": end}
        return document("authorization", span, id="doc_authorization")

    of = denial(reason_codes=("197",), reason=None)
    good = plan(case(paper("2026-06-30")), of, INSURER, "insurer")
    assert good.document_ids == ("doc_authorization",)
    assert plan(case(paper("2026-03-11")), of, INSURER, "insurer").missing


def test_the_plan_argues_nothing_of_its_own() -> None:
    found = plan(case(letter(), referral()), denial(), INSURER, "insurer")
    for point in found.points:
        for each in point.documents:
            assert "necessary" not in each.states
            assert each.states.startswith(("The letter of", "The referral of"))


def test_nothing_is_appealed_with_an_hsa() -> None:
    found = plan(case(letter()), denial(payer_name=None), profile("generic_hsa"), "hsa")
    assert not found.can_appeal
    assert found.deadlines == ()


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ({}, date(2026, 6, 2), [("appeal.deadline", "pass"), ("lmn.present", "pass")]),
        ({}, date(2026, 11, 28), [("appeal.deadline", "pass"), ("lmn.present", "pass")]),
        ({}, date(2026, 11, 29), [("appeal.deadline", "fail"), ("lmn.present", "pass")]),
        (
            {"reason": None},
            date(2026, 6, 2),
            [("appeal.deadline", "pass"), ("appeal.reason", "ask")],
        ),
        (
            {"reason_codes": ("197",), "reason": "No prior authorization."},
            date(2026, 6, 2),
            [("appeal.deadline", "pass"), ("appeal.reason", "fail")],
        ),
    ],
)
def test_an_appeal_goes_out_in_time_with_its_reason_quoted_and_answered(
    changes: dict[str, Any], today: date, expected: list[tuple[str, str]]
) -> None:
    found = plan(case(letter(), referral()), denial(**changes), INSURER, "insurer")
    assert [(v.rule.id, v.outcome) for v in judge_appeal(found, today)] == expected
