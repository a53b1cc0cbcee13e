"""What the studio knows itself comes back to the cent, and makes up a client's case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casebook.records import ClaimedSession, Goal, Measurement
from casebook.store import (
    Casebook,
    Conflict,
    NotFound,
    attendance,
    claims,
    clients,
    documents,
    goals,
    ids,
    measurements,
    providers,
)
from tests.casebook.builders import (
    claim,
    client,
    document,
    field,
    package,
    packet,
    provider,
    reading,
    received,
    session,
)


@pytest.mark.parametrize("price", ["950.10", "0.07", "1240.00", "123456789.99", "1E+3"])
def test_amounts_come_back_to_the_last_digit(book: Casebook, price: str) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        bought = attendance.add_package(tx, package(dana.id, price=Decimal(price)))
    with book.reading() as tx:
        found = attendance.package(tx, bought.id).price
    assert found == Decimal(price)
    assert "E" not in str(found)
    assert found.as_tuple().exponent == Decimal(format(Decimal(price), "f")).as_tuple().exponent


def test_sessions_come_back_by_date(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        bought = attendance.add_package(tx, package(dana.id))
        late = session(dana.id, date=date(2026, 10, 1), package_id=bought.id, trainer="Jordan")
        early = session(dana.id, status="no_show", charge=Decimal("95.00"))
        for one in (late, early):
            attendance.add_session(tx, one)
        assert attendance.sessions_of(tx, dana.id) == (early, late)
        assert attendance.all_sessions(tx) == (early, late)
        assert attendance.packages_of(tx, dana.id) == attendance.all_packages(tx) == (bought,)


def test_a_session_can_be_mended(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        booked = attendance.put_session(tx, session(dana.id, status="scheduled"))
        held = booked.model_copy(update={"status": "attended"})
        attendance.put_session(tx, held)
        assert attendance.session(tx, booked.id) == held
        assert attendance.sessions_of(tx, dana.id) == (held,)


def test_a_session_of_nobody_is_refused(book: Casebook) -> None:
    with pytest.raises(Conflict), book.writing("jordan") as tx:
        attendance.add_session(tx, session("client_x"))


def test_measures_and_goals_come_back_by_date(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        walks = [
            Measurement(
                id=ids.new("measurement"),
                client_id=dana.id,
                measure="six_minute_walk",
                value=Decimal(value),
                unit="m",
                date=date(2026, month, 1),
            )
            for month, value in ((11, "450"), (9, "412.5"))
        ]
        aim = Goal(
            id=ids.new("goal"),
            client_id=dana.id,
            text="Walk 450 m & smile < often",
            set_on=date(2026, 9, 1),
            target=Decimal("450"),
            due=date(2026, 12, 1),
        )
        for walk in walks:
            measurements.add(tx, walk)
        goals.add(tx, aim)
        goals.put(tx, aim.model_copy(update={"status": "met"}))
        assert measurements.of_client(tx, dana.id) == tuple(reversed(walks))
        assert measurements.get(tx, walks[0].id) == walks[0]
        assert goals.of_client(tx, dana.id) == (aim.model_copy(update={"status": "met"}),)


def test_a_case_holds_what_belongs_to_its_client_and_nothing_of_others(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana, marcus = clients.add(tx, client()), clients.add(tx, client(name="Marcus Smith"))
        held = attendance.add_session(tx, session(dana.id))
        attendance.add_session(tx, session(marcus.id))
        elena = providers.add(tx, provider())
        providers.add(tx, provider(name="Nobody Here"))
        providers.link(tx, dana.id, elena.id)
        made = claim(dana.id, held.id)
        [line] = made.lines
        made = made.model_copy(
            update={"lines": (line.model_copy(update={"charge": Decimal("120.00")}),)}
        )
        ready = packet(made)
        claims.record(tx, ready, made)
    with book.reading() as tx:
        case = tx.case(dana.id)
        assert (case.client, case.sessions, case.providers) == (dana, (held,), (elena,))
        assert case.claimed_session_ids == {held.id}
        assert case.ledger == (
            ClaimedSession(
                session_id=held.id,
                account="fsa",
                packet_id=ready.id,
                date_of_service=held.date,
                amount=Decimal("95.01"),
                charge=Decimal("120.00"),
            ),
        )
        assert tx.case(marcus.id).claimed_session_ids == frozenset()
        with pytest.raises(NotFound):
            tx.case("client_x")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"referrer_name": field("Elena Marsh")}, True),
        ({"provider_name": field("Marsh, Elena"), "provider_npi": field("1234567893")}, True),
        ({"provider_name": field("Elena Marsh"), "provider_npi": field("1000000004")}, False),
        ({"provider_name": field("Elena Marsh", accepted=False)}, False),
        ({"referrer_name": field("Elena")}, False),
    ],
)
def test_a_case_holds_the_providers_whom_its_documents_name_for_sure(
    book: Casebook, fields: dict[str, object], named: bool
) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        elena = providers.add(tx, provider(npi="1234567893"))
        paper = documents.add(tx, document(received(tx), reading=reading(fields=fields)))
        documents.assign(tx, paper.id, dana.id)
        assert tx.case(dana.id).providers == ((elena,) if named else ())
