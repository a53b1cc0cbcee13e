"""The Prefect server that runs are recorded on: the studio's own, or a local one brought up here.

With ``PREFECT_API_URL`` set, that server is used. Otherwise a server is
started on the loopback interface, with its files in ``<home>/prefect`` and
nothing in ``~/.prefect``, and stopped when the work is done. Prefect reads its
settings when it is first imported: import flows after `prepare`.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

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
    """A Prefect server of our own. `start` returns at once, `wait` when it answers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> None:
        """Starts the server's process on a free loopback port."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _bound_socket() as listener:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            self.url = f"{address}/api"
            log = (self._folder / "server.log").open("ab")
            with log:
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

    def wait(self) -> str:
        """The address, once the server answers. Raises OrchestrationUnavailable."""
        assert self._process is not None, "start first"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            if answers(self.url):
                return self.url
            time.sleep(0.1)
        raise OrchestrationUnavailable(
            "the local Prefect server did not come up",
            f"see {self._folder / 'server.log'}, or set PREFECT_API_URL to a server that runs",
        )

    def stop(self) -> None:
        """Ends the server; does nothing when it is not running."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        self._process.stdin.close()  # it ends when nobody holds the other end
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


@contextlib.contextmanager
def orchestration(settings: Settings) -> Iterator[Orchestration]:
    """The server for as long as the block runs: call the yielded value to wait until it answers.

    Raises OrchestrationUnavailable when a shared server is named but does not answer.
    """
    prepare(settings)
    shared = shared_server()
    if shared is not None:
        yield Orchestration(shared, None)
        return
    server = LocalServer(settings.orchestration)
    server.start()
    os.environ["PREFECT_API_URL"] = server.url
    try:
        yield Orchestration(server.url, server)
    finally:
        del os.environ["PREFECT_API_URL"]
        server.stop()


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
        """Returns when the server answers. Raises OrchestrationUnavailable."""
        if self._local is not None:
            self._local.wait()
        elif not answers(self.url):
            raise OrchestrationUnavailable(
                f"no Prefect server answers at {self.url}",
                "start it, or unset PREFECT_API_URL to use a local one",
            )


def answers(url: str) -> bool:
    """Whether a Prefect server answers at this address within two seconds."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _bound_socket() -> socket.socket:
    """A listening place on the loopback interface: Prefect's usual port, else any free one."""
    for port in (USUAL_PORT, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            listener.close()
            continue
        return listener
    raise OrchestrationUnavailable(
        "no port is free on 127.0.0.1", "end a program that holds many connections"
    )
