"""Papers for what is due: renewal, report, appeal, another request, each prepared once.

They lie in the outbox in folders that begin with ``prepared-``: nobody has sent
them, so the reminder goes on until a person takes the word away from the
folder's name or writes the paper by its own command. Claims are never made
here: a ready packet enters the ledger, and that is a person's decision.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from casebook.records import Period
from casebook.store import reminders
from flows import paperwork
from flows.errors import WrongUsage
from flows.letters import Letter, Made, report_letter, write_letters
from flows.reminding import Due, calendar_file, due_today
from flows.workroom import Workroom

PREPARED = "prepared-"
CALENDAR = "reminders.ics"
"""The calendar file in the home folder, new on every run."""


def prepare(today: date, room: Workroom) -> tuple[Made, ...]:
    """Prepares what became due since the last run, and writes the calendar file.

    Raises CannotConvert, BadSettings.
    """
    with room.casebook.reading() as tx:
        found = due_today(tx, room.settings, today)
        done = reminders.prepared(tx)
    (room.settings.home / CALENDAR).write_bytes(calendar_file(found, today))
    drafted = {
        one.reminder.key: letter
        for one in found
        if one.reminder.key not in done and (letter := _letter(one, today, room)) is not None
    }
    if not drafted:
        return ()
    made = write_letters(
        [_prepared(letter) for letter in drafted.values()],
        room.settings,
        room.casebook,
        room.actor,
    )
    with room.casebook.writing(room.actor) as tx:
        for key in drafted:
            reminders.note(tx, key)
    return made


def _letter(one: Due, today: date, room: Workroom) -> Letter | None:
    """The paper that a reminder asks for; None where there is none, or it cannot be made yet."""
    client_id, reminder = one.client.id, one.reminder
    at = paperwork.desk(room.casebook, client_id, room.settings, today)
    try:
        match reminder.kind:
            case "lmn_expiring":
                return paperwork.renewal(at)
            case "report_due":
                end = today.replace(day=1) - timedelta(days=1)
                month = Period(start=end.replace(day=1), end=end)
                return report_letter(room.casebook, client_id, month, room.settings, today)
            case "appeal":
                return paperwork.appeal(at, room.archive, reminder.subject_id)
            case "unanswered" if reminder.sentence.startswith("Request for a letter of medical"):
                return paperwork.missing_letter(at, room.casebook)
            case _:
                return None
    except WrongUsage:
        return None  # what it lacks is told by the paper's own command


def _prepared(letter: Letter) -> Letter:
    awaited = letter.awaited.model_copy(update={"draft": True}) if letter.awaited else None
    return replace(letter, folder=f"{PREPARED}{letter.folder}", awaited=awaited)
