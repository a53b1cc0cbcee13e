"""Processes take turns with what needs most memory, and a killed one holds up nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from extractors.engines import rapid

HOLD = (
    "import sys, fcntl, time\n"
    "file = open(sys.argv[1], 'rb')\n"
    "fcntl.flock(file, fcntl.LOCK_EX)\n"
    "print('held', flush=True)\n"
    "time.sleep(60)\n"
)


@pytest.fixture
def turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "turns"
    file.touch()
    monkeypatch.setattr(rapid, "_turns", None)
    rapid.take_turns(file)
    yield file


def test_a_process_waits_for_its_turn_until_the_other_is_gone(turns: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(turns)], stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline() == b"held\n"
    mine = Event()

    def take() -> None:
        with rapid._my_turn():
            mine.set()

    waiting = Thread(target=take)
    waiting.start()
    assert not mine.wait(0.3)
    other.kill()
    other.wait()
    other.stdout.close()
    assert mine.wait(10)
    waiting.join()
