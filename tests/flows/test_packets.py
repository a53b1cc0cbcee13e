"""Packets and letters into the outbox, from the stories as a perfect reader would read them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from casebook.records import Client, Period
from casebook.store import claims, packets
from flows import packets as packet_room
from flows.errors import WrongUsage
from flows.letters import month_until, request_letter, write_letters
from flows.packets import BuiltPacket, make_packet
from flows.workroom import Workroom
from flows.writing import write_due
from samples import FOLDER, TODAY
from samples.stories import people
from tests.flows.stories import enter
from tests.samples import perfect

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def letterhead(room: Workroom) -> None:
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())


def make(room: Workroom, client: Client) -> BuiltPacket:
    return make_packet(
        room.casebook, room.archive, client.id, None, YEAR, room.settings, TODAY, "test"
    )


def test_a_ready_packet_enters_the_ledger_and_no_session_is_claimed_twice(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(room, people.DANA)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as killing:
        killing.setattr(packet_room, "publish", die)
        with pytest.raises(KeyboardInterrupt):
            make(room, people.DANA)
    with room.casebook.reading() as tx:
        [packet] = packets.all(tx)
        assert packet.status == "ready"
        assert packet.total == Decimal("801.50")
        assert len(claims.claimed_session_ids(tx, people.DANA.id)) == 7
    folder = room.settings.outbox / packet.folder
    assert not folder.exists(), "killed before the folder got its name"

    again = make(room, people.DANA)
    assert again.packet.status == "draft"
    assert again.packet.total == 0
    assert {"claim.not_claimed_before"} <= {one.rule_id for one in again.claim.exclusions}
    assert again.folder.name.startswith("draft-")

    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["status"], manifest["total"]) == ("ready", "801.50")
    names = {part["file"] for part in manifest["parts"]}
    assert all((folder / name).is_file() for name in names)
    assert not list(folder.parent.glob(".building-*"))
    assert folder.stat().st_mode & 0o077 == 0, "for the owner alone"


def test_a_packet_with_a_fault_is_a_draft_and_claims_nothing(room: Workroom) -> None:
    enter(room, people.MARCUS)
    built = make(room, people.MARCUS)
    assert built.packet.status == "draft"
    assert built.folder.name.startswith("draft-")
    assert "lmn.present" in {one.rule.id for one in built.verdicts if one.outcome == "fail"}
    with room.casebook.reading() as tx:
        assert not claims.claimed_session_ids(tx, people.MARCUS.id)


def test_papers_that_are_due_lie_in_the_clients_folders(room: Workroom) -> None:
    enter(room, people.DANA)
    enter(room, people.MARCUS)
    made = write_due(month_until(TODAY), TODAY, room)
    assert {(one.client.id, one.title) for one in made} == {
        (people.MARCUS.id, "lmn-request"),
        (people.MARCUS.id, "progress-report"),
        (people.DANA.id, "progress-report"),
    }
    assert not [fault for one in made for fault in one.faults]
    for one in made:
        assert sorted(path.suffix for path in one.folder.iterdir()) == [".docx", ".pdf"]
        assert one.folder.parent.parent == room.settings.outbox
    assert write_due(month_until(TODAY), TODAY, room) == made, "again, they take their own place"


def test_the_request_goes_to_the_physician_who_wrote_the_referral(room: Workroom) -> None:
    enter(room, people.MARCUS)
    [referral] = [one for one in perfect.documents(people.MARCUS) if one.kind == "referral"]
    letter = request_letter(room.casebook, people.MARCUS.id, room.settings, TODAY)
    assert any(str(referral.text("referrer_name")) in value for value in letter.paper.values)


def test_nothing_to_write_is_no_fault(room: Workroom) -> None:
    assert write_letters([], room.settings, room.casebook, "test") == ()


def test_an_account_that_the_administrator_has_not_is_wrong_usage(room: Workroom) -> None:
    enter(room, people.DANA)
    with pytest.raises(WrongUsage, match="hsa"):
        make_packet(
            room.casebook, room.archive, people.DANA.id, "hsa", YEAR, room.settings, TODAY, "test"
        )
