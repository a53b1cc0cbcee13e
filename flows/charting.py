"""From a filed sheet into the casebook: measures become measurements, rows of a log sessions.

Only what the document's facts say is entered: accepted by the reading, or by a
person. Nothing is entered twice, whatever is scanned again or imported as a list:
the ids are those that a list of the same rows would get, and a day that already
has a session, or a measure of that day, is left as it is. What does not fit what
is known makes the sheet wait for a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from casebook.records import (
    Document,
    Evidence,
    Measurement,
    ReadMeasure,
    ReadSession,
    Record,
    Session,
)
from casebook.store import Transaction, attendance, documents, ids, measurements
from rules.measures import MEASURES


def enter(tx: Transaction, document: Document) -> None:
    """Enters what a filed document's sheet says and the casebook does not have yet."""
    if document.state != "filed" or document.client_id is None:
        return
    taken = {(one.measure, one.date) for one in measurements.of_client(tx, document.client_id)}
    for measurement in _measurements(document, document.client_id):
        if (measurement.measure, measurement.date) not in taken:
            measurements.add(tx, measurement)
    days = {one.date for one in attendance.sessions_of(tx, document.client_id)}
    for session in _sessions(document, document.client_id):
        if session.date not in days:
            attendance.add_session(tx, session)


def doubts(
    tx: Transaction, document: Document, client_id: str | None, received: datetime
) -> tuple[str, ...]:
    """Why what the sheet says cannot be entered as it stands, one sentence each."""
    if client_id is None:
        return ()
    found = []
    measures, rows = _measures_of(document), _rows_of(document)
    if any(_key(measure) is None for measure in measures):
        found.append("A measure is in another unit than the casebook keeps it in.")
    days = [row.date for row in rows] + [measure.date for measure in measures if measure.date]
    if any(date.fromisoformat(day) > received.date() for day in days):
        found.append("A day on the sheet lies after the day it was received.")
    known = {(m.measure, m.date): m.value for m in measurements.of_client(tx, client_id)}
    entered = list(_measurements(document, client_id))
    if any(known.get((m.measure, m.date), m.value) != m.value for m in entered):
        found.append("The casebook has another value of a measure for the same day.")
    if any(_cannot_be(row) for row in rows):
        found.append("A session has no minutes, or it is not told whether it was attended.")
    sessions = list(_sessions(document, client_id))
    have: dict[date, list[Session]] = {}
    for session in attendance.sessions_of(tx, client_id):
        have.setdefault(session.date, []).append(session)
    for day, count in Counter(session.date for session in sessions).items():
        if day in have and not _same(have[day], [s for s in sessions if s.date == day], count):
            found.append("The casebook has another session on a day of the log.")
            break
    return tuple(found)


def entered_by_sheet(tx: Transaction, record: Record) -> bool:
    """Whether a sheet has entered what a list now brings under another id.

    A list may replace what a sheet entered: without an id, its row gets the same one.
    """
    if isinstance(record, Session):
        of_day = {
            s.id for s in attendance.sessions_of(tx, record.client_id) if s.date == record.date
        }
        key = f"{record.client_id}\n{record.date}"
        ours = {ids.stable("session", f"{key}\n{number}") for number in range(1, 10)}
    elif isinstance(record, Measurement):
        of_day = {one.id for one in measurements.of_client(tx, record.client_id)}
        key = f"{record.client_id}\n{record.date}\n{record.measure}"
        ours = {ids.stable("measurement", f"{key}\n1")}
    else:
        return False
    return record.id not in ours | of_day and bool(ours & of_day)


def source_of(tx: Transaction, measurement: Measurement) -> tuple[str, Evidence] | None:
    """The filed document and the place on it that a measurement was entered from.

    None for one that a person entered.
    """
    for document in documents.of_client(tx, measurement.client_id, "assessment"):
        fact = document.fact("measures") if document.state == "filed" else None
        for measure, evidence in zip(
            _measures_of(document), fact.evidence if fact else (), strict=False
        ):
            same = (_key(measure), measure.date) == (
                measurement.measure,
                measurement.date.isoformat(),
            )
            if same and Decimal(measure.value) == measurement.value:
                return document.id, evidence
    return None


def _measurements(document: Document, client_id: str) -> Iterator[Measurement]:
    """The sheet's measures as records; without those that lack a day or are in another unit."""
    seen: set[tuple[str, str]] = set()
    for measure in _measures_of(document):
        key = _key(measure)
        if key is None or measure.date is None or (key, measure.date) in seen:
            continue
        seen.add((key, measure.date))
        yield Measurement(
            id=ids.stable("measurement", f"{client_id}\n{measure.date}\n{key}\n1"),
            client_id=client_id,
            measure=key,
            value=Decimal(measure.value),
            unit=MEASURES[key].unit,
            date=date.fromisoformat(measure.date),
        )


def _sessions(document: Document, client_id: str) -> Iterator[Session]:
    """The log's rows as records, numbered within their day as a list of them would be."""
    count: Counter[str] = Counter()
    for row in _rows_of(document):
        count[row.date] += 1
        if _cannot_be(row):
            continue
        assert row.status is not None
        yield Session(
            id=ids.stable("session", f"{client_id}\n{row.date}\n{count[row.date]}"),
            client_id=client_id,
            date=date.fromisoformat(row.date),
            minutes=row.minutes or 0,
            status=row.status,
            description="Training session",
            trainer=row.trainer,
        )


def _measures_of(document: Document) -> tuple[ReadMeasure, ...]:
    fact = document.fact("measures") if document.kind == "assessment" else None
    value = fact.value if fact and isinstance(fact.value, tuple) else ()
    return tuple(item for item in value if isinstance(item, ReadMeasure))


def _rows_of(document: Document) -> tuple[ReadSession, ...]:
    """The rows of a log, each day and start once."""
    fact = document.fact("sessions") if document.kind == "session_log" else None
    value = fact.value if fact and isinstance(fact.value, tuple) else ()
    rows = [item for item in value if isinstance(item, ReadSession)]
    once = {(row.date, row.start or number): row for number, row in enumerate(rows)}
    return tuple(once.values())


def _key(measure: ReadMeasure) -> str | None:
    """The casebook's measure; None for one that it keeps in another unit, or not at all."""
    sided = f"{measure.name}_{measure.side}" if measure.side else measure.name
    known = MEASURES.get(sided) or MEASURES.get(measure.name)
    if known is None or measure.unit != known.unit:
        return None
    return sided if sided in MEASURES else measure.name


def _cannot_be(row: ReadSession) -> bool:
    """A session is nothing without attendance, nor an attended one without minutes."""
    return row.status is None or (row.status == "attended" and not row.minutes)


def _same(known: list[Session], told: list[Session], count: int) -> bool:
    """Whether these are the sessions of that day which the casebook has already."""
    if len(known) != count:
        return False
    ours, theirs = (
        Counter((one.status, one.minutes if one.status == "attended" else 0) for one in sessions)
        for sessions in (told, known)
    )
    return ours == theirs
