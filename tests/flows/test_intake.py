"""The intake flow on a real Prefect server."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from casebook.records import Client
from casebook.store import clients, documents, scans
from flows.once import take_once
from flows.settings import Settings
from flows.workroom import Workroom
from tests.flows.papers import burst, referral

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_url")]

PLANTED_NAME = "Zephyrine Quillfeather"
PLANTED_DIAGNOSIS = "plantar fasciitis"


def states(room: Workroom) -> dict[str, int]:
    with room.casebook.reading() as tx:
        return {state: n for state, n in scans.count_by_state(tx).items() if n}


def test_a_burst_is_accounted_for_and_a_bad_file_stops_nothing(
    room: Workroom, tmp_path: Path
) -> None:
    dropped = tmp_path / "dropped"
    burst(dropped, 8)
    (dropped / "bad.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (dropped / "empty.pdf").touch()
    (dropped / "z-again.pdf").write_bytes((dropped / "scan-00.pdf").read_bytes())
    taken = take_once([dropped], room)
    assert len(taken) == 11
    assert states(room) == {"waiting": 8, "quarantined": 2, "duplicate": 1}
    assert len(list(dropped.iterdir())) == 11, "files of a person's own folder stay"


def test_without_paths_the_inbox_is_taken(room: Workroom) -> None:
    burst(room.settings.inbox, 2)
    take_once([], room)
    assert states(room) == {"waiting": 2}
    assert not list(room.settings.inbox.iterdir())


def test_what_a_crash_left_pending_is_taken_up_by_the_flow(
    room: Workroom, prefect_url: str
) -> None:
    from flows.intake import intake
    from flows.receiving import receive

    path = room.settings.inbox / "scan.pdf"
    path.write_bytes(referral("Person Number 00"))
    scan = receive(path, room.settings.inbox, room, keep=False)
    assert intake() == {scan.id: "waiting"}


def test_a_quarantined_file_that_is_named_again_is_tried_again(
    room: Workroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import steps

    path = tmp_path / "scan.pdf"
    path.write_bytes(referral("Person Number 00"))
    with monkeypatch.context() as failing:
        failing.setattr(steps, "read", _fail)
        take_once([path], room)
    assert states(room) == {"quarantined": 1}
    take_once([path], room)
    assert states(room) == {"waiting": 1}
    assert not list(room.settings.quarantine.iterdir())


def test_health_data_is_found_nowhere_with_prefect(
    room: Workroom, settings: Settings, prefect_folder: Path, tmp_path: Path
) -> None:
    with room.casebook.writing("test") as tx:
        clients.add(tx, Client(id="client_1", name=PLANTED_NAME, dob=date(1968, 3, 14)))
    path = tmp_path / f"{PLANTED_NAME}.pdf"
    path.write_bytes(referral(PLANTED_NAME, diagnosis=f"M72.2 {PLANTED_DIAGNOSIS}"))
    bad = tmp_path / f"{PLANTED_NAME} unreadable.pdf"
    bad.write_bytes(b"no PDF of " + PLANTED_NAME.encode())
    take_once([path, bad], room)
    with room.casebook.reading() as tx:
        [document] = documents.all(tx)
        [scan_id] = {document.scan_id}
    assert document.client_id == "client_1", "else this test plants nothing"

    written = _everything_of(prefect_folder)
    assert scan_id.encode() in written, "else this test looks in the wrong place"
    for planted in (PLANTED_NAME, PLANTED_NAME.split()[1], PLANTED_DIAGNOSIS, "M72.2"):
        assert planted.lower().encode() not in written.lower()


def _everything_of(folder: Path) -> bytes:
    """All bytes that Prefect keeps: its database with the write-ahead log, memos and logs."""
    with sqlite3.connect(folder / "prefect.db") as database:
        dump = "\n".join(database.iterdump()).encode()
    return dump + b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def _fail(*_: object) -> None:
    raise RuntimeError("once")
