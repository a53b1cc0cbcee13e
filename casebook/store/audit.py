"""The audit trail: read it, and prove that nobody changed it.

Events are written by `UnitOfWork.change` alone. Triggers in the database
refuse to change or delete them; whoever gets round the triggers breaks the
chain, and `verify` says where. Events cut off at the end leave a chain that
holds: note the head (`head`) outside of the database to see that, too.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from casebook.records import AuditEvent
from casebook.store import chain
from casebook.store.tables import audit_events as table
from casebook.store.unit import UnitOfWork


def events(tx: UnitOfWork, subject: str | None = None) -> tuple[AuditEvent, ...]:
    """The events in order, of one subject (an id) or all."""
    return _events(tx, *([] if subject is None else [table.c.subject == subject]))


def head(tx: UnitOfWork) -> AuditEvent | None:
    """The last event; its hash stands for the whole trail."""
    last = tx.rows(select(table).order_by(table.c.number.desc()).limit(1))
    return AuditEvent.model_validate(dict(last[0])) if last else None


def verify(tx: UnitOfWork) -> int | None:
    """The number of the first event that is missing or was changed; None when all is well."""
    return chain.first_broken(_events(tx))


def _events(tx: UnitOfWork, *where: ColumnElement[bool]) -> tuple[AuditEvent, ...]:
    found = tx.rows(select(table).where(*where).order_by(table.c.number))
    return tuple(AuditEvent.model_validate(dict(row)) for row in found)
