"""Archive first, then the record, then out of the inbox; a crash between loses and doubles none."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.archive import Archive
from casebook.store import scans
from flows import receiving
from flows.inbox import FileMark
from flows.receiving import StillChanging, receive
from flows.workroom import Workroom


def drop(room: Workroom, name: str, data: bytes) -> Path:
    path = room.settings.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def take(room: Workroom, path: Path) -> str:
    return receive(path, room.settings.inbox, room, keep=False).id


def counted(room: Workroom) -> dict[str, int]:
    with room.casebook.reading() as tx:
        return {state: n for state, n in scans.count_by_state(tx).items() if n}


def test_a_received_file_is_archived_recorded_and_gone_from_the_inbox(room: Workroom) -> None:
    path = drop(room, "monday/scan.pdf", b"bytes")
    scan = receive(path, room.settings.inbox, room, keep=False)
    assert room.archive.get(scan.sha256) == b"bytes"
    assert (scan.name, scan.size, scan.state) == ("scan.pdf", 5, "pending")
    assert not path.exists()
    assert path.parent.exists(), "a scanner may write into this folder again"


def test_a_file_named_by_a_person_stays_where_it_is(room: Workroom, tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"bytes")
    first = receive(path, room.settings.inbox, room, keep=True)
    again = receive(path, room.settings.inbox, room, keep=True)
    assert path.exists()
    assert first.id == again.id


def test_the_same_bytes_dropped_twice_are_a_duplicate(room: Workroom) -> None:
    take(room, drop(room, "a.pdf", b"bytes"))
    take(room, drop(room, "copy of a.pdf", b"bytes"))
    assert counted(room) == {"pending": 1, "duplicate": 1}


def test_two_files_of_one_name_are_two_scans(room: Workroom) -> None:
    take(room, drop(room, "one/scan.pdf", b"first"))
    take(room, drop(room, "two/scan.pdf", b"second"))
    assert counted(room) == {"pending": 2}


def test_killed_after_archiving_the_file_is_still_in_the_inbox(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(room, "scan.pdf", b"bytes")
    with monkeypatch.context() as killing:
        killing.setattr(scans, "receive", die)
        with pytest.raises(Killed):
            take(room, path)
    assert path.exists()
    assert counted(room) == {}
    take(room, path)
    assert counted(room) == {"pending": 1}


def test_killed_before_removing_the_file_counts_once(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(room, "scan.pdf", b"bytes")
    with monkeypatch.context() as killing:
        killing.setattr(receiving, "remove", die)
        with pytest.raises(Killed):
            take(room, path)
    assert path.exists()
    assert counted(room) == {"pending": 1}
    take(room, path)
    assert not path.exists()
    assert counted(room) == {"pending": 1}


def test_a_file_that_changes_while_it_is_copied_is_not_taken(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(room, "scan.pdf", b"half")
    put = Archive.put

    def put_and_write_on(archive: Archive, original: Path | bytes) -> str:
        sha256 = put(archive, original)
        with path.open("ab") as writer:
            writer.write(b" and half")
        return sha256

    with monkeypatch.context() as writing:
        writing.setattr(Archive, "put", put_and_write_on)
        with pytest.raises(StillChanging):
            take(room, path)
    assert path.read_bytes() == b"half and half"
    assert counted(room) == {}


def test_a_file_put_in_the_place_of_a_received_one_is_not_removed(
    room: Workroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drop(room, "scan.pdf", b"first")
    remove = receiving.remove

    def replace_then_remove(path: Path, mark: FileMark) -> None:
        other = path.with_name("other")
        other.write_bytes(b"second")
        other.replace(path)
        remove(path, mark)

    with monkeypatch.context() as replacing:
        replacing.setattr(receiving, "remove", replace_then_remove)
        take(room, path)
    assert path.read_bytes() == b"second"
    take(room, path)
    assert counted(room) == {"pending": 2}


class Killed(Exception):
    """Stands for the end of the process at this very place."""


def die(*_: object, **__: object) -> None:
    raise Killed
