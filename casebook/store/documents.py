"""Documents read from scans, and what people settled about them."""

from __future__ import annotations

import json
from typing import Literal

from sqlalchemy import ColumnElement, insert, select, update

from casebook.records import Decision, Document, DocumentState, FieldValue, Kind, Reading
from casebook.store import clients, settling
from casebook.store.errors import AlreadyThere, NotFound
from casebook.store.tables import decisions, scans
from casebook.store.tables import documents as table
from casebook.store.unit import UnitOfWork, row_of


def add(tx: UnitOfWork, document: Document) -> Document:
    """Enters a document with the decisions it carries; raises AlreadyThere for a taken id."""
    if tx.rows(select(table.c.id).where(table.c.id == document.id)):
        raise AlreadyThere("document", document.id)
    values = row_of(table, document)
    tx.change(
        insert(table).values(**values, kind=document.kind),
        "document.add",
        document.id,
        document.state,
    )
    for decision in document.decisions:
        _enter(tx, document.id, decision)
    return document


def get(tx: UnitOfWork, document_id: str) -> Document:
    """The document with this id; raises NotFound."""
    found = _find(tx, table.c.id == document_id)
    if not found:
        raise NotFound("document", document_id)
    return found[0]


def all(tx: UnitOfWork, state: DocumentState | None = None) -> tuple[Document, ...]:
    """Every document, or those in one state, in the order in which they were entered."""
    return _find(tx, *([] if state is None else [table.c.state == state]))


def waiting(tx: UnitOfWork) -> tuple[Document, ...]:
    """The documents that wait for a person, the longest waiting first."""
    return all(tx, "waiting")


def of_client(tx: UnitOfWork, client_id: str, kind: Kind | None = None) -> tuple[Document, ...]:
    """A client's filed documents, of one kind or all."""
    where = [table.c.client_id == client_id, table.c.state == "filed"]
    return _find(tx, *where, *([] if kind is None else [table.c.kind == kind]))


def of_scan(tx: UnitOfWork, scan_id: str) -> tuple[Document, ...]:
    """The documents found in one scan, in the order of its pages."""
    return _find(tx, table.c.scan_id == scan_id)


def decide(
    tx: UnitOfWork,
    document_id: str,
    field: str,
    action: Literal["accept", "correct", "reject"],
    value: FieldValue | None = None,
) -> Document:
    """Records what the transaction's actor settled about one field; earlier decisions stay.

    `field`: a field of the contract, "kind", "diagnoses.N" or
    "diagnoses.N.code" (N from 0). Only `correct` takes a value, in the
    contract's form. Raises NotFound; NotAllowed when field or value do not fit.
    """
    document = get(tx, document_id)
    settling.check(document, field, action, value)
    _enter(
        tx,
        document_id,
        Decision(field=field, action=action, value=value, by=tx.actor, at=tx.now()),
    )
    return get(tx, document_id)


def assign(
    tx: UnitOfWork, document_id: str, client_id: str, state: DocumentState = "filed"
) -> Document:
    """Gives a document to a client and files it; `state` "waiting" where more is to be settled."""
    clients.get(tx, client_id)
    document = get(tx, document_id)
    reason = document.reason if state == "waiting" else None
    return _move(tx, document_id, state, reason, client_id)


def reject(tx: UnitOfWork, document_id: str, reason: str) -> Document:
    """Sets a document aside, with a plain sentence that says why; its scan stays accounted for."""
    return _move(tx, document_id, "rejected", reason, get(tx, document_id).client_id)


def set_state(
    tx: UnitOfWork, document_id: str, state: DocumentState, reason: str | None = None
) -> Document:
    """Moves a document on; `reason` is a plain sentence for people."""
    return _move(tx, document_id, state, reason, get(tx, document_id).client_id)


def _move(
    tx: UnitOfWork,
    document_id: str,
    state: DocumentState,
    reason: str | None,
    client_id: str | None,
) -> Document:
    tx.change(
        update(table)
        .where(table.c.id == document_id)
        .values(state=state, reason=reason, client_id=client_id),
        "document.state",
        document_id,
        f"{state} {client_id}" if client_id else state,
    )
    document = get(tx, document_id)
    _follow(tx, document.scan_id)
    return document


def _follow(tx: UnitOfWork, scan_id: str) -> None:
    """A scan waits as long as one of its documents does, and is filed when none does."""
    waits = any(document.state == "waiting" for document in of_scan(tx, scan_id))
    state, before = ("waiting", "filed") if waits else ("filed", "waiting")
    if tx.rows(select(scans.c.id).where(scans.c.id == scan_id, scans.c.state == before)):
        tx.change(
            update(scans).where(scans.c.id == scan_id).values(state=state, reason=None),
            "scan.state",
            scan_id,
            state,
        )


def _enter(tx: UnitOfWork, document_id: str, decision: Decision) -> None:
    values = row_of(decisions, decision)
    tx.change(
        insert(decisions).values(**values, document_id=document_id),
        f"document.{decision.action}",
        document_id,
        decision.field,
    )
    if decision.field == "kind" and isinstance(decision.value, str):
        tx.change(
            update(table).where(table.c.id == document_id).values(kind=decision.value),
            "document.kind",
            document_id,
        )


def _find(tx: UnitOfWork, *where: ColumnElement[bool]) -> tuple[Document, ...]:
    rows = tx.rows(select(table).where(*where).order_by(table.c.entered))
    which = select(table.c.id).where(*where)
    made: dict[str, list[Decision]] = {row["id"]: [] for row in rows}
    for row in tx.rows(
        select(decisions).where(decisions.c.document_id.in_(which)).order_by(decisions.c.entered)
    ):
        kept = {name: row[name] for name in Decision.model_fields}
        made[row["document_id"]].append(Decision.model_validate(kept))
    return tuple(
        Document(
            id=row["id"],
            scan_id=row["scan_id"],
            sha256=row["sha256"],
            state=row["state"],
            reason=row["reason"],
            client_id=row["client_id"],
            reading=Reading.model_validate_json(json.dumps(row["reading"])),
            decisions=tuple(made[row["id"]]),
        )
        for row in rows
    )
