"""Tables whose captions stand close together or in several rows, and what their rows tell."""

from __future__ import annotations

from extractors import payers
from extractors.candidate import Candidate
from extractors.kinds import classify
from extractors.options import ReadOptions
from extractors.page import Page
from tests.extractors.pages_of import Put, page_of, typed


def read(page: Page, kind: str) -> dict[str, Candidate]:
    """The strongest candidate by field."""
    best: dict[str, Candidate] = {}
    for each in payers.find((page,), kind, ReadOptions()):  # type: ignore[arg-type]
        if each.field not in best or each.strength > best[each.field].strength:
            best[each.field] = each
    return best


def _grid(*rows: tuple[str, ...]) -> Page:
    """Rows of amounts whose captions run into one another: "Coinsurance Paid by plan"."""
    at = (30, 150, 220, 290, 360, 430, 490, 530)
    puts = [
        Put(30, 200, "Date of visit"),
        Put(142, 200, "Provider"),
        Put(204, 200, "Discount Not covered", 9.6),
        Put(362, 200, "Allowed"),
        Put(418, 200, "Paid by plan What you Notes"),
        Put(142, 211, "charge"),
        Put(490, 211, "owe"),
    ]
    for index, row in enumerate(rows):
        puts += [Put(x, 226 + 12 * index, text) for x, text in zip(at, row, strict=True) if text]
    return page_of(puts)


def test_captions_that_run_together_belong_to_the_columns_below_them() -> None:
    found = read(
        _grid(
            ("12/02/2025", "150.00", "55.00", "0.00", "95.00", "0.00", "95.00", "PR-1"),
            ("12/09/2025", "150.00", "55.00", "0.00", "95.00", "28.00", "67.00", "PR-2"),
            ("Total", "300.00", "110.00", "0.00", "190.00", "28.00", "162.00", ""),
        ),
        "eob",
    )
    assert found["billed"].value == "300.00"
    assert found["allowed"].value == "190.00"
    assert found["plan_paid"].value == "28.00"
    assert found["patient_responsibility"].value == "162.00"
    assert "sum.rows" in found["billed"].passed


def test_rows_that_do_not_make_the_total_are_asked_about() -> None:
    found = read(
        _grid(
            ("12/02/2025", "150.00", "55.00", "0.00", "95.00", "0.00", "95.00", "PR-1"),
            ("12/09/2025", "150.00", "55.00", "0.00", "95.00", "28.00", "67.00", "PR-2"),
            ("Total", "380.00", "110.00", "0.00", "190.00", "28.00", "162.00", ""),
        ),
        "eob",
    )
    assert "sum.rows" in found["billed"].failed


def test_an_approval_is_told_in_a_row_below_captions_of_two_rows() -> None:
    found = read(
        typed("""
            Harbor Plains Health
            Auth no.        CPT      Units        Units       From          To
                                     requested    approved
            2026-0417       97110    40           36          08/24/2026    11/21/2026
        """),
        "authorization",
    )
    assert found["authorization_number"].value == "2026-0417"
    assert found["approved_units"].value == "36"
    assert found["start_date"].value == "2026-08-24"
    assert found["end_date"].value == "2026-11-21"


def test_two_rows_that_approve_otherwise_are_asked_about() -> None:
    found = read(
        typed("""
            Auth no.        CPT      Units approved    From          To
            2026-0417       97110    36                08/24/2026    11/21/2026
            2026-0417       97112    12                08/24/2026    11/21/2026
        """),
        "authorization",
    )
    assert "claims.several" in found["approved_units"].failed
    assert not found["start_date"].failed


def test_a_code_in_the_column_that_no_legend_explains_is_asked_about() -> None:
    found = read(
        typed("""
            Date         Service     Billed     Allowed    Paid      Remark
            04/28/26     Traction    60.00      0.00       0.00      K17
            05/05/26     Manual      85.00      60.00      40.00     DO4
            Remark codes
            K17 - Service not covered by your plan.
        """),
        "eob",
    )
    assert found["reason_codes"].value == ("K17",)
    assert "codes.unread" in found["reason_codes"].failed


def test_codes_in_brackets_and_below_their_label() -> None:
    sentence = "Why: The receipt does not describe the service. (Code 16)"
    assert read(typed(sentence), "denial")["reason_codes"].value == ("16",)
    below = "Dues are not an eligible expense.   REASON CODE:\n96"
    assert read(typed(below), "denial")["reason_codes"].value == ("96",)


def test_a_sentence_about_appeals_names_their_last_day() -> None:
    for sentence in (
        "To appeal, write to the Appeals Unit by January 11, 2027. A decision follows.",
        "Your request for reconsideration has to reach the plan no later than 01/11/2027.",
    ):
        assert read(typed(sentence), "denial")["appeal_deadline"].value == "2027-01-11"
    for sentence in (
        "You may appeal within 180 days of the date of this letter, 01/11/2026.",
        "If you appeal, a decision will be made by January 11, 2027.",
    ):
        assert "appeal_deadline" not in read(typed(sentence), "denial")


def test_a_date_of_something_else_is_not_the_letters() -> None:
    page = typed("""
        Golden Harbor Trust
        Dated: 30-Jan-2026

        Certification of Treatment
        Begin date: 02-02-2026
        Through date: 05-01-2026
        Graduation date: 06-06-2026
    """)
    found = read(page, "authorization")
    assert found["document_date"].value == "2026-01-30"
    assert found["end_date"].value == "2026-05-01"


def test_a_claim_that_will_not_be_paid_is_denied_without_that_word() -> None:
    page = typed("""
        Sandhill Benefit Partners
        Employee: Rosalie Begaye
        Claim total: $96.00
        Amount not reimbursed: $96.00
        After review, we are unable to pay it.
        The date of service is outside the period of your letter of medical necessity.
        Appeals must be postmarked no later than February 16, 2026.
    """)
    assert classify((page,)).value == "denial"
