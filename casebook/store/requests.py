"""Forms and letters that are awaited back, and which document answered each."""

from __future__ import annotations

from datetime import date

from casebook.records import Request
from casebook.store.errors import NotFound
from casebook.store.tables import requests as table
from casebook.store.unit import UnitOfWork


def send(tx: UnitOfWork, request: Request) -> Request:
    """Enters a request; the same one made again stays answered if it was."""
    known = find(tx, request.id)
    if known is not None:
        request = request.model_copy(
            update={"answered_by": known.answered_by, "answered_on": known.answered_on}
        )
    tx.put(table, request, "request")
    return request


def answer(tx: UnitOfWork, request_id: str, document_id: str, on: date) -> Request:
    """Notes the document that came back; a later one takes the earlier's place. Raises NotFound."""
    known = find(tx, request_id)
    if known is None:
        raise NotFound("request", request_id)
    answered = known.model_copy(update={"answered_by": document_id, "answered_on": on})
    tx.replace(table, answered, "request")
    return answered


def find(tx: UnitOfWork, request_id: str) -> Request | None:
    """The request with this id, if this casebook sent it."""
    found = tx.find(table, Request, table.c.id == request_id)
    return found[0] if found else None


def all(tx: UnitOfWork) -> tuple[Request, ...]:
    """Every request in the order in which they were sent."""
    return tx.find(table, Request)


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Request, ...]:
    """A client's requests in the order in which they were sent."""
    return tx.find(table, Request, table.c.client_id == client_id)
