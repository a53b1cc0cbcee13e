"""The service: watches the inbox, takes what has settled, and runs intake on it in batches.

Receiving goes on in the caller's thread while a batch is being read in
another: a file is safe in the archive seconds after it settled, however long
the reading queue is. Nothing that arrives ends the service. What it tells is
fit for a log: ids, states, counts and kinds of errors.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import watchfiles

from casebook.archive import ArchiveUnavailable
from casebook.records import Scan
from casebook.store import CasebookUnavailable, scans
from flows.batches import Batches
from flows.inbox import FileSettling, files_in, refused_in
from flows.reader_process import place_of
from flows.receiving import StillChanging, receive
from flows.workroom import Workroom

LOOK_SECONDS = 0.5
"""How often files that have not settled yet are looked at again."""
TROUBLE_SECONDS = 5.0
"""Pause after the archive or the casebook could not be reached."""

Tell = Callable[[str], None]


def watch(room: Workroom, batches: Batches, tell: Tell) -> None:
    """Runs until `room.stopping` is set. `batches` must have been started."""
    with room.casebook.reading() as tx:
        left_over = [scan.id for scan in scans.all(tx, "pending")]
    batches.add(left_over)
    if left_over:
        tell(f"{len(left_over)} left over from the last run, taken up again")
    Watch(room, batches, tell).run()


class Watch:
    """One run of the service; remembers which files it is waiting for."""

    def __init__(self, room: Workroom, batches: Batches, tell: Tell) -> None:
        self._room = room
        self._batches = batches
        self._tell = tell
        self._settling = FileSettling(room.settings.settle_seconds, time.monotonic)
        self._closed_to_us: set[Path] = set()
        self._refused = 0
        self._next_sweep = 0.0

    def run(self) -> None:
        """Sweeps the inbox at every sign of change, and now and then without one."""
        inbox = self._room.settings.inbox
        for changed in wakes(inbox, self._room.stopping):
            due = time.monotonic() >= self._next_sweep
            if not (changed or due or self._settling.waiting):
                continue
            try:
                self.sweep()
            except (ArchiveUnavailable, CasebookUnavailable) as error:
                self._tell(f"{place_of(error)}: trying again in {TROUBLE_SECONDS:.0f} s")
                self._room.stopping.wait(TROUBLE_SECONDS)
            if due:
                self._next_sweep = time.monotonic() + self._room.settings.sweep_seconds

    def sweep(self) -> None:
        """Receives every file that has settled."""
        inbox = self._room.settings.inbox
        present = set(files_in(inbox))
        self._settling.forget_all_but(present)
        self._closed_to_us &= present
        for path in sorted(present):
            if self._room.stopping.is_set():
                return
            if self._settling.settled(path):
                self._receive(path)
        self._tell_of_links(inbox)

    def _receive(self, path: Path) -> None:
        try:
            scan = receive(path, self._room.settings.inbox, self._room, keep=False)
        except StillChanging:
            return
        except OSError as error:
            if path not in self._closed_to_us and path.exists():
                self._closed_to_us.add(path)
                self._tell(
                    f"a file in the inbox cannot be opened ({type(error).__name__}); "
                    "it stays there: change its permissions"
                )
            return
        self._take(scan)

    def _take(self, scan: Scan) -> None:
        self._tell(f"{scan.id} received{'' if scan.state == 'pending' else f', {scan.state}'}")
        if scan.state == "pending":
            self._batches.add([scan.id])

    def _tell_of_links(self, inbox: Path) -> None:
        refused = refused_in(inbox)
        if refused > self._refused:
            self._tell(
                f"{refused} in the inbox are links or no files: they are left where they are"
            )
        self._refused = refused


def wakes(folder: Path, stopping: threading.Event) -> Iterator[bool]:
    """Yields True when something changed in the folder, False every half second otherwise.

    Where the system gives no notice of changes (no watches left, some network
    shares, the folder itself replaced) the half-seconds go on, and sweeping
    finds the files.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        for changes in watchfiles.watch(
            folder,
            watch_filter=None,
            debounce=200,
            step=50,
            rust_timeout=int(LOOK_SECONDS * 1000),
            yield_on_timeout=True,
            stop_event=stopping,
            raise_interrupt=False,
        ):
            yield bool(changes)
    except OSError:
        pass  # no notice to be had; see above
    while not stopping.wait(LOOK_SECONDS):
        yield False
