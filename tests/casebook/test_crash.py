"""Archive, record, remove: killed at any moment and started again, every file counts once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from casebook.archive import Archive
from casebook.store import Casebook, scans

TAKE_OVER = """
import sys
from pathlib import Path
from casebook.archive import Archive
from casebook.store import Casebook, scans

home = Path(sys.argv[1])
archive = Archive(home / "archive")
with Casebook.open(str(home / "casebook.sqlite")) as book:
    print("working", flush=True)
    for file in sorted((home / "inbox").iterdir()):
        stat = file.stat()
        sha256 = archive.put(file)
        with book.writing("watch") as tx:
            key = scans.delivery_key(file.name, stat, sha256)
            scans.receive(tx, delivery=key, sha256=sha256, name=file.name, size=stat.st_size)
        file.unlink()
    with book.reading() as tx:
        pending = scans.all(tx, "pending")
    for scan in pending:
        with book.writing("watch") as tx:
            scans.conclude(tx, scan.id, "filed")
print("done", flush=True)
"""
FILES = 90


def test_every_file_is_accounted_for_exactly_once(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(FILES):
        # Every third file is the same as another one.
        content = number if number % 3 else 0
        (inbox / f"scan {number:03}.pdf").write_bytes(f"scan {content}".encode() * 1000)
    chance = random.Random(20261120)
    kills = 0
    while True:
        process = subprocess.Popen(
            [sys.executable, "-c", TAKE_OVER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        if kills < 4:
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
            kills += 1
        if process.communicate()[0] == "done\n" and process.returncode == 0:
            break
    assert list(inbox.iterdir()) == []
    with Casebook.open(str(tmp_path / "casebook.sqlite")) as book, book.reading() as tx:
        received = scans.all(tx)
        assert len({scan.name for scan in received}) == len(received) == FILES
        duplicates = FILES // 3 - 1
        assert scans.count_by_state(tx) == {
            "pending": 0,
            "filed": FILES - duplicates,
            "waiting": 0,
            "duplicate": duplicates,
            "quarantined": 0,
        }
        archive = Archive(tmp_path / "archive")
        assert set(archive.addresses()) == {scan.sha256 for scan in received}
        assert archive.verify() == ()
