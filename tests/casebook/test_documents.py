"""Documents come back as they were read, and keep every decision that people made on them."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, KindReading, LineItem, Scan
from casebook.store import AlreadyThere, Casebook, NotAllowed, NotFound, clients, documents, scans
from tests.casebook.builders import client, document, field, reading, received


@pytest.fixture
def scan(book: Casebook) -> Scan:
    with book.writing("watch") as tx:
        return received(tx)


def test_a_document_comes_back_as_it_was_read(book: Casebook, scan: Scan) -> None:
    waiting = document(scan)
    with book.writing("watch") as tx:
        documents.add(tx, waiting)
        with pytest.raises(AlreadyThere):
            documents.add(tx, waiting)
    with book.reading() as tx:
        found = documents.get(tx, waiting.id)
        assert found == waiting
        assert list(found.reading.fields) == list(waiting.reading.fields)
        assert documents.waiting(tx) == (waiting,)


def test_decisions_are_kept_in_order_with_who_and_when(book: Casebook, scan: Scan) -> None:
    waiting = document(scan)
    with book.writing("watch") as tx:
        documents.add(tx, waiting)
    with book.writing("jordan") as tx:
        documents.decide(tx, waiting.id, "service_dates", "accept")
        documents.decide(tx, waiting.id, "total", "correct", "905.00")
    with book.writing("kim") as tx:
        found = documents.decide(tx, waiting.id, "total", "correct", "950.00")
    assert [(one.field, one.by) for one in found.decisions] == [
        ("service_dates", "jordan"),
        ("total", "jordan"),
        ("total", "kim"),
    ]
    assert found.decisions[0].at < found.decisions[1].at < found.decisions[2].at
    assert found.decisions[0].at.utcoffset() is not None
    assert found.text("total") == "950.00"
    assert len(found.days("service_dates")) == 2


LISTS: list[tuple[str, FieldValue]] = [
    ("service_dates", ("2026-09-10",)),
    ("line_items", (LineItem(description="Training", amount="95.00"),)),
    ("substantiates", False),
    ("restrictions", ("no overhead pressing", "no running")),
    ("patient_name", "Inés Caballero Núñez"),
]


@pytest.mark.parametrize(("name", "value"), LISTS)
def test_a_corrected_value_keeps_its_shape(
    book: Casebook, scan: Scan, name: str, value: FieldValue
) -> None:
    with book.writing("jordan") as tx:
        waiting = documents.add(tx, document(scan))
        documents.decide(tx, waiting.id, name, "correct", value)
        fact = documents.get(tx, waiting.id).fact(name)
    assert fact is not None
    assert fact.value == value
    assert fact.settled_by == "jordan"


WRONG: list[tuple[str, str, FieldValue | None]] = [
    ("document_date", "correct", "9/8/2026"),
    ("document_date", "correct", "20260908"),
    ("total", "correct", "950"),
    ("total", "correct", "a lot"),
    ("service_dates", "correct", "2026-09-10"),
    ("service_dates", "correct", ("tomorrow",)),
    ("restrictions", "correct", ()),
    ("substantiates", "correct", "true"),
    ("signed", "correct", "yes"),
    ("patient_name", "correct", " "),
    ("kind", "correct", "letter"),
    ("diagnoses.0.code", "correct", "back pain"),
    ("diagnoses.0", "correct", "neck pain"),
    ("diagnoses.3", "accept", None),
    ("diagnoses.2.code", "accept", None),
    ("patient_name", "accept", None),
    ("shoe_size", "reject", None),
    ("total", "correct", None),
    ("total", "accept", "950.00"),
]


@pytest.mark.parametrize(("name", "action", "value"), WRONG)
def test_what_does_not_fit_is_refused_before_it_is_recorded(
    book: Casebook, scan: Scan, name: str, action: str, value: FieldValue | None
) -> None:
    with book.writing("jordan") as tx:
        waiting = documents.add(tx, document(scan))
        with pytest.raises(NotAllowed):
            documents.decide(tx, waiting.id, name, action, value)  # type: ignore[arg-type]
        assert documents.get(tx, waiting.id).decisions == ()


def test_a_settled_kind_is_what_the_document_is_found_by(book: Casebook, scan: Scan) -> None:
    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        other = document(scan, reading=reading(kind=KindReading(value="other", confidence=0.4)))
        documents.add(tx, other)
        documents.decide(tx, other.id, "kind", "correct", "lmn")
        documents.assign(tx, other.id, dana.id)
        assert [one.id for one in documents.of_client(tx, dana.id, "lmn")] == [other.id]
        assert documents.of_client(tx, dana.id, "other") == ()


def test_a_confirmed_code_becomes_the_diagnosis_code(book: Casebook, scan: Scan) -> None:
    with book.writing("jordan") as tx:
        waiting = documents.add(tx, document(scan))
        found = documents.decide(tx, waiting.id, "diagnoses.2.code", "correct", "M17.11")
    assert [(one.text, one.code) for one in found.diagnoses()] == [
        ("low back pain", "M54.50"),
        ("knee osteoarthritis", "M17.11"),
    ]


def test_a_scan_waits_as_long_as_one_of_its_documents_does(book: Casebook, scan: Scan) -> None:
    with book.writing("watch") as tx:
        first, second = document(scan), document(scan)
        scans.conclude(tx, scan.id, "waiting", "two documents wait", [first, second])
        dana = clients.add(tx, client())
    with book.writing("jordan") as tx:
        filed = documents.assign(tx, first.id, dana.id)
        assert (filed.state, filed.reason, filed.client_id) == ("filed", None, dana.id)
        assert scans.get(tx, scan.id).state == "waiting"
        documents.reject(tx, second.id, "a flyer")
        assert scans.get(tx, scan.id).state == "filed"
        documents.set_state(tx, second.id, "waiting", "it is no flyer after all")
        assert scans.get(tx, scan.id).state == "waiting"
        assert documents.of_client(tx, dana.id) == (filed,)


def test_a_document_can_be_given_to_a_client_and_still_wait(book: Casebook, scan: Scan) -> None:
    with book.writing("jordan") as tx:
        waiting = documents.add(tx, document(scan))
        dana = clients.add(tx, client())
        given = documents.assign(tx, waiting.id, dana.id, "waiting")
        assert (given.state, given.reason, given.client_id) == ("waiting", "nobody fits", dana.id)
        assert documents.of_client(tx, dana.id) == tx.case(dana.id).documents == ()
        with pytest.raises(NotFound):
            documents.assign(tx, waiting.id, "client_x")


def test_a_case_holds_the_clients_filed_documents_by_date(book: Casebook, scan: Scan) -> None:
    def dated(day: str) -> str:
        paper = document(scan, reading=reading(fields={"document_date": field(day)}))
        documents.add(tx, paper)
        return documents.assign(tx, paper.id, dana.id).id

    with book.writing("jordan") as tx:
        dana = clients.add(tx, client())
        documents.add(tx, document(scan))
        october, september = dated("2026-10-01"), dated("2026-09-01")
    with book.reading() as tx:
        assert [one.id for one in tx.case(dana.id).documents] == [september, october]
