"""Where the bytes of a document lie: a path that a person named, or the archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.archive import Archive, Damaged, NotArchived
from extractors.errors import Unreadable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class PathOriginal:
    """A file where it lies; nothing is stored."""

    path: Path
    name: str

    def read_bytes(self, most_megabytes: int) -> bytes:
        """The bytes. Raises Unreadable when the file cannot be opened or is too large."""
        try:
            _refuse_large(self.path.stat().st_size, most_megabytes)
            return self.path.read_bytes()
        except OSError as error:
            raise Unreadable(
                "file.not_opened",
                f"the file cannot be opened ({error.strerror or type(error).__name__}); "
                "check that it is there and may be read",
            ) from None


@dataclass(frozen=True)
class ArchivedOriginal:
    """A file in the archive, by its content's SHA-256."""

    archive: str
    sha256: str
    size: int
    name: str

    def read_bytes(self, most_megabytes: int) -> bytes:
        """The bytes. Raises Unreadable when there are too many, or they are not the original's.

        ArchiveUnavailable where the archive cannot be reached: that may pass.
        """
        _refuse_large(self.size, most_megabytes)
        try:
            return Archive(self.archive).get(self.sha256)
        except (NotArchived, Damaged) as error:
            raise Unreadable("archive.damaged", str(error)) from None


Original = PathOriginal | ArchivedOriginal


def _refuse_large(size: int, most_megabytes: int) -> None:
    if size > most_megabytes * MEGABYTE:
        raise Unreadable(
            "file.too_large",
            f"the file has {size // MEGABYTE} MB, more than the {most_megabytes} MB that are read; "
            "scan it again at 300 dpi, or raise CAREPACKET_MAX_FILE_MEGABYTES",
        )
