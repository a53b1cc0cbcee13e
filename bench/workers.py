"""Work shared among processes, of which one may hang or die without stopping the others.

A pool of the standard library is broken when one of its processes dies. Here
every worker is a process of its own behind a pipe; what takes too long is
stopped, what dies is said to have died, and a new worker takes its place.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from time import perf_counter
from typing import Any, Generic, Literal, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_SPAWN = multiprocessing.get_context("spawn")
_STARTING = 120.0
"""Seconds that a new worker may take to import what it needs."""


@dataclass(frozen=True)
class Ended(Generic[Result]):
    """How one item ended: its result where it is "done", and seconds of wall time."""

    ending: Literal["done", "died", "hung"]
    seconds: float
    result: Result | None = None


def run(
    task: Callable[[Item], Result],
    items: Sequence[Item],
    title: str,
    jobs: int = 2,
    limit: float = 180.0,
) -> list[Ended[Result]]:
    """Every item through `task`, in the order of the items; progress goes to stderr.

    task: a function of a module, or a partial of one. limit: seconds an item
    may take. A task that raises lets its worker die: its traceback goes to
    stderr, its item ends as "died".
    """
    if not items:
        return []
    workers: SimpleQueue[_Worker] = SimpleQueue()
    made = [_Worker(task) for _ in range(min(jobs, len(items)))]
    for worker in made:
        workers.put(worker)
    done: list[None] = []

    def one(item: Item) -> Ended[Result]:
        worker = workers.get()
        try:
            return worker.do(item, limit)
        finally:
            workers.put(worker)
            done.append(None)
            _progress(title, len(done), len(items))

    try:
        with ThreadPoolExecutor(len(made)) as threads:
            return list(threads.map(one, items))
    finally:
        for worker in made:
            worker.stop()


class _Worker:
    """One process; started anew when it was lost."""

    def __init__(self, task: Callable[[Any], Any]) -> None:
        self.task = task
        self._start()

    def _start(self) -> None:
        self.ours, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_serve, args=(theirs, self.task), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False

    def do(self, item: Any, limit: float) -> Ended[Any]:
        if not self.ready:  # the clock runs for the work, not for the imports
            self.ready = self.ours.poll(_STARTING)
            with suppress(EOFError, OSError):
                self.ours.recv()
        start = perf_counter()
        try:
            self.ours.send(item)
            if not self.ours.poll(limit):
                return self._lost("hung", start)
            return Ended("done", perf_counter() - start, self.ours.recv())
        except (EOFError, OSError):
            return self._lost("died", start)

    def _lost(self, ending: Literal["died", "hung"], start: float) -> Ended[Any]:
        seconds = perf_counter() - start
        self.stop()
        self._start()
        return Ended(ending, seconds)

    def stop(self) -> None:
        self.ours.close()
        self.process.kill()
        self.process.join()


def _serve(pipe: Connection, task: Callable[[Any], Any]) -> None:
    pipe.send(None)  # the task's module was imported when `task` was unpickled
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        pipe.send(task(item))


def _progress(title: str, done: int, of: int) -> None:
    if done == of or done % max(1, of // 20) == 0:
        print(f"{title}: {done} of {of}", file=sys.stderr, flush=True)  # noqa: T201
