"""What was measured, on whom, when."""

from __future__ import annotations

from casebook.records import Measurement
from casebook.store.tables import measurements as table
from casebook.store.unit import UnitOfWork


def add(tx: UnitOfWork, measurement: Measurement) -> Measurement:
    """Enters a measurement; raises AlreadyThere when the id is taken."""
    tx.add(table, measurement, "measurement")
    return measurement


def put(tx: UnitOfWork, measurement: Measurement) -> Measurement:
    """Enters a measurement, or replaces the one with the same id."""
    tx.put(table, measurement, "measurement")
    return measurement


def get(tx: UnitOfWork, measurement_id: str) -> Measurement:
    """The measurement with this id; raises NotFound."""
    return tx.get(table, Measurement, "measurement", measurement_id)


def of_client(tx: UnitOfWork, client_id: str) -> tuple[Measurement, ...]:
    """A client's measurements by date."""
    found = tx.find(table, Measurement, table.c.client_id == client_id)
    return tuple(sorted(found, key=lambda one: one.date))


def all(tx: UnitOfWork) -> tuple[Measurement, ...]:
    """Every measurement by date."""
    return tuple(sorted(tx.find(table, Measurement), key=lambda one: one.date))
