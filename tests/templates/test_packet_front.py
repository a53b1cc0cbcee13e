"""The packet's front: lines that sum, reasons for what is left out, faults of a draft first."""

from __future__ import annotations

from decimal import Decimal

from casebook.records import Claim, Evidence, Exhibit, Verdict
from rules.catalog import verdict
from rules.exhibits import choose
from rules.linting import lint
from rules.profiles import profile
from templates.contexts.packet_front import (
    DRAFT,
    PacketFront,
    Placed,
    Status,
    packet_front_context,
)
from templates.papers import place
from tests.templates.cases import STUDIO, TODAY, case, claim_of, hard_case


def front(
    claim: Claim | None = None,
    status: Status = "ready",
    verdicts: tuple[Verdict, ...] | None = None,
) -> PacketFront:
    known = case()
    claim = claim or claim_of(known)
    exhibits = choose(known, claim, with_progress_report=True)
    placed = place(exhibits, [2, 1, 1, 1], front_pages=3)
    if verdicts is None:
        verdicts = lint(known, claim, profile("fsafeds"))
    return packet_front_context(known, claim, placed, verdicts, STUDIO, TODAY, status)


def dollars(text: str) -> Decimal:
    return Decimal(text.removeprefix("$").replace(",", ""))


def test_the_lines_sum_to_the_total_to_the_cent() -> None:
    known = hard_case()
    claim = claim_of(known)
    made = packet_front_context(known, claim, (), (), STUDIO, TODAY, "draft")
    assert len(made.lines) == 107
    assert sum(dollars(line.amount) for line in made.lines) == dollars(made.total)
    assert made.total == f"${claim.total:,.2f}"


def test_seven_of_ten_prepaid_sessions_are_claimed_and_three_explained() -> None:
    made = front()
    assert made.total == "$868.00"
    assert made.summary == (
        "7 sessions are claimed for $868.00; 3 items worth $372.00 were left out, "
        "each with its reason."
    )
    assert [item.reason for item in made.left_out] == [
        "Not attended (no-show)",
        "Has not taken place yet",
        "Has not taken place yet",
    ]
    assert made.left_out[0].rule == "claim.attended: Only sessions that were attended are claimed."


def test_the_index_counts_pages_behind_the_front() -> None:
    assert [(row.letter, row.pages) for row in front().index] == [
        ("Exhibit A", "4–5"),
        ("Exhibit B", "6"),
        ("Exhibit C", "7"),
        ("Exhibit D", "8"),
    ]


def test_every_line_names_its_letter_and_receipt() -> None:
    assert {line.exhibits for line in front().lines} == {"A, C"}


def test_the_checklist_shows_rule_sentence_source_and_page() -> None:
    check = next(c for c in front().checks if c.rule.startswith("lmn.signed:"))
    assert check.result == "Met"
    assert check.rule == "lmn.signed: The provider has signed the letter."
    assert check.citation and check.place == "A, p. 4"


def test_a_ready_packet_shows_no_draft_and_a_draft_shows_each_fault_once() -> None:
    assert front().draft == "" and front().faults == ()
    unsigned = verdict("lmn.signed", "fail", "The letter is not signed.", "doc_lmn")
    made = front(status="draft", verdicts=(unsigned, unsigned, verdict("claim.sum", "pass")))
    assert made.draft == DRAFT
    assert [fault.finding for fault in made.faults] == [
        "The letter is not signed. (Exhibit A, p. 4)"
    ]
    assert made.draft_reason == "1 point keeps this packet from being submitted:"


def test_the_cover_names_no_diagnosis() -> None:
    made = front()
    cover = " ".join(f"{fact.label} {fact.value}" for fact in made.facts) + made.summary
    assert "osteoarthritis" not in cover and "M17" not in cover


def test_an_hsa_packet_is_for_the_account_holders_records() -> None:
    made = front(claim_of(case(), "hsa", "generic_hsa"))
    assert made.subtitle == "Health savings account (HSA)"
    assert "keep this packet as long as the account exists" in made.statement


def test_an_empty_claim_says_so() -> None:
    nothing = claim_of(case(sessions=()))
    made = front(nothing)
    assert made.no_lines == "No session is claimed." and made.remark == ""
    assert made.left_out[0].date == "—"


def test_a_finding_in_a_part_of_a_scan_points_at_the_packets_page() -> None:
    # Evidence counts the scan's pages: page 4 is the second of a document on pages 3 to 5.
    found = Evidence(page=4, box=(0, 0, 1, 1), text="as read")
    said = verdict("lmn.signed", "pass", "The letter is signed.", "doc_lmn", (found,))
    exhibit = Exhibit(
        letter="B", title="Letter", document_id="doc_lmn", sha256=None, page_range=(3, 5)
    )
    placed = Placed(exhibit=exhibit, first=10, last=12)
    made = packet_front_context(
        case(), claim_of(case()), (placed,), (said,), STUDIO, TODAY, "ready"
    )
    assert [check.place for check in made.checks] == ["B, p. 11"]
