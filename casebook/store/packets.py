"""Packets as they were built, ready or draft, with the claim that each makes."""

from __future__ import annotations

import json

from sqlalchemy import insert, select, update

from casebook.records import Claim, Packet
from casebook.store.errors import AlreadyThere, NotFound
from casebook.store.tables import packets as table
from casebook.store.unit import UnitOfWork, row_of


def add(tx: UnitOfWork, packet: Packet, claim: Claim | None = None) -> Packet:
    """Enters a packet; raises AlreadyThere. It claims nothing yet: see `claims.record`."""
    if tx.rows(select(table.c.id).where(table.c.id == packet.id)):
        raise AlreadyThere("packet", packet.id)
    values = row_of(table, packet)
    values["claim"] = claim.model_dump(mode="json") if claim else None
    tx.change(insert(table).values(**values), "packet.add", packet.id, packet.status)
    return packet


def get(tx: UnitOfWork, packet_id: str) -> Packet:
    """The packet with this id; raises NotFound."""
    return tx.get(table, Packet, "packet", packet_id)


def all(tx: UnitOfWork) -> tuple[Packet, ...]:
    """Every packet in the order in which they were built."""
    return tx.find(table, Packet)


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Packet, ...]:
    """A client's packets in the order in which they were built."""
    return tx.find(table, Packet, table.c.client_id == client_id)


def claim_of(tx: UnitOfWork, packet_id: str) -> Claim | None:
    """The claim that a packet makes, line by line; None when it was entered without."""
    rows = tx.rows(select(table.c.claim).where(table.c.id == packet_id))
    if not rows:
        raise NotFound("packet", packet_id)
    claim = rows[0]["claim"]
    return None if claim is None else Claim.model_validate_json(json.dumps(claim))


def note(tx: UnitOfWork, packet_id: str, action: str) -> None:
    """Records in the audit trail that something was done with a packet; raises NotFound."""
    get(tx, packet_id)
    # The trail takes an event only beside a change: the row is written as it was.
    same = update(table).where(table.c.id == packet_id).values(folder=table.c.folder)
    tx.change(same, action, packet_id)
