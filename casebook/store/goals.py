"""What clients are working towards."""

from __future__ import annotations

from casebook.records import Goal
from casebook.store.tables import goals as table
from casebook.store.unit import UnitOfWork


def add(tx: UnitOfWork, goal: Goal) -> Goal:
    """Enters a goal; raises AlreadyThere when the id is taken."""
    tx.add(table, goal, "goal")
    return goal


def put(tx: UnitOfWork, goal: Goal) -> Goal:
    """Enters a goal, or replaces the one with the same id."""
    tx.put(table, goal, "goal")
    return goal


def get(tx: UnitOfWork, goal_id: str) -> Goal:
    """The goal with this id; raises NotFound."""
    return tx.get(table, Goal, "goal", goal_id)


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Goal, ...]:
    """A client's goals in the order in which they were set."""
    found = tx.find(table, Goal, table.c.client_id == client_id)
    return tuple(sorted(found, key=lambda one: one.set_on))


def all(tx: UnitOfWork) -> tuple[Goal, ...]:
    """Every goal in the order in which they were set."""
    return tuple(sorted(tx.find(table, Goal), key=lambda one: one.set_on))
