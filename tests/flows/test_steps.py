"""One scan's way through intake, and what is told about its faults."""

from __future__ import annotations

import json

import pytest

from casebook.records import Scan
from casebook.store import CasebookUnavailable, documents, scans
from flows import steps
from flows.receiving import receive
from flows.steps import MayPass, take_in
from flows.workroom import Workroom
from tests.flows.papers import referral


def pending(room: Workroom, name: str, data: bytes) -> Scan:
    path = room.settings.inbox / name
    path.write_bytes(data)
    return receive(path, room.settings.inbox, room, keep=False)


def test_a_file_that_cannot_be_read_is_put_aside_with_its_reason(room: Workroom) -> None:
    scan = pending(room, "empty.pdf", b"")
    assert take_in(scan.id, 1, room) == "quarantined"
    [reason_file] = room.settings.quarantine.glob("*.reason.json")
    reason = json.loads(reason_file.read_text())
    assert reason["code"] == "file.empty"
    assert (reason["file"], reason["sha256"]) == ("empty.pdf", scan.sha256)
    assert {"message", "remedy", "received_at"} <= reason.keys()
    beside = reason_file.with_name(reason_file.name.removesuffix(".reason.json"))
    assert beside.read_bytes() == b""


def test_a_second_time_changes_nothing(room: Workroom) -> None:
    scan = pending(room, "scan.pdf", referral("Dana Whitfield"))
    first = take_in(scan.id, 1, room)
    assert take_in(scan.id, 1, room) == first
    with room.casebook.reading() as tx:
        assert len(documents.of_scan(tx, scan.id)) <= 1


def test_a_stranger_waits_for_a_person(room: Workroom) -> None:
    scan = pending(room, "scan.pdf", referral("Nobody Knows"))
    assert take_in(scan.id, 1, room) == "waiting"
    with room.casebook.reading() as tx:
        [document] = documents.of_scan(tx, scan.id)
        assert document.state == "waiting"
        assert document.client_id is None
        assert document.reason


def test_a_fault_of_ours_quarantines_and_tells_its_place_only(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("Dana Whitfield has diabetes")

    scan = pending(room, "scan.pdf", referral("Dana Whitfield"))
    monkeypatch.setattr(steps, "read", fail)
    assert take_in(scan.id, 1, room) == "quarantined"
    [reason_file] = room.settings.quarantine.glob("*.reason.json")
    assert "ValueError in test_steps.py" in reason_file.read_text()
    assert "diabetes" not in reason_file.read_text()


def test_what_can_pass_is_told_as_such_and_leaves_the_scan_pending(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise CasebookUnavailable("secret", "secret")

    scan = pending(room, "scan.pdf", referral("Dana Whitfield"))
    monkeypatch.setattr(steps, "conclude", locked)
    with pytest.raises(MayPass) as raised:
        take_in(scan.id, 1, room)
    assert "secret" not in str(raised.value)
    with room.casebook.reading() as tx:
        assert scans.get(tx, scan.id).state == "pending"


def test_after_a_request_to_stop_nothing_is_begun(room: Workroom) -> None:
    scan = pending(room, "scan.pdf", referral("Dana Whitfield"))
    room.stopping.set()
    assert take_in(scan.id, 1, room) == "pending"
