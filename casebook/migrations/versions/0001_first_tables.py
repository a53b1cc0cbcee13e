"""The first tables, and the audit trail that nobody can edit unseen.

Written out in full rather than taken from `casebook.store.tables`: those go on
changing, a released step does not. Only the column types are shared.
"""

import sqlalchemy as sa
from alembic import op

from casebook.store.columns import Exact, Moment, RowNumber

revision = "0001"
down_revision = None


def _entered() -> sa.Column[int]:
    return sa.Column("entered", RowNumber, autoincrement=True, nullable=False)


def upgrade() -> None:
    _people()
    _papers()
    _attendance()
    _claims()
    _audit_trail()


def _people() -> None:
    op.create_table(
        "clients",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("dob", sa.Date(), nullable=False),
        sa.Column("phone", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("address", sa.JSON(none_as_null=True)),
        sa.Column("member_ids", sa.JSON(), nullable=False),
        sa.Column("employer", sa.String()),
        sa.Column("administrator", sa.String()),
        sa.Column("coverage_start", sa.Date()),
        sa.Column("coverage_end", sa.Date()),
        sa.Column("training_since", sa.Date()),
        sa.PrimaryKeyConstraint("entered", name="pk_clients"),
        sa.UniqueConstraint("id", name="uq_clients_id"),
    )
    op.create_index("ix_clients_dob", "clients", ["dob"])
    op.create_table(
        "providers",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("credentials", sa.String()),
        sa.Column("npi", sa.String()),
        sa.Column("license", sa.String()),
        sa.Column("practice", sa.String()),
        sa.Column("address", sa.JSON(none_as_null=True)),
        sa.Column("phone", sa.String()),
        sa.Column("fax", sa.String()),
        sa.PrimaryKeyConstraint("entered", name="pk_providers"),
        sa.UniqueConstraint("id", name="uq_providers_id"),
    )
    op.create_index("ix_providers_npi", "providers", ["npi"])
    op.create_table(
        "client_providers",
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_client_providers_client_id"
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_client_providers_provider_id"
        ),
        sa.PrimaryKeyConstraint("client_id", "provider_id", name="pk_client_providers"),
    )


def _papers() -> None:
    op.create_table(
        "scans",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", RowNumber, nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("duplicate_of", sa.String()),
        sa.CheckConstraint(
            "(state = 'duplicate') = (duplicate_of IS NOT NULL)", name="ck_scans_duplicate"
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'filed', 'waiting', 'duplicate', 'quarantined')",
            name="ck_scans_state",
        ),
        sa.ForeignKeyConstraint(["duplicate_of"], ["scans.id"], name="fk_scans_duplicate_of"),
        sa.PrimaryKeyConstraint("entered", name="pk_scans"),
        sa.UniqueConstraint("delivery", name="uq_scans_delivery"),
        sa.UniqueConstraint("id", name="uq_scans_id"),
    )
    op.create_index("ix_scans_sha256", "scans", ["sha256"])
    op.create_index("ix_scans_state", "scans", ["state"])
    op.create_table(
        "documents",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scan_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("client_id", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.CheckConstraint("state IN ('filed', 'waiting', 'rejected')", name="ck_documents_state"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_documents_client_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scans.id"], name="fk_documents_scan_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_documents"),
        sa.UniqueConstraint("id", name="uq_documents_id"),
    )
    op.create_index("ix_documents_client_id", "documents", ["client_id"])
    op.create_index("ix_documents_scan_id", "documents", ["scan_id"])
    op.create_index("ix_documents_sha256", "documents", ["sha256"])
    op.create_index("ix_documents_state", "documents", ["state"])
    op.create_table(
        "decisions",
        _entered(),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True)),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_decisions_document_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_decisions"),
    )
    op.create_index("ix_decisions_document_id", "decisions", ["document_id"])


def _attendance() -> None:
    op.create_table(
        "packages",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("purchased_on", sa.Date(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("price", Exact(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("receipt_number", sa.String()),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_packages_client_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_packages"),
        sa.UniqueConstraint("id", name="uq_packages_id"),
    )
    op.create_index("ix_packages_client_id", "packages", ["client_id"])
    op.create_table(
        "sessions",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("package_id", sa.String()),
        sa.Column("charge", Exact()),
        sa.Column("receipt_number", sa.String()),
        sa.Column("trainer", sa.String()),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_sessions_client_id"),
        sa.ForeignKeyConstraint(["package_id"], ["packages.id"], name="fk_sessions_package_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_sessions"),
        sa.UniqueConstraint("id", name="uq_sessions_id"),
    )
    op.create_index("ix_sessions_client_id", "sessions", ["client_id"])
    op.create_table(
        "measurements",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", Exact(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_measurements_client_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_measurements"),
        sa.UniqueConstraint("id", name="uq_measurements_id"),
    )
    op.create_index("ix_measurements_client_id", "measurements", ["client_id"])
    op.create_table(
        "goals",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("measure", sa.String()),
        sa.Column("target", Exact()),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_goals_client_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_goals"),
        sa.UniqueConstraint("id", name="uq_goals_id"),
    )
    op.create_index("ix_goals_client_id", "goals", ["client_id"])


def _claims() -> None:
    op.create_table(
        "packets",
        _entered(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("period", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("total", Exact(), nullable=False),
        sa.Column("built_at", Moment(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("claim", sa.JSON(none_as_null=True)),
        sa.CheckConstraint("status IN ('ready', 'draft')", name="ck_packets_status"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_packets_client_id"),
        sa.PrimaryKeyConstraint("entered", name="pk_packets"),
        sa.UniqueConstraint("id", name="uq_packets_id"),
    )
    op.create_index("ix_packets_client_id", "packets", ["client_id"])
    op.create_table(
        "claimed_sessions",
        _entered(),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("packet_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("date_of_service", sa.Date(), nullable=False),
        sa.Column("amount", Exact(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_claimed_sessions_client_id"
        ),
        sa.ForeignKeyConstraint(
            ["packet_id"], ["packets.id"], name="fk_claimed_sessions_packet_id"
        ),
        sa.PrimaryKeyConstraint("entered", name="pk_claimed_sessions"),
        sa.UniqueConstraint("session_id", name="uq_claimed_sessions_session_id"),
    )
    op.create_index("ix_claimed_sessions_client_id", "claimed_sessions", ["client_id"])
    op.create_index("ix_claimed_sessions_packet_id", "claimed_sessions", ["packet_id"])


def _audit_trail() -> None:
    op.create_table(
        "audit_events",
        sa.Column("number", RowNumber, autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_events"),
    )
    op.create_index("ix_audit_events_subject", "audit_events", ["subject"])
    _refuse_changes()


def _refuse_changes() -> None:
    """Events are added, never changed or deleted, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_events_no_{verb.lower()} BEFORE {verb} ON audit_events "
                "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_events_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION audit_events_refuse()"
    )
