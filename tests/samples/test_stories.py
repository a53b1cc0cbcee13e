"""The stories hang together: numbers are invented but well formed, lists can be imported."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from stdnum import luhn

from casebook import importing
from casebook.importing import KnownMeasure
from casebook.records import SessionPackage
from rules.measures import MEASURES
from samples import FOLDER, TODAY, expected_of, scans, stories
from samples.stories import people
from samples.story import expected


def _list(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def test_the_importer_takes_clients_and_providers_as_they_are() -> None:
    assert importing.read_clients(_list("clients.csv")).records == people.CLIENTS
    assert importing.read_providers(_list("providers.csv")).records == people.PROVIDERS


def test_the_importer_takes_packages_and_sessions_as_they_are() -> None:
    packages = importing.read_packages(_list("packages.csv"), people.CLIENTS)
    assert packages.records == stories.PACKAGES
    sessions = importing.read_sessions(_list("sessions.csv"), people.CLIENTS, stories.PACKAGES)
    assert sessions.records == stories.SESSIONS


def test_the_importer_takes_measurements_and_goals_as_they_are() -> None:
    known = [KnownMeasure(key, measure.name, measure.unit) for key, measure in MEASURES.items()]
    measured = importing.read_measurements(_list("measurements.csv"), people.CLIENTS, known)
    assert measured.records == stories.MEASUREMENTS
    goals = importing.read_goals(_list("goals.csv"), people.CLIENTS, known)
    assert goals.records == stories.GOALS


def test_npis_carry_a_right_check_digit() -> None:
    for provider in people.PROVIDERS:
        assert luhn.is_valid(f"80840{provider.npi}")


def test_telephone_numbers_are_nobodys() -> None:
    numbers = [person.phone for person in (*people.CLIENTS, *people.PROVIDERS)]
    numbers += [people.STUDIO.phone, *(provider.fax for provider in people.PROVIDERS)]
    for number in numbers:
        assert re.fullmatch(r"\+1\d{3}55501\d\d", number or "")


def _of(package: SessionPackage) -> dict[str, int]:
    statuses = [one.status for one in stories.SESSIONS if one.package_id == package.id]
    return {status: statuses.count(status) for status in set(statuses)}


def test_of_ten_paid_sessions_seven_were_attended_one_missed_two_are_to_come() -> None:
    assert _of(stories.whitfield.PACKAGE) == {"attended": 7, "no_show": 1, "scheduled": 2}
    assert stories.whitfield.PACKAGE.price == Decimal("1145.00")


def test_what_is_scheduled_lies_ahead_and_the_rest_behind() -> None:
    for session in stories.SESSIONS:
        assert (session.date > TODAY) is (session.status == "scheduled")


def test_every_client_of_an_expected_ending_exists() -> None:
    known = {client.id for client in people.CLIENTS} | {None}
    ends = {one.ends.client for scan in scans() for one in expected(expected_of(scan))}
    assert ends <= known


def test_the_kims_share_a_name_and_nothing_else() -> None:
    father, son = people.ROBERT_SENIOR, people.ROBERT_JUNIOR
    assert father.name == son.name and father.dob != son.dob


def test_the_letters_windows_leave_one_session_out_on_either_side() -> None:
    days = [one.date for one in stories.SESSIONS if one.client_id == people.INES.id]
    start, end = date(2026, 6, 15), date(2026, 10, 14)
    assert sum(day < start for day in days) == 1
    assert sum(day > end for day in days) == 1


def test_the_samples_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 8_000_000
