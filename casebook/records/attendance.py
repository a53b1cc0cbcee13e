"""What the studio itself knows: packages sold, sessions attended, measures taken, goals set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from casebook.records.base import Record

Attendance = Literal["attended", "no_show", "cancelled", "scheduled"]


class SessionPackage(Record):
    """A prepaid package. `price` in US dollars for `sessions` sessions."""

    id: str
    client_id: str
    purchased_on: date
    sessions: int
    price: Decimal
    description: str
    receipt_number: str | None = None
    """Ties the package to its receipt; the receipt in turn substantiates the payment."""


class Session(Record):
    """One session: attended, missed, cancelled or still to come.

    `charge` in US dollars is set for a session that is paid singly; a session
    of a package takes its share of the package's price instead.
    """

    id: str
    client_id: str
    date: date
    minutes: int
    status: Attendance
    description: str
    package_id: str | None = None
    charge: Decimal | None = None
    receipt_number: str | None = None
    trainer: str | None = None


class Measurement(Record):
    """One measure on one day; `measure` is a key of rules/measures, `unit` as printed."""

    id: str
    client_id: str
    measure: str
    value: Decimal
    unit: str
    date: date


class Goal(Record):
    """A goal as it was agreed; tied to a measure where it can be measured."""

    id: str
    client_id: str
    text: str
    set_on: date
    measure: str | None = None
    target: Decimal | None = None
    due: date | None = None
    status: Literal["open", "met", "dropped"] = "open"
