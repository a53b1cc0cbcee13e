"""What can go wrong with the archive; messages name content addresses, never file names."""

from __future__ import annotations

from casebook.errors import WithRemedy


class ArchiveError(WithRemedy):
    """Anything that goes wrong with the archive."""


class NotArchived(ArchiveError):
    """No original lies under this address."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"The archive holds no original {sha256}.",
            "Restore it from a backup, or drop the file again.",
        )


class Damaged(ArchiveError):
    """The bytes under an address are not those that were put there."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"The original {sha256} was changed or damaged in the archive.",
            "Restore it from a backup, or drop the file again.",
        )


class ArchiveUnavailable(ArchiveError):
    """The archive cannot be reached or written to."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"The archive cannot be reached or written to ({kind}).",
            "Check CAREPACKET_ARCHIVE_URL or CAREPACKET_HOME, permissions and free space.",
        )
