"""What can go wrong with the archive; messages name content addresses, never file names."""

from __future__ import annotations


class ArchiveError(Exception):
    """The base. `exit_status` is the command line's; `remedy` says what to do about it."""

    exit_status = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


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
