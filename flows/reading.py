"""Reading in processes of its own: both cores work, and no file takes the program down.

A reader that crashes in native code, or does not come to an end, takes only
its own process with it; the document is tried once more after a crash and
then refused by name. No Prefect here: `carepacket extract` reads the same way.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import traceback
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from casebook.archive import ArchiveUnavailable
from casebook.records import Reading
from extractors.errors import Unreadable
from extractors.options import ReadOptions
from flows.originals import Original

FILES_PER_PROCESS = 200
"""A reader process is replaced after so many files: native libraries leak."""


@dataclass(frozen=True)
class Refusal:
    """Why a file could not be read; `message` holds a remedy and never the file's text."""

    code: str
    message: str


Outcome = tuple[Reading, ...] | Refusal


class ReadingStopped(Exception):
    """The readers were closed before this file was read: it stays pending."""


class Readers:
    """Reader processes, started when first needed.

    count: processes. file_seconds: the longest that one file may take.
    most_megabytes: larger files are refused.
    """

    def __init__(self, count: int, file_seconds: float, most_megabytes: int) -> None:
        self._file_seconds = file_seconds
        self._most_megabytes = most_megabytes
        self.count = count
        self._pool = ProcessPool(
            max_workers=count,
            max_tasks=FILES_PER_PROCESS,
            initializer=_become_reader,
            context=multiprocessing.get_context("spawn"),
        )

    def warm(self) -> None:
        """Starts the processes and loads what reading needs; returns at once."""
        for _ in range(self.count):
            self._pool.schedule(_warm_up)

    def begin(self, original: Original, options: ReadOptions) -> ProcessFuture[Outcome]:
        """Queues a file. Take the outcome with `finish`."""
        return self._pool.schedule(
            read_original,
            args=(original, options, self._most_megabytes),
            timeout=self._file_seconds,
        )

    def finish(
        self, begun: ProcessFuture[Outcome], original: Original, options: ReadOptions
    ) -> Outcome:
        """The outcome of a queued file, tried again once after a crash of its reader.

        Raises ReadingStopped when the readers are closed meanwhile.
        """
        try:
            return self._outcome(begun)
        except ProcessExpired:
            pass
        try:
            return self._outcome(self.begin(original, options))
        except ProcessExpired:
            return Refusal(
                "reader.crashed",
                "the reader crashed on this file, twice; print it to a new PDF or scan it again",
            )

    def read(self, original: Original, options: ReadOptions) -> Outcome:
        """Reads one file and waits for it. Raises ReadingStopped when closed meanwhile."""
        try:
            begun = self.begin(original, options)
        except RuntimeError:  # pebble: the pool is closed
            raise ReadingStopped from None
        return self.finish(begun, original, options)

    def _outcome(self, begun: ProcessFuture[Outcome]) -> Outcome:
        try:
            return begun.result()
        except CancelledError:
            raise ReadingStopped from None
        except TimeoutError:
            return Refusal(
                "reader.timeout",
                f"the file could not be read within {self._file_seconds:.0f} seconds; "
                "split it, or scan it again at 300 dpi",
            )

    def close(self) -> None:
        """Ends the processes; what they were reading is left unread."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
        self._pool.join()

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def read_original(original: Original, options: ReadOptions, most_megabytes: int) -> Outcome:
    """Reads one file here and now. Any fault becomes a Refusal: no file stops the others.

    But for ArchiveUnavailable, which may pass and says nothing about the file.
    """
    try:
        from extractors.read import read  # heavy, and a broken installation is a fault of ours too

        return read(original.read_bytes(most_megabytes), original.name, options)
    except ArchiveUnavailable:
        raise
    except Unreadable as refused:
        return Refusal(refused.code, refused.message)
    except MemoryError:
        return Refusal(
            "reader.memory",
            "the file needs more memory than there is; scan it again at 300 dpi",
        )
    except Exception as error:  # noqa: BLE001  # a fault of ours must not lose the document
        return Refusal(
            "reader.failed",
            f"a fault of carepacket ({_place(error)}) kept this file from being read; "
            "please report that place, and enter the document by hand",
        )


def _place(error: BaseException) -> str:
    """Kind and place of an error in the code, without its message, which may quote the file."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def _become_reader() -> None:
    """Makes this process mute and deaf to Ctrl-C, which is its starter's business.

    Libraries print and log what they stumble over, and that may quote the
    document; standard output belongs to the results alone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    if not os.environ.get("CAREPACKET_DEBUG"):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
        os.dup2(nowhere, sys.__stderr__.fileno() if sys.__stderr__ else 2)


def _warm_up() -> None:
    """Imports the reading rooms, so that the first document does not wait for them."""
    import extractors.read  # noqa: F401
