"""The local Prefect server: one per data folder, and never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.errors import OrchestrationUnavailable
from flows.server import LocalServer, Orchestration, answers

STARTER = """
import sys
from pathlib import Path
from flows.server import LocalServer
server = LocalServer(Path(sys.argv[1]))
assert server.claim()
server.start()
server.wait()
print(server.url, flush=True)
sys.stdin.read()
"""


@pytest.mark.xdist_group("prefect")
def test_a_server_is_shared_by_its_folder_and_ends_with_its_starter(
    prefect_folder: Path, prefect_url: str, tmp_path: Path
) -> None:
    folder = tmp_path / "prefect"
    folder.mkdir()
    # A database that has its tables already: making them takes ten seconds.
    shutil.copy(prefect_folder / "prefect.db", folder / "prefect.db")
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"},
    ) as starter:
        assert starter.stdout is not None
        url = starter.stdout.readline().strip()
        assert answers(url)
        second = LocalServer(folder)
        assert not second.claim()
        assert second.url == url
        starter.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while answers(url) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not answers(url)
    third = LocalServer(folder)
    assert third.claim(), "the lock went with the one who held it"
    third.stop()


def test_a_shared_server_that_does_not_answer_is_named_with_a_remedy() -> None:
    with pytest.raises(OrchestrationUnavailable) as raised:
        Orchestration("http://127.0.0.1:9/api", None).ready()
    assert "http://127.0.0.1:9/api" in raised.value.message
    assert "PREFECT_API_URL" in raised.value.remedy
