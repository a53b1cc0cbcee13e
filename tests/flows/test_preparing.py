"""What is due is prepared once, as something that nobody has sent yet."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.store import requests
from flows.outbox import client_folder
from flows.preparing import CALENDAR, prepare
from flows.reminding import due_today
from flows.workroom import Workroom
from samples import FOLDER
from samples.stories import people
from tests.flows.stories import enter


@pytest.fixture(autouse=True)
def letterhead(room: Workroom) -> None:
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())


def kinds(room: Workroom, today: date) -> set[str]:
    with room.casebook.reading() as tx:
        return {one.reminder.kind for one in due_today(tx, room.settings, today)}


def test_a_report_is_prepared_once_and_goes_on_being_due(room: Workroom) -> None:
    enter(room, people.DANA)
    today = date(2026, 11, 3)
    assert "report_due" in kinds(room, today)
    made = prepare(today, room)
    assert {one.title for one in made} >= {"progress-report"}
    assert all(one.folder.name.startswith("prepared-") for one in made)
    assert "report_due" in kinds(room, today), "prepared is not sent"
    assert prepare(today, room) == (), "once"
    assert b"BEGIN:VCALENDAR" in (room.settings.home / CALENDAR).read_bytes()
    folder = client_folder(room.settings.outbox, people.DANA)
    [report] = folder.glob("prepared-progress-report-*")
    report.rename(report.with_name(report.name.removeprefix("prepared-")))
    assert "report_due" not in kinds(room, today), "a person sent it"


def test_a_renewal_is_prepared_before_the_letter_ends(room: Workroom) -> None:
    enter(room, people.DANA)
    with room.casebook.reading() as tx:
        case = tx.case(people.DANA.id)
    ends = max(day for letter in case.of_kind("lmn") if (day := letter.day("end_date")))
    today = date.fromordinal(ends.toordinal() - 45)
    assert "lmn_expiring" in kinds(room, today)
    made = [one for one in prepare(today, room) if one.title == "lmn-renewal"]
    assert len(made) == 1
    with room.casebook.reading() as tx:
        [request] = requests.of_client(tx, people.DANA.id)
    assert request.draft, "it counts as sent only when a person says so"
    assert request.pages, "and its form is known when it comes back"
    later = date.fromordinal(today.toordinal() + 15)
    assert "unanswered" not in kinds(room, later)
    folder = made[0].folder
    folder.rename(folder.with_name(folder.name.removeprefix("prepared-")))
    assert "unanswered" in kinds(room, later)


def test_a_prepared_appeal_does_not_silence_its_deadline(room: Workroom) -> None:
    enter(room, people.MARCUS)
    today = date(2027, 4, 10)
    assert "appeal" in kinds(room, today)
    made = [one for one in prepare(today, room) if one.title == "appeal"]
    assert [bool(one.faults) for one in made] == [True], "no letter is on file"
    assert "appeal" in kinds(room, today)
