"""The lists that a studio keeps itself: how each is read, stored, found and listed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casebook import importing
from casebook.importing import Imported
from casebook.importing.progress import KnownMeasure
from casebook.importing.whose import own_id
from casebook.records import Client, Record
from casebook.store import Transaction, attendance, clients, goals, measurements, providers
from flows import charting
from flows.administrators import known_profiles
from flows.errors import WrongUsage
from flows.settings import Settings
from rules.measures import MEASURES


class BadList(WrongUsage):
    """A list with faults; nothing of it was taken."""


@dataclass(frozen=True)
class Subject:
    """One kind of record that people enter.

    read: a CSV file's bytes, and the keys of the administrator profiles, into
    records or problems. put: enters one or replaces the one of its id.
    columns: what a list of them shows, by field.
    """

    name: str
    read: Callable[[Transaction, bytes, Collection[str]], Imported[Any]]
    put: Callable[[Transaction, Any], Any]
    get: Callable[[Transaction, str], Any]
    all: Callable[[Transaction], Sequence[Any]]
    columns: tuple[str, ...]


SUBJECTS: Mapping[str, Subject] = {
    subject.name: subject
    for subject in (
        Subject(
            "clients",
            lambda tx, data, administrators: importing.read_clients(
                data, clients.all(tx), administrators
            ),
            clients.put,
            clients.get,
            clients.all,
            ("id", "name", "dob", "administrator"),
        ),
        Subject(
            "providers",
            lambda tx, data, _: importing.read_providers(data, providers.all(tx)),
            providers.put,
            providers.get,
            providers.all,
            ("id", "name", "credentials", "npi", "practice"),
        ),
        Subject(
            "packages",
            lambda tx, data, _: importing.read_packages(data, clients.all(tx)),
            attendance.put_package,
            attendance.package,
            attendance.all_packages,
            ("id", "client_id", "purchased_on", "sessions", "price", "receipt_number"),
        ),
        Subject(
            "sessions",
            lambda tx, data, _: importing.read_sessions(
                data, clients.all(tx), attendance.all_packages(tx)
            ),
            attendance.put_session,
            attendance.session,
            attendance.all_sessions,
            ("id", "client_id", "date", "minutes", "status", "package_id"),
        ),
        Subject(
            "measurements",
            lambda tx, data, _: importing.read_measurements(data, clients.all(tx), _measures()),
            measurements.put,
            measurements.get,
            measurements.all,
            ("id", "client_id", "date", "measure", "value", "unit"),
        ),
        Subject(
            "goals",
            lambda tx, data, _: importing.read_goals(data, clients.all(tx), _measures()),
            goals.put,
            goals.get,
            goals.all,
            ("id", "client_id", "text", "set_on", "status"),
        ),
    )
}


def take_list(tx: Transaction, subject: Subject, data: bytes, settings: Settings) -> Imported[Any]:
    """Enters a whole list or nothing of it. Raises BadList that names row and column."""
    read = subject.read(tx, data, known_profiles(settings))
    if read.problems:
        told = "\n  ".join(str(problem) for problem in read.problems)
        raise BadList(
            f"the list of {subject.name} has faults, and nothing of it was taken:\n  {told}",
            "Correct these cells and import it again",
        )
    _refuse_twice(tx, read.records)
    for record in read.records:
        subject.put(tx, record)
    return read


def add_one(
    tx: Transaction, subject: Subject, cells: Mapping[str, str | None], settings: Settings
) -> Record:
    """Enters one record, given as the cells of one row of the list.

    Raises BadList that names what is wrong with which.
    """
    given = {name: cell for name, cell in cells.items() if cell is not None}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(given)
    writer.writerow(given.values())
    read = subject.read(tx, text.getvalue().encode(), known_profiles(settings))
    if read.problems or not read.records:
        told = "; ".join(f"{one.column.replace('_', '-')} {one.message}" for one in read.problems)
        raise BadList(told or "nothing was given", "see --help for an example")
    record: Record = read.records[0]
    _refuse_twice(tx, (record,))
    subject.put(tx, record)
    return record


def _refuse_twice(tx: Transaction, records: Sequence[Record]) -> None:
    """Raises BadList for a session or a measure that a sheet has entered already."""
    twice = sum(charting.entered_by_sheet(tx, record) for record in records)
    if twice:
        raise BadList(
            f"{twice} of these rows came in by a session log or an assessment already",
            "leave the id of such a row empty, and it takes the place of what was read",
        )


def _measures() -> tuple[KnownMeasure, ...]:
    return tuple(
        KnownMeasure(key=key, name=measure.name, unit=measure.unit)
        for key, measure in MEASURES.items()
    )


def client_meant(tx: Transaction, asked: str) -> Client:
    """The one client whom an id or a typed name means. Raises WrongUsage for none or several."""
    found = clients.find(tx, asked) or clients.find(tx, own_id("client", asked))
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongUsage(
            f"no client goes by {asked!r}", "see those there are: carepacket clients list"
        )
    told = ", ".join(f"{client.id} (born {client.dob})" for client in found)
    raise WrongUsage(f"{asked!r} may mean {len(found)} clients: {told}", "give the id")
