"""What a person settles about a document, and what follows from it.

Every decision is recorded with who made it and when; the reading itself is
never changed. When all that was doubtful is settled, the document is filed.
"""

from __future__ import annotations

from collections.abc import Mapping

from casebook.records import (
    Decision,
    Diagnosis,
    Document,
    FieldReading,
    FieldValue,
    KindReading,
    Reading,
)
from casebook.records.reading import FIELDS, LIST_FIELDS, ROW_FIELDS
from casebook.store import Transaction, clients, documents, scans
from extractors.status import KIND_SURE, problems_of, status_of
from flows import charting
from flows.errors import WrongUsage
from flows.filing import blocking_problems, note_answer, sentence
from flows.returning import returned
from rules.matching import match

KNOWN_FIELDS = frozenset(name for names in FIELDS.values() for name in names)
_INSTEAD = {
    "line_items": "accept them, or reject them and correct the total",
    "measures": "accept them, or reject them and enter them: carepacket measurements add",
    "sessions": "accept them, or reject them and enter them: carepacket sessions add",
}
WHOSE = frozenset({"patient_name", "patient_dob", "member_id"})
"""Fields that say whose document it is: settling one may change the client."""


def accept(tx: Transaction, document_id: str, fields: tuple[str, ...]) -> Document:
    """Confirms fields as they were read; without any, the document as it stands.

    Raises WrongUsage for a document as a whole that belongs to no client yet.
    """
    document = documents.get(tx, document_id)
    for field in fields or doubtful(document):
        documents.decide(tx, document_id, field, "accept")
    document = reconsider(tx, document_id)
    if fields or document.state != "waiting":
        return document
    if document.client_id is None:
        raise WrongUsage(
            f"document {document_id} belongs to no client yet",
            f"assign it first: carepacket review assign {document_id} CLIENT",
        )
    return _filed(tx, documents.assign(tx, document_id, document.client_id))


def correct(tx: Transaction, document_id: str, values: Mapping[str, str]) -> Document:
    """Puts a person's values in the place of what was read, or of nothing."""
    for field, text in values.items():
        documents.decide(tx, document_id, field, "correct", value_of(field, text))
    return reconsider(tx, document_id)


def reject_fields(tx: Transaction, document_id: str, fields: tuple[str, ...]) -> Document:
    """Says that these values, or diagnoses, are not to be used."""
    for field in fields:
        documents.decide(tx, document_id, field, "reject")
    return reconsider(tx, document_id)


def assign(tx: Transaction, document_id: str, client_id: str) -> Document:
    """Gives a document to a client; it goes on waiting for whatever else is doubtful."""
    documents.assign(tx, document_id, client_id, state="waiting")
    return reconsider(tx, document_id)


def reconsider(tx: Transaction, document_id: str) -> Document:
    """Files the document when nothing is in doubt any more; else says anew what is."""
    document = documents.get(tx, document_id)
    if document.state == "rejected":
        return document
    reading = as_settled(document)
    client_id, doubt = _whose(tx, document, reading)
    reasons = [doubt] if doubt else []
    came_back = returned(tx, reading, match(reading, clients.all(tx)), document_id)
    if came_back is not None:
        if document.client_id is None:  # its own code says whose it is, and nobody said otherwise
            client_id, reasons = came_back.client_id, list(came_back.not_theirs)
            reasons += [] if client_id or reasons or doubt is None else [doubt]
        reasons += came_back.doubts
    if reading.status != "read":
        reasons += blocking_problems(reading)
    received = scans.get(tx, document.scan_id).received_at
    reasons += charting.doubts(tx, document, client_id, received)
    if client_id is None:
        return documents.set_state(tx, document_id, "waiting", " ".join(reasons))
    documents.assign(tx, document_id, client_id, state="waiting" if reasons else "filed")
    if reasons:
        documents.set_state(tx, document_id, "waiting", " ".join(reasons))
    document = documents.get(tx, document_id)
    note_answer(tx, document, received.date())
    return _filed(tx, document)


def _filed(tx: Transaction, document: Document) -> Document:
    """The document, its sheet entered in the casebook if it is filed."""
    charting.enter(tx, document)
    return document


def _whose(tx: Transaction, document: Document, reading: Reading) -> tuple[str | None, str | None]:
    """The client's id as far as it is clear, and the doubt about it.

    A client whom a person chose, or who fitted before, stays unless name or
    birth date were settled to be another client's.
    """
    settled = {decision.field for decision in document.decisions}
    if document.client_id is not None and not settled & WHOSE:
        return document.client_id, None
    found = match(reading, clients.all(tx))
    if document.client_id is None:
        return found.client_id, None if found.client_id else sentence(found.reason)
    if found.client_id not in {None, document.client_id}:
        return document.client_id, "Name and birth date, as settled, are another client's."
    return document.client_id, None


def as_settled(document: Document) -> Reading:
    """The reading as the decisions leave it, with its status and problems judged anew."""
    reading = document.reading
    last = {decision.field: decision for decision in document.decisions}
    fields = {
        name: found
        for name in {**reading.fields, **last}
        if name in KNOWN_FIELDS
        and (found := _settled_field(reading.fields.get(name), last.get(name))) is not None
    }
    diagnoses = (
        _settled_diagnosis(diagnosis, last.get(f"diagnoses.{number}"))
        for number, diagnosis in enumerate(reading.diagnoses)
    )
    settled = reading.model_copy(
        update={
            "fields": fields,
            "diagnoses": tuple(diagnosis for diagnosis in diagnoses if diagnosis is not None),
            "kind": KindReading(
                value=document.kind,
                confidence=1.0 if "kind" in last else reading.kind.confidence,
            ),
        }
    )
    # Without pages nothing can be said about text on them, and a person has looked.
    problems = (each for each in problems_of(settled, ()) if each.code != "page.no_text")
    return settled.model_copy(update={"status": status_of(settled), "problems": tuple(problems)})


def _settled_field(found: FieldReading | None, decision: Decision | None) -> FieldReading | None:
    if decision is None:
        return found
    if decision.action == "accept" and found is not None:
        return found.model_copy(update={"accepted": True, "confidence": 1.0})
    if decision.action == "correct" and decision.value is not None:
        return FieldReading(
            value=decision.value,
            confidence=1.0,
            accepted=True,
            evidence=found.evidence if found else (),
        )
    return None


def _settled_diagnosis(diagnosis: Diagnosis, decision: Decision | None) -> Diagnosis | None:
    if decision is None:
        return diagnosis
    if decision.action == "reject":
        return None
    return diagnosis.model_copy(update={"accepted": True, "confidence": 1.0})


def doubtful(document: Document) -> tuple[str, ...]:
    """What a person confirms by accepting the whole document."""
    reading = document.reading
    settled = {decision.field for decision in document.decisions}
    names = [name for name, found in reading.fields.items() if not found.accepted]
    names += [
        f"diagnoses.{number}"
        for number, diagnosis in enumerate(reading.diagnoses)
        if diagnosis.is_patients_own and not diagnosis.accepted
    ]
    if reading.kind.confidence < KIND_SURE:
        names.append("kind")
    return tuple(name for name in names if name not in settled)


def value_of(field: str, text: str) -> FieldValue:
    """A typed value in the contract's form; lists are parted by semicolons.

    Raises WrongUsage for lists of rows, which are too much for one line.
    """
    if field in ROW_FIELDS:
        raise WrongUsage(
            f"{field.replace('_', ' ')} cannot be corrected one by one",
            _INSTEAD[field],
        )
    if field == "substantiates":
        if text.casefold() not in {"yes", "no", "true", "false"}:
            raise WrongUsage("substantiates is yes or no", "write substantiates=yes")
        return text.casefold() in {"yes", "true"}
    if field in LIST_FIELDS:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return text.strip()
