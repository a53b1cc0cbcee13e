"""Which files in the inbox are ready to be taken, and which are left alone.

Looks only; taking is `flows.receiving`. Scanners, copiers, sync clients and
people all write into the same folder: a file counts as settled when its size
and time of change have stood still for a while and nobody holds it open for
writing. Links are refused: what they point at is not the studio's inbox.
"""

from __future__ import annotations

import fcntl
import fnmatch
import os
import signal
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

UNFINISHED_NAMES = (
    ".*",  # hidden; also .~lock.…# of LibreOffice, .sync and .fuse_hidden files
    "~*",  # ~$letter.docx and ~WRL0001.tmp of Microsoft Office
    "*~",  # editors' backups
    "*.tmp",
    "*.temp",
    "*.part",  # Firefox, curl, rclone
    "*.partial",
    "*.filepart",  # WinSCP
    "*.crdownload",  # Chromium
    "*.download",  # Safari
    "*.opdownload",
    "*.swp",
    "*.lock",
    "*.lck",
    "desktop.ini",
    "thumbs.db",
)
"""Names of files that are not documents (yet), compared without regard to case."""


@dataclass(frozen=True)
class FileMark:
    """What shows that a file was touched: a change of any of these starts the wait anew."""

    inode: int
    size: int
    modified_ns: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> FileMark:
        """The file's mark now. Raises OSError when it is gone."""
        found = path.stat(follow_symlinks=False)
        return cls(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


class FileSettling:
    """Remembers files between looks and says which have come to rest.

    quiet_seconds: how long a file must be unchanged. clock: seconds that only
    go forward (`time.monotonic`).
    """

    def __init__(self, quiet_seconds: float, clock: Callable[[], float]) -> None:
        self._quiet_seconds = quiet_seconds
        self._clock = clock
        self._seen: dict[Path, tuple[FileMark, float]] = {}

    def settled(self, path: Path) -> bool:
        """True when the file has been quiet long enough and nobody is writing to it.

        An empty file is given ten times as long: some writers make the name
        first and fill it later.
        """
        try:
            mark = FileMark.of(path)
        except OSError:
            self._seen.pop(path, None)
            return False
        known = self._seen.get(path)
        if known is None or known[0] != mark:
            self._seen[path] = (mark, self._clock())
            return self._quiet_seconds == 0 and not has_writer(path)
        wait = self._quiet_seconds * (10 if mark.size == 0 else 1)
        return self._clock() - known[1] >= wait and not has_writer(path)

    def forget_all_but(self, paths: set[Path]) -> None:
        """Drops what is known of files that are no longer there."""
        self._seen = {path: seen for path, seen in self._seen.items() if path in paths}

    @property
    def waiting(self) -> int:
        """How many files are being watched for rest."""
        return len(self._seen)


def has_writer(path: Path) -> bool:
    """True when some process holds the file open for writing, as far as the system tells.

    Linux grants a read lease only on a file that nobody has open for writing.
    Where no lease can be had (network shares, other owners' files, other
    systems) the answer is False, and the quiet time alone decides.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # A writer that opens the file at this very moment makes the kernel signal us; the usual
        # SIGIO would end the process, SIGURG is ignored unless somebody asks for it.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False


def is_unfinished_name(name: str) -> bool:
    """True for hidden, temporary, partial and lock files, which are left alone."""
    lowered = name.lower()
    return any(fnmatch.fnmatchcase(lowered, pattern) for pattern in UNFINISHED_NAMES)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file in the folder and its sub-folders that may be taken, in order of name.

    Hidden sub-folders are passed over. Links, pipes and sockets are not files.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # removed or closed to us between two looks
    for entry in entries:
        if is_unfinished_name(entry.name):
            continue
        try:
            mode = entry.stat(follow_symlinks=False).st_mode
        except OSError:
            continue
        if stat.S_ISDIR(mode):
            yield from files_in(Path(entry.path))
        elif stat.S_ISREG(mode):
            yield Path(entry.path)


def refused_in(folder: Path) -> int:
    """How many links and other things that are no files lie in the folder: left where they are."""
    refused = 0
    for parent, folders, names in os.walk(folder):
        for name in [*folders, *names]:
            try:
                mode = (Path(parent) / name).lstat().st_mode
            except OSError:
                continue  # gone between two looks
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                refused += 1
    return refused
