"""What is claimed and what is left out, session by session."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from casebook.records import Case, Claim, Document, Exclusion
from rules.claims import claim
from rules.exhibits import choose, exhibit_letter
from rules.linting import is_ready, lint
from rules.pricing import allocate
from rules.profiles import profile
from tests.rules.cases import (
    TODAY,
    YEAR,
    case,
    client,
    letter,
    of_package,
    package,
    package_receipt,
    receipt,
    session,
)

FSA = profile("generic_fsa")


def made(of: Case) -> Claim:
    return claim(of, "fsa", YEAR, FSA, TODAY)


def reasons(found: Claim) -> dict[date | None, str]:
    return {e.date_of_service: e.rule_id for e in found.exclusions}


def paid_singly(*documents: Document, **changes: object) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    sessions = tuple(session(day) for day in days)
    return case(*(documents or (letter(), receipt())), **({"sessions": sessions} | changes))


def test_attended_covered_and_receipted_sessions_are_claimed() -> None:
    found = made(paid_singly())
    assert [line.date_of_service for line in found.lines] == [date(2026, 3, 10), date(2026, 3, 12)]
    assert found.total == Decimal("180.00")
    assert not found.exclusions


def test_ten_sessions_paid_and_four_attended_are_four_lines() -> None:
    days = [date(2026, 3, 10) + timedelta(days=7 * k) for k in range(4)]
    found = made(
        case(
            letter(),
            package_receipt(),
            packages=(package(),),
            sessions=tuple(of_package(day) for day in days),
        )
    )
    assert len(found.lines) == 4
    assert found.total == Decimal("400.00")
    assert [(e.rule_id, e.amount) for e in found.exclusions] == [
        ("claim.unused", Decimal("600.00"))
    ]
    assert found.exclusions[0].description.startswith("6 unused sessions")


def test_no_show_future_and_cancelled_sessions_are_left_out_with_their_reason() -> None:
    found = made(
        case(
            letter(duration="12 months"),
            package_receipt(),
            packages=(package(sessions=4),),
            sessions=(
                of_package(date(2026, 3, 10)),
                of_package(date(2026, 3, 17), status="no_show"),
                of_package(date(2026, 3, 18), status="cancelled"),
                of_package(date(2026, 12, 1), status="scheduled"),
            ),
        )
    )
    assert [line.amount for line in found.lines] == [Decimal("250.00")]
    assert reasons(found) == {
        date(2026, 3, 17): "claim.attended",
        date(2026, 3, 18): "claim.attended",
        date(2026, 12, 1): "claim.future",
        None: "claim.unused",
    }


def test_sessions_outside_the_letter_are_left_out() -> None:
    sessions = (session(date(2026, 2, 27)), session(date(2026, 3, 10)), session(date(2026, 9, 1)))
    found = made(paid_singly(sessions=sessions))
    assert [line.date_of_service for line in found.lines] == [date(2026, 3, 10)]
    assert reasons(found) == {date(2026, 2, 27): "lmn.window", date(2026, 9, 1): "lmn.window"}
    assert "March 2, 2026" in found.exclusions[0].reason


def test_sessions_outside_the_coverage_period_are_left_out() -> None:
    found = made(paid_singly(client=client(coverage_start=date(2026, 3, 11))))
    assert reasons(found) == {date(2026, 3, 10): "claim.coverage_period"}


def test_a_claimed_session_is_not_claimed_again() -> None:
    found = made(paid_singly(claimed_session_ids=frozenset({"session_2026-03-10"})))
    assert reasons(found) == {date(2026, 3, 10): "claim.not_claimed_before"}


def test_without_a_letter_nothing_is_claimed_and_the_letter_is_named_as_missing() -> None:
    found = made(paid_singly(receipt()))
    assert not found.lines
    assert {e.reason for e in found.exclusions} == {"LMN missing"}


def test_a_receipt_that_does_not_substantiate_carries_no_line() -> None:
    found = made(paid_singly(letter(), receipt(substantiates=False)))
    assert not found.lines
    assert set(reasons(found).values()) == {"claim.receipt"}


def test_a_receipt_without_this_date_of_service_carries_no_line_for_it() -> None:
    shown = receipt(service_dates=("2026-03-10",))
    found = made(paid_singly(letter(), shown))
    assert reasons(found) == {date(2026, 3, 12): "claim.receipt"}


def test_the_order_of_documents_and_sessions_does_not_matter() -> None:
    one = paid_singly()
    other = one.model_copy(
        update={
            "documents": tuple(reversed(one.documents)),
            "sessions": tuple(reversed(one.sessions)),
        }
    )
    assert made(one) == made(other)


@given(
    cents=st.integers(min_value=0, max_value=2_000_000),
    sessions=st.integers(min_value=1, max_value=120),
)
def test_the_cents_of_a_package_sum_to_its_price_exactly(cents: int, sessions: int) -> None:
    price = Decimal(cents) / 100
    shares = allocate(price, sessions)
    assert sum(shares, Decimal(0)) == price
    assert len(shares) == sessions
    assert max(shares) - min(shares) <= Decimal("0.01")


@given(attended=st.lists(st.booleans(), min_size=1, max_size=14), cents=st.integers(100, 300_000))
def test_never_more_is_claimed_than_was_paid(attended: list[bool], cents: int) -> None:
    price = Decimal(cents) / 100
    first = date(2026, 3, 10)
    sessions = tuple(
        of_package(first + timedelta(days=k), status="attended" if came else "no_show")
        for k, came in enumerate(attended)
    )
    paid = package_receipt(total=str(price), amount_paid=str(price))
    found = made(
        case(letter(), paid, packages=(package(price=price, sessions=10),), sessions=sessions)
    )
    assert found.total <= price
    assert len({line.session_id for line in found.lines}) == len(found.lines)
    assert len(found.lines) == sum(attended[:10])


def test_a_clean_packet_is_ready() -> None:
    of = paid_singly()
    verdicts = lint(of, made(of), FSA)
    assert is_ready(verdicts), [v.message for v in verdicts if v.outcome in ("fail", "ask")]


def test_another_birth_date_on_an_exhibit_stops_the_packet() -> None:
    of = paid_singly(letter(patient_dob="1962-03-04"), receipt())
    failed = [v for v in lint(of, made(of), FSA) if v.outcome == "fail"]
    assert [v.rule.id for v in failed] == ["patient.same_person"]


def test_another_name_on_an_exhibit_asks_a_person() -> None:
    of = paid_singly(letter(), receipt(patient_name="Daniel Whitfield"))
    asked = [v for v in lint(of, made(of), FSA) if v.outcome == "ask"]
    assert [v.rule.id for v in asked] == ["patient.same_person"]


def test_training_before_the_letter_is_flagged() -> None:
    of = paid_singly(client=client(training_since=date(2025, 6, 1)))
    verdicts = lint(of, made(of), FSA)
    assert ("claim.but_for", "warn") in {(v.rule.id, v.outcome) for v in verdicts}
    assert is_ready(verdicts)


def test_more_claimed_than_the_receipt_shows_stops_the_packet() -> None:
    of = paid_singly(letter(), receipt(total="100.00"))
    failed = {v.rule.id for v in lint(of, made(of), FSA) if v.outcome == "fail"}
    assert failed == {"claim.within_paid"}


def test_exhibits_are_the_letter_then_the_receipts_then_the_report() -> None:
    of = paid_singly(receipt(), receipt(id="doc_unused", receipt_number="R-7"), letter())
    chosen = choose(of, made(of), with_progress_report=True)
    assert [(e.letter, e.document_id) for e in chosen] == [
        ("A", "doc_lmn"),
        ("B", "doc_receipt"),
        ("C", None),
    ]


def test_exhibit_letters_go_on_after_z() -> None:
    assert [exhibit_letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_every_exclusion_names_a_rule_of_the_catalog() -> None:
    from rules.catalog import rules

    found = made(paid_singly(letter(signed="absent"), receipt()))
    assert all(isinstance(e, Exclusion) and e.rule_id in rules() for e in found.exclusions)
    assert found.exclusions
