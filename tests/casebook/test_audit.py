"""The audit trail tells who did what, says nothing about anybody's health, and cannot be edited."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from casebook.records import AuditEvent
from casebook.store import Casebook, audit, chain, clients, documents
from casebook.store.engine import WRITER, engine_for
from casebook.store.tables import audit_events
from tests.casebook.builders import client, document, received


@pytest.fixture
def written(book: Casebook) -> Casebook:
    """A casebook with a few events."""
    for actor in ("jordan", "kim", "watch"):
        with book.writing(actor) as tx:
            clients.add(tx, client())
            received(tx, actor)
    return book


def test_every_write_leaves_an_event(written: Casebook) -> None:
    with written.reading() as tx:
        events = audit.events(tx)
        assert [event.number for event in events] == list(range(1, 7))
        assert [(event.actor, event.action) for event in events[:2]] == [
            ("jordan", "client.add"),
            ("jordan", "scan.receive"),
        ]
        assert events[0].at < events[1].at
        assert audit.head(tx) == events[-1]
        assert audit.events(tx, events[3].subject) == (events[3],)
        assert audit.verify(tx) is None


def test_an_empty_trail_is_whole(book: Casebook) -> None:
    with book.reading() as tx:
        assert audit.verify(tx) is None
        assert audit.head(tx) is None


def test_events_name_no_health_data(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client(phone="+15415550112", member_ids=("W48820571",)))
        clients.update(tx, dana.model_copy(update={"name": "Dana Stone"}))
        paper = documents.add(tx, document(received(tx)))
        documents.decide(tx, paper.id, "patient_name", "correct", "Dana Stone")
        documents.assign(tx, paper.id, dana.id)
        documents.reject(tx, paper.id, "low back pain of Dana")
        trail = " ".join(event.model_dump_json() for event in audit.events(tx))
    for word in ("Dana", "Stone", "Whitfield", "1968", "+1541", "W488", "back", "scan.pdf"):
        assert word not in trail


STATEMENTS = [
    update(audit_events).values(actor="nobody"),
    delete(audit_events),
    delete(audit_events).where(audit_events.c.number == 1),
]


@pytest.mark.parametrize("number", range(len(STATEMENTS)))
def test_the_database_refuses_to_change_or_delete_events(
    written: Casebook, url: str, number: int
) -> None:
    engine = engine_for(url)
    with (
        engine.connect().execution_options(**{WRITER: True}) as connection,
        pytest.raises(DBAPIError, match="append-only"),
    ):
        connection.execute(STATEMENTS[number])
    engine.dispose()


def _without_guard(url: str, *statements: str) -> None:
    """What somebody with the database's password could do."""
    engine = engine_for(url)
    unguard = {
        "sqlite": (
            "DROP TRIGGER audit_events_no_update",
            "DROP TRIGGER audit_events_no_delete",
        ),
        "postgresql": ("SET LOCAL session_replication_role = replica",),
    }[engine.dialect.name]
    with engine.connect().execution_options(**{WRITER: True}) as connection, connection.begin():
        for statement in (*unguard, *statements):
            connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_events SET actor = 'nobody' WHERE number = 3", 3),
        ("UPDATE audit_events SET details = 'x' WHERE number = 6", 6),
        ("DELETE FROM audit_events WHERE number = 2", 2),
        ("DELETE FROM audit_events WHERE number = 1", 1),
        ("UPDATE audit_events SET hash = previous_hash WHERE number = 4", 4),
    ],
)
def test_whoever_gets_round_the_guard_is_found_out(
    written: Casebook, url: str, statement: str, broken: int
) -> None:
    _without_guard(url, statement)
    with written.reading() as tx:
        assert audit.verify(tx) == broken


FORGERIES: list[Callable[[AuditEvent], AuditEvent]] = [
    lambda event: event.model_copy(update={"subject": "client_other"}),
    lambda event: event.model_copy(update={"action": "client.remove"}),
    lambda event: event.model_copy(update={"at": event.at.replace(year=2020)}),
]


@pytest.mark.parametrize("number", range(len(FORGERIES)))
def test_a_forged_event_with_a_hash_of_its_own_breaks_the_next(
    written: Casebook, number: int
) -> None:
    with written.reading() as tx:
        events = list(audit.events(tx))
    forged = FORGERIES[number](events[2])
    events[2] = forged
    assert chain.first_broken(events) == 3
    events[2] = forged.model_copy(update={"hash": chain.digest(forged)})
    assert chain.first_broken(events) == 4
