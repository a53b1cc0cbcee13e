"""What is due, as the casebook and the outbox tell it; the calendar names nobody."""

from __future__ import annotations

import os
from datetime import date, datetime

from icalendar import Calendar

from casebook.records import Request
from casebook.store import documents, requests
from flows.outbox import client_folder
from flows.reminding import Due, calendar_file, due_today
from flows.workroom import Workroom
from rules.reminders import ReminderKind
from samples.stories import people
from tests.flows.stories import enter


def kinds(room: Workroom, today: date) -> set[ReminderKind]:
    return {one.reminder.kind for one in due(room, today)}


def due(room: Workroom, today: date) -> tuple[Due, ...]:
    with room.casebook.reading() as tx:
        return due_today(tx, room.settings, today)


def test_a_report_is_due_until_one_was_made_after_the_month(room: Workroom) -> None:
    enter(room, people.DANA)
    today = date(2026, 11, 3)
    assert "report_due" in kinds(room, today)
    made = client_folder(room.settings.outbox, people.DANA) / "progress-report-2026-10-31"
    made.mkdir(parents=True)
    moment = datetime(2026, 11, 2, 12).timestamp()
    os.utime(made, (moment, moment))
    assert "report_due" not in kinds(room, today)


def test_a_request_without_an_answer_is_told_after_two_weeks(room: Workroom) -> None:
    enter(room, people.MARCUS)
    sent = Request(
        id="request_1", client_id=people.MARCUS.id, paper="lmn-request", sent_on=date(2026, 11, 1)
    )
    never = sent.model_copy(update={"id": "request_2", "draft": True, "sent_on": date(2026, 11, 2)})
    with room.casebook.writing("test") as tx:
        requests.send(tx, sent)
        requests.send(tx, never)
    assert "unanswered" not in kinds(room, date(2026, 11, 15))
    [told] = [
        one.reminder for one in due(room, date(2026, 11, 16)) if one.reminder.kind == "unanswered"
    ]
    assert told.sentence == (
        "Request for a letter of medical necessity of November 1, 2026: "
        "no answer for 15 days; ask again."
    )
    with room.casebook.writing("test") as tx:
        [paper, *_] = documents.of_client(tx, people.MARCUS.id)
        requests.answer(tx, sent.id, paper.id, date(2026, 11, 16))
    assert "unanswered" not in kinds(room, date(2026, 11, 17))


def test_the_calendar_names_no_person_and_no_condition(room: Workroom) -> None:
    enter(room, people.DANA)
    found = due(room, date(2026, 11, 3))
    data = calendar_file(found, date(2026, 11, 3))
    events = list(Calendar.from_ical(data).walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [one.reminder.due_on for one in found]
    assert len({str(event["uid"]) for event in events}) == len(found) > 0
    text = data.decode()
    assert not [part for part in people.DANA.name.split() if part in text]
    assert "medical" not in text
    assert data == calendar_file(found, date(2026, 11, 3)), "imported again, it doubles nothing"
