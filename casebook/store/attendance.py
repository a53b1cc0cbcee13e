"""Packages that clients bought, and the sessions they came to or missed."""

from __future__ import annotations

from sqlalchemy import select

from casebook.records import Session, SessionPackage
from casebook.store.errors import NotAllowed
from casebook.store.tables import claimed_sessions, packages, sessions
from casebook.store.unit import UnitOfWork

CLAIMED_SESSION = ("client_id", "date", "minutes", "status", "package_id", "charge")
CLAIMED_PACKAGE = ("client_id", "sessions", "price")
"""What a claim rests on: it must not change under a packet that was built on it."""


def add_package(tx: UnitOfWork, package: SessionPackage) -> SessionPackage:
    """Enters a package; raises AlreadyThere when the id is taken."""
    tx.add(packages, package, "package")
    return package


def put_package(tx: UnitOfWork, package: SessionPackage) -> SessionPackage:
    """Enters a package, or replaces the one with the same id.

    Raises NotAllowed for a change that a ready packet's claim rests on.
    """
    for old in tx.find(packages, SessionPackage, packages.c.id == package.id):
        if any(getattr(old, name) != getattr(package, name) for name in CLAIMED_PACKAGE):
            held = tx.find(sessions, Session, sessions.c.package_id == package.id)
            _refuse_if_claimed(tx, tuple(one.id for one in held))
    tx.put(packages, package, "package")
    return package


def package(tx: UnitOfWork, package_id: str) -> SessionPackage:
    """The package with this id; raises NotFound."""
    return tx.get(packages, SessionPackage, "package", package_id)


def packages_of(tx: UnitOfWork, client_id: str) -> tuple[SessionPackage, ...]:
    """A client's packages by date of purchase."""
    found = tx.find(packages, SessionPackage, packages.c.client_id == client_id)
    return tuple(sorted(found, key=lambda one: one.purchased_on))


def all_packages(tx: UnitOfWork) -> tuple[SessionPackage, ...]:
    """Every package by date of purchase."""
    return tuple(sorted(tx.find(packages, SessionPackage), key=lambda one: one.purchased_on))


def add_session(tx: UnitOfWork, session: Session) -> Session:
    """Enters a session; raises AlreadyThere when the id is taken."""
    tx.add(sessions, session, "session")
    return session


def put_session(tx: UnitOfWork, session: Session) -> Session:
    """Enters a session, or replaces the one with the same id.

    Raises NotAllowed for a change that a ready packet's claim rests on.
    """
    for old in tx.find(sessions, Session, sessions.c.id == session.id):
        if any(getattr(old, name) != getattr(session, name) for name in CLAIMED_SESSION):
            _refuse_if_claimed(tx, (session.id,))
    tx.put(sessions, session, "session")
    return session


def session(tx: UnitOfWork, session_id: str) -> Session:
    """The session with this id; raises NotFound."""
    return tx.get(sessions, Session, "session", session_id)


def sessions_of(tx: UnitOfWork, client_id: str) -> tuple[Session, ...]:
    """A client's sessions by date."""
    found = tx.find(sessions, Session, sessions.c.client_id == client_id)
    return tuple(sorted(found, key=lambda one: one.date))


def all_sessions(tx: UnitOfWork) -> tuple[Session, ...]:
    """Every session by date."""
    return tuple(sorted(tx.find(sessions, Session), key=lambda one: one.date))


def _refuse_if_claimed(tx: UnitOfWork, session_ids: tuple[str, ...]) -> None:
    claimed = tx.rows(
        select(claimed_sessions.c.session_id, claimed_sessions.c.packet_id).where(
            claimed_sessions.c.session_id.in_(session_ids)
        )
    )
    if claimed:
        session_id, packet_id = claimed[0]["session_id"], claimed[0]["packet_id"]
        raise NotAllowed(
            f"Packet {packet_id} claims session {session_id} as it stands.",
            "Withdraw that packet first if its claim is wrong.",
        )
