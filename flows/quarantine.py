"""Files that could not be read: a copy for people, and beside it why and what to do."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path, PurePath

from casebook.archive import Damaged, NotArchived
from casebook.records import Scan
from casebook.store import scans
from flows.reader_process import Refusal
from flows.workroom import Workroom

LONGEST_NAME = 120
"""Characters of the dropped name that are kept, so that no file system refuses it."""


def put_aside(scan: Scan, refusal: Refusal, room: Workroom) -> Path:
    """Writes the file and its ``.reason.json`` into the quarantine folder; returns the file's path.

    Done again for the same scan, it writes the same two files. The original
    stays in the archive.
    """
    file = room.settings.quarantine / name_of(scan)
    # Where the archive's own copy is at fault, the reason says so and there is no file.
    with contextlib.suppress(NotArchived, Damaged):
        write_whole(file, room.archive.get(scan.sha256))
    reason = {
        "code": refusal.code,
        "message": refusal.message,
        "remedy": "See the message; then drop the mended file into the inbox again.",
        "file": scan.name,
        "scan": scan.id,
        "sha256": scan.sha256,
        "size": scan.size,
        "received_at": scan.received_at.isoformat(),
    }
    text = json.dumps(reason, ensure_ascii=False, indent=2) + "\n"
    write_whole(_reason_beside(file), text.encode())
    return file


def try_again(scan: Scan, room: Workroom) -> Scan:
    """Makes a quarantined scan pending again and takes its two files out of the folder."""
    with room.casebook.writing(room.actor) as tx:
        pending = scans.set_state(tx, scan.id, "pending")
    file = room.settings.quarantine / name_of(scan)
    file.unlink(missing_ok=True)
    _reason_beside(file).unlink(missing_ok=True)
    return pending


def _reason_beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.reason.json")


def name_of(scan: Scan) -> str:
    """The dropped name with the scan's id in it: two files of one name never meet."""
    dropped = PurePath(scan.name.replace("/", "_").replace("\\", "_"))
    stem = dropped.stem.lstrip(".")[:LONGEST_NAME] or "file"
    return f"{stem}.{scan.id}{dropped.suffix[:16]}"


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or not at all, readable by the owner alone."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
