"""The studio's clients."""

from __future__ import annotations

from datetime import date

from casebook.records import Client
from casebook.store import names
from casebook.store.tables import clients as table
from casebook.store.unit import UnitOfWork


def add(tx: UnitOfWork, client: Client) -> Client:
    """Enters a client; raises AlreadyThere when the id is taken."""
    tx.add(table, client, "client")
    return client


def put(tx: UnitOfWork, client: Client) -> Client:
    """Enters a client, or replaces the one with the same id."""
    tx.put(table, client, "client")
    return client


def update(tx: UnitOfWork, client: Client) -> Client:
    """Replaces the client with the same id; raises NotFound."""
    tx.replace(table, client, "client")
    return client


def get(tx: UnitOfWork, client_id: str) -> Client:
    """The client with this id; raises NotFound."""
    return tx.get(table, Client, "client", client_id)


def all(tx: UnitOfWork) -> tuple[Client, ...]:
    """Every client, by name."""
    return tuple(sorted(tx.find(table, Client), key=lambda client: names.words(client.name)))


def find_by_name(tx: UnitOfWork, asked: str, dob: date | None = None) -> tuple[Client, ...]:
    """The clients whom a typed name may mean (see `names.answers_to`).

    A name that fits one client word by word means that one, even where it
    also begins another's. `dob` tells namesakes apart.
    """
    found = [client for client in all(tx) if names.answers_to(client.name, asked)]
    if dob is not None:
        found = [client for client in found if client.dob == dob]
    exact = [client for client in found if names.same(client.name, asked)]
    return tuple(exact or found)


def find(tx: UnitOfWork, asked: str) -> tuple[Client, ...]:
    """The clients meant by an id or a name, as people type them on a command line."""
    return tx.find(table, Client, table.c.id == asked) or find_by_name(tx, asked)
