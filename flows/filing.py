"""From a reading to the casebook: whose is it, may it be used, and how does its scan end."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Client, Document, Reading, Scan
from casebook.store import clients, ids, scans
from flows.quarantine import put_aside
from flows.reader_process import Outcome, Refusal
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
        known = clients.all(tx)
        found = [document_of(scan, reading, known) for reading in outcome]
        waiting = [document for document in found if document.state == "waiting"]
        return scans.conclude(
            tx,
            scan.id,
            "waiting" if waiting else "filed",
            waiting[0].reason if waiting else None,
            found,
        )


def document_of(scan: Scan, reading: Reading, known: Sequence[Client]) -> Document:
    """The document of one reading: tied to a client if that is clear, filed if all is sure."""
    matched = match(reading, known)
    reasons = []
    if matched.client_id is None:
        reasons.append(sentence(matched.reason))
    if reading.status != "read":
        reasons += blocking_problems(reading)
    return Document(
        id=ids.new("doc"),
        scan_id=scan.id,
        sha256=scan.sha256,
        state="waiting" if reasons else "filed",
        reason=" ".join(reasons) or None,
        client_id=matched.client_id,
        reading=reading,
    )


def blocking_problems(reading: Reading) -> list[str]:
    """What keeps a reading from being used without a person, one sentence each."""
    told = [problem.message for problem in reading.problems if problem.code.startswith(BLOCKING)]
    return told or ["A person must look at this document."]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
