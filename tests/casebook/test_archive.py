"""Originals lie in the archive whole or not at all, and anybody who touches them is found out."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.archive import Archive, ArchiveUnavailable, Damaged, NotArchived

PUT_FOREVER = """
import os, sys
from casebook.archive import Archive

archive = Archive(sys.argv[1])
print("putting", flush=True)
while True:
    archive.put(os.urandom(300_000))
"""


@pytest.fixture(params=["folder", "file url", "memory"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    where = {
        "folder": str(tmp_path / "archive"),
        "file url": f"file://{tmp_path}/archive",
        "memory": f"memory://{uuid.uuid4()}",
    }
    return Archive(where[request.param])


def stored(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / sha256[2:4] / sha256


def test_bytes_come_back_under_their_hash(archive: Archive) -> None:
    sha256 = archive.put(b"a scan")
    assert sha256 == hashlib.sha256(b"a scan").hexdigest()
    assert archive.get(sha256) == b"a scan"
    assert archive.has(sha256)
    assert archive.verify() == ()


def test_the_same_bytes_are_kept_once(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"a scan" * 1_000_000)
    before = file.stat()
    assert archive.put(file) == archive.put(b"a scan" * 1_000_000)
    assert len(archive.addresses()) == 1
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_is_not_there_is_named(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NotArchived):
        archive.get("0" * 64)
    assert not archive.has("0" * 64)
    for no_address in ("../../etc/passwd", "A" * 64, "ab", "0" * 64 + "\n"):
        with pytest.raises(ValueError, match="64 hexadecimal digits"):
            archive.get(no_address)
    with pytest.raises(FileNotFoundError):
        archive.put(tmp_path / "gone.pdf")


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=5000))
def test_whatever_the_bytes_they_come_back(data: bytes) -> None:
    archive = Archive("memory://property")
    assert archive.get(archive.put(data)) == data


def test_a_changed_original_is_found_out_and_mended_by_the_same_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    good, kept = archive.put(b"a scan"), archive.put(b"another")
    stored(tmp_path, good).chmod(0o600)
    stored(tmp_path, good).write_bytes(b"a Scan")
    with pytest.raises(Damaged):
        archive.get(good)
    assert archive.verify() == (good,)
    assert archive.put(b"a scan") == good
    assert archive.verify() == ()
    assert archive.addresses() == tuple(sorted((good, kept)))


def test_originals_are_read_only_and_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    sha256 = Archive(folder).put(b"a scan")
    assert stored(folder, sha256).stat().st_mode & 0o777 == 0o400
    assert folder.stat().st_mode & 0o077 == 0


def test_everything_is_on_disk_before_its_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(tmp_path)
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(handle: int) -> None:
        kind = "folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file"  # noqa: PTH112
        steps.append(f"fsync {kind}")
        fsync(handle)

    def note_replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    archive.put(b"a scan")
    assert steps[0] == "fsync file"
    assert steps[-2:] == ["rename", "fsync folder"]


def test_a_full_disk_is_named_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device", "whitfield.pdf")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArchiveUnavailable) as raised:
        archive.put(b"a scan")
    assert "whitfield" not in str(raised.value)
    monkeypatch.undo()
    assert archive.addresses() == ()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_killed_at_any_moment_it_holds_whole_originals_only(tmp_path: Path) -> None:
    chance = random.Random(20261120)
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", PUT_FOREVER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "putting\n"
        time.sleep(chance.uniform(0.02, 0.2))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    archive = Archive(tmp_path)
    assert archive.addresses() != ()
    assert archive.verify() == ()
    assert list((tmp_path / "unfinished").iterdir()) == []


def test_a_copy_that_is_being_made_is_not_swept_away(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PUT_FOREVER, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "putting\n"
    for _ in range(200):
        Archive(tmp_path)
    assert process.poll() is None
    process.kill()
    assert process.communicate()[1] == ""


@pytest.mark.parametrize("where", ["nothing://at/all", "/proc/nothing/here"])
def test_a_place_that_cannot_be_used_is_named(where: str) -> None:
    with pytest.raises(ArchiveUnavailable, match="CAREPACKET_ARCHIVE_URL"):
        Archive(where)
