"""What waits for a person is listed, shown and settled, and the record says who did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from casebook.records import Client, Diagnosis, Document, FieldReading, KindReading, Reading
from casebook.store import Casebook, audit, clients, documents, ids, scans

Here = Callable[..., tuple[int, str, str]]

DANA = Client(id="client-1", name="Dana R. Whitfield", dob=date(1968, 3, 14))


@pytest.fixture
def casebook(home: Path) -> Iterator[Casebook]:
    home.mkdir()
    with Casebook.open(f"sqlite:///{home}/casebook.sqlite") as opened:
        with opened.writing("test") as tx:
            clients.add(tx, DANA)
        yield opened


def waiting(casebook: Casebook, client_id: str | None = None, **unsure: str) -> str:
    """A referral in which these fields are not sure; returns its id."""
    values = {
        "patient_name": DANA.name,
        "patient_dob": DANA.dob.isoformat(),
        "document_date": "2026-10-05",
        "referrer_name": "Elena Marsh",
        "signed": "present",
    }
    fields = {
        name: FieldReading(
            value=unsure.get(name, value), confidence=0.9, accepted=name not in unsure
        )
        for name, value in values.items()
    }
    reading = Reading(
        file="scan.pdf",
        sha256="0" * 64,
        pages=1,
        status="needs_review",
        kind=KindReading(value="referral", confidence=0.99),
        fields=fields,
        diagnoses=(Diagnosis(text="low back pain", confidence=0.9, accepted=True),),
    )
    with casebook.writing("test") as tx:
        scan = scans.receive(tx, delivery=ids.new("drop"), sha256="0" * 64, name="s.pdf", size=1)
        document = Document(
            id=ids.new("doc"),
            scan_id=scan.id,
            sha256="0" * 64,
            state="waiting",
            reason="Confirm it.",
            client_id=client_id,
            reading=reading,
        )
        scans.conclude(tx, scan.id, "waiting", "Confirm it.", [document])
    return document.id


def get(casebook: Casebook, document_id: str) -> Document:
    with casebook.reading() as tx:
        return documents.get(tx, document_id)


def test_what_waits_is_listed_and_shown(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, document_date="2026-10-06")
    assert document_id in here("review", "list")[1]
    shown = here("review", "show", document_id)[1]
    assert "2026-10-06" in shown
    assert "0.90 ?" in shown


def test_accepting_the_doubtful_field_files_the_document(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, "client-1", document_date="2026-10-06")
    status, out, _ = here("review", "accept", document_id, "document_date", "--by", "jordan")
    assert status == 0
    assert f"{document_id} is filed" in out
    document = get(casebook, document_id)
    assert document.day("document_date") == date(2026, 10, 6)
    assert [decision.by for decision in document.decisions] == ["jordan"]
    with casebook.reading() as tx:
        assert "jordan" in {event.actor for event in audit.events(tx, document_id)}
        assert audit.verify(tx) is None


def test_correcting_name_and_birth_date_finds_the_client(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, patient_dob="1988-03-14", patient_name="Dane Whitfeld")
    out = here("review", "correct", document_id, "patient_name=Dana R. Whitfield")[1]
    assert "is waiting" in out
    out = here("review", "correct", document_id, "patient_dob=1968-03-14")[1]
    assert "is filed" in out
    assert get(casebook, document_id).client_id == "client-1"


def test_assigning_leaves_what_else_is_doubtful_waiting(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, patient_name="D. W.", document_date="2026-10-06")
    out = here("review", "assign", document_id, "dana")[1]
    assert "is waiting" in out
    assert "date of the document" in out
    assert "is filed" in here("review", "accept", document_id)[1]


def test_a_document_of_nobody_cannot_be_accepted_as_a_whole(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, patient_name="Nobody Known", patient_dob="1900-01-01")
    status, _, err = here("review", "accept", document_id)
    assert status == 2
    assert "assign" in err
    assert not get(casebook, document_id).decisions, "nothing was kept of the refused request"


def test_a_rejected_value_is_not_used_and_is_missed(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, "client-1", document_date="2026-10-06")
    out = here("review", "reject", document_id, "document_date")[1]
    assert "Not found: the date of the document" in out
    assert get(casebook, document_id).fact("document_date") is None


def test_a_rejected_document_stays_accounted_for(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook)
    assert "is rejected" in here("review", "reject", document_id, "--why", "A menu.")[1]
    assert document_id not in here("review", "list")[1]
    with casebook.reading() as tx:
        assert scans.count_by_state(tx)["filed"] == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("patient_dob=soon",), "date"),
        (("shoe_size=44",), "No field"),
        (("patient_dob",), "FIELD=VALUE"),
    ],
)
def test_a_value_that_is_none_is_refused(
    here: Here, casebook: Casebook, values: tuple[str, ...], told: str
) -> None:
    status, _, err = here("review", "correct", waiting(casebook), *values)
    assert status == 2
    assert told in err


def test_status_shows_every_state_and_what_awaits_a_person(here: Here, casebook: Casebook) -> None:
    document_id = waiting(casebook, "client-1", document_date="2026-10-06")
    status, out, _ = here("status")
    assert status == 0
    for state in ("pending", "filed", "waiting", "duplicate", "quarantined", "received"):
        assert state in out
    assert document_id in out
    assert "\x1b" not in out
