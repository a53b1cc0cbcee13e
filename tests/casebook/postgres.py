"""A PostgreSQL server of our own: in a temporary folder, on a socket in it, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from casebook.store import Casebook
from casebook.store.tables import metadata


def programs() -> Path | None:
    """Where the server's programs lie; None when it is not installed."""
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    places += [Path(found).parent] if found else []
    return next((place for place in places if (place / "initdb").exists()), None)


class Server:
    """A running server with one database, which is emptied whenever it is handed out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._migrated = False

    def bare_database(self) -> str:
        """The URL of a database without any table."""
        self._run("DROP SCHEMA public CASCADE")
        self._run("CREATE SCHEMA public")
        self._migrated = False
        return f"postgresql://carepacket@/postgres?host={self._folder}"

    def empty_casebook(self) -> str:
        """The URL of a database with the casebook's tables, and nothing in them."""
        if not self._migrated:
            Casebook.open(self.bare_database()).close()
            self._migrated = True
        # A superuser's way round the triggers that guard the audit trail.
        tables = ", ".join(metadata.tables)
        self._run(f"SET session_replication_role = replica; TRUNCATE {tables} RESTART IDENTITY")
        return f"postgresql://carepacket@/postgres?host={self._folder}"

    def _run(self, statement: str) -> None:
        where = f"host={self._folder} user=carepacket dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def running(bin_folder: Path) -> Iterator[Server]:
    """Starts a server, which refuses to run as root, and stops it."""
    folder = Path(tempfile.mkdtemp(prefix="carepacket-pg-", dir="/tmp"))
    owner = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else None
    if owner is not None:
        os.chown(folder, owner, -1)

    def run(*command: str) -> None:
        subprocess.run(command, user=owner, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    data, log = folder / "data", folder / "log"
    try:
        run(
            *(str(bin_folder / "initdb"), "--pgdata", str(data), "--username", "carepacket"),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
        )
        # Only the socket in our folder; and nothing needs to outlive a power cut.
        settings = ("listen_addresses=''", f"unix_socket_directories='{folder}'", "fsync=off")
        options = " ".join(f"-c {setting}" for setting in settings)
        control = (str(bin_folder / "pg_ctl"), "--pgdata", str(data), "--wait")
        run(*control, "--log", str(log), "--options", options, "start")
        try:
            yield Server(folder)
        finally:
            run(*control, "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
