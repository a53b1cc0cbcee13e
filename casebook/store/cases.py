"""Assembles a client's case: one frozen record of everything that is known about them."""

from __future__ import annotations

from casebook.records import Case, Document, Provider
from casebook.store import (
    attendance,
    claims,
    clients,
    coding,
    documents,
    goals,
    measurements,
    names,
    providers,
)
from casebook.store.unit import UnitOfWork


def case_of(tx: UnitOfWork, client_id: str) -> Case:
    """The client's case as it stands in this transaction; raises NotFound."""
    client = clients.get(tx, client_id)
    filed = documents.of_client(tx, client_id)
    ledger = claims.ledger_of(tx, client_id)
    return Case(
        client=client,
        documents=tuple(sorted(filed, key=_day)),
        packages=attendance.packages_of(tx, client_id),
        sessions=attendance.sessions_of(tx, client_id),
        measurements=measurements.of_client(tx, client_id),
        goals=goals.of_client(tx, client_id),
        providers=_providers(tx, client_id, filed),
        claimed_session_ids=frozenset(entry.session_id for entry in ledger),
        ledger=ledger,
        attestations=coding.of_client(tx, client_id),
    )


def _day(document: Document) -> str:
    """Documents without a date that may be used come last."""
    day = document.day("document_date")
    return day.isoformat() if day else "9999"


def _providers(tx: UnitOfWork, client_id: str, filed: tuple[Document, ...]) -> tuple[Provider, ...]:
    """Those noted for the client, then those whom the client's documents name."""
    noted = providers.of_client(tx, client_id)
    return noted + tuple(
        provider
        for provider in providers.all(tx)
        if provider not in noted and any(_names(document, provider) for document in filed)
    )


def _names(document: Document, provider: Provider) -> bool:
    """By NPI where the document has one; by the whole name otherwise."""
    for role in ("referrer", "provider"):
        npi, name = document.text(f"{role}_npi"), document.text(f"{role}_name")
        if npi and provider.npi:
            if npi == provider.npi:
                return True
        elif name and names.same(name, provider.name):
            return True
    return False
