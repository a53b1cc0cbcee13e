"""Attested procedure codes: entered whole, taken back whole, never edited."""

from __future__ import annotations

from sqlalchemy import insert, select, update
from sqlalchemy.engine import RowMapping

from casebook.records import Attestation
from casebook.store.errors import AlreadyThere, NotAllowed, NotFound
from casebook.store.tables import attestations as table
from casebook.store.unit import UnitOfWork, row_of


def add(tx: UnitOfWork, attestation: Attestation) -> Attestation:
    """Enters an attestation. Raises AlreadyThere for its id, NotAllowed for a session coded twice.

    The audit event names the provider's NPI: it is public and says nothing of the client.
    """
    if tx.rows(select(table.c.id).where(table.c.id == attestation.id)):
        raise AlreadyThere("attestation", attestation.id)
    coded = {
        service.session_id
        for other in of_client(tx, attestation.client_id)
        for service in other.services
    }
    again = sorted(coded & {service.session_id for service in attestation.services})
    if again:
        raise NotAllowed(
            f"{len(again)} of these sessions are coded already: {', '.join(again)}.",
            "See carepacket codes list; take the other attestation back first: codes withdraw.",
        )
    tx.change(
        insert(table).values(**row_of(table, attestation)),
        "codes.attest",
        attestation.id,
        f"npi {attestation.rendering.npi}",
    )
    return attestation


def withdraw(tx: UnitOfWork, attestation_id: str) -> Attestation:
    """Takes an attestation back; it stays on record. Raises NotFound, NotAllowed when done before.

    Packets that were built on it are not changed.
    """
    found = get(tx, attestation_id)
    if found.withdrawn_at is not None:
        raise NotAllowed(f"Attestation {attestation_id} was taken back before.", "See codes list.")
    now = tx.now()
    tx.change(
        update(table).where(table.c.id == attestation_id).values(withdrawn_at=now),
        "codes.withdraw",
        attestation_id,
    )
    return found.model_copy(update={"withdrawn_at": now})


def get(tx: UnitOfWork, attestation_id: str) -> Attestation:
    """The attestation with this id, withdrawn or not; raises NotFound."""
    rows = tx.rows(select(table).where(table.c.id == attestation_id))
    if not rows:
        raise NotFound("attestation", attestation_id)
    return _record(rows[0])


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Attestation, ...]:
    """A client's attestations that still stand, in the order in which they were entered."""
    return tuple(one for one in all(tx) if one.client_id == client_id and one.withdrawn_at is None)


def all(tx: UnitOfWork) -> tuple[Attestation, ...]:
    """Every attestation, withdrawn ones included, in the order in which they were entered."""
    return tuple(_record(row) for row in tx.rows(select(table).order_by(table.c.entered)))


def _record(row: RowMapping) -> Attestation:
    return Attestation.model_validate({name: row[name] for name in Attestation.model_fields})
