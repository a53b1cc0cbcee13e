"""The casebook's tables, as the newest migration leaves them (a test compares the two).

A column bears the name of the record's field it holds. `entered` counts rows
in the order in which they came, for lists that must not depend on random ids.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from casebook.store.columns import Exact, Moment, RowNumber

HEAD = "0005"
"""The newest migration's number: a casebook that bears it is opened without Alembic."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _entered() -> Column[int]:
    return Column("entered", RowNumber, primary_key=True, autoincrement=True)


def _id() -> Column[str]:
    return Column("id", String, nullable=False, unique=True)


def _client(*, nullable: bool = False) -> Column[str]:
    return Column("client_id", ForeignKey("clients.id"), nullable=nullable, index=True)


clients = Table(
    "clients",
    metadata,
    _entered(),
    _id(),
    Column("name", String, nullable=False),
    Column("dob", Date, nullable=False, index=True),
    Column("phone", String),
    Column("email", String),
    Column("address", JSON(none_as_null=True)),
    Column("member_ids", JSON, nullable=False),
    Column("employer", String),
    Column("administrator", String),
    Column("coverage_start", Date),
    Column("coverage_end", Date),
    Column("training_since", Date),
)

providers = Table(
    "providers",
    metadata,
    _entered(),
    _id(),
    Column("name", String, nullable=False),
    Column("credentials", String),
    Column("npi", String, index=True),
    Column("license", String),
    Column("practice", String),
    Column("address", JSON(none_as_null=True)),
    Column("phone", String),
    Column("fax", String),
)

client_providers = Table(
    "client_providers",
    metadata,
    Column("client_id", ForeignKey("clients.id"), primary_key=True),
    Column("provider_id", ForeignKey("providers.id"), primary_key=True),
)

scans = Table(
    "scans",
    metadata,
    _entered(),
    _id(),
    Column("delivery", String, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("size", RowNumber, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("reason", String),
    Column("duplicate_of", ForeignKey("scans.id")),
    CheckConstraint(
        "state IN ('pending', 'filed', 'waiting', 'duplicate', 'quarantined')", name="state"
    ),
    CheckConstraint("(state = 'duplicate') = (duplicate_of IS NOT NULL)", name="duplicate"),
)

documents = Table(
    "documents",
    metadata,
    _entered(),
    _id(),
    Column("scan_id", ForeignKey("scans.id"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("state", String, nullable=False, index=True),
    Column("reason", String),
    _client(nullable=True),
    Column("kind", String, nullable=False),
    Column("reading", JSON, nullable=False),
    CheckConstraint("state IN ('filed', 'waiting', 'rejected')", name="state"),
)

decisions = Table(
    "decisions",
    metadata,
    _entered(),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("field", String, nullable=False),
    Column("action", String, nullable=False),
    Column("value", JSON(none_as_null=True)),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
)

packages = Table(
    "packages",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("purchased_on", Date, nullable=False),
    Column("sessions", Integer, nullable=False),
    Column("price", Exact, nullable=False),
    Column("description", String, nullable=False),
    Column("receipt_number", String),
)

sessions = Table(
    "sessions",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("date", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("description", String, nullable=False),
    Column("package_id", ForeignKey("packages.id")),
    Column("charge", Exact),
    Column("receipt_number", String),
    Column("trainer", String),
)

measurements = Table(
    "measurements",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("measure", String, nullable=False),
    Column("value", Exact, nullable=False),
    Column("unit", String, nullable=False),
    Column("date", Date, nullable=False),
)

goals = Table(
    "goals",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("text", String, nullable=False),
    Column("set_on", Date, nullable=False),
    Column("measure", String),
    Column("target", Exact),
    Column("due", Date),
    Column("status", String, nullable=False),
)

packets = Table(
    "packets",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("account", String, nullable=False),
    Column("period", JSON, nullable=False),
    Column("status", String, nullable=False),
    Column("total", Exact, nullable=False),
    Column("built_at", Moment, nullable=False),
    Column("folder", String, nullable=False),
    Column("claim", JSON(none_as_null=True)),
    CheckConstraint("status IN ('ready', 'draft')", name="status"),
)

claimed_sessions = Table(
    "claimed_sessions",
    metadata,
    _entered(),
    # The one constraint that the whole ledger rests on: a session is claimed once, or not at all.
    Column("session_id", String, nullable=False),
    Column("packet_id", ForeignKey("packets.id"), nullable=False, index=True),
    _client(),
    Column("account", String, nullable=False),
    Column("date_of_service", Date, nullable=False),
    Column("amount", Exact, nullable=False),
    UniqueConstraint("session_id"),
)

attestations = Table(
    "attestations",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("rendering", JSON, nullable=False),
    Column("diagnoses", JSON, nullable=False),
    Column("services", JSON, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

requests = Table(
    "requests",
    metadata,
    _entered(),
    _id(),
    _client(),
    Column("paper", String, nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("draft", Boolean, nullable=False),
    Column("answered_by", ForeignKey("documents.id")),
    Column("answered_on", Date),
)

payer_answers = Table(
    "payer_answers",
    metadata,
    _entered(),
    Column("document_id", ForeignKey("documents.id"), nullable=False, unique=True),
    Column("packet_id", ForeignKey("packets.id"), nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    _entered(),
    Column("key", String, nullable=False, unique=True),
    Column("prepared_at", Moment, nullable=False),
)

audit_events = Table(
    "audit_events",
    metadata,
    Column("number", RowNumber, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("details", String, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "subject"),
)
