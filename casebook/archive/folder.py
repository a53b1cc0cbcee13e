"""Originals in a folder of this machine, on disk before anybody is told that they are.

fsspec's own local file system neither fsyncs nor renames into place, so a
folder is written by hand here.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casebook.archive.address import address_of, copy, is_address, place

_UNFINISHED = "unfinished"
"""Copies are made here and renamed away; nothing in it is ever an original."""


class Folder:
    """An archive's folder. Several processes may use it at once."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        _make(self._root / _UNFINISHED)
        self._sweep()

    def put(self, stream: BinaryIO) -> str:
        """Stores the bytes durably under their SHA-256, which is returned."""
        with self._unfinished() as (path, copied):
            sha256 = copy(stream, copied)
            copied.flush()
            os.fchmod(copied.fileno(), 0o400)
            os.fsync(copied.fileno())
            self._keep(path, sha256)
        return sha256

    @contextlib.contextmanager
    def _unfinished(self) -> Iterator[tuple[Path, BinaryIO]]:
        """A new file to copy to; gone afterwards unless it was renamed to its final place."""
        while True:
            handle, name = tempfile.mkstemp(dir=self._root / _UNFINISHED)
            path = Path(name)
            with os.fdopen(handle, "wb") as copied:
                try:
                    # Held while the copy is made: tells a live copy from one that a crash left.
                    fcntl.flock(copied, fcntl.LOCK_EX)
                    if os.fstat(copied.fileno()).st_nlink == 0:
                        continue  # swept away before the lock was had
                    yield path, copied
                    return
                finally:
                    path.unlink(missing_ok=True)

    def _keep(self, unfinished: Path, sha256: str) -> None:
        final = self._root / place(sha256)
        if self._is_whole(final, sha256):
            return
        if not self._is_whole(unfinished, sha256):
            raise OSError("the copy does not equal its original")
        _make(final.parent)
        unfinished.replace(final)
        _sync(final.parent)

    def get(self, sha256: str) -> bytes:
        """The bytes as they lie there; raises FileNotFoundError."""
        return (self._root / place(sha256)).read_bytes()

    def has(self, sha256: str) -> bool:
        """Whether something lies under the address."""
        return (self._root / place(sha256)).is_file()

    def addresses(self) -> Iterator[str]:
        """The addresses of all originals, in order."""
        for path in sorted(self._root.glob("??/??/*")):
            if is_address(path.name):
                yield path.name

    @staticmethod
    def _is_whole(path: Path, sha256: str) -> bool:
        try:
            with path.open("rb") as stream:
                return address_of(stream) == sha256
        except FileNotFoundError:
            return False

    def _sweep(self) -> None:
        """Removes the copies that a crash left unfinished."""
        for path in (self._root / _UNFINISHED).iterdir():
            # A copy that somebody is making is locked; one that is gone was finished meanwhile.
            with contextlib.suppress(BlockingIOError, FileNotFoundError), path.open("rb") as stream:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()


def _make(folder: Path) -> None:
    """Makes the folder, for its owner alone, and has its parents remember it on disk."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        with contextlib.suppress(FileExistsError):
            one.mkdir(mode=0o700)
        _sync(one.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
