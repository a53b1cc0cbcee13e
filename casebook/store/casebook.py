"""The casebook as flows and desk hold it: open it, read from it, write to it."""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from casebook.records import Case
from casebook.store.cases import case_of
from casebook.store.engine import WRITER, engine_for, use_write_ahead_log
from casebook.store.errors import CasebookUnavailable, Conflict
from casebook.store.migrating import migrate
from casebook.store.unit import UnitOfWork

Result = TypeVar("Result")

ATTEMPTS = 24
"""Attempts at the write lock, each of `engine.WAIT_SECONDS`, before a person hears of it."""


class Transaction(UnitOfWork):
    """A unit of work that also assembles a client's whole case."""

    def case(self, client_id: str) -> Case:
        """Everything known about one client; raises NotFound."""
        return case_of(self, client_id)


class Casebook:
    """An open casebook. Threads may share it; processes open their own.

    Writers take turns, across threads, processes and machines. A transaction
    in which an error is raised leaves nothing behind.
    """

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._process = os.getpid()
        self._writing = threading.local()

    @classmethod
    def open(cls, url: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Self:
        """Opens a casebook, making it or bringing its tables up to date where needed.

        `url`: see `engine.engine_for`. `clock` gives the moments that are
        recorded, with their time zone. Raises CasebookUnavailable, CasebookTooNew.
        """
        engine = engine_for(url)
        try:
            _insist(lambda: use_write_ahead_log(engine))
            _insist(lambda: migrate(engine))
        except DBAPIError as error:
            engine.dispose()
            raise _unavailable(error) from None
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, clock)

    def close(self) -> None:
        """Gives the connections back. A closed casebook opens new ones when it is used again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One consistent view; never waits for a writer. Writing in it raises NotAllowed."""
        with _translated(), self._begun(writes=False) as connection:
            yield Transaction(connection, None, self._clock)

    @contextmanager
    def writing(self, actor: str) -> Iterator[Transaction]:
        """The only writer there is, until the block ends; then all of it is on disk.

        Keep it short: read files and run engines outside of it. `actor` is
        who writes, for the audit trail. Raises CasebookUnavailable when the
        lock cannot be had within about two minutes.
        """
        if getattr(self._writing, "now", False):
            raise RuntimeError("this thread is writing to the casebook already")
        self._writing.now = True
        try:
            with _translated(), self._begun(writes=True) as connection:
                yield Transaction(connection, actor, self._clock)
        finally:
            self._writing.now = False

    @contextmanager
    def _begun(self, *, writes: bool) -> Iterator[Connection]:
        if os.getpid() != self._process:
            # A forked child must not touch its parent's connections, not even to close them.
            self._engine.dispose(close=False)
            self._process = os.getpid()
        with self._engine.connect().execution_options(**{WRITER: writes}) as connection:
            transaction = _insist(connection.begin)
            with transaction:
                yield connection


def _insist(attempt: Callable[[], Result]) -> Result:
    """Tries again while the database is busy, after pauses that differ by process."""
    for _ in range(1, ATTEMPTS):
        try:
            return attempt()
        except OperationalError as error:
            if not _is_busy(error):
                raise
            time.sleep(random.uniform(0.05, 0.5))
    return attempt()


def _is_busy(error: OperationalError) -> bool:
    if getattr(error.orig, "sqlstate", None) == "55P03":  # PostgreSQL: lock not available
        return True
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return code in {5, 6}  # SQLITE_BUSY, SQLITE_LOCKED


@contextmanager
def _translated() -> Iterator[None]:
    """Turns the database's errors into ours: theirs may quote the values of a row."""
    try:
        yield
    except IntegrityError:
        raise Conflict from None
    except PoolExhausted:
        raise CasebookUnavailable(
            "The casebook has too many readers at once.", "Run fewer jobs at once."
        ) from None
    except DBAPIError as error:
        raise _unavailable(error) from None


def _unavailable(error: DBAPIError) -> CasebookUnavailable:
    if isinstance(error, OperationalError) and _is_busy(error):
        return CasebookUnavailable(
            "Another program has been writing to the casebook for minutes.",
            "See what holds it, end that, and try again; nothing was changed.",
        )
    # The kind of error only: its text may quote values.
    kind = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return CasebookUnavailable(
        f"The casebook's database failed ({kind or type(error.orig).__name__}).",
        "Check CAREPACKET_DATABASE_URL, that the server runs and the disk has space, "
        "and try again; nothing was changed.",
    )
