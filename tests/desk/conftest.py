"""The command line as people call it: as a process of its own, or in this one to be quick."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from desk.cli import main; main()"]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder; nothing of the machine's own settings gets in."""
    for name in os.environ:
        if name.startswith("CAREPACKET_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("CAREPACKET_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def carepacket(home: Path) -> Run:
    """Runs the command in a process of its own."""

    def run(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


@pytest.fixture
def here(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in this process: exit status, standard output, standard error."""
    from desk import exits
    from desk.cli import app

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = exits.run(app, [str(each) for each in arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return run
