"""Which packet a payer's paper answers, as a person said it."""

import sqlalchemy as sa
from alembic import op

from casebook.store.columns import RowNumber

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "payer_answers",
        sa.Column("entered", RowNumber, autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("packet_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_payer_answers_document_id"
        ),
        sa.ForeignKeyConstraint(["packet_id"], ["packets.id"], name="fk_payer_answers_packet_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_payer_answers"),
        sa.UniqueConstraint("document_id", name="uq_payer_answers_document_id"),
    )
