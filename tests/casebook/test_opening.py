"""Opening a casebook: it is made, brought up to date, or refused with a remedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from casebook.store import Casebook, CasebookTooNew, CasebookUnavailable, clients
from casebook.store.engine import WRITER, engine_for
from casebook.store.tables import HEAD, metadata
from tests.casebook.builders import client


def test_migrations_end_where_the_tables_are_described(bare_url: str) -> None:
    Casebook.open(bare_url).close()
    engine = engine_for(bare_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_head_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "casebook:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_closed_casebook_is_found_again(bare_url: str) -> None:
    dana = client()
    with Casebook.open(bare_url) as book, book.writing("jordan") as tx:
        clients.add(tx, dana)
    with Casebook.open(bare_url) as book, book.reading() as tx:
        assert clients.get(tx, dana.id) == dana


def test_processes_that_open_an_empty_casebook_at_once_all_get_it(bare_url: str) -> None:
    code = "import sys; from casebook.store import Casebook; Casebook.open(sys.argv[1]).close()"
    started = [
        subprocess.Popen([sys.executable, "-c", code, bare_url], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[1] for process in started] == [""] * 3
    assert [process.returncode for process in started] == [0] * 3


def test_a_casebook_of_a_later_version_is_left_alone(bare_url: str) -> None:
    Casebook.open(bare_url).close()
    engine = engine_for(bare_url)
    with engine.connect().execution_options(**{WRITER: True}) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(CasebookTooNew, match="Update carepacket"):
        Casebook.open(bare_url)


def test_an_up_to_date_casebook_opens_without_alembic(tmp_path: Path) -> None:
    url = f"{tmp_path}/casebook.sqlite"
    Casebook.open(url).close()
    code = (
        "import sys; from casebook.store import Casebook; Casebook.open(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, url], check=False).returncode == 0


def test_a_path_makes_a_file_that_its_owner_alone_can_read(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "casebook.sqlite"
    Casebook.open(str(file)).close()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "address", ["sqlite://", "mysql://jordan:hunter2@host/casebook", "://", "postgres:hunter2"]
)
def test_an_unknown_address_is_refused_without_being_quoted(address: str, tmp_path: Path) -> None:
    if "://" not in address:
        address = f"odd+{address}://x"
    with pytest.raises(CasebookUnavailable) as raised:
        Casebook.open(address)
    assert "hunter2" not in str(raised.value)
    assert "CAREPACKET_DATABASE_URL" in raised.value.remedy


def test_a_server_that_does_not_answer_is_named_unavailable(tmp_path: Path) -> None:
    with pytest.raises(CasebookUnavailable) as raised:
        Casebook.open(f"postgresql://jordan:hunter2@/casebook?host={tmp_path}")
    assert "hunter2" not in str(raised.value)


def test_a_file_that_is_no_database_is_named_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "casebook.sqlite"
    file.write_bytes(b"this is a letter, not a database" * 100)
    with pytest.raises(CasebookUnavailable, match="SQLITE_NOTADB"):
        Casebook.open(str(file))
    assert file.read_bytes().startswith(b"this is a letter")
