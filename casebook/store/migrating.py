"""Brings a casebook's tables to this version's, whoever else opens it at the same moment."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from casebook.store.engine import WRITER
from casebook.store.errors import CasebookTooNew
from casebook.store.tables import HEAD


def migrate(engine: Engine) -> None:
    """Runs the migrations that this casebook lacks, in one transaction.

    Of two processes that start at once one migrates; the other waits and
    finds nothing to do. Raises CasebookTooNew for a later version's casebook.
    """
    with engine.connect() as reader, reader.begin():
        if _revision(reader) == HEAD:
            return
    with engine.connect().execution_options(**{WRITER: True}) as writer, writer.begin():
        revision = _revision(writer)
        if revision == HEAD:
            return
        _upgrade(writer, revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, revision: str | None) -> None:
    # Imported here: most starts find nothing to migrate, and Alembic takes a while to import.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "casebook:migrations")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise CasebookTooNew(revision)
    command.upgrade(config, "head")
