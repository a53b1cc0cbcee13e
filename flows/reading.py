"""Reading in processes of its own: all cores work, and no file takes the program down.

A reader that crashes in native code, or does not come to an end, takes only
its own process with it; the document is tried once more after a crash and
then refused by name. Each process has a pipe of its own, so that nothing that
happens to one can reach another. No Prefect here: `carepacket extract` reads
the same way.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import tempfile
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from casebook.archive import ArchiveUnavailable
from extractors.options import ReadOptions
from flows.originals import Original
from flows.reader_process import Away, Errand, Outcome, Refusal, serve

FILES_PER_PROCESS = 200
"""A reader process is replaced after so many files: native libraries leak."""
_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy locks that other threads hold


class ReadingStopped(Exception):
    """The readers were closed before this file was read: it stays pending."""


class Crashed(Exception):
    """The reader's process ended in the middle of a file."""


class TookTooLong(Exception):
    """The reader did not come to an end in time and was ended."""


class Reader:
    """One reader process. One thread at a time."""

    def __init__(self, turns: Path) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs, turns), daemon=True)
        self._process.start()
        theirs.close()
        self.files = 0

    def warm(self) -> None:
        """Lets it load what reading needs; returns at once."""
        with contextlib.suppress(OSError):
            self._pipe.send(None)

    def read(self, errand: Errand, seconds: float) -> Outcome:
        """Raises Crashed, TookTooLong, ArchiveUnavailable."""
        self.files += 1
        try:
            self._pipe.send(errand)
            if not self._pipe.poll(seconds):
                raise TookTooLong
            answer: Outcome | Away = self._pipe.recv()
        except (EOFError, OSError):
            raise Crashed from None
        if isinstance(answer, Away):
            raise ArchiveUnavailable(answer.kind)
        return answer

    def end(self) -> None:
        """Ends the process and everything that it started."""
        pid = self._process.pid
        assert pid is not None
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.getpgid(pid) == pid:
                os.killpg(pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._pipe.close()


class Readers:
    """Reader processes, started when first needed.

    count: processes. file_seconds: the longest that one file may take.
    most_megabytes: larger files are refused.
    """

    def __init__(self, count: int, file_seconds: float, most_megabytes: int) -> None:
        self.count = count
        self._file_seconds = file_seconds
        self._most_megabytes = most_megabytes
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reading")
        self._idle: queue.SimpleQueue[Reader] = queue.SimpleQueue()
        self._all: set[Reader] = set()
        self._changing = threading.Lock()
        self._closed = False
        self._turns = tempfile.NamedTemporaryFile(prefix="carepacket-turns-")  # noqa: SIM115  # closed with the readers

    def warm(self) -> None:
        """Starts the processes and loads what reading needs; returns at once."""
        for reader in [self._new() for _ in range(self.count - len(self._all))]:
            reader.warm()
            self._idle.put(reader)

    def begin(self, original: Original, options: ReadOptions) -> Future[Outcome]:
        """Queues a file. Raises ReadingStopped when closed; see `finish`."""
        errand = Errand(original, options, self._most_megabytes)
        try:
            return self._threads.submit(self._read, errand)
        except RuntimeError:
            raise ReadingStopped from None

    def finish(self, begun: Future[Outcome]) -> Outcome:
        """The outcome of a queued file. Raises ReadingStopped, ArchiveUnavailable."""
        try:
            return begun.result()
        except CancelledError:
            raise ReadingStopped from None

    def read(self, original: Original, options: ReadOptions) -> Outcome:
        """Reads one file and waits for it. Raises ReadingStopped, ArchiveUnavailable."""
        return self.finish(self.begin(original, options))

    def _read(self, errand: Errand) -> Outcome:
        for _ in range(2):
            reader = self._take()
            try:
                outcome = reader.read(errand, self._file_seconds)
            except Crashed:
                self._drop(reader)
                continue
            except TookTooLong:
                self._drop(reader)
                return Refusal(
                    "reader.timeout",
                    f"the file could not be read within {self._file_seconds:.0f} seconds; "
                    "split it, or scan it again at 300 dpi",
                )
            except ArchiveUnavailable:
                self._idle.put(reader)
                raise
            if reader.files < FILES_PER_PROCESS:
                self._idle.put(reader)
            else:
                self._drop(reader)
            return outcome
        return Refusal(
            "reader.crashed",
            "the reader crashed on this file, twice; print it to a new PDF or scan it again",
        )

    def _take(self) -> Reader:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._new()

    def _new(self) -> Reader:
        with self._changing:
            if self._closed:
                raise ReadingStopped
            reader = Reader(Path(self._turns.name))
            self._all.add(reader)
            return reader

    def _drop(self, reader: Reader) -> None:
        """Ends a reader; when all are being closed that has been done already."""
        with self._changing:
            if self._closed:
                raise ReadingStopped
            self._all.discard(reader)
            reader.end()

    def rest(self) -> None:
        """Ends the readers that have nothing to do; new ones are started when needed."""
        while True:
            try:
                self._drop(self._idle.get_nowait())
            except queue.Empty:
                return

    def close(self) -> None:
        """Ends the processes; what they were reading is left unread."""
        with self._changing:
            self._closed = True
            ended, self._all = self._all, set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in ended:
            reader.end()
        self._threads.shutdown(wait=True)
        self._turns.close()

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
