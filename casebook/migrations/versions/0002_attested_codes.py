"""Procedure codes as credentialed providers attested them."""

import sqlalchemy as sa
from alembic import op

from casebook.store.columns import Moment, RowNumber

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "attestations",
        sa.Column("entered", RowNumber, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("rendering", sa.JSON(), nullable=False),
        sa.Column("diagnoses", sa.JSON(), nullable=False),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.Column("withdrawn_at", Moment()),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_attestations_client_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_attestations"),
        sa.UniqueConstraint("id", name="uq_attestations_id"),
    )
    op.create_index("ix_attestations_client_id", "attestations", ["client_id"])
