"""The ledger: which session is claimed by which packet. No session is claimed twice.

FSA, HSA, insurer, employer and tax deduction exclude each other for the same
session, so the ledger does not ask which account it was. The database itself
refuses a second claim, whatever the program believes.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, insert, select

from casebook.records import Claim, ClaimedSession, Packet
from casebook.store import packets
from casebook.store.errors import AlreadyClaimed, NotAllowed
from casebook.store.tables import claimed_sessions as table
from casebook.store.tables import packets as packets_table
from casebook.store.unit import UnitOfWork


def record(tx: UnitOfWork, packet: Packet, claim: Claim) -> None:
    """Enters the sessions that a ready packet claims; and the packet, if it is not there yet.

    Recording the same packet again changes nothing. Raises AlreadyClaimed
    when another packet holds one of the sessions; NotAllowed for a draft, and
    for a claim that is not this packet's.
    """
    if packet.status != "ready":
        raise NotAllowed(f"Packet {packet.id} is a draft.", "Drafts claim nothing.")
    if (packet.client_id, packet.account, packet.total) != (
        claim.client_id,
        claim.account,
        claim.total,
    ):
        raise NotAllowed(f"The claim is not that of packet {packet.id}.", "Build the packet anew.")
    asked = tuple(line.session_id for line in claim.lines)
    if len(set(asked)) < len(asked):
        raise AlreadyClaimed(tuple(sorted({one for one in asked if asked.count(one) > 1})))
    holders = _holders(tx, asked)
    elsewhere = tuple(one for one in asked if holders.get(one, packet.id) != packet.id)
    if elsewhere:
        raise AlreadyClaimed(elsewhere)
    if not tx.rows(select(packets_table.c.id).where(packets_table.c.id == packet.id)):
        packets.add(tx, packet, claim)
    for line in claim.lines:
        if line.session_id in holders:
            continue
        tx.change(
            insert(table).values(
                session_id=line.session_id,
                packet_id=packet.id,
                client_id=claim.client_id,
                account=claim.account,
                date_of_service=line.date_of_service,
                amount=line.amount,
            ),
            "claim.record",
            line.session_id,
            packet.id,
        )


def withdraw(tx: UnitOfWork, packet_id: str) -> tuple[str, ...]:
    """Gives a packet's sessions free again, for a claim that was never submitted or was taken back.

    Returns their ids; the packet itself stays in the casebook. Raises NotFound.
    """
    packets.get(tx, packet_id)
    freed = of_packet(tx, packet_id)
    if freed:
        tx.change(delete(table).where(table.c.packet_id == packet_id), "claim.withdraw", packet_id)
    return freed


def free(tx: UnitOfWork, packet_id: str, session_ids: Collection[str]) -> tuple[str, ...]:
    """Gives single sessions of a packet free again: those that its payer refused.

    The packet keeps the others. Returns the ids that were freed. Raises NotFound.
    """
    packets.get(tx, packet_id)
    freed = tuple(one for one in of_packet(tx, packet_id) if one in set(session_ids))
    for session_id in freed:
        where = (table.c.packet_id == packet_id) & (table.c.session_id == session_id)
        tx.change(delete(table).where(where), "claim.free", session_id, packet_id)
    return freed


def of_packet(tx: UnitOfWork, packet_id: str) -> tuple[str, ...]:
    """The ids of the sessions that a packet holds."""
    rows = tx.rows(
        select(table.c.session_id).where(table.c.packet_id == packet_id).order_by(table.c.entered)
    )
    return tuple(row["session_id"] for row in rows)


def claimed_session_ids(tx: UnitOfWork, client_id: str) -> frozenset[str]:
    """The ids of the client's sessions that stand in a ready packet, whatever the account."""
    rows = tx.rows(select(table.c.session_id).where(table.c.client_id == client_id))
    return frozenset(row["session_id"] for row in rows)


def ledger_of(tx: UnitOfWork, client_id: str) -> tuple[ClaimedSession, ...]:
    """The client's claimed sessions by date of service, each with what it cost when claimed."""
    rows = tx.rows(
        select(table)
        .where(table.c.client_id == client_id)
        .order_by(table.c.date_of_service, table.c.entered)
    )
    charges = {
        (packet_id, line.session_id): line.charge
        for packet_id in {row["packet_id"] for row in rows}
        if (claim := packets.claim_of(tx, packet_id)) is not None
        for line in claim.lines
    }
    return tuple(
        ClaimedSession(
            session_id=row["session_id"],
            account=row["account"],
            packet_id=row["packet_id"],
            date_of_service=row["date_of_service"],
            amount=row["amount"],
            charge=charges.get((row["packet_id"], row["session_id"])),
        )
        for row in rows
    )


def _holders(tx: UnitOfWork, session_ids: tuple[str, ...]) -> dict[str, str]:
    rows = tx.rows(
        select(table.c.session_id, table.c.packet_id).where(table.c.session_id.in_(session_ids))
    )
    return {row["session_id"]: row["packet_id"] for row in rows}
