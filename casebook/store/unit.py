"""One unit of work on the casebook: all of it happens, or none of it.

The subject modules (`clients`, `scans`, …) take it first. It moves frozen
records in and out of tables, and writes the audit event that every change
leaves behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import JSON, ColumnElement, Connection, Table, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.sql import Executable

from casebook.records import AuditEvent, Record
from casebook.store import chain, tables
from casebook.store.errors import AlreadyThere, NotAllowed, NotFound

SomeRecord = TypeVar("SomeRecord", bound=Record)
Values = Mapping[str, Any]


class UnitOfWork:
    """`actor` is who writes (a person, or "watch"); None when the unit only reads."""

    def __init__(
        self, connection: Connection, actor: str | None, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._actor = actor
        self._clock = clock

    @property
    def actor(self) -> str:
        """Who writes. Raises NotAllowed in a unit that only reads."""
        if self._actor is None:
            raise NotAllowed("This only reads the casebook.", "Open it with `writing(actor)`.")
        return self._actor

    def now(self) -> datetime:
        """The present moment, from the casebook's clock."""
        return self._clock()

    def rows(self, statement: Executable) -> Sequence[RowMapping]:
        """All rows of a query."""
        return self._connection.execute(statement).mappings().all()

    def change(self, statement: Executable, action: str, subject: str, details: str = "") -> int:
        """Carries a change out with its audit event; returns how many rows it touched.

        `details` names fields and states, never values that tell about a client.
        """
        actor = self.actor
        touched = self._connection.execute(statement).rowcount
        last = self.rows(
            select(tables.audit_events).order_by(tables.audit_events.c.number.desc()).limit(1)
        )
        event = chain.following(
            AuditEvent.model_validate(dict(last[0])) if last else None,
            at=self.now(),
            actor=actor,
            action=action,
            subject=subject,
            details=details,
        )
        self._connection.execute(insert(tables.audit_events).values(event.model_dump()))
        return int(touched)

    def find(
        self, table: Table, model: type[SomeRecord], *where: ColumnElement[bool]
    ) -> tuple[SomeRecord, ...]:
        """The records that fit, in the order in which they were entered."""
        columns = [table.c[name] for name in model.model_fields]
        found = self.rows(select(*columns).where(*where).order_by(table.c.entered))
        return tuple(model.model_validate(dict(row)) for row in found)

    def get(self, table: Table, model: type[SomeRecord], what: str, key: str) -> SomeRecord:
        """The record with this id; raises NotFound."""
        found = self.find(table, model, table.c.id == key)
        if not found:
            raise NotFound(what, key)
        return found[0]

    def add(self, table: Table, record: Record, what: str, **more: Any) -> None:
        """Enters a record; raises AlreadyThere when its id is taken."""
        key = self._id(record)
        if self.rows(select(table.c.id).where(table.c.id == key)):
            raise AlreadyThere(what, key)
        self.change(insert(table).values({**row_of(table, record), **more}), f"{what}.add", key)

    def replace(self, table: Table, record: Record, what: str) -> None:
        """Puts a changed record in the place of the one with its id; raises NotFound.

        The audit event names the fields that changed; without any, nothing is written.
        """
        key = self._id(record)
        old = self.get(table, type(record), what, key)
        if old == record:
            return
        names = [n for n in type(record).model_fields if getattr(old, n) != getattr(record, n)]
        self.change(
            update(table).where(table.c.id == key).values(row_of(table, record)),
            f"{what}.change",
            key,
            " ".join(names),
        )

    def put(self, table: Table, record: Record, what: str) -> None:
        """Enters a record, or replaces the one with its id."""
        if self.rows(select(table.c.id).where(table.c.id == self._id(record))):
            self.replace(table, record, what)
        else:
            self.add(table, record, what)

    @staticmethod
    def _id(record: Record) -> str:
        return str(record.id)  # type: ignore[attr-defined]  # every stored record has one


def row_of(table: Table, record: Record) -> dict[str, Any]:
    """The record's fields as this table's columns: nested records and lists as JSON."""
    plain, nested = record.model_dump(), record.model_dump(mode="json")
    return {
        name: nested[name] if isinstance(table.c[name].type, JSON) else plain[name]
        for name in type(record).model_fields
        if name in table.c
    }
