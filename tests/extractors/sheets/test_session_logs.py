"""Session logs: rows with date, start, minutes, attendance; and what is doubtful about them."""

from __future__ import annotations

from casebook.records import FieldReading, ReadSession
from extractors import sheets
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed

LOG = """
    Training Session Log
    Client: Dana Whitfield
    #     Date           Start       Min     Status       Trainer       Client initials
    1     05/01/2026     9:00 AM     45      Attended     J. Ruiz       DW
    2     05/04/2026     2:30 PM     60      No-show      J. Ruiz
    3     05/08/2026     9:00 AM     45      Cancelled    J. Ruiz
    """

SIGNED = """
    Attendance record
    Date           Time in     Time out     Exercise performed     Initials
    05/01/26       14:30       15:15        Leg press, bike        DW
    05/04/26       14:30       15:15        Balance, row           DW
    """


def read(drawing: str) -> FieldReading:
    found, _ = sheets.find((typed(drawing),), "session_log", {}, ReadOptions())
    return found["sessions"]


def rows(field: FieldReading) -> list[ReadSession]:
    assert isinstance(field.value, tuple)
    return [item for item in field.value if isinstance(item, ReadSession)]


def test_a_log_with_a_column_of_attendance() -> None:
    field = read(LOG)
    assert field.accepted
    assert [(row.date, row.start, row.minutes, row.status) for row in rows(field)] == [
        ("2026-05-01", "09:00", 45, "attended"),
        ("2026-05-04", "14:30", 60, "no_show"),
        ("2026-05-08", "09:00", 45, "cancelled"),
    ]
    assert rows(field)[0].trainer == "J. Ruiz"


def test_initials_say_attended_where_no_column_does() -> None:
    field = read(SIGNED)
    assert field.accepted
    assert [(row.minutes, row.status, row.initials) for row in rows(field)] == [
        (45, "attended", "DW"),
        (45, "attended", "DW"),
    ]


def test_a_row_without_initials_is_not_taken_as_attended() -> None:
    field = read(SIGNED.replace("Balance, row           DW", "Balance, row"))
    assert not field.accepted
    assert rows(field)[1].status is None


def test_an_empty_attendance_is_doubtful() -> None:
    assert not read(LOG.replace("Attended", "        ")).accepted


def test_minutes_that_do_not_fit_the_clock_are_doubtful() -> None:
    log = """
    Session log
    Date           Start       End         Minutes     Status
    05/01/2026     9:00 AM     9:45 AM     {minutes}          Attended
    """
    assert read(log.format(minutes=45)).accepted
    assert not read(log.format(minutes=60)).accepted


def test_a_day_out_of_order_was_misread() -> None:
    assert not read(LOG.replace("05/04/2026", "01/04/2026")).accepted


def test_a_row_whose_date_cannot_be_read_makes_the_log_doubtful() -> None:
    assert not read(LOG.replace("05/04/2026", "0S/O4/2O2b")).accepted
