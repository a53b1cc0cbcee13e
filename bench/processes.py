"""Wall time and memory of whole commands, measured from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

CAREPACKET = [sys.executable, "-c", "import sys; from desk.cli import main; sys.exit(main())"]
"""The command of this very tree, also where another one is installed."""


@dataclass(frozen=True)
class Measured:
    """Seconds of wall time, exit status, and the highest sum of memory of all its processes."""

    seconds: float
    status: int
    peak_megabytes: float


def measure(command: list[str], environment: dict[str, str] | None = None) -> Measured:
    """Runs the command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    with Memory(process.pid) as memory:
        status = process.wait()
    return Measured(time.perf_counter() - start, status, memory.peak / 1e6)


@dataclass(frozen=True)
class Answer:
    """What a command said until its end. status: None when it had to be stopped."""

    seconds: float
    status: int | None
    peak_megabytes: float
    output: str
    errors: str


def answer(command: list[str], limit: float, environment: dict[str, str] | None = None) -> Answer:
    """Runs the command to its end, for `limit` seconds at most, and keeps what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=environment,
        start_new_session=True,
    )
    with Memory(process.pid) as memory:
        try:
            output, errors = process.communicate(timeout=limit)
            status: int | None = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # its engines, too
            output, errors = process.communicate()
            status = None
    return Answer(time.perf_counter() - start, status, memory.peak / 1e6, output, errors)


class Memory:
    """Watches the proportional memory of a process and all its descendants, in bytes."""

    def __init__(self, pid: int, every: float = 0.05) -> None:
        self.pid, self.every, self.peak = pid, every, 0.0
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(self.every):
            self.peak = max(self.peak, sum(_memory_of(pid) for pid in family(self.pid)))


def family(pid: int) -> list[int]:
    """The process and its descendants that are alive."""
    found, waiting = [], [pid]
    while waiting:
        each = waiting.pop()
        found.append(each)
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
        except OSError:
            continue
        for task in tasks:
            try:
                waiting += [int(child) for child in (task / "children").read_text().split()]
            except OSError:
                continue
    return found


def _memory_of(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    except OSError:
        return 0.0
    return 0.0
