"""What is due for every client today, and the calendar file that carries it.

Reports and appeals are known from the outbox: a paper that lies there was made
on the day when its folder was published. Requests stand in the casebook. Nothing
in the calendar names a person or a condition, because calendars are shared and
live on other people's servers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from casebook.records import Case, Client, Request
from casebook.store import Transaction, clients, requests
from flows.administrators import profile_for_letters
from flows.outbox import client_folder
from flows.settings import Settings
from rules.reminders import Reminder, ReminderKind, SentRequest, due
from rules.words import day as written

REPORT = "progress-report-"
APPEAL = "appeal-"
"""What the folders of these papers begin with."""

AWAITED = {
    "lmn-request": "Request for a letter of medical necessity",
    "physician-query": "Query to the physician",
    "change-in-status": "Note on a change in status",
    "preauthorization": "Request for authorization",
}
"""What is awaited back, by what its code calls it."""

TITLES: dict[ReminderKind, str] = {
    "lmn_expiring": "Renewal to be requested",
    "report_due": "Report to be sent",
    "run_out": "Claims to be sent in",
    "appeal": "Last day to answer a payer",
    "unanswered": "Ask again: no answer yet",
}
"""What a calendar shows: nothing about health."""


@dataclass(frozen=True)
class Due:
    """A reminder and whose it is."""

    client: Client
    reminder: Reminder


def due_today(tx: Transaction, settings: Settings, today: date) -> tuple[Due, ...]:
    """Every client's reminders, the most pressing first. Raises WrongUsage, BadSettings."""
    found = [
        Due(client, reminder)
        for client in clients.all(tx)
        for reminder in _of(tx.case(client.id), requests.of_client(tx, client.id), settings, today)
    ]
    return tuple(sorted(found, key=lambda one: (one.reminder.due_on, one.reminder.key)))


def calendar_file(found: Sequence[Due], today: date) -> bytes:
    """An iCalendar file [RFC 5545] with a day for each reminder; imported again, it doubles none.

    A title says what is to be done and for which client's number.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//carepacket//reminders//EN")
    calendar.add("version", "2.0")
    for one in found:
        event = Event()
        event.add("uid", f"{one.reminder.key}@carepacket".replace(" ", "-"))
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("summary", f"{TITLES[one.reminder.kind]} (client {one.client.id})")
        event.add("description", "See: carepacket reminders")
        event.add("dtstart", one.reminder.due_on)
        event.add("dtend", one.reminder.due_on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _of(
    case: Case, sent: Sequence[Request], settings: Settings, today: date
) -> tuple[Reminder, ...]:
    folder = client_folder(settings.outbox, case.client)
    return due(
        case,
        profile_for_letters(case, settings),
        today,
        requests=_requests(case, folder, sent),
        reports=[_made_on(path) for path in folder.glob(f"{REPORT}*")],
        answered_denials={
            denial.id for denial in case.of_kind("denial") if _has(folder, f"{APPEAL}{denial.id}")
        },
    )


def _requests(case: Case, folder: Path, sent: Sequence[Request]) -> list[SentRequest]:
    """The newest of each paper that is awaited back.

    A letter request is answered by its form, and by any letter that was signed since.
    """
    newest = {request.paper: request for request in sent if _went_out(folder, request)}
    return [
        SentRequest(
            id=request.id,
            title=f"{AWAITED.get(request.paper, 'Letter')} of {written(request.sent_on)}",
            sent_on=request.sent_on,
            answered_on=request.answered_on or _signed_since(case, request),
        )
        for request in newest.values()
    ]


def _went_out(folder: Path, request: Request) -> bool:
    """Whether it was sent: a prepared letter is, once its folder is no longer called so."""
    return not request.draft or _has(folder, f"lmn-*-{request.sent_on.isoformat()}")


def _signed_since(case: Case, request: Request) -> date | None:
    if request.paper != "lmn-request":
        return None
    signed = (letter.day("signature_date") for letter in case.of_kind("lmn"))
    return min((day for day in signed if day and day >= request.sent_on), default=None)


def _has(folder: Path, beginning: str) -> bool:
    return any(folder.glob(f"{beginning}*"))


def _made_on(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).date()
