"""From a reading to the casebook: whose is it, may it be used, and how does its scan end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casebook.records import Client, Document, Reading, Scan
from casebook.store import Transaction, clients, documents, ids, requests, scans
from flows import charting
from flows.quarantine import put_aside
from flows.reader_process import Outcome, Refusal
from flows.returning import Returned, returned
from flows.workroom import Workroom
from rules.matching import match

BLOCKING = ("kind.", "field.", "diagnosis.", "page.")
"""Problems of these kinds are why a document waits; others only inform."""


def conclude(scan: Scan, outcome: Outcome, room: Workroom) -> Scan:
    """Ends a pending scan: filed, waiting for a person, or in quarantine with the reason.

    Whoever comes second finds it concluded and changes nothing.
    """
    if isinstance(outcome, Refusal):
        put_aside(scan, outcome, room)
        with room.casebook.writing(room.actor) as tx:
            return scans.conclude(tx, scan.id, "quarantined", outcome.message)
    with room.casebook.writing(room.actor) as tx:
        if scans.get(tx, scan.id).state != "pending":
            return scans.get(tx, scan.id)
        known = clients.all(tx)
        found = []
        for reading in outcome:
            came_back = returned(tx, reading, match(reading, known))
            found.append(_charted(tx, scan, document_of(scan, reading, known, came_back)))
        waiting = [document for document in found if document.state == "waiting"]
        concluded = scans.conclude(
            tx,
            scan.id,
            "waiting" if waiting else "filed",
            waiting[0].reason if waiting else None,
            found,
        )
        for document in found:
            note_answer(tx, document, scan.received_at.date())
            charting.enter(tx, document)
        return concluded


def _charted(tx: Transaction, scan: Scan, document: Document) -> Document:
    """The document, waiting where its sheet does not fit what the casebook has."""
    reasons = charting.doubts(tx, document, document.client_id, scan.received_at)
    if not reasons:
        return document
    told = " ".join(filter(None, [document.reason, *reasons]))
    return document.model_copy(update={"state": "waiting", "reason": told})


def document_of(
    scan: Scan, reading: Reading, known: Sequence[Client], came_back: Returned | None = None
) -> Document:
    """The document of one reading: tied to a client if that is clear, filed if all is sure.

    came_back: what its own code says, where it is a form of ours: then whose it is stands fixed.
    """
    matched = match(reading, known)
    client_id = matched.client_id if came_back is None else came_back.client_id
    reasons = [*came_back.not_theirs, *came_back.doubts] if came_back else []
    if client_id is None and not reasons:
        reasons.append(sentence(matched.reason))
    if reading.status != "read":
        reasons += blocking_problems(reading)
    return Document(
        id=ids.new("doc"),
        scan_id=scan.id,
        sha256=scan.sha256,
        state="waiting" if reasons else "filed",
        reason=" ".join(reasons) or None,
        client_id=client_id,
        reading=reading,
    )


def note_answer(tx: Transaction, document: Document, on: date) -> None:
    """Notes on the request that this document answers it; `on`: the day it was received.

    Only a form that is its client's by all that stands on it, and only the first to come back.
    """
    matched = match(document.reading, clients.all(tx))
    came_back = returned(tx, document.reading, matched, document.id)
    if came_back is None or came_back.request is None:
        return
    request = came_back.request
    first = request.answered_by is None or (
        documents.get(tx, request.answered_by).state == "rejected"
    )
    if first and request.client_id == document.client_id:
        requests.answer(tx, request.id, document.id, on)


def blocking_problems(reading: Reading) -> list[str]:
    """What keeps a reading from being used without a person, one sentence each."""
    told = [problem.message for problem in reading.problems if problem.code.startswith(BLOCKING)]
    return told or ["A person must look at this document."]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
