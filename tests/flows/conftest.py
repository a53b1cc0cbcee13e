"""A real Prefect server for all flow tests, a data folder for each, and a watch to be killed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import server
from flows.server import LocalServer
from flows.settings import Settings, load
from flows.workroom import Workroom, workroom

# Reader processes take our search path, and some package of others installs a `tests` too.
sys.path.insert(0, str(Path(__file__).parents[2]))


@pytest.fixture(scope="session")
def prefect_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def prefect_url(prefect_folder: Path) -> Iterator[str]:
    """One server for the session; set before anything imports Prefect."""
    os.environ |= server.QUIET | {"PREFECT_HOME": str(prefect_folder)}
    local = LocalServer(prefect_folder)
    assert local.claim()
    local.start()
    os.environ["PREFECT_API_URL"] = local.url
    try:
        local.wait()
        yield local.url
    finally:
        del os.environ["PREFECT_API_URL"]
        local.stop()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = load(home=tmp_path / "home", settle_seconds=0.3, jobs=2)
    made.make_folders()
    return made


@pytest.fixture
def room(settings: Settings) -> Iterator[Workroom]:
    with workroom(settings, "test") as opened:
        yield opened
