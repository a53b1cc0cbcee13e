"""Whatever a payer's paper looks like, its values are found, and what is not there stays absent."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, Kind
from extractors import payers
from extractors.candidate import Candidate
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed
from tests.extractors.payers import papers

Expected = tuple[Kind, str, dict[str, FieldValue], set[str]]

EXPECTED: dict[str, Expected] = {
    "eob, wide table": (
        "eob",
        papers.EOB_WIDE,
        {
            "payer_name": "Pinnacle Mutual Insurance Company",
            "patient_name": "Mary A Sample",
            "member_id": "PMX00918273",
            "claim_number": "2026-0711-88213",
            "document_date": "2026-08-02",
            "service_dates": ("2026-07-06", "2026-07-13"),
            "billed": "300.00",
            "allowed": "120.00",
            "plan_paid": "96.00",
            "patient_responsibility": "174.00",
            "reason_codes": ("CO-45", "CO-50", "N130"),
        },
        set(),
    ),
    "eob, labels": (
        "eob",
        papers.EOB_LABELS,
        {
            "payer_name": "HARBOR HEALTH PLAN",
            "patient_name": "Wei-Ling Zhao",
            "claim_number": "88-1203-77",
            "document_date": "2026-03-01",
            "service_dates": ("2026-02-11",),
            "billed": "210.00",
            "allowed": "140.00",
            "plan_paid": "112.00",
            "patient_responsibility": "28.00",
            "reason_codes": ("PR-2", "CO-45"),
        },
        set(),
    ),
    "eob, stacked heading": (
        "eob",
        papers.EOB_STACKED,
        {
            "claim_number": "3785-4533-02",
            "service_dates": ("2026-03-05", "2026-03-18"),
            "billed": "240.00",
            "allowed": "105.00",
            "plan_paid": "84.00",
            "patient_responsibility": "131.00",
            "reason_codes": ("CO-204",),
        },
        set(),
    ),
    "denial, labels": (
        "denial",
        papers.DENIAL_LABELLED,
        {
            "payer_name": "Sierra Benefit Administrators",
            "patient_name": "Thomas O'Brien",
            "patient_dob": "1970-02-09",
            "claim_number": "7741-AA-09",
            "service_dates": ("2026-04-02", "2026-04-30"),
            "denied_amount": "640.00",
            "reason_codes": ("CO-96",),
            "appeal_deadline": "2026-11-10",
            "reason": (
                "Personal training is excluded under your plan unless a letter of medical "
                "necessity is on file. We did not receive a letter from your physician."
            ),
        },
        set(),
    ),
    "denial, prose": (
        "denial",
        papers.DENIAL_PROSE,
        {
            "patient_name": "Patricia K Lindqvist",
            "claim_number": "10023998",
            "document_date": "2026-03-03",
            "service_dates": ("2026-01-15",),
            "denied_amount": "180.00",
            "reason": (
                "We are unable to reimburse this expense because the receipt you sent shows only "
                "a payment and not the date on which the service was provided."
            ),
        },
        {"appeal_deadline", "reason_codes", "member_id"},
    ),
    "denial, questions": (
        "denial",
        papers.DENIAL_QUESTIONS,
        {
            "payer_name": "TAMARACK HEALTH PLAN",
            "patient_name": "Dana A Halvorsen",
            "appeal_deadline": "2027-01-17",
            "denied_amount": "315.00",
            "reason": (
                "The letter of medical necessity on file expired on 05/31/2026, before the "
                "service was provided."
            ),
        },
        set(),
    ),
    "authorization, labels": (
        "authorization",
        papers.AUTHORIZATION_LABELS,
        {
            "authorization_number": "PA-6620193",
            "approved_units": "24",
            "start_date": "2026-01-22",
            "end_date": "2026-04-22",
            "document_date": "2026-01-20",
            "patient_name": "Gloria Mendes",
        },
        {"claim_number"},
    ),
    "authorization, prose": (
        "authorization",
        papers.AUTHORIZATION_PROSE,
        {
            "authorization_number": "55-09817",
            "approved_units": "12",
            "start_date": "2026-02-09",
            "end_date": "2026-05-09",
            "document_date": "2026-02-04",
            "patient_name": "Ahmed Farouk",
        },
        set(),
    ),
    "authorization, table": (
        "authorization",
        papers.AUTHORIZATION_TABLE,
        {
            "authorization_number": "A2026-00417",
            "approved_units": "24",
            "start_date": "2026-02-05",
            "end_date": "2026-05-05",
        },
        set(),
    ),
}


def best_of(kind: Kind, drawing: str) -> dict[str, Candidate]:
    """The strongest proposal by field."""
    best: dict[str, Candidate] = {}
    for candidate in payers.find((typed(drawing),), kind, ReadOptions()):
        held = best.get(candidate.field)
        if held is None or candidate.strength > held.strength:
            best[candidate.field] = candidate
    return best


@pytest.mark.parametrize("look", EXPECTED)
def test_values_are_found_and_nothing_is_invented(look: str) -> None:
    kind, drawing, expected, absent = EXPECTED[look]
    found = {name: candidate.value for name, candidate in best_of(kind, drawing).items()}
    assert {name: found.get(name) for name in expected} == expected
    assert not absent & found.keys()


def test_totals_are_checked_by_rows_and_by_one_another() -> None:
    found = best_of("eob", papers.EOB_WIDE)
    assert {"sum.rows", "sum.order"} <= set(found["billed"].passed)
    assert "sum.rows" in found["patient_responsibility"].passed


def test_a_total_that_its_rows_do_not_make_is_doubted() -> None:
    found = best_of("eob", papers.EOB_WIDE.replace("$300.00", "$310.00"))
    assert found["billed"].failed == ("sum.rows",)
    assert found["billed"].strength < 0.85


def test_a_misread_code_is_mended_and_says_so() -> None:
    codes = best_of("eob", papers.EOB_LABELS.replace("CO-45", "C0-45"))["reason_codes"]
    assert codes.value == ("PR-2", "CO-45")
    assert codes.mended


def test_the_deductible_is_never_a_payment() -> None:
    found = best_of("eob", papers.EOB_WIDE)
    assert all(found[name].value != "1500.00" for name in ("plan_paid", "allowed", "billed"))
