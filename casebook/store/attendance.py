"""Packages that clients bought, and the sessions they came to or missed."""

from __future__ import annotations

from casebook.records import Session, SessionPackage
from casebook.store.tables import packages, sessions
from casebook.store.unit import UnitOfWork


def add_package(tx: UnitOfWork, package: SessionPackage) -> SessionPackage:
    """Enters a package; raises AlreadyThere when the id is taken."""
    tx.add(packages, package, "package")
    return package


def put_package(tx: UnitOfWork, package: SessionPackage) -> SessionPackage:
    """Enters a package, or replaces the one with the same id."""
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
    """Enters a session, or replaces the one with the same id."""
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
