"""Alembic's entry: runs the steps on the open connection that the casebook hands over."""

from alembic import context

from casebook.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can take back a half-made table, too; Alembic assumes that it cannot.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
