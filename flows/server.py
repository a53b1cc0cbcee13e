"""The Prefect server that runs are recorded on: the studio's own, or a local one brought up here.

With ``PREFECT_API_URL`` set, that server is used. Otherwise a server is
started on the loopback interface, with its files in ``<home>/prefect`` and
nothing in ``~/.prefect``, and stopped when the work is done. Prefect reads its
settings when it is first imported: import flows after `prepare`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from flows.errors import OrchestrationUnavailable
from flows.settings import Settings

USUAL_PORT = 4200
START_SECONDS = 120.0
"""The first start of all makes Prefect's database, which takes long on a slow disk."""

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_CLI_PROMPT": "false",
}
"""Prefect tells nobody about us, keeps no results, and does not fill the terminal."""


def prepare(settings: Settings) -> None:
    """Sets Prefect's environment for this process and its children; what is set already stays."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("PREFECT_HOME", str(settings.orchestration))


def shared_server() -> str | None:
    """The address of the server that several machines share, if the environment names one."""
    return os.environ.get("PREFECT_API_URL") or None


class LocalServer:
    """A Prefect server of our own. `start` returns at once, `wait` when it answers.

    Whoever holds the lock on ``<folder>/address`` runs the folder's server;
    the file tells the others where it is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self.url = ""

    def claim(self) -> bool:
        """Takes the right to run the server; False when another process of this folder has it.

        Then `url` is the other's.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (self._folder / "address").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            self.url = lock.read().strip()
            lock.close()
            return False
        self._lock = lock
        return True

    def start(self) -> None:
        """Starts the server's process on a loopback port: the one it had, or a free one."""
        assert self._lock is not None, "claim first"
        with _bound_socket(_port_of(self.url)) as listener:
            self.url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
            with (self._folder / "server.log").open("ab") as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "flows.server_process", str(listener.fileno())],
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    pass_fds=(listener.fileno(),),
                    env={
                        **os.environ,
                        "PREFECT_HOME": str(self._folder),
                        "PREFECT_SERVER_UI_API_URL": self.url,
                    },
                    start_new_session=True,  # Ctrl-C in the terminal is for us, we stop it in order
                )
        self._lock.truncate(0)
        self._lock.write(self.url)
        self._lock.flush()

    def wait(self) -> None:
        """Returns when the server answers. Raises OrchestrationUnavailable."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and not self.has_ended:
            if answers(self.url):
                return
            time.sleep(0.1)
        raise OrchestrationUnavailable(
            "the local Prefect server did not come up",
            f"see {self._folder / 'server.log'}, or set PREFECT_API_URL to a server that runs",
        )

    @property
    def has_ended(self) -> bool:
        """Whether our server's process is gone."""
        return self._process is not None and self._process.poll() is not None

    def stop(self) -> None:
        """Ends the server, if it is ours and runs."""
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()  # it ends when nobody holds the other end
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None


class Orchestration:
    """The server in use. `url` is known at once; `ready` waits until it answers."""

    def __init__(self, url: str, local: LocalServer | None) -> None:
        self.url = url
        self._local = local

    @property
    def page(self) -> str:
        """Where a browser shows the runs."""
        return self.url.removesuffix("/api")

    def ready(self) -> None:
        """Returns when the server answers; brings our own up again if it has ended.

        Raises OrchestrationUnavailable.
        """
        if self._local is not None:
            if self._local.has_ended:
                self._local.start()
            self._local.wait()
        elif not answers(self.url):
            raise OrchestrationUnavailable(
                f"no Prefect server answers at {self.url}",
                "start it, or unset PREFECT_API_URL to use a local one",
            )


@contextlib.contextmanager
def orchestration(settings: Settings) -> Iterator[Orchestration]:
    """The server for as long as the block runs; call `ready` before the first flow.

    The one that PREFECT_API_URL names, else the one that another process of
    this data folder (`carepacket watch`) runs, else one of our own.
    """
    prepare(settings)
    shared = shared_server()
    if shared is not None:
        yield Orchestration(shared, None)
        return
    server = LocalServer(settings.orchestration)
    if server.claim():
        server.start()
    os.environ["PREFECT_API_URL"] = server.url
    try:
        yield Orchestration(server.url, server)
    finally:
        del os.environ["PREFECT_API_URL"]
        server.stop()


def answers(url: str) -> bool:
    """Whether a Prefect server answers at this address within two seconds."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError, ValueError):
        return False


def _port_of(url: str) -> int:
    return urllib.parse.urlsplit(url).port or USUAL_PORT


def _bound_socket(wanted: int) -> socket.socket:
    """A listening place on the loopback interface: the wanted port, else any free one."""
    for port in (wanted, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
            # At once, not when the server is up: until then a second one could bind here too,
            # and each would take the other's answers for its own.
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        return listener
    raise OrchestrationUnavailable(
        "no port is free on 127.0.0.1", "end a program that holds many connections"
    )
