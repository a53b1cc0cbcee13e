"""Who did what, when. Events chain by hash, so that none can be changed unseen."""

from __future__ import annotations

from datetime import datetime

from casebook.records.base import Record


class AuditEvent(Record):
    """`subject` is an opaque id; `details` names fields and states, never health data."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: str
    previous_hash: str
    hash: str
