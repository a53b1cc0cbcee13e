"""The archive as flows and desk hold it, wherever it lies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casebook.archive.address import place, source
from casebook.archive.errors import ArchiveUnavailable, Damaged, NotArchived
from casebook.archive.folder import Folder
from casebook.archive.remote import Remote


class Archive:
    """Originals by content address. Threads and processes may share one place."""

    def __init__(self, where: str | Path) -> None:
        """Opens an archive: a folder (made when missing), or any fsspec URL.

        Raises ArchiveUnavailable.
        """
        with _translated():
            self._keeper = _keeper(str(where))

    def put(self, original: Path | bytes) -> str:
        """Stores a file or bytes; returns the SHA-256 under which they now lie for good.

        Putting the same bytes again changes nothing, but for mending a copy
        that was damaged meanwhile. The original itself is only read. Raises
        ArchiveUnavailable; OSError where the original cannot be opened.
        """
        with source(original) as stream, _translated():
            return self._keeper.put(stream)

    def get(self, sha256: str) -> bytes:
        """The original's bytes, checked against their address. Raises NotArchived, Damaged."""
        place(sha256)
        with _translated():
            try:
                data = self._keeper.get(sha256)
            except FileNotFoundError:
                raise NotArchived(sha256) from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(sha256)
        return data

    def has(self, sha256: str) -> bool:
        """Whether an original lies under this address."""
        with _translated():
            return self._keeper.has(sha256)

    def addresses(self) -> tuple[str, ...]:
        """The addresses of all originals, in order."""
        with _translated():
            return tuple(self._keeper.addresses())

    def verify(self) -> tuple[str, ...]:
        """Reads everything; the addresses whose bytes were changed or damaged, in order."""
        broken = []
        for sha256 in self.addresses():
            try:
                self.get(sha256)
            except (Damaged, NotArchived):
                broken.append(sha256)
        return tuple(broken)


def _keeper(where: str) -> Folder | Remote:
    if "://" not in where:
        return Folder(Path(where))
    # Imported here: an archive in a folder does without it.
    from fsspec.core import url_to_fs
    from fsspec.implementations.local import LocalFileSystem

    try:
        files, root = url_to_fs(where)
    except ValueError:
        raise ArchiveUnavailable("of no kind that is known") from None
    return Folder(Path(root)) if isinstance(files, LocalFileSystem) else Remote(files, root)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OSError, ImportError) as error:
        # The kind only: the text of an OSError quotes the file's name.
        raise ArchiveUnavailable(type(error).__name__) from None
