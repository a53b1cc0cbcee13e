"""Sheets that are filed fill the casebook: once, only what is sure, and after a person's word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from casebook.records import Client, Document, Measurement, Session
from casebook.store import attendance, clients, documents, ids, measurements, scans
from extractors.options import ReadOptions
from extractors.read import read
from flows import charting, lists, reviewing
from flows.filing import conclude
from flows.workroom import Workroom
from tests.flows.papers import sheet

CLIENT = Client(id="client_1", name="Dana Whitfield", dob=date(1970, 3, 4))
ABOUT = ["Client: Dana Whitfield        DOB: 03/04/1970"]
MEASURES = [
    ["Measure", "Baseline 02/01/2026", "Today", "Unit"],
    ["6-minute walk test", "380", "421", "m"],
    ["Grip strength (right)", "22", "26", "kg"],
]
SHEET = ["Functional assessment", *ABOUT, "Date of assessment: 05/03/2026"]
LOG = ["Training Session Log", *ABOUT]
ROWS = [
    ["Date", "Start", "Min", "Status", "Trainer"],
    ["05/01/2026", "9:00 AM", "45", "Attended", "J. Ruiz"],
    ["05/04/2026", "2:30 PM", "60", "No-show", "J. Ruiz"],
]


@pytest.fixture
def known(room: Workroom) -> Workroom:
    with room.casebook.writing("test") as tx:
        clients.put(tx, CLIENT)
    return room


def dropped(room: Workroom, data: bytes) -> Document:
    """The document of a scan that was received, read and concluded."""
    readings = read(data, "scan.pdf", ReadOptions(jobs=1))
    with room.casebook.writing("test") as tx:
        scan = scans.receive(
            tx,
            delivery=ids.new("delivery"),
            sha256=readings[0].sha256,
            name="scan.pdf",
            size=len(data),
        )
    conclude(scan, readings, room)
    with room.casebook.reading() as tx:
        return documents.of_scan(tx, scan.id)[0]


def measured(room: Workroom) -> dict[tuple[str, date], Decimal]:
    with room.casebook.reading() as tx:
        return {(one.measure, one.date): one.value for one in measurements.of_client(tx, CLIENT.id)}


def attended(room: Workroom) -> list[tuple[date, int, str]]:
    with room.casebook.reading() as tx:
        return [
            (one.date, one.minutes, one.status) for one in attendance.sessions_of(tx, CLIENT.id)
        ]


EXPECTED = {
    ("six_minute_walk", date(2026, 2, 1)): Decimal(380),
    ("six_minute_walk", date(2026, 5, 3)): Decimal(421),
    ("grip_strength_right", date(2026, 2, 1)): Decimal(22),
    ("grip_strength_right", date(2026, 5, 3)): Decimal(26),
}


def test_a_filed_assessment_becomes_measurements_with_their_source(known: Workroom) -> None:
    document = dropped(known, sheet(SHEET, MEASURES))
    assert (document.state, document.reason) == ("filed", None)
    assert measured(known) == EXPECTED
    with known.casebook.reading() as tx:
        walk = next(
            one
            for one in measurements.of_client(tx, CLIENT.id)
            if one.measure == "six_minute_walk" and one.value == Decimal(421)
        )
        source = charting.source_of(tx, walk)
    assert source is not None
    assert source[0] == document.id
    assert source[1].page == 1
    assert "421" in source[1].text


def test_the_same_sheet_scanned_again_enters_nothing_twice(known: Workroom) -> None:
    dropped(known, sheet(SHEET, MEASURES))
    again = dropped(known, sheet(SHEET, MEASURES, ["Assessed by: J. Ruiz"]))
    assert again.state == "filed"
    assert measured(known) == EXPECTED


def test_another_value_for_the_same_day_waits_and_changes_nothing(known: Workroom) -> None:
    dropped(known, sheet(SHEET, MEASURES))
    other = [row if row[0] != "6-minute walk test" else [*row[:2], "481", "m"] for row in MEASURES]
    document = dropped(known, sheet(SHEET, other))
    assert document.state == "waiting"
    assert "another value" in (document.reason or "")
    assert measured(known) == EXPECTED


def test_another_unit_is_not_entered(known: Workroom) -> None:
    document = dropped(
        known, sheet(SHEET, [MEASURES[0], ["6-minute walk test", "1200", "1381", "ft"]])
    )
    assert document.state == "waiting"
    assert "another unit" in (document.reason or "")
    assert measured(known) == {}


def test_what_is_doubtful_enters_when_a_person_accepts_it(known: Workroom) -> None:
    twice = ["Resting heart rate 72 bpm, later 80 bpm"]
    document = dropped(known, sheet([*SHEET, *twice], []))
    assert document.state == "waiting"
    assert measured(known) == {}
    with known.casebook.writing("ruiz") as tx:
        filed = reviewing.accept(tx, document.id, ("measures",))
    assert filed.state == "filed"
    assert measured(known) == {("resting_heart_rate", date(2026, 5, 3)): Decimal(72)}


def test_a_rejected_sheet_enters_nothing(known: Workroom) -> None:
    document = dropped(known, sheet([*SHEET, "Resting heart rate 72 bpm, later 80 bpm"], []))
    with known.casebook.writing("ruiz") as tx:
        reviewing.reject_fields(tx, document.id, ("measures",))
    assert measured(known) == {}


def test_a_stranger_s_sheet_enters_once_it_is_assigned(known: Workroom) -> None:
    heads = [line.replace("Dana Whitfield", "D. Whitfeld") for line in SHEET]
    document = dropped(known, sheet(heads, MEASURES))
    assert document.state == "waiting"
    assert measured(known) == {}
    with known.casebook.writing("ruiz") as tx:
        reviewing.assign(tx, document.id, CLIENT.id)
        reviewing.accept(tx, document.id, ())
    assert measured(known) == EXPECTED


def test_a_filed_log_becomes_sessions(known: Workroom) -> None:
    document = dropped(known, sheet(LOG, ROWS))
    assert (document.state, document.reason) == ("filed", None)
    assert attended(known) == [
        (date(2026, 5, 1), 45, "attended"),
        (date(2026, 5, 4), 60, "no_show"),
    ]


def test_a_session_of_the_same_day_is_never_entered_twice(known: Workroom) -> None:
    with known.casebook.writing("test") as tx:
        attendance.add_session(
            tx,
            Session(
                id="S-17",
                client_id=CLIENT.id,
                date=date(2026, 5, 1),
                minutes=45,
                status="attended",
                description="Training session",
            ),
        )
    document = dropped(known, sheet(LOG, ROWS))
    again = dropped(known, sheet(LOG, ROWS, ["Copy"]))
    assert {document.state, again.state} == {"filed"}
    assert [day for day, _, _ in attended(known)] == [date(2026, 5, 1), date(2026, 5, 4)]


def test_a_log_against_what_is_known_waits(known: Workroom) -> None:
    dropped(known, sheet(LOG, ROWS))
    other = [*ROWS[:2], ["05/04/2026", "2:30 PM", "60", "Attended", "J. Ruiz"]]
    document = dropped(known, sheet(LOG, other))
    assert document.state == "waiting"
    assert "another session" in (document.reason or "")
    assert attended(known)[1] == (date(2026, 5, 4), 60, "no_show")


def test_a_day_to_come_waits(known: Workroom) -> None:
    document = dropped(known, sheet(LOG, [ROWS[0], ["05/01/2099", "9:00 AM", "45", "Attended"]]))
    assert document.state == "waiting"
    assert attended(known) == []


def test_question_nine_waits_with_its_alarm_and_is_no_measure(known: Workroom) -> None:
    phq = [
        ["Over the last 2 weeks: little interest or pleasure", "0", "(X)", "2", "3"],
        ["Thoughts that you would be better off dead", "0", "(X)", "2", "3"],
    ]
    heads = ["Patient Health Questionnaire (PHQ-9)", *ABOUT, "Date: 05/03/2026"]
    document = dropped(known, sheet(heads, phq, ["Total score: 5"]))
    assert document.state == "waiting"
    assert "Question 9" in (document.reason or "")
    assert measured(known) == {}
    with known.casebook.writing("ruiz") as tx:
        reviewing.accept(tx, document.id, ())
    assert measured(known) == {("phq9", date(2026, 5, 3)): Decimal(5)}


def test_a_measurement_that_a_person_entered_has_no_source(known: Workroom) -> None:
    entered = Measurement(
        id="M-1",
        client_id=CLIENT.id,
        measure="weight",
        value=Decimal(192),
        unit="lb",
        date=date(2026, 5, 3),
    )
    with known.casebook.writing("test") as tx:
        measurements.add(tx, entered)
        assert charting.source_of(tx, entered) is None


def listed(session_id: str = "") -> bytes:
    return f"id,client,date,minutes,status\n{session_id},client_1,2026-05-01,45,attended".encode()


def test_a_list_replaces_what_a_log_entered_and_never_doubles_it(known: Workroom) -> None:
    dropped(known, sheet(LOG, ROWS))
    before = attended(known)
    with known.casebook.writing("test") as tx:
        with pytest.raises(lists.BadList, match="session log"):
            lists.take_list(tx, lists.SUBJECTS["sessions"], listed("S-1"), known.settings)
        lists.take_list(tx, lists.SUBJECTS["sessions"], listed(), known.settings)
    assert attended(known) == before
