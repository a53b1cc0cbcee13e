"""A denial finds its packet, or waits with the candidates named; the answer is drafted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casebook.records import Document, FieldReading, FieldValue, KindReading, Period, Reading
from casebook.store import NotAllowed, claims, documents, ids, packets, scans
from flows.denials import Denial, all_denials, denial_of, draft_appeal, draft_corrected, tie
from flows.errors import WrongUsage
from flows.letters import write_letters
from flows.packets import make_packet
from flows.workroom import Workroom
from samples import FOLDER, TODAY
from samples.stories import people
from tests.flows.stories import enter

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
LATER = date(2026, 12, 7)
REFUSED = ("2026-09-15", "2026-09-22")
NO_LETTER = "No letter of medical necessity was received with the claim."


@pytest.fixture(autouse=True)
def letterhead(room: Workroom) -> None:
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())


def packet_of_dana(room: Workroom) -> str:
    enter(room, people.DANA)
    built = make_packet(
        room.casebook, room.archive, people.DANA.id, None, YEAR, room.settings, TODAY, "test"
    )
    assert built.packet.status == "ready"
    return built.packet.id


def denied(room: Workroom, **changes: FieldValue | None) -> str:
    """A denial of two of Dana's sessions, as it was read and filed."""
    fields: dict[str, FieldValue | None] = {
        "patient_name": people.DANA.name,
        "payer_name": "FSAFEDS",
        "claim_number": "FF-880-1",
        "document_date": "2026-12-01",
        "service_dates": REFUSED,
        "denied_amount": "229.00",
        "reason": NO_LETTER,
    }
    kept = {
        name: FieldReading(value=value, confidence=1.0, accepted=True)
        for name, value in (fields | changes).items()
        if value is not None
    }
    data = f"a denial {sorted(changes)}".encode()
    with room.casebook.writing("test") as tx:
        sha256 = room.archive.put((FOLDER / "scans" / "oyelaran-smith-denial.pdf").read_bytes())
        scan = scans.receive(
            tx, delivery=ids.new("d"), sha256=sha256, name="denial.pdf", size=len(data)
        )
        reading = Reading(
            file="denial.pdf",
            sha256=sha256,
            pages=1,
            status="read",
            kind=KindReading(value="denial", confidence=1.0),
            fields=kept,
        )
        document = Document(
            id=ids.new("doc"),
            scan_id=scan.id,
            sha256=sha256,
            state="filed",
            client_id=people.DANA.id,
            reading=reading,
        )
        documents.add(tx, document)
    return document.id


def judged(room: Workroom, document_id: str) -> Denial:
    with room.casebook.reading() as tx:
        return denial_of(tx, document_id, room.settings, LATER)


def test_a_denial_is_tied_to_its_packet_and_its_days_are_counted(room: Workroom) -> None:
    packet_id = packet_of_dana(room)
    found = judged(room, denied(room))
    assert found.packet is not None and found.packet.id == packet_id
    assert len(found.match.session_ids) == 2
    assert [point.rule_id for point in found.plan.points] == ["lmn.present"]
    assert found.plan.reason == NO_LETTER, "word for word"
    assert found.deadline is not None and found.deadline.due_on == date(2026, 12, 31)
    assert found.days_left(LATER) == 24, "FSAFEDS: 30 days for the informal appeal"
    assert found.course == "resubmit", "the letter is on file"


def test_another_amount_waits_for_a_person_who_settles_it_for_good(room: Workroom) -> None:
    packet_id = packet_of_dana(room)
    document_id = denied(room, denied_amount="17.00")
    found = judged(room, document_id)
    assert (found.packet, found.course) == (None, "match")
    assert found.match.candidates == (packet_id,)
    assert found.match.doubt == "The dates fit, but the amount is another."
    with pytest.raises(WrongUsage, match="which packet"):
        draft_corrected(room.casebook, room.archive, found, room.settings, LATER, "test")
    tie(room.casebook, document_id, packet_id, "test")
    assert judged(room, document_id).packet is not None
    later = denied(room, denied_amount="3.00", document_date="2026-12-05")
    assert judged(room, later).packet is not None, "the payer's own claim number says so"


def test_a_denial_of_something_never_sent_in_is_nobodys_packet(room: Workroom) -> None:
    enter(room, people.DANA)
    found = judged(room, denied(room))
    assert (found.packet, found.match.doubt, found.match.candidates) == (None, None, ())
    assert found.course == "appeal"


def test_a_packet_of_another_client_is_refused(room: Workroom) -> None:
    packet_id = packet_of_dana(room)
    enter(room, people.MARCUS)
    with room.casebook.reading() as tx:
        [paper] = documents.of_client(tx, people.MARCUS.id, "denial")
    with pytest.raises(NotAllowed):
        tie(room.casebook, paper.id, packet_id, "test")


def test_the_appeal_is_ready_when_every_point_is_answered_from_the_file(room: Workroom) -> None:
    packet_of_dana(room)
    document_id = denied(room, reason="The service is not medically necessary.")
    found = judged(room, document_id)
    assert found.course == "appeal"
    letter = draft_appeal(room.casebook, room.archive, found, room.settings, LATER)
    [made] = write_letters([letter], room.settings, room.casebook, "test")
    assert made.faults == ()
    assert judged(room, document_id).appealed
    with room.casebook.reading() as tx:
        assert not [one for one in all_denials(tx, room.settings, LATER) if one.is_open]


def test_a_corrected_packet_claims_what_was_refused_and_nothing_twice(room: Workroom) -> None:
    first = packet_of_dana(room)
    found = judged(room, denied(room))
    built = draft_corrected(room.casebook, room.archive, found, room.settings, LATER, "test")
    assert (built.packet.status, built.packet.total) == ("ready", Decimal("229.00"))
    with room.casebook.reading() as tx:
        assert len(claims.of_packet(tx, first)) == 5
        assert claims.of_packet(tx, built.packet.id) == found.match.session_ids
        assert len(packets.of_client(tx, people.DANA.id)) == 2


def test_an_unread_reason_is_read_by_a_person_first(room: Workroom) -> None:
    packet_of_dana(room)
    assert judged(room, denied(room, reason=None)).course == "read"
