"""A casebook on each of the two databases, with a clock that tests can turn."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casebook.store import Casebook
from tests.casebook import postgres


class Clock:
    """Starts on a fixed day; every look at it takes a second."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    bin_folder = postgres.programs()
    if bin_folder is None:
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    with postgres.running(bin_folder) as running:
        yield running


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty casebook to copy, which is quicker than to migrate one for every test."""
    file = tmp_path_factory.mktemp("migrated") / "casebook.sqlite"
    Casebook.open(str(file)).close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty casebook, once of each kind."""
    if request.param == "sqlite":
        migrated: Path = request.getfixturevalue("migrated_file")
        shutil.copy(migrated, tmp_path / "casebook.sqlite")
        return f"sqlite:///{tmp_path}/casebook.sqlite"
    server: postgres.Server = request.getfixturevalue("server")
    return server.empty_casebook()


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/casebook.sqlite"
    server: postgres.Server = request.getfixturevalue("server")
    return server.bare_database()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(url: str, clock: Clock) -> Iterator[Casebook]:
    with Casebook.open(url, clock) as casebook:
        yield casebook
