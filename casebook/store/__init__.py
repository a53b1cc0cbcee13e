"""The casebook's database: SQLite by default, PostgreSQL by URL.

    with Casebook.open("sqlite:////var/studio/casebook.sqlite") as casebook:
        with casebook.writing(actor="jordan") as tx:
            clients.add(tx, client)
        with casebook.reading() as tx:
            case = tx.case(client.id)

Frozen records go in and come out; no row, session or dict crosses this
boundary. For flows and desk alone: the other rooms are handed records.
"""

from casebook.store import (
    attendance,
    audit,
    claims,
    clients,
    coding,
    documents,
    goals,
    ids,
    measurements,
    packets,
    payer_answers,
    providers,
    reminders,
    requests,
    scans,
)
from casebook.store.casebook import Casebook, Transaction
from casebook.store.errors import (
    AlreadyClaimed,
    AlreadyThere,
    CasebookError,
    CasebookTooNew,
    CasebookUnavailable,
    Conflict,
    NotAllowed,
    NotFound,
)

__all__ = [
    "AlreadyClaimed",
    "AlreadyThere",
    "Casebook",
    "CasebookError",
    "CasebookTooNew",
    "CasebookUnavailable",
    "Conflict",
    "NotAllowed",
    "NotFound",
    "Transaction",
    "attendance",
    "audit",
    "claims",
    "clients",
    "coding",
    "documents",
    "goals",
    "ids",
    "measurements",
    "packets",
    "payer_answers",
    "providers",
    "reminders",
    "requests",
    "scans",
]
