"""Papers around a claim: what to submit, receipts, tax records, appeals, requests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casebook.records import ClaimedSession, Document, FieldValue, Period
from rules.appeals import plan
from rules.deduction import expenses_of
from rules.profiles import profile
from rules.superbill import CodedService, Rendering, Superbill
from templates.contexts.appeal import Appeal, appeal_context, appeal_exhibits
from templates.contexts.client_letter import client_letter_context
from templates.contexts.expense_statement import expense_statement_context
from templates.contexts.preauthorization import preauthorization_context
from templates.contexts.studio_receipt import studio_receipt_context
from templates.contexts.superbill import superbill_context
from tests.templates.cases import (
    AUTUMN,
    DANA,
    OSEI,
    STUDIO,
    TODAY,
    case,
    claim_of,
    document,
)

REASON = "Not medically necessary & not covered <sec. 4.2>."


def denial(**changes: FieldValue) -> Document:
    fields: dict[str, FieldValue] = {
        "payer_name": "Cascade Mutual Health",
        "claim_number": "CM-77120",
        "document_date": "2026-10-20",
        "service_dates": ("2026-09-12", "2026-09-16"),
        "denied_amount": "248.00",
        "reason": REASON,
        "reason_codes": ("CO-50",),
    }
    return document("doc_denial", "denial", fields | changes)


def appealed(paper: Document, account: str = "insurer", of: str = "generic_insurer") -> Appeal:
    whole = case(documents=(*case().documents, paper))
    found = plan(whole, paper, profile(of), account)  # type: ignore[arg-type]  # an account
    return appeal_context(whole, paper, found, STUDIO, TODAY)


def bill(*codes: str) -> Superbill:
    return Superbill(
        client_id="client_1",
        patient_name="Dana R. Whitfield",
        patient_dob=date(1968, 3, 14),
        member_id="W48820571",
        rendering=Rendering(
            name="Ines Calloway",
            credentials="RCEP",
            license="EP-4471",
            license_state="OR",
            address=STUDIO.address,
            phone=STUDIO.phone,
            npi="1234567893",
            tax_id="93-1550138",
            attested_on=TODAY,
        ),
        diagnoses=codes,
        services=tuple(
            CodedService(
                session_id=f"session_{day}",
                date_of_service=date(2026, 9, day),
                code="97110",
                description="Exercise, one-on-one",
                pointers=("A",),
                units=4,
                minutes=60,
                charge=Decimal("124.00"),
            )
            for day in range(8, 16)
        ),
        amount_paid=Decimal("992.00"),
    )


def test_the_client_is_told_what_where_and_by_when() -> None:
    letter = client_letter_context(case(), claim_of(case()), profile("fsafeds"), STUDIO, TODAY)
    assert "sign and date the cover" in letter.steps[0]
    assert any("way your plan takes claims" in step for step in letter.steps)
    assert letter.by_when.startswith("Your plan must have it by April 30, 2027.")
    assert letter.left_out == (
        "1 session ($124.00): not attended (no-show)",
        "2 sessions ($248.00): has not taken place yet",
    )
    assert "30 days" in letter.refused


def test_a_known_address_is_printed_and_an_unknown_one_never_invented() -> None:
    known = profile("fsafeds").model_copy(update={"submit_to": "Claims desk, fax 555 0100"})
    letter = client_letter_context(case(), claim_of(case()), known, STUDIO, TODAY)
    assert any("Claims desk, fax 555 0100" in step for step in letter.steps)


def test_hsa_records_are_kept_and_not_sent_in() -> None:
    claim = claim_of(case(), "hsa", "generic_hsa")
    letter = client_letter_context(case(), claim, profile("generic_hsa"), STUDIO, TODAY)
    assert letter.by_when == "" and letter.refused == ""
    assert any("Nothing needs to be sent in" in step for step in letter.steps)


def test_a_draft_is_not_to_be_submitted() -> None:
    letter = client_letter_context(
        case(), claim_of(case()), profile("fsafeds"), STUDIO, TODAY, "draft"
    )
    assert "do not submit" in letter.draft


def test_the_studios_receipt_meets_all_five_points_session_by_session() -> None:
    receipt = studio_receipt_context(case(), AUTUMN, STUDIO, TODAY, "AS-117")
    facts = {fact.label: fact.value for fact in receipt.facts}
    assert facts["Patient"] == "Dana R. Whitfield"
    assert "1420 Juniper Street, Suite 3, Fern Hollow, OR 97326" in facts["Provider of service"]
    assert len(receipt.lines) == 7 and receipt.total == "$868.00"
    assert all(line.date and line.description and line.amount for line in receipt.lines)
    assert receipt.packages[0].startswith("Prepaid September 8, 2026: Package of 10")


def test_a_receipt_needs_a_session_that_took_place() -> None:
    empty = Period(start=date(2026, 1, 1), end=date(2026, 1, 31))
    with pytest.raises(ValueError, match="no attended session"):
        studio_receipt_context(case(), empty, STUDIO, TODAY, "AS-117")


def ledger(account: str) -> tuple[ClaimedSession, ...]:
    return (
        ClaimedSession(
            session_id="session_000",
            account=account,  # type: ignore[arg-type]  # one of the accounts
            packet_id="packet_1",
            date_of_service=date(2026, 9, 8),
            amount=Decimal("124.00"),
        ),
    )


def test_what_an_account_paid_is_not_on_the_tax_statement() -> None:
    claimed = case(ledger=ledger("fsa"))
    year = expenses_of(claimed, 2026, profile("generic_fsa"), TODAY)
    assert year.total == Decimal("744.00") and len(year.expenses) == 6
    reasons = {each.date_of_service: each.reason for each in year.left_out}
    assert reasons[date(2026, 9, 8)] == "claimed elsewhere (FSA)"
    kept = expenses_of(case(ledger=ledger("tax")), 2026, profile("generic_fsa"), TODAY)
    assert kept.total == Decimal("868.00")


def test_expenses_count_in_the_year_in_which_they_were_paid() -> None:
    assert expenses_of(case(), 2025, profile("generic_fsa"), TODAY).expenses == ()
    assert expenses_of(case(), 2027, profile("generic_fsa"), TODAY).left_out == ()


def test_a_session_that_no_letter_covers_is_left_out_with_its_reason() -> None:
    bare = case(documents=[d for d in case().documents if d.kind != "lmn"])
    year = expenses_of(bare, 2026, profile("generic_fsa"), TODAY)
    assert year.expenses == ()
    assert "LMN missing (a referral is not one)" in {each.reason for each in year.left_out}


def test_the_worksheet_explains_the_floor_and_leaves_income_open() -> None:
    year = expenses_of(case(), 2026, profile("generic_fsa"), TODAY)
    statement = expense_statement_context(case(), year, STUDIO, TODAY)
    assert [line.amount for line in statement.worksheet] == ["$868.00", "", "", "", "", ""]
    assert statement.worksheet[4].text.startswith("7.5% of line 4")
    assert statement.letters == ("(1) Letter of medical necessity of September 3, 2026",)


def test_an_appeal_quotes_the_reason_verbatim_and_answers_from_exhibits() -> None:
    letter = appealed(denial())
    assert letter.quotation == f"“{REASON}”"
    assert letter.quoted_from == "Denial of October 20, 2026, p. 1, Exhibit A"
    assert [each.letter for each in letter.exhibits] == ["Exhibit A", "Exhibit B", "Exhibit C"]
    (point,) = letter.points
    assert "(Exhibit B)" in point.statements[0] and "Harriet L. Osei, MD" in point.statements[0]
    assert "$248.00" in letter.relief and "claim file" in letter.claim_file
    assert letter.open_points == ()
    assert letter.prepared.endswith("Due by April 18, 2027 (internal appeal).")


def test_an_appeal_without_an_answer_on_file_is_a_draft_that_says_so() -> None:
    late = denial(
        payer_name="FSAFEDS", document_date="2026-07-20", reason_codes=("29",), reason="Late."
    )
    letter = appealed(late, "fsa", "fsafeds")
    assert any(point.startswith("Not on file: proof of the day") for point in letter.open_points)
    assert any("was due by August 19, 2026" in point for point in letter.open_points)


def test_a_reason_that_was_not_read_is_not_quoted() -> None:
    letter = appealed(denial(reason=()))
    assert letter.quotation == letter.quoted_from == ""
    assert any("could not be read" in point for point in letter.open_points)


def test_an_hsa_has_nothing_to_appeal() -> None:
    with pytest.raises(ValueError, match="nothing can be appealed"):
        appealed(denial(payer_name="Health savings account"), "hsa", "generic_hsa")


def test_the_appeals_exhibits_are_those_of_its_letter() -> None:
    paper = denial()
    whole = case(documents=(*case().documents, paper))
    found = plan(whole, paper, profile("generic_insurer"), "insurer")
    exhibits = appeal_exhibits(whole, paper, found)
    assert [each.document_id for each in exhibits] == ["doc_denial", "doc_lmn", "doc_referral"]


def test_a_preauthorization_is_blank_where_nothing_is_on_file() -> None:
    bare = case(documents=(), measurements=(), goals=())
    request = preauthorization_context(bare, None, "", STUDIO, TODAY, "auth_1")
    entries = [e for row in (*request.condition, *request.referrer) for e in (row.left, row.right)]
    entries += [*request.history, *request.outlook]
    assert all(entry.value == "" and entry.lines for entry in entries)
    assert request.no_tests and request.no_goals


def test_a_preauthorization_cites_and_leaves_codes_and_prognosis_open() -> None:
    request = preauthorization_context(case(), OSEI, "Cascade", STUDIO, TODAY, "auth_1")
    assert request.condition[0].left.source.startswith("from referral of June 7, 2026, p. 1")
    codes = request.course[1].left
    assert codes.value == "" and "credentialed provider" in codes.hint
    assert [e.value for e in request.outlook if e.label in ("Prognosis", "Discharge plan")] == [
        "",
        "",
    ]


def test_a_superbill_shows_codes_as_attested_and_sums() -> None:
    paper = superbill_context(bill("M17.11"), STUDIO)
    assert paper.draft == "" and (paper.total, paper.balance) == ("$992.00", "$0.00")
    assert (
        paper.attested == "Codes entered and attested by Ines Calloway, RCEP on November 20, 2026."
    )


def test_a_superbill_with_a_code_that_is_not_billable_is_a_draft() -> None:
    paper = superbill_context(bill("M54.5"), STUDIO)
    assert paper.draft and any("M54.50" in reason for reason in paper.draft_reasons)


def test_the_member_signs_the_appeal_under_the_members_own_address() -> None:
    letter = appealed(denial())
    assert letter.sender[0] == DANA.name and "Juniper" not in " ".join(letter.sender)
    assert letter.signature_labels[0].startswith("Signature of the member")
