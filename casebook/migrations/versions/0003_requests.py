"""Forms and letters with a code on them that are awaited back."""

import sqlalchemy as sa
from alembic import op

from casebook.store.columns import RowNumber

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "requests",
        sa.Column("entered", RowNumber, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("answered_by", sa.String()),
        sa.Column("answered_on", sa.Date()),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_requests_client_id"),
        sa.ForeignKeyConstraint(["answered_by"], ["documents.id"], name="fk_requests_answered_by"),
        sa.PrimaryKeyConstraint("entered", name="pk_requests"),
        sa.UniqueConstraint("id", name="uq_requests_id"),
    )
    op.create_index("ix_requests_client_id", "requests", ["client_id"])
