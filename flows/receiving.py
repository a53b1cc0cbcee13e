"""Taking a file over: archive first, then the record, and only then out of the inbox.

Killed between any two of these steps, the file is either still in the inbox
(and found again, by the same delivery key) or safe in the archive and
recorded. Nothing is read here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from casebook.archive import Archive
from casebook.records import Scan
from casebook.store import Casebook, scans
from flows.inbox import FileMark, has_writer


@dataclass(frozen=True)
class Store:
    """The casebook and the archive that a run works with, and who is at work."""

    casebook: Casebook
    archive: Archive
    actor: str


class StillChanging(Exception):
    """The file was touched while it was being copied; it stays where it is until it rests."""


def receive(path: Path, folder: Path, store: Store, *, keep: bool) -> Scan:
    """Takes one file into the archive and the casebook.

    folder: what the file's place is told from, so that a moved inbox does
    not count twice. keep: leave the file where it is (it was named by a
    person and is no inbox file). Raises StillChanging, or OSError when the
    file cannot be read.
    """
    before = FileMark.of(path)
    stat = path.stat(follow_symlinks=keep)
    sha256 = store.archive.put(path)
    if FileMark.of(path) != before or (not keep and has_writer(path)):
        raise StillChanging
    place = path.relative_to(folder) if path.is_relative_to(folder) else path
    with store.casebook.writing(store.actor) as tx:
        scan = scans.receive(
            tx,
            delivery=scans.delivery_key(str(place), stat, sha256),
            sha256=sha256,
            name=path.name,
            size=stat.st_size,
        )
    if not keep:
        remove(path, folder, before)
    return scan


def remove(path: Path, folder: Path, mark: FileMark) -> None:
    """Takes a recorded file out of the inbox, with sub-folders that it leaves empty.

    A file that was put in its place meanwhile is another delivery and stays.
    """
    try:
        if FileMark.of(path) == mark:
            path.unlink()
    except FileNotFoundError:
        return
    _remove_empty(path.parent, folder)


def _remove_empty(parent: Path, folder: Path) -> None:
    while parent != folder and parent.is_relative_to(folder):
        try:
            parent.rmdir()
        except OSError:  # not empty, or somebody is about to use it
            return
        parent = parent.parent


def content_key(data: bytes) -> str:
    """The name under which the archive keeps these bytes."""
    return hashlib.sha256(data).hexdigest()
