"""Which packet a payer's paper answers: what a person said, or what a draft was made on."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from casebook.store import documents, packets
from casebook.store.errors import NotAllowed
from casebook.store.tables import payer_answers as table
from casebook.store.unit import UnitOfWork


def tie(tx: UnitOfWork, document_id: str, packet_id: str) -> None:
    """Notes that the paper answers this packet; what was said before is replaced.

    Raises NotFound; NotAllowed when paper and packet are of two clients.
    """
    if documents.get(tx, document_id).client_id != packets.get(tx, packet_id).client_id:
        raise NotAllowed(
            "Paper and packet are of different clients.",
            "See the client's packets: carepacket packets list",
        )
    if tx.rows(select(table.c.packet_id).where(table.c.document_id == document_id)):
        statement = update(table).where(table.c.document_id == document_id)
        tx.change(statement.values(packet_id=packet_id), "answer.change", document_id, packet_id)
        return
    tx.change(
        insert(table).values(document_id=document_id, packet_id=packet_id),
        "answer.tie",
        document_id,
        packet_id,
    )


def all(tx: UnitOfWork) -> dict[str, str]:
    """Packets by the ids of the documents that answer them."""
    rows = tx.rows(select(table.c.document_id, table.c.packet_id).order_by(table.c.entered))
    return {row["document_id"]: row["packet_id"] for row in rows}
