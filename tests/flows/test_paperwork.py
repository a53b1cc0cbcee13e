"""Every other paper lies in the client's folder; what cannot be made says what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.records import Client, Period
from flows import paperwork
from flows.errors import WrongUsage
from flows.letters import write_letters
from flows.paperwork import Desk
from flows.workroom import Workroom
from samples import FOLDER, TODAY
from samples.stories import people
from templates.papers import AssessmentNotes, DischargeNotes, StatusChange
from tests.flows.stories import enter

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def letterhead(room: Workroom) -> None:
    (room.settings.home / "studio.toml").write_bytes((FOLDER / "studio.toml").read_bytes())


def at(room: Workroom, client: Client) -> Desk:
    enter(room, client)
    return paperwork.desk(room.casebook, client.id, room.settings, TODAY)


def test_each_paper_lies_in_a_folder_of_its_own(room: Workroom) -> None:
    dana, marcus = at(room, people.DANA), at(room, people.MARCUS)
    change = StatusChange(observed_on=TODAY, observed="Dizzy after the warm-up", done="Ended it")
    made = write_letters(
        [
            paperwork.introduction(dana),
            paperwork.renewal(dana),
            paperwork.assessment_summary(dana, YEAR, AssessmentNotes(plan="Twice a week")),
            paperwork.change_in_status(dana, change),
            paperwork.discharge(dana, DischargeNotes(reason="Moved away")),
            paperwork.receipt(dana, YEAR, "2026-17"),
            paperwork.statement(dana, 2026),
            paperwork.preauthorization(dana, "Premera"),
            paperwork.appeal(marcus, room.archive),
        ],
        room.settings,
        room.casebook,
        "test",
    )
    assert len({one.folder for one in made}) == len(made)
    assert {one.title: one.faults for one in made[:-1]} == {one.title: () for one in made[:-1]}
    appeal = made[-1]
    assert appeal.faults, "no letter is on file that answers the denial"
    assert appeal.folder.name.startswith("draft-appeal-")
    for one in made:
        assert sorted(path.suffix for path in one.folder.iterdir()) == [".docx", ".pdf"]


def test_a_paper_that_lacks_its_ground_is_refused_with_the_reason(room: Workroom) -> None:
    marcus = at(room, people.MARCUS)
    with pytest.raises(WrongUsage, match="no letter of medical necessity"):
        paperwork.renewal(marcus)
    with pytest.raises(WrongUsage, match="no such packet"):
        paperwork.client_letter(marcus, room.casebook)
    with pytest.raises(WrongUsage, match="no such denial"):
        paperwork.appeal(marcus, room.archive, "doc_of_somebody_else")
    with pytest.raises(WrongUsage, match="session"):
        paperwork.receipt(marcus, Period(start=date(2020, 1, 1), end=date(2020, 1, 31)))


def test_a_request_keeps_its_id_for_the_day(room: Workroom) -> None:
    dana = at(room, people.DANA)
    again = paperwork.desk(room.casebook, people.DANA.id, room.settings, TODAY)
    assert dana.request_id("lmn-request") == again.request_id("lmn-request")
    assert dana.request_id("lmn-request") != dana.request_id("physician-query")


def test_who_wrote_a_letter_is_not_asked_as_if_none_had_come(room: Workroom) -> None:
    def asked(client: Client, today: date = TODAY) -> str | None:
        desk = paperwork.desk(room.casebook, client.id, room.settings, today)
        letter = paperwork.missing_letter(desk, room.casebook)
        return letter.paper.name if letter else None

    for client in (people.DANA, people.INES, people.ROBERT_SENIOR, people.MARCUS):
        enter(room, client)
    assert asked(people.MARCUS) == "lmn-request", "a referral only"
    assert asked(people.INES) == "lmn-renewal", "her letter has ended"
    assert asked(people.ROBERT_SENIOR) == "physician-query", "it says back pain"
    assert asked(people.DANA, date(2026, 9, 4)) is None, "its cover is yet to begin"
