"""The audit trail's chain: every event's hash covers the event and the hash before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime

from casebook.records import AuditEvent

FIRST = "0" * 64
"""Stands where the first event's previous hash would."""


def following(
    last: AuditEvent | None, *, at: datetime, actor: str, action: str, subject: str, details: str
) -> AuditEvent:
    """The event that comes after `last` (None: the first of all), with its hash."""
    event = AuditEvent(
        number=last.number + 1 if last else 1,
        at=at.astimezone(UTC),
        actor=actor,
        action=action,
        subject=subject,
        details=details,
        previous_hash=last.hash if last else FIRST,
        hash="",
    )
    return event.model_copy(update={"hash": digest(event)})


def digest(event: AuditEvent) -> str:
    """SHA-256 in hex over everything in the event but its own hash."""
    text = json.dumps(
        [
            event.number,
            event.at.astimezone(UTC).isoformat(timespec="microseconds"),
            event.actor,
            event.action,
            event.subject,
            event.details,
            event.previous_hash,
        ]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def first_broken(events: Iterable[AuditEvent]) -> int | None:
    """The number at which the chain breaks; None when it holds.

    Events are given in order of number from 1. A missing event is found by
    its number, a changed one by its hash or by its follower's previous hash.
    """
    previous, expected = FIRST, 1
    for event in events:
        if event.number != expected or event.previous_hash != previous:
            return expected
        if event.hash != digest(event):
            return expected
        previous, expected = event.hash, expected + 1
    return None
