"""Clients and providers come back as they were entered, and are found as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.store import (
    AlreadyThere,
    Casebook,
    NotAllowed,
    NotFound,
    audit,
    clients,
    providers,
)
from casebook.store.names import answers_to, same
from tests.casebook.builders import ADDRESS, client, provider


def test_a_client_comes_back_whole(book: Casebook) -> None:
    dana = client(
        address=ADDRESS,
        member_ids=("W48820571", "x"),
        phone="+15415550112",
        administrator="fsafeds",
        coverage_start=date(2026, 1, 1),
        training_since=date(2026, 9, 8),
    )
    with book.writing("jordan") as tx:
        clients.add(tx, dana)
    with book.reading() as tx:
        assert clients.get(tx, dana.id) == dana


def test_an_id_is_taken_once(book: Casebook) -> None:
    dana = client()
    with book.writing("jordan") as tx:
        clients.add(tx, dana)
        with pytest.raises(AlreadyThere):
            clients.add(tx, dana)


def test_nobody_is_changed_or_found_who_is_not_there(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        with pytest.raises(NotFound, match="carepacket clients list"):
            clients.get(tx, "client_x")
        with pytest.raises(NotFound):
            clients.update(tx, client())


def test_a_change_names_its_fields_in_the_audit_trail_and_not_their_values(book: Casebook) -> None:
    dana = client()
    with book.writing("jordan") as tx:
        clients.add(tx, dana)
        clients.update(tx, dana.model_copy(update={"phone": "+15415550112", "employer": "Calder"}))
        clients.put(tx, clients.get(tx, dana.id))  # nothing changed, nothing recorded
        events = audit.events(tx, dana.id)
    assert [(event.action, event.details) for event in events] == [
        ("client.add", ""),
        ("client.change", "phone employer"),
    ]


def test_clients_are_listed_by_name(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        for name in ("Zoë Adler", "ángel Ruiz", "Bea Stone"):
            clients.add(tx, client(name=name))
        assert [one.name for one in clients.all(tx)] == ["ángel Ruiz", "Bea Stone", "Zoë Adler"]


def test_a_whole_name_means_its_owner_even_if_it_begins_anothers(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        short = clients.add(tx, client(name="Robert Kim"))
        clients.add(tx, client(name="Robert Kimball"))
        assert clients.find_by_name(tx, "kim, robert") == (short,)
        assert len(clients.find_by_name(tx, "rob")) == 2


def test_a_birth_date_tells_namesakes_apart(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        father = clients.add(tx, client(name="Robert Kim", dob=date(1951, 5, 5)))
        son = clients.add(tx, client(name="Robert Kim", dob=date(1983, 2, 1)))
        assert clients.find(tx, "Robert Kim") == (father, son)
        assert clients.find_by_name(tx, "Robert Kim", date(1983, 2, 1)) == (son,)
        assert clients.find(tx, son.id) == (son,)


@pytest.mark.parametrize(
    ("name", "asked", "meant"),
    [
        ("Dana R. Whitfield", "whitfield, DANA", True),
        ("Dana R. Whitfield", "d whit", True),
        ("Inés Caballero Núñez", "ines nunez", True),
        ("Marcus Oyelaran-Smith", "oyelaran smith", True),
        ("Siobhán O’Neil", "oneil", True),
        ("Dana R. Whitfield", "Dana Dana", False),
        ("Dana R. Whitfield", "Danielle", False),
        ("Dana R. Whitfield", "", False),
        ("Dana R. Whitfield", ", .", False),
    ],
)
def test_names_are_compared_as_they_are_typed(name: str, asked: str, meant: bool) -> None:
    assert answers_to(name, asked) is meant


def test_the_same_words_in_another_order_are_the_same_name() -> None:
    assert same("Núñez, Inés", "Ines Nunez")
    assert not same("Ines Nunez", "Ines")
    assert not same("", "")


def test_providers_are_found_by_npi_and_name(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        elena = providers.add(tx, provider(npi="1234567893", address=ADDRESS, license="OR-1"))
        providers.add(tx, provider(name="Elena Marshall"))
        assert providers.by_npi(tx, "1234567893") == elena
        assert providers.by_npi(tx, "1999999984") is None
        assert providers.find_by_name(tx, "Marsh, Elena") == (elena,)


def test_a_client_sees_a_provider_once(book: Casebook) -> None:
    with book.writing("jordan") as tx:
        dana, elena = clients.add(tx, client()), providers.add(tx, provider())
        providers.link(tx, dana.id, elena.id)
        providers.link(tx, dana.id, elena.id)
        assert providers.of_client(tx, dana.id) == (elena,)
        with pytest.raises(NotFound):
            providers.link(tx, "client_x", elena.id)


def test_whoever_reads_cannot_write(book: Casebook) -> None:
    with book.reading() as tx, pytest.raises(NotAllowed):
        clients.add(tx, client())
