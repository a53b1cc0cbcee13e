"""Reasons without what stands around them, several claims on one paper, and amounts in boxes."""

from __future__ import annotations

from dataclasses import replace

from extractors import payers
from extractors.deciding import decide
from extractors.options import ReadOptions
from extractors.page import Line, Word
from tests.extractors.look import Look, plain
from tests.extractors.pages_of import typed

DECLINED = Look(
    kind="denial",
    paper="""
    Larkspur Health Savings Bank

    September 2, 2026

    Patient: Dana Whitfield
    Subject: Distribution request D8147896 declined

    We have declined your request of $210.00.
    Reason for denial: Membership dues are not a qualified medical expense. (reason code 96)

    An HSA is your own account and there is no appeal to the custodian.
    You remain responsible for deciding whether an expense is qualified.
    """,
    holds={
        "claim_number": "D8147896",
        "denied_amount": "210.00",
        "reason": "Membership dues are not a qualified medical expense.",
        "reason_codes": ("96",),
    },
    lacks=("appeal_deadline",),
)

TWO_CLAIMS = """
    Meridian Mutual of Ohio
    Explanation of Benefits - this is not a bill
    Patient: Dana Whitfield
    Claim no.: 257651884891
    Service date    Billed     Allowed    Plan paid   You owe
    04/10/2026      $120.00    $95.00     $66.50      $53.50
    Claim no.: {second}
    Service date    Billed     Allowed    Plan paid   You owe
    04/17/2026      $150.00    $125.00    $87.50      $62.50
"""

BOXES = Look(
    kind="eob",
    paper="""
    Alder Benefits Administrators
    Your benefits at a glance (not a bill)
    Total billed     Plan allowed     Your plan paid     You may owe
    $300.00          $220.00          $170.00            $130.00
    Member: Dana Whitfield
    Claim ID: 255452478999
    """,
    holds={
        "billed": "300.00",
        "allowed": "220.00",
        "plan_paid": "170.00",
        "patient_responsibility": "130.00",
    },
)

OWN_CODES = Look(
    kind="eob",
    paper="""
    Alder Benefits Administrators
    Explanation of Benefits
    Member: Dana Whitfield
    Date of service   Billed     Allowed    Plan paid   You owe    See notes
    04/10/2026        $120.00    $95.00     $66.50      $53.50     A5
    04/17/2026        $150.00    $125.00    $87.50      $62.50     K12
    Totals            $270.00    $220.00    $154.00     $116.00
    Notes
    A5 - The amount was applied under your benefit.
    K12 - Charges above the allowed amount are yours.
    Z9 - Not used on this statement.
    """,
    holds={"reason_codes": ("A5", "K12")},
)

APPROVED = Look(
    kind="authorization",
    paper="""
    Summit Ridge Health Plan
    Utilization Management

    February 4, 2026

    Ironwood Movement Studio LLC
    Member: Dana Whitfield
    Case reference: 8216896
    We have authorized 16 visits from February 7, 2026 through May 7, 2026.
    Please put authorization number A677706751 on every claim.
    """,
    holds={
        "payer_name": "Summit Ridge Health Plan",
        "authorization_number": "A677706751",
        "approved_units": "16",
    },
)


def test_a_reason_ends_where_the_code_and_the_next_paragraph_begin() -> None:
    assert DECLINED.differences() == []


def test_amounts_in_boxes_stand_under_their_labels() -> None:
    assert BOXES.differences() == []


def test_a_payers_own_codes_are_those_of_the_table_not_of_the_legend() -> None:
    assert OWN_CODES.differences() == []


def test_the_addressee_is_not_the_payer_nor_the_case_the_authorization() -> None:
    assert APPROVED.differences() == []


def test_of_several_claims_nothing_is_taken_for_the_claim() -> None:
    fields = Look(TWO_CLAIMS.format(second="E9992017432"), {}, kind="eob").read()
    assert not fields["claim_number"].accepted
    assert not any(fields[name].accepted for name in ("billed", "plan_paid") if name in fields)


def test_one_claim_named_twice_is_one_claim() -> None:
    fields = Look(TWO_CLAIMS.format(second="257651884891"), {}, kind="eob").read()
    assert fields["claim_number"].accepted
    assert plain(fields["claim_number"].value) == "257651884891"


def test_more_allowed_than_billed_is_not_accepted() -> None:
    paper = BOXES.paper.replace("$220.00", "$420.00")
    assert not Look(paper, {}, kind="eob").read()["allowed"].accepted


def test_a_speck_between_two_rows_does_not_end_the_table() -> None:
    page = typed(OWN_CODES.paper)
    first = next(line for line in page.lines if line.text == "04/10/2026")
    left, bottom = first.box[0] - 5, first.box[3]
    speck = Line((Word("I", (left, bottom + 0.8, left + 1, bottom + 0.9)),))
    at = page.lines.index(first) + 6
    lines = (*page.lines[:at], speck, *page.lines[at:])
    found = payers.find((replace(page, lines=lines),), "eob", ReadOptions())
    assert decide(found, (page,))["billed"].value == "270.00"
