"""The service as a process of its own: bursts, slow writers, ``kill -9`` and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casebook.store import Casebook, scans
from flows.settings import Settings
from tests.flows.papers import burst, referral

pytestmark = pytest.mark.xdist_group("prefect")

COMMAND = [sys.executable, "-c", "from desk.cli import main; main()", "watch"]


class Service:
    """``carepacket watch`` on a data folder, and what the casebook says meanwhile."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.log = settings.home / "watch.log"
        self.casebook = Casebook.open(settings.casebook)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = os.environ | {
            "CAREPACKET_HOME": str(self.settings.home),
            "CAREPACKET_SETTLE_SECONDS": "0.3",
            "CAREPACKET_SWEEP_SECONDS": "1",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(COMMAND, env=environment, stdout=log, stderr=log)

    def counts(self) -> dict[str, int]:
        with self.casebook.reading() as tx:
            return {state: n for state, n in scans.count_by_state(tx).items() if n}

    def wait_for(self, fits: Callable[[dict[str, int]], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not fits(self.counts()):
            assert time.monotonic() < end, f"{self.counts()}\n{self.log.read_text()}"
            time.sleep(0.1)

    def kill(self) -> None:
        """``kill -9``, and proof that no process of its stays behind."""
        assert self.process is not None
        children = children_of(self.process.pid)
        self.process.kill()
        self.process.wait()
        end = time.monotonic() + 30
        while any(Path(f"/proc/{child}").exists() for child in children):
            assert time.monotonic() < end, "readers outlived the service"
            time.sleep(0.1)

    def stop(self) -> int:
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=40)


def children_of(pid: int) -> list[int]:
    found = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listing.read_text().split():
            found += [int(child), *children_of(int(child))]
    return found


def concluded(counts: dict[str, int]) -> int:
    return sum(counts.values()) - counts.get("pending", 0)


@pytest.fixture
def service(settings: Settings, prefect_url: str) -> Iterator[Service]:
    made = Service(settings)
    yield made
    if made.process is not None and made.process.poll() is None:
        made.process.kill()
        made.process.wait()
    made.casebook.close()


def test_a_burst_survives_kill_9_with_every_file_counted_once(service: Service) -> None:
    inbox = service.settings.inbox
    burst(inbox, 10)
    service.start()
    service.wait_for(lambda counts: concluded(counts) >= 2)
    burst(inbox / "late", 30)  # the first ten of them are the same again
    service.kill()
    service.start()
    service.wait_for(lambda counts: concluded(counts) == 40)
    assert service.counts() == {"waiting": 30, "duplicate": 10}
    assert not list(inbox.glob("**/*.pdf"))
    assert service.stop() == 0


def test_a_slow_writer_a_rename_and_a_temporary_name(service: Service) -> None:
    inbox = service.settings.inbox
    service.start()
    whole = referral("Slow Writer")
    with (inbox / "slow.pdf").open("wb") as writer:
        for start in range(0, len(whole), 1 + len(whole) // 8):
            writer.write(whole[start : start + 1 + len(whole) // 8])
            writer.flush()
            time.sleep(0.4)
        assert service.counts() == {}, "taken while it was being written"
    partial = inbox / "renamed.pdf.part"
    partial.write_bytes(referral("Renamed When Done"))
    (inbox / ".hidden.pdf").write_bytes(referral("Hidden"))
    service.wait_for(lambda counts: concluded(counts) == 1)
    partial.rename(inbox / "renamed.pdf")
    service.wait_for(lambda counts: concluded(counts) == 2)
    assert service.counts() == {"waiting": 2}
    assert [path.name for path in inbox.iterdir()] == [".hidden.pdf"]
    assert service.stop() == 0
    assert "Slow" not in service.log.read_text()
    assert "renamed" not in service.log.read_text()
    assert "Traceback" not in service.log.read_text()
