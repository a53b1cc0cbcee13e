"""What happens inside a reader's own process: one file after the other, whatever each does.

The process is mute and deaf: libraries print and log what they stumble over,
and that may quote the document; standard output belongs to the results, and
Ctrl-C to whoever started the reader.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from casebook.archive import ArchiveUnavailable
from casebook.records import Reading
from extractors.errors import Unreadable
from extractors.options import ReadOptions
from flows.originals import Original


@dataclass(frozen=True)
class Refusal:
    """Why a file could not be read; `message` holds a remedy and never the file's text."""

    code: str
    message: str


@dataclass(frozen=True)
class Away:
    """The archive cannot be reached: this says nothing about the file, and may pass."""

    kind: str


Outcome = tuple[Reading, ...] | Refusal


@dataclass(frozen=True)
class Errand:
    """What a reader is asked for. Larger files than `most_megabytes` are refused."""

    original: Original
    options: ReadOptions
    most_megabytes: int


def serve(requests: Connection, turns: Path) -> None:
    """Answers one Errand after the other until the other end closes or is gone.

    turns: the file on which all readers of a run take turns with what needs most memory.
    """
    _become_reader()
    from extractors.engines.rapid import take_turns  # heavy: the parent must not pay for it

    take_turns(turns)
    while True:
        try:
            errand = requests.recv()
            if errand is None:
                _warm_up()
                continue
            requests.send(run(errand))
            _give_back_memory()
        except (EOFError, BrokenPipeError):
            return


def run(errand: Errand) -> Outcome | Away:
    """Reads one file. Any fault becomes a Refusal: no file stops the others."""
    try:
        from extractors.read import read  # heavy, and a broken installation is a fault of ours too

        data = errand.original.read_bytes(errand.most_megabytes)
        return read(data, errand.original.name, errand.options)
    except ArchiveUnavailable as away:
        return Away(away.message)
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
            f"a fault of carepacket ({place_of(error)}) kept this file from being read; "
            "please report that place, and enter the document by hand",
        )


def place_of(error: BaseException) -> str:
    """Kind and place of an error in the code, without its text, which may quote a document."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def _become_reader() -> None:
    os.setsid()  # a group of its own, so that what it starts (Tesseract) can be ended with it
    logging.disable(logging.CRITICAL)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    if not os.environ.get("CAREPACKET_DEBUG"):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)


def _give_back_memory() -> None:
    """Freed memory goes back to the system, which has other readers and LibreOffice to feed."""
    with contextlib.suppress(OSError, AttributeError):  # only glibc can do it
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def _warm_up() -> None:
    """Imports the reading rooms, so that the first document does not wait for them."""
    import extractors.read  # noqa: F401
