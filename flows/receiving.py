"""Taking a file over: archive first, then the record, and only then out of the inbox.

Killed between any two of these steps, the file is either still in the inbox
(and found again, by the same delivery key) or safe in the archive and
recorded. Nothing is read here.
"""

from __future__ import annotations

from pathlib import Path

from casebook.records import Scan
from casebook.store import scans
from flows.inbox import FileMark, has_writer
from flows.workroom import Workroom


class StillChanging(Exception):
    """The file was touched while it was being copied; it stays where it is until it rests."""


def receive(path: Path, folder: Path, room: Workroom, *, keep: bool) -> Scan:
    """Takes one file into the archive and the casebook.

    folder: what the file's place is told from, so that a moved inbox does
    not count twice. keep: leave the file where it is (it was named by a
    person and is no inbox file). Raises StillChanging, or OSError when the
    file cannot be read.
    """
    before = FileMark.of(path)
    stat = path.stat(follow_symlinks=False)
    sha256 = room.archive.put(path)
    if FileMark.of(path) != before or (not keep and has_writer(path)):
        raise StillChanging
    place = path.relative_to(folder) if path.is_relative_to(folder) else path
    with room.casebook.writing(room.actor) as tx:
        scan = scans.receive(
            tx,
            delivery=scans.delivery_key(str(place), stat, sha256),
            sha256=sha256,
            name=path.name,
            size=stat.st_size,
        )
    if not keep:
        remove(path, before)
    return scan


def remove(path: Path, mark: FileMark) -> None:
    """Takes a recorded file out of the inbox; its folder stays, for a scanner may write into it.

    A file that was put in its place meanwhile is another delivery and stays.
    """
    try:
        if FileMark.of(path) == mark:
            path.unlink()
    except FileNotFoundError:
        return
