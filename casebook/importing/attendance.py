"""Lists of packages that were bought, and of sessions that were attended or missed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.importing import columns, values
from casebook.importing.sheet import Imported, Row, Unclear, read
from casebook.importing.whose import Numbering, Owners, own_id
from casebook.records import Attendance, Client, Session, SessionPackage

_STATUS: dict[Attendance, frozenset[str]] = {
    "attended": frozenset(
        "attended attend present yes y x 1 true done completed complete came showed ✓ ✔".split()
    ),
    "no_show": frozenset("noshow ns no n 0 false absent missed didnotattend dna".split()),
    "cancelled": frozenset("cancelled canceled cancel cancellation c".split()),
    "scheduled": frozenset("scheduled planned booked upcoming future pending open".split()),
}


def read_packages(data: str | bytes, clients: Sequence[Client]) -> Imported[SessionPackage]:
    """A list of packages of these clients."""
    owners, numbering = Owners(clients), Numbering("package")

    def one(row: Row) -> list[SessionPackage]:
        client = owners.of(row)
        bought = row.need("purchased_on", values.day)
        sessions = row.need("sessions", values.count)
        price = row.need("price", values.dollars)
        description = row.get("description", values.text)
        receipt = row.get("receipt_number", values.label)
        if client is None or bought is None or sessions is None or price is None:
            return []
        return [
            SessionPackage(
                id=numbering.id_of(row, client.id, bought),
                client_id=client.id,
                purchased_on=bought,
                sessions=sessions,
                price=price,
                description=description or f"Package of {sessions} sessions",
                receipt_number=receipt,
            )
        ]

    return read(data, columns.PACKAGES, ("client", "purchased_on", "sessions", "price"), one)


def read_sessions(
    data: str | bytes, clients: Sequence[Client], packages: Sequence[SessionPackage] = ()
) -> Imported[Session]:
    """A list of sessions of these clients. A session's package is one of `packages`."""
    owners, numbering = Owners(clients), Numbering("session")

    def one(row: Row) -> list[Session]:
        client = owners.of(row)
        day = row.need("date", values.day)
        minutes = row.need("minutes", values.minutes)
        status = row.need("status", _status)
        package = _package(row, client, packages)
        rest = {
            "receipt_number": row.get("receipt_number", values.label),
            "trainer": row.get("trainer", values.text),
        }
        charge = row.get("charge", values.dollars)
        description = row.get("description", values.text)
        if client is None or day is None or minutes is None or status is None:
            return []
        return [
            Session(
                id=numbering.id_of(row, client.id, day),
                client_id=client.id,
                date=day,
                minutes=minutes,
                status=status,
                description=description or "Training session",
                package_id=package,
                charge=charge,
                **rest,
            )
        ]

    return read(data, columns.SESSIONS, ("client", "date", "minutes", "status"), one)


def _status(cell: str) -> Attendance:
    plain = re.sub(r"[\s_\-.'’]+", "", cell.casefold())
    for status, said in _STATUS.items():
        if plain in said:
            return status
    raise Unclear("must be attended, no_show, cancelled or scheduled")


def _package(row: Row, client: Client | None, packages: Sequence[SessionPackage]) -> str | None:
    key = row.get("package", values.label)
    if key is None or client is None:
        return None
    package = next((one for one in packages if one.id in {key, own_id("package", key)}), None)
    if package is None:
        row.note("package", "is no package that is known; add the package first")
    elif package.client_id != client.id:
        row.note("package", "is another client's package")
    else:
        return package.id
    return None
