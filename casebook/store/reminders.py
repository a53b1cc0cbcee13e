"""Which reminders had their paper prepared. A key is made of opaque ids, kinds and months."""

from __future__ import annotations

from sqlalchemy import insert, select

from casebook.store.tables import reminders as table
from casebook.store.unit import UnitOfWork


def prepared(tx: UnitOfWork) -> frozenset[str]:
    """The keys of all that were prepared."""
    return frozenset(row["key"] for row in tx.rows(select(table.c.key)))


def note(tx: UnitOfWork, key: str) -> None:
    """Notes that the paper of this reminder lies in the outbox; noting it again changes nothing."""
    if key not in prepared(tx):
        tx.change(insert(table).values(key=key, prepared_at=tx.now()), "reminder.prepare", key)
