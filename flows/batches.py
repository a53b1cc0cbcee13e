"""Runs the intake flow on what was received, a batch at a time, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from casebook.records import ScanState
from flows.reader_process import place_of

BATCH = 50
"""Scans in one flow run at most: small enough to be looked at, large enough for a burst."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 2.0, 60.0
"""Pauses before what is still pending is tried again, doubled each time."""

Run = Callable[[list[str]], Mapping[str, ScanState]]
"""The intake flow: ids in, the state of each out."""


class Batches:
    """Queues scans and runs the flow on them; several never run at once.

    run: the flow. tell: takes lines that are fit for a log.
    stopping: when it is set, nothing more is begun.
    """

    def __init__(self, run: Run, tell: Callable[[str], None], stopping: threading.Event) -> None:
        self._run = run
        self._tell = tell
        self._stopping = stopping
        self._queue: dict[str, None] = {}
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="batches", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def add(self, scan_ids: Sequence[str]) -> None:
        """Queues scans; one that is queued already is not queued twice."""
        with self._changed:
            self._queue.update(dict.fromkeys(scan_ids))
            self._changed.notify()

    def join(self, seconds: float) -> bool:
        """Waits for the running batch after `stopping` was set; False when it is not done yet."""
        with self._changed:
            self._changed.notify()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while (batch := self._next()) is not None:
            left = self._run_batch(batch)
            if not left:
                pause = FIRST_PAUSE_SECONDS
                continue
            if self._stopping.wait(pause):
                return
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            self.add(left)

    def _next(self) -> list[str] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._stopping.is_set())
            if self._stopping.is_set():
                return None
            batch = list(self._queue)[:BATCH]
            for scan_id in batch:
                del self._queue[scan_id]
            return batch

    def _run_batch(self, batch: list[str]) -> list[str]:
        """Runs one batch; returns what is still pending."""
        try:
            states = self._run(batch)
        except Exception as error:  # noqa: BLE001  # the service goes on, whatever a run dies of
            self._tell(f"{len(batch)} not read, {place_of(error)}: trying again")
            return batch
        return [scan_id for scan_id in batch if states.get(scan_id, "pending") == "pending"]
