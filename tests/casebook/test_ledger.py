"""No session is claimed twice: not by another packet, not for another account, not by a race."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from sqlalchemy import insert

from casebook.records import Client
from casebook.store import (
    AlreadyClaimed,
    AlreadyThere,
    Casebook,
    Conflict,
    NotAllowed,
    NotFound,
    attendance,
    claims,
    clients,
    packets,
)
from casebook.store.tables import claimed_sessions
from tests.casebook.builders import claim, client, package, packet, session


@pytest.fixture
def dana(book: Casebook) -> Client:
    with book.writing("jordan") as tx:
        return clients.add(tx, client())


def test_a_ready_packet_claims_its_sessions(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1", "session_2")
    ready = packet(made)
    with book.writing("jordan") as tx:
        claims.record(tx, ready, made)
        claims.record(tx, ready, made)  # once more changes nothing
    with book.reading() as tx:
        assert claims.of_packet(tx, ready.id) == ("session_1", "session_2")
        assert claims.claimed_session_ids(tx, dana.id) == {"session_1", "session_2"}
        assert packets.get(tx, ready.id) == ready
        assert packets.claim_of(tx, ready.id) == made
        assert packets.of_client(tx, dana.id) == packets.all(tx) == (ready,)


@pytest.mark.parametrize("account", ["fsa", "hsa", "insurer", "employer", "tax"])
def test_another_packet_cannot_claim_a_session_again(
    book: Casebook, dana: Client, account: str
) -> None:
    first = claim(dana.id, "session_1", "session_2")
    second = claim(dana.id, "session_2", "session_3").model_copy(update={"account": account})
    with book.writing("jordan") as tx:
        claims.record(tx, packet(first), first)
    with pytest.raises(AlreadyClaimed, match="session_2") as raised, book.writing("jordan") as tx:
        claims.record(tx, packet(second), second)
    assert raised.value.session_ids == ("session_2",)
    with book.reading() as tx:
        assert claims.claimed_session_ids(tx, dana.id) == {"session_1", "session_2"}
        assert len(packets.all(tx)) == 1


def test_the_database_itself_refuses_a_second_claim(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1")
    ready = packet(made)
    with book.writing("jordan") as tx:
        claims.record(tx, ready, made)
    row = {
        "session_id": "session_1",
        "packet_id": ready.id,
        "client_id": dana.id,
        "account": "tax",
        "date_of_service": made.lines[0].date_of_service,
        "amount": made.total,
    }
    with pytest.raises(Conflict), book.writing("jordan") as tx:
        tx.change(insert(claimed_sessions).values(**row), "claim.record", "session_1")


def test_a_claim_cannot_name_a_session_twice(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1", "session_1")
    with pytest.raises(AlreadyClaimed), book.writing("jordan") as tx:
        claims.record(tx, packet(made), made)


def test_drafts_claim_nothing(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1")
    draft = packet(made, status="draft")
    with book.writing("jordan") as tx:
        packets.add(tx, draft, made)
        with pytest.raises(NotAllowed, match="draft"):
            claims.record(tx, draft, made)
        with pytest.raises(AlreadyThere):
            packets.add(tx, draft)
        assert claims.claimed_session_ids(tx, dana.id) == frozenset()


def test_a_packet_claims_only_what_it_says(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1")
    with book.writing("jordan") as tx, pytest.raises(NotAllowed):
        claims.record(tx, packet(made), claim(dana.id, "session_1", "session_2"))


def test_a_withdrawn_packet_frees_its_sessions(book: Casebook, dana: Client) -> None:
    made = claim(dana.id, "session_1", "session_2")
    first, second = packet(made), packet(made)
    with book.writing("jordan") as tx:
        claims.record(tx, first, made)
        assert claims.withdraw(tx, first.id) == ("session_1", "session_2")
        assert claims.withdraw(tx, first.id) == ()
        claims.record(tx, second, made)
        assert claims.of_packet(tx, second.id) == ("session_1", "session_2")
        with pytest.raises(NotFound):
            claims.withdraw(tx, "packet_x")


def test_what_a_claim_rests_on_does_not_change_under_its_packet(
    book: Casebook, dana: Client
) -> None:
    with book.writing("jordan") as tx:
        bought = attendance.add_package(tx, package(dana.id))
        held = attendance.add_session(tx, session(dana.id, package_id=bought.id))
        made = claim(dana.id, held.id)
        ready = packet(made)
        claims.record(tx, ready, made)
        for wrong in (
            held.model_copy(update={"status": "no_show"}),
            held.model_copy(update={"charge": Decimal("95.00")}),
        ):
            with pytest.raises(NotAllowed, match=ready.id):
                attendance.put_session(tx, wrong)
        with pytest.raises(NotAllowed, match=held.id):
            attendance.put_package(tx, bought.model_copy(update={"price": Decimal("1.00")}))
        attendance.put_session(tx, held.model_copy(update={"trainer": "Jordan Avery"}))
        attendance.put_package(tx, bought.model_copy(update={"receipt_number": "R-2041"}))
        claims.withdraw(tx, ready.id)
        attendance.put_session(tx, held.model_copy(update={"status": "no_show"}))
        attendance.put_package(tx, bought.model_copy(update={"price": Decimal("1.00")}))


def test_an_error_comes_back_from_another_process_as_it_was() -> None:
    error = AlreadyClaimed(("session_1",))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is AlreadyClaimed
    assert str(again) == str(error)
    assert (again.session_ids, again.remedy) == (("session_1",), error.remedy)
