"""Physicians and other licensed practitioners, and whose client sees whom."""

from __future__ import annotations

from sqlalchemy import insert, select

from casebook.records import Provider
from casebook.store import clients, names
from casebook.store.tables import client_providers
from casebook.store.tables import providers as table
from casebook.store.unit import UnitOfWork


def add(tx: UnitOfWork, provider: Provider) -> Provider:
    """Enters a provider; raises AlreadyThere when the id is taken."""
    tx.add(table, provider, "provider")
    return provider


def put(tx: UnitOfWork, provider: Provider) -> Provider:
    """Enters a provider, or replaces the one with the same id."""
    tx.put(table, provider, "provider")
    return provider


def update(tx: UnitOfWork, provider: Provider) -> Provider:
    """Replaces the provider with the same id; raises NotFound."""
    tx.replace(table, provider, "provider")
    return provider


def get(tx: UnitOfWork, provider_id: str) -> Provider:
    """The provider with this id; raises NotFound."""
    return tx.get(table, Provider, "provider", provider_id)


def all(tx: UnitOfWork) -> tuple[Provider, ...]:
    """Every provider, by name."""
    return tuple(sorted(tx.find(table, Provider), key=lambda one: names.words(one.name)))


def by_npi(tx: UnitOfWork, npi: str) -> Provider | None:
    """The provider with this NPI, the first entered if there are several."""
    return next(iter(tx.find(table, Provider, table.c.npi == npi)), None)


def find_by_name(tx: UnitOfWork, asked: str) -> tuple[Provider, ...]:
    """The providers whom a typed name may mean, as `clients.find_by_name`."""
    found = tuple(provider for provider in all(tx) if names.answers_to(provider.name, asked))
    return tuple(one for one in found if names.same(one.name, asked)) or found


def link(tx: UnitOfWork, client_id: str, provider_id: str) -> None:
    """Notes that this client sees this provider; noting it twice changes nothing."""
    clients.get(tx, client_id)
    get(tx, provider_id)
    if provider_id not in {provider.id for provider in of_client(tx, client_id)}:
        tx.change(
            insert(client_providers).values(client_id=client_id, provider_id=provider_id),
            "provider.link",
            provider_id,
            client_id,
        )


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Provider, ...]:
    """The providers that this client is noted to see."""
    linked = select(client_providers.c.provider_id).where(client_providers.c.client_id == client_id)
    return tx.find(table, Provider, table.c.id.in_(linked))
