"""Reminders whose paper was prepared: each is prepared once."""

import sqlalchemy as sa
from alembic import op

from casebook.store.columns import Moment, RowNumber

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("entered", RowNumber, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("prepared_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("entered", name="pk_reminders"),
        sa.UniqueConstraint("key", name="uq_reminders_key"),
    )
