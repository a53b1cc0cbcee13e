"""Scans as they arrived, the documents read from them, and what people decided about them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from casebook.records.base import Record
from casebook.records.reading import (
    Diagnosis,
    Evidence,
    FieldValue,
    Kind,
    Reading,
    as_date,
    as_money,
)

ScanState = Literal["pending", "filed", "waiting", "duplicate", "quarantined"]
"""received = filed + waiting + duplicate + quarantined + pending, at every moment."""

DocumentState = Literal["filed", "waiting", "rejected"]


class Scan(Record):
    """One file as it was dropped. Two drops of the same bytes are two scans, one a duplicate.

    `id` is opaque and may stand in logs; `name` is what the person called the
    file and may not (people put client names into file names).
    """

    id: str
    sha256: str
    name: str
    size: int
    received_at: datetime
    state: ScanState
    reason: str | None = None
    duplicate_of: str | None = None


class Decision(Record):
    """What a person settled about one field ("diagnoses.0.code" reaches into a diagnosis)."""

    field: str
    action: Literal["accept", "correct", "reject"]
    value: FieldValue | None = None
    by: str
    at: datetime


class Fact(Record):
    """A value that may be used, and who answers for it: the reading or a person."""

    value: FieldValue
    document_id: str
    field: str
    evidence: tuple[Evidence, ...] = ()
    settled_by: str | None = None


class Document(Record):
    """One document of a scan: its reading, its client, and the decisions on it."""

    id: str
    scan_id: str
    sha256: str
    state: DocumentState
    reason: str | None = None
    """Why it waits or was rejected, in a plain sentence."""
    client_id: str | None = None
    reading: Reading
    decisions: tuple[Decision, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that a person settled, else the one that was read."""
        for decision in reversed(self.decisions):
            if decision.field == "kind" and isinstance(decision.value, str):
                return decision.value  # type: ignore[return-value]  # checked when it was stored
        return self.reading.kind.value

    def fact(self, field: str) -> Fact | None:
        """The value of a field if it may be used: settled by a person, or accepted."""
        found = self.reading.fields.get(field)
        evidence = found.evidence if found else ()
        for decision in reversed(self.decisions):
            if decision.field != field:
                continue
            if decision.action == "reject":
                return None
            value = decision.value
            if decision.action == "accept" and found is not None:
                value = found.value
            if value is None:
                return None
            return Fact(
                value=value,
                document_id=self.id,
                field=field,
                evidence=evidence,
                settled_by=decision.by,
            )
        if found is None or not found.accepted:
            return None
        return Fact(value=found.value, document_id=self.id, field=field, evidence=evidence)

    def is_open(self, field: str) -> bool:
        """True for a field, or "diagnoses.N", that was read and nobody has settled yet.

        Nothing may be told from it, and nothing may be told as if it were not there.
        """
        if any(decision.field == field for decision in self.decisions):
            return False
        name, _, number = field.partition(".")
        if name == "diagnoses":
            read = self.reading.diagnoses[int(number)]
            return read.is_patients_own and not read.accepted
        found = self.reading.fields.get(field)
        return found is not None and not found.accepted

    def text(self, field: str) -> str | None:
        """The usable value of a text field, or None."""
        fact = self.fact(field)
        return fact.value if fact and isinstance(fact.value, str) else None

    def day(self, field: str) -> date | None:
        """The usable value of a date field, or None."""
        return as_date(self.text(field))

    def money(self, field: str) -> Decimal | None:
        """The usable value of a money field in dollars, or None."""
        return as_money(self.text(field))

    def days(self, field: str) -> tuple[date, ...]:
        """The usable values of a list of dates; empty when there are none."""
        fact = self.fact(field)
        if fact is None or not isinstance(fact.value, tuple):
            return ()
        return tuple(date.fromisoformat(day) for day in fact.value if isinstance(day, str))

    def texts(self, field: str) -> tuple[str, ...]:
        """The usable values of a list of texts; empty when there are none."""
        fact = self.fact(field)
        if fact is None or not isinstance(fact.value, tuple):
            return ()
        return tuple(item for item in fact.value if isinstance(item, str))

    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """The patient's own affirmed, current conditions that may be used.

        A condition counts when its reading is accepted or a person accepted
        it; a code counts when it was printed or a person confirmed it (field
        "diagnoses.N.code").
        """
        last = {decision.field: decision for decision in self.decisions}
        kept = []
        for number, diagnosis in enumerate(self.reading.diagnoses):
            decision = last.get(f"diagnoses.{number}")
            if decision is not None and decision.action == "reject":
                continue
            settled = decision is not None
            if not diagnosis.is_patients_own or not (diagnosis.accepted or settled):
                continue
            code = diagnosis.code if diagnosis.code_origin == "printed" else None
            coded = last.get(f"diagnoses.{number}.code")
            if coded is not None:
                code = coded.value if isinstance(coded.value, str) else None
            kept.append(
                diagnosis.model_copy(
                    update={"code": code, "code_origin": "printed" if code else None}
                )
            )
        return tuple(kept)
