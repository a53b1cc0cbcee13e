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


def programs() -> Path | None:
    """Where the server's programs lie; None when it is not installed."""
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    found = shutil.which("initdb")
    places += [Path(found).parent] if found else []
    return next((place for place in places if (place / "initdb").exists()), None)


class Server:
    """A running server; every database of it is empty when it is handed out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def empty_database(self) -> str:
        """The URL of a new database."""
        self._made += 1
        name = f"casebook{self._made}"
        with psycopg.connect(self._where("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://carepacket@/{name}?host={self._folder}"

    def _where(self, database: str) -> str:
        return f"host={self._folder} user=carepacket dbname={database}"


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
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        control = (str(bin_folder / "pg_ctl"), "--pgdata", str(data), "--wait")
        run(*control, "--log", str(log), "--options", options, "start")
        try:
            yield Server(folder)
        finally:
            run(*control, "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
