"""The two databases' quirks, kept in one place.

SQLite: write-ahead log, so that readers never wait for the writer; foreign
keys on; a writer takes the write lock before it reads (BEGIN IMMEDIATE),
because a reader that turns into a writer is refused at once instead of
waiting; every commit reaches the disk before the inbox file is removed
(synchronous=FULL). PostgreSQL: writers queue on one advisory lock, which also
keeps the audit trail's chain free of forks; readers see one snapshot.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from casebook.store.errors import CasebookUnavailable

WAIT_SECONDS = 5
"""How long one attempt waits for another writer. Short, for nobody can interrupt it on SQLite."""
_CONNECT_SECONDS = 30
WRITER = "casebook_writer"
"""Execution option of a connection whose transactions write."""
_OUTSIDE = "casebook_outside_transactions"
"""Execution option of a connection that must not begin one."""
_WRITERS_QUEUE = 0x_CA_5E_B0_0C


def engine_for(url: str) -> Engine:
    """An engine for a SQLite file or a PostgreSQL database.

    `url`: ``sqlite:////var/casebook.sqlite``, ``postgresql://user@host/name``, or the path of a
    SQLite file. Raises CasebookUnavailable for anything else.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return _postgresql(parsed)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{Path(url).absolute()}")
    except ArgumentError:
        parsed = None
    if parsed is not None and parsed.drivername == "sqlite" and parsed.database:
        return parsed
    if parsed is not None and parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    # The address is not quoted: it may hold a password.
    raise CasebookUnavailable(
        "The casebook's address is of no kind that is known.",
        "Set CAREPACKET_DATABASE_URL to sqlite:////path/to/casebook.sqlite or "
        "postgresql://user:password@host/name.",
    )


def _sqlite(url: URL) -> Engine:
    file = Path(str(url.database))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Health data: made readable for its owner alone before SQLite first writes to it.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise CasebookUnavailable(
            f"The casebook's file cannot be opened for writing ({error.strerror}).",
            "Check the folder's permissions and free space, or set CAREPACKET_HOME.",
        ) from None
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `begin` below says
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_OUTSIDE):
            return
        writes = bool(connection.get_execution_options().get(WRITER))
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": _CONNECT_SECONDS,
            "options": f"-c lock_timeout={WAIT_SECONDS}s -c timezone=UTC",
        },
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITER):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_QUEUE})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


def use_write_ahead_log(engine: Engine) -> None:
    """Switches a SQLite file to its write-ahead log, once; other databases have their own.

    The switch fails at once, without waiting, while somebody else uses the
    file: callers retry.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect().execution_options(**{_OUTSIDE: True}) as connection:
        if connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
