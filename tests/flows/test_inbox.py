"""What counts as settled, and what is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.inbox import FileSettling, files_in, has_writer, is_unfinished_name, refused_in


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settling(clock: Clock) -> FileSettling:
    return FileSettling(quiet_seconds=2.0, clock=clock)


def test_a_file_settles_when_it_was_quiet_long_enough(
    tmp_path: Path, clock: Clock, settling: FileSettling
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF")
    assert not settling.settled(file)
    clock.now = 1.9
    assert not settling.settled(file)
    clock.now = 2.0
    assert settling.settled(file)


def test_every_touch_starts_the_wait_anew(
    tmp_path: Path, clock: Clock, settling: FileSettling
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF")
    settling.settled(file)
    for second in (1.5, 3.0, 4.5):
        clock.now = second
        with file.open("ab") as writer:
            writer.write(b"more")
        assert not settling.settled(file)
    clock.now = 5.5
    os.utime(file)
    assert not settling.settled(file)
    clock.now = 7.5
    assert settling.settled(file)


def test_a_file_put_in_the_place_of_another_waits_on_its_own(
    tmp_path: Path, clock: Clock, settling: FileSettling
) -> None:
    file, other = tmp_path / "scan.pdf", tmp_path / "other"
    file.write_bytes(b"same size")
    settling.settled(file)
    clock.now = 2.0
    other.write_bytes(b"diff size")
    other.replace(file)
    assert not settling.settled(file)


def test_a_file_that_another_process_holds_open_for_writing_never_settles(
    tmp_path: Path, clock: Clock, settling: FileSettling
) -> None:
    file = tmp_path / "slow.pdf"
    file.write_bytes(b"half of it")
    program = "import sys; f = open(sys.argv[1], 'ab'); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None and writer.stdin is not None
        writer.stdout.readline()
        settling.settled(file)
        clock.now = 60.0
        assert has_writer(file)
        assert not settling.settled(file)
        writer.stdin.close()
        writer.wait(timeout=10)
    assert settling.settled(file)


def test_a_reader_does_not_keep_a_file_from_settling(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF")
    with file.open("rb"):
        assert not has_writer(file)


def test_an_empty_file_is_given_ten_times_as_long(
    tmp_path: Path, clock: Clock, settling: FileSettling
) -> None:
    file = tmp_path / "scan.pdf"
    file.touch()
    settling.settled(file)
    clock.now = 19.0
    assert not settling.settled(file)
    clock.now = 20.0
    assert settling.settled(file)


def test_a_file_that_went_away_is_forgotten(tmp_path: Path, settling: FileSettling) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF")
    settling.settled(file)
    settling.forget_all_but(set())
    assert settling.waiting == 0
    assert not settling.settled(tmp_path / "never-there.pdf")


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.pdf",
        ".~lock.letter.docx#",
        "~$letter.docx",
        "scan.pdf.part",
        "scan.pdf.crdownload",
        "SCAN.TMP",
        "scan.filepart",
        "letter.pdf~",
        "Thumbs.db",
        ".DS_Store",
    ],
)
def test_unfinished_and_foreign_names_are_left_alone(name: str) -> None:
    assert is_unfinished_name(name)


@pytest.mark.parametrize("name", ["scan.pdf", "tmp.pdf", "partial letter.jpg", "läkarintyg.TIF"])
def test_plain_names_are_taken(name: str) -> None:
    assert not is_unfinished_name(name)


def test_sub_folders_are_walked_and_links_refused(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "monday" / "copier").mkdir(parents=True)
    (inbox / ".sync").mkdir()
    (inbox / "monday" / "copier" / "a.pdf").write_bytes(b"a")
    (inbox / "monday" / "a.pdf").write_bytes(b"another of that name")
    (inbox / ".sync" / "b.pdf").write_bytes(b"b")
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"not the studio's")
    (inbox / "link.pdf").symlink_to(secret)
    (inbox / "linked").symlink_to(tmp_path)
    os.mkfifo(inbox / "pipe.pdf")
    found = [str(path.relative_to(inbox)) for path in files_in(inbox)]
    assert found == ["monday/a.pdf", "monday/copier/a.pdf"]
    assert refused_in(inbox) == 3
