"""Our own form comes back by scan or fax: it files itself under its request, or says why not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.records import Client, Document, Request
from casebook.store import clients, documents, requests, scans
from flows import reviewing
from flows.letters import request_letter, write_letters
from flows.receiving import receive
from flows.steps import take_in
from flows.workroom import Workroom
from samples import FOLDER, TODAY
from samples.stories import people
from tests.flows.returned_forms import TYPED, completed, faxed, scanned
from tests.flows.stories import enter


@pytest.fixture(autouse=True)
def letterhead(room: Workroom) -> None:
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())


def printed(room: Workroom, client: Client = people.DANA) -> bytes:
    """The request as it lies in the outbox."""
    enter(room, client)
    letter = request_letter(room.casebook, client.id, room.settings, TODAY)
    [made] = write_letters([letter], room.settings, room.casebook, "test")
    assert not made.faults
    return next(made.folder.glob("*.pdf")).read_bytes()


def drop(room: Workroom, data: bytes, name: str) -> tuple[Document, ...]:
    """The documents found in a file that is dropped into the inbox."""
    path = Path(room.settings.inbox) / name
    path.write_bytes(data)
    scan = receive(path, room.settings.inbox, room, keep=False)
    take_in(scan.id, 1, room)
    with room.casebook.reading() as tx:
        assert scans.get(tx, scan.id).state in {"filed", "waiting"}
        return documents.of_scan(tx, scan.id)


def request_of(room: Workroom) -> Request:
    with room.casebook.reading() as tx:
        [request] = requests.all(tx)
    return request


def test_the_signed_form_files_itself_and_answers_its_request(room: Workroom) -> None:
    form = completed(printed(room))
    assert request_of(room).pages == (2,)
    [document] = drop(room, scanned(form, [1]), "s.pdf")
    assert (document.kind, document.state, document.reason) == ("lmn", "filed", None)
    assert document.client_id == people.DANA.id
    assert document.text("treatment") == TYPED["Treatment ("]
    assert document.day("end_date") == date(2027, 5, 9)
    assert document.day("signature_date") == date(2026, 11, 9)
    assert document.text("signed") == "present"
    assert request_of(room).answered_by == document.id


def test_a_fax_of_the_form_goes_under_its_request_and_no_value_is_wrong(room: Workroom) -> None:
    """What a fax leaves illegible waits for a person, under client and request all the same."""
    [document] = drop(room, faxed(completed(printed(room)), [1]), "f.tif")
    assert (document.kind, document.client_id) == ("lmn", people.DANA.id)
    assert request_of(room).answered_by == document.id
    right = {
        "patient_name": people.DANA.name,
        "treatment": TYPED["Treatment ("],
        "end_date": "2027-05-09",
        "signature_date": "2026-11-09",
        "provider_name": "Harriet L. Osei",
        "signed": "present",
    }
    read = {name: fact.value for name in right if (fact := document.fact(name))}
    assert len(read) >= 4
    assert read == {name: right[name] for name in read}


def test_handwriting_beside_a_printed_value_waits_for_a_person(room: Workroom) -> None:
    form = completed(printed(room), by_hand=["Duration", "Diagnosed condition"], signed=False)
    [document] = drop(room, scanned(form, [1]), "s.pdf")
    assert document.state == "waiting"
    assert "by hand at “Duration (at most 12 months)”" in (document.reason or "")
    assert document.text("duration") is None, "what was crossed out must not be used"
    assert not document.diagnoses(), "what was corrected must not be used"
    assert document.text("signed") == "absent"
    assert document.client_id == people.DANA.id


def test_a_printed_value_that_is_struck_through_is_not_used(room: Workroom) -> None:
    form = completed(printed(room), struck=["12 weeks", "FSAFEDS"])
    [document] = drop(room, scanned(form, [1]), "s.pdf")
    assert (document.text("duration"), document.text("administrator")) == (None, None)
    assert document.text("frequency") == "2 times per week"
    assert document.state == "waiting"


def test_a_form_of_one_client_with_anothers_name_on_it_is_nobodys(room: Workroom) -> None:
    """The code says Dana, the page says Inés: neither of the two gets it."""
    pdf = printed(room)
    with room.casebook.writing("test") as tx:
        other = Client(id="client-9", name="Theodora Quist", dob=date(1950, 1, 2))
        clients.add(tx, other)
        request = request_of(room)
        requests.send(tx, request.model_copy(update={"client_id": other.id}))
    [document] = drop(room, scanned(completed(pdf), [1]), "s.pdf")
    assert (document.state, document.client_id) == ("waiting", None)
    assert "client client-9" in (document.reason or "")
    assert request_of(room).answered_by is None
    with room.casebook.writing("test") as tx:
        again = reviewing.accept(tx, document.id, ("frequency",))
        assert (again.state, again.client_id) == ("waiting", None)
        reviewing.assign(tx, document.id, people.DANA.id)
        assert documents.get(tx, document.id).client_id == people.DANA.id


def test_a_form_that_comes_back_twice_is_told(room: Workroom) -> None:
    form = completed(printed(room))
    [first] = drop(room, scanned(form, [1]), "s.pdf")
    [second] = drop(room, faxed(form, [1]), "f.tif")
    assert second.state == "waiting" and first.id in (second.reason or "")
    assert request_of(room).answered_by == first.id
    with room.casebook.writing("test") as tx:
        documents.reject(tx, first.id, "The later one counts.")
        reviewing.reconsider(tx, second.id)
    assert request_of(room).answered_by == second.id


def test_a_code_that_was_never_sent_out_is_told(room: Workroom) -> None:
    """A form of another studio, or printed before this casebook was begun."""
    pdf = printed(room)
    with room.casebook.writing("test") as tx:
        request = request_of(room)
        requests.send(tx, request.model_copy(update={"paper": "physician-query"}))
    [document] = drop(room, scanned(completed(pdf), [1]), "s.pdf")
    assert document.state == "waiting"
    assert "none that this casebook sent out" in (document.reason or "")
    assert document.client_id == people.DANA.id, "name and birth date say so"


def test_one_page_twice_in_a_scan_is_told(room: Workroom) -> None:
    form = completed(printed(room))
    [document] = drop(room, scanned(form, [1, 1]), "s.pdf")
    assert document.state == "waiting"
    assert "Page 2 of 2 came more than once" in (document.reason or "")
