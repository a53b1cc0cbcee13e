"""One dollar, one payer: packet after packet, whatever is entered later or scanned again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.records import AccountType, Case, Claim, ClaimedSession, Period, Session
from rules.claims import claim
from rules.cover import covers_of
from rules.linting import is_ready, lint
from rules.profiles import profile
from tests.rules.cases import (
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
FIRST = date(2026, 3, 10)


def made(of: Case, account: AccountType = "fsa", period: Period = YEAR) -> Claim:
    return claim(of, account, period, FSA, TODAY)


def entered(of: Case, found: Claim, packet: str = "packet_1") -> Case:
    """The case once the packet is in the ledger."""
    rows = tuple(
        ClaimedSession(
            session_id=line.session_id,
            account=found.account,
            packet_id=packet,
            date_of_service=line.date_of_service,
            amount=line.amount,
            charge=line.charge,
        )
        for line in found.lines
    )
    ids = of.claimed_session_ids | {row.session_id for row in rows}
    return of.model_copy(update={"ledger": of.ledger + rows, "claimed_session_ids": ids})


def singles(*extra: Session) -> Case:
    days = (date(2026, 3, 10), date(2026, 3, 12))
    return case(letter(), receipt(), sessions=tuple(session(day) for day in days) + extra)


def rules_of(found: Claim) -> list[str]:
    return [each.rule_id for each in found.exclusions]


@pytest.mark.parametrize("second", ["fsa", "hsa", "insurer", "employer", "tax"])
def test_what_one_account_paid_no_other_pays(second: AccountType) -> None:
    of = singles()
    after = made(entered(of, made(of, "hsa")), second)
    assert not after.lines
    assert {e.reason for e in after.exclusions} == {"already claimed in an earlier packet (HSA)"}


def test_a_session_that_is_entered_twice_is_claimed_once_and_stops_the_packet() -> None:
    of = singles(session(date(2026, 3, 12), id="session_again"))
    found = made(of)
    assert found.total == Decimal("180.00")
    assert rules_of(found) == ["claim.within_paid"]
    assert not is_ready(lint(of, found, FSA))


def test_a_session_that_is_entered_twice_later_finds_no_room_on_the_receipt() -> None:
    of = singles()
    of = entered(of, made(of))
    again = session(date(2026, 3, 12), id="a_session_again")
    found = made(of.model_copy(update={"sessions": (again, *of.sessions)}))
    assert not found.lines
    assert sorted(rules_of(found)) == ["claim.not_claimed_before"] * 2 + ["claim.within_paid"]


def test_a_session_entered_twice_takes_no_room_of_the_receipts_other_days() -> None:
    """Two lines of $90; one of the days is in the casebook twice, the other not at all."""
    day = date(2026, 3, 10)
    found = made(case(letter(), receipt(), sessions=(session(day), session(day, id="z_again"))))
    assert [line.session_id for line in found.lines] == ["session_2026-03-10"]
    assert rules_of(found) == ["claim.within_paid"]


def test_a_receipt_without_lines_is_used_up_by_its_total() -> None:
    shown = receipt(line_items=None)
    again = session(date(2026, 3, 12), id="z_again")
    of = singles(again).model_copy(update={"documents": (letter(), shown)})
    assert made(of).total == Decimal("180.00")
    assert rules_of(made(of)) == ["claim.within_paid"]


def test_a_claim_of_unknown_amount_counts_as_the_larger_share() -> None:
    """$100.00 over 3: whoever was claimed may have got 33.34, so the others share 66.66."""
    days = [FIRST + timedelta(days=n) for n in range(3)]
    of = case(
        letter(),
        package_receipt(total="100.00", amount_paid="100.00"),
        packages=(package(price=Decimal("100.00"), sessions=3),),
        sessions=tuple(of_package(day) for day in days),
        claimed_session_ids=frozenset({f"session_{days[0]}"}),
    )
    assert made(of).total == Decimal("66.66")


def test_a_receipt_scanned_again_changes_nothing() -> None:
    of = singles()
    again = receipt(id="doc_again", vendor_name="HARBOR MEDICAL FITNESS LLC", vendor_address=None)
    twice = of.model_copy(update={"documents": (again, *of.documents)})
    assert made(twice) == made(of)


def test_two_receipts_of_one_number_that_differ_are_nobodys() -> None:
    of = singles()
    other = receipt(id="doc_other", total="90.00")
    found = made(of.model_copy(update={"documents": (*of.documents, other)}))
    assert {e.reason for e in found.exclusions} == {
        "more than one receipt on file could be its receipt"
    }


def test_an_earlier_session_entered_later_does_not_shift_what_was_claimed() -> None:
    """$100.00 over 3 sessions: 33.33, 33.33, 33.34 by date, until one is claimed."""
    of = case(
        letter(),
        package_receipt(total="100.00", amount_paid="100.00"),
        packages=(package(price=Decimal("100.00"), sessions=3),),
        sessions=(of_package(FIRST + timedelta(days=9)), of_package(FIRST + timedelta(days=12))),
    )
    first = made(of)
    of = entered(of, first)
    of = of.model_copy(update={"sessions": (of_package(FIRST), *of.sessions)})
    second = made(of)
    assert first.total + second.total == Decimal("100.00")
    assert [line.date_of_service for line in second.lines] == [FIRST]


@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_the_order_of_papers_and_sessions_is_irrelevant(data: st.DataObject) -> None:
    """Copies, explanations, two letters, a package and single sessions, in any order."""
    whole = case(
        letter(),
        letter(id="doc_second", signature_date="2026-03-11"),
        receipt(),
        receipt(id="doc_again"),
        package_receipt(),
        eob(),
        packages=(package(),),
        sessions=(
            *(session(FIRST + timedelta(days=n)) for n in (0, 2)),
            session(FIRST, id="session_twice"),
            *(of_package(FIRST + timedelta(days=n), id=f"p{n}") for n in (20, 21, 22)),
        ),
    )
    shuffled = whole.model_copy(
        update={
            "documents": tuple(data.draw(st.permutations(whole.documents))),
            "sessions": tuple(data.draw(st.permutations(whole.sessions))),
        }
    )
    assert made(shuffled) == made(whole)


@settings(deadline=None, max_examples=60)
@given(
    data=st.data(),
    cents=st.integers(1, 200_000),
    size=st.integers(1, 12),
    knows_amounts=st.booleans(),
)
def test_over_a_sequence_of_packets_never_more_is_claimed_than_was_paid(
    data: st.DataObject, cents: int, size: int, knows_amounts: bool
) -> None:
    price = Decimal(cents) / 100
    of = case(
        letter(end_date="2026-06-30", duration=None),
        package_receipt(total=str(price), amount_paid=str(price)),
        packages=(package(price=price, sessions=size),),
        client=client(coverage_start=date(2026, 3, 15)),
    )
    claimed: dict[str, Decimal] = {}
    for packet in range(3):
        days = data.draw(st.lists(st.integers(-20, 150), max_size=6, unique=True))
        new = tuple(
            of_package(
                FIRST + timedelta(days=n),
                id=f"s{packet}.{n}",
                status=data.draw(st.sampled_from(["attended", "attended", "no_show", "cancelled"])),
            )
            for n in days
        )
        both = data.draw(st.permutations((*of.sessions, *new)))
        of = of.model_copy(
            update={
                "sessions": tuple(both),
                "documents": tuple(data.draw(st.permutations(of.documents))),
            }
        )
        found = made(of)
        window = covers_of(of, FSA)[0].period
        assert window is not None
        for line in found.lines:
            assert line.session_id not in claimed
            assert line.date_of_service in window
            assert line.date_of_service >= date(2026, 3, 15)
            claimed[line.session_id] = line.amount
        assert found.total == sum((line.amount for line in found.lines), Decimal(0))
        of = entered(of, found, f"packet_{packet}")
        if not knows_amounts:
            of = of.model_copy(update={"ledger": ()})
        assert sum(claimed.values(), Decimal(0)) <= price
        assert len(claimed) <= size
    if knows_amounts and len(claimed) == size:
        assert sum(claimed.values(), Decimal(0)) == price
