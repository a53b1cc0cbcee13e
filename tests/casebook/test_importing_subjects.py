"""Whose a row is, by which id it goes, and what its cells must be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casebook.importing import (
    Imported,
    read_clients,
    read_goals,
    read_measurements,
    read_packages,
    read_providers,
    read_sessions,
)
from casebook.records import Client, Measurement, Session
from casebook.store import ids
from tests.casebook.builders import package, provider
from tests.casebook.lists import CLIENTS, MEASURES, SON, said


def test_namesakes_are_told_apart_by_birth_date_or_refused() -> None:
    header = "client,client_dob,date,min,status\n"
    row = "Robert Kim,{},2026-09-10,60,yes\n"
    assert read_sessions(header + row.format("2/1/1983"), CLIENTS).records[0].client_id == SON.id
    refused = read_sessions(header + row.format(""), CLIENTS)
    assert said(refused) == [(2, "client")]
    assert "several" in refused.problems[0].message
    stranger = read_sessions(header + row.format("1999-01-01"), CLIENTS)
    assert said(stranger) == [(2, "client")]
    unclear = read_sessions(header + row.format("2/1/83"), CLIENTS)
    assert said(unclear) == [(2, "client_dob")]


def test_importing_again_gives_the_same_ids_and_doubles_nothing() -> None:
    def read(status: str) -> tuple[Session, ...]:
        data = (
            "client,date,min,status\n"
            f"1001,2026-09-10,60,{status}\n1001,9/10/2026,30,yes\n1001,2026-09-12,60,yes\n"
        )
        return read_sessions(data, CLIENTS).records

    before, after = read("planned"), read("no show")
    assert len({one.id for one in before}) == 3
    assert [one.id for one in before] == [one.id for one in after]
    assert (before[0].status, after[0].status) == ("scheduled", "no_show")


def test_a_known_client_and_provider_keep_their_ids() -> None:
    listed = read_clients('name,dob,phone\n"Whitfield, Dana R",1968-03-14,541.555.0112', CLIENTS)
    assert [(one.id, one.phone) for one in listed.records] == [("1001", "+15415550112")]
    elena = provider(npi="1234567893")
    listed_too = read_providers("name,npi\nE. Marsh,1234567893.0", [elena])
    assert [one.id for one in listed_too.records] == [elena.id]
    namesake = read_providers("name,npi\nElena Marsh,1000000004", [elena])
    assert namesake.records[0].id != elena.id


def test_a_key_that_may_be_a_name_does_not_become_an_id() -> None:
    listed = read_clients("id,name,dob\nwhitfield,Dana,1968-03-14\nclient-1002,Bo,1970-01-01")
    first, second = (one.id for one in listed.records)
    assert ids.is_id(first, "client")
    assert "whitfield" not in first
    assert second == "client-1002"
    sessions = read_sessions("client,date,min,status\nwhitfield,9/10/2026,60,x", listed.records)
    assert sessions.records[0].client_id == first


def test_an_id_stands_in_a_list_once() -> None:
    clients = read_clients("id,name,dob\n1,Dana,1968-03-14\n1,Bo,1970-01-01")
    assert said(clients) == [(3, "id")]
    packages = read_packages(
        "id,client,date,qty,price\n7,1001,1/2/2026,10,95\n7,1001,1/3/2026,10,95", CLIENTS
    )
    assert said(packages) == [(3, "id")]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("phone", "555"),
        ("email", "dana at mail"),
        ("member_ids", "1.23457E+09"),
        ("coverage_end", "2025-12-31"),
        ("postal_code", "N1 9GU"),
        ("state", "Oregon"),
    ],
)
def test_what_a_cell_of_a_client_must_be_is_checked(column: str, cell: str) -> None:
    cells = {
        "name": "Dana",
        "dob": "1968-03-14",
        "coverage_start": "2026-01-01",
        "street": "88 Larch Lane",
        "city": "Fern Hollow",
        "state": "OR",
        "postal_code": "97326",
        column: cell,
    }
    imported = read_clients(f"{','.join(cells)}\n{','.join(cells.values())}\n")
    assert said(imported) == [(2, column)]


def test_an_address_is_whole_or_absent_and_keeps_its_leading_zeros() -> None:
    header = "name,dob,address,city,state,zip\nDana,1968-03-14,"
    whole: Client = read_clients(header + "1 Elm St,Boston,ma,2139").records[0]
    assert whole.address is not None
    assert whole.address.lines == ("1 Elm St", "Boston, MA 02139")
    assert said(read_clients(header + "1 Elm St,,MA,2139")) == [(2, "city")]
    assert read_clients(header + ",,,").records[0].address is None


def test_an_administrator_is_one_that_the_rules_know() -> None:
    data = "name,dob,plan\n\nDana,1968-03-14,Generic FSA\nBo,1970-01-01,Acme\n"
    known = ("fsafeds", "generic_fsa")
    assert said(read_clients(data, (), known)) == [(4, "plan")]
    assert len(read_clients(data).records) == 2


def test_an_npi_is_checked() -> None:
    assert said(read_providers("name,npi\nElena,1234567890")) == [(2, "npi")]


def test_a_session_belongs_to_a_package_of_its_client() -> None:
    own, others = package("1001", id="P-1"), package(SON.id, id="P-2")
    header = "client,date,min,status,package\n1001,2026-09-10,60,yes,"
    assert read_sessions(header + "P-1", CLIENTS, [own, others]).records[0].package_id == "P-1"
    for wrong in ("P-2", "P-3"):
        imported = read_sessions(header + wrong, CLIENTS, [own, others])
        assert said(imported) == [(2, "package")]


@pytest.mark.parametrize(
    ("cell", "minutes"), [("60", 60), ("60 min", 60), ("1:00", 60), ("1.5 hours", 90), ("45.0", 45)]
)
def test_minutes_are_read_as_people_write_them(cell: str, minutes: int) -> None:
    imported = read_sessions(f"client,date,min,status\n1001,9/10/2026,{cell},x", CLIENTS)
    assert [one.minutes for one in imported.records] == [minutes]


def _measured(rows: str) -> Imported[Measurement]:
    return read_measurements(f"client,date,test,result,units\n{rows}", CLIENTS, MEASURES)


def test_a_measure_goes_by_key_or_name_in_its_own_unit() -> None:
    imported = _measured(
        "1001,9/10/2026,6 Minute Walk,412.5,\n1001,9/10/2026,six_minute_walk,450,M\n"
    )
    assert [(one.measure, one.value, one.unit) for one in imported.records] == [
        ("six_minute_walk", Decimal("412.5"), "m"),
        ("six_minute_walk", Decimal("450"), "m"),
    ]
    assert len({one.id for one in imported.records}) == 2


def test_blood_pressure_is_two_measures() -> None:
    imported = _measured("1001,9/10/2026,BP,128/82,mm Hg\n")
    assert [(one.measure, str(one.value)) for one in imported.records] == [
        ("systolic_bp", "128"),
        ("diastolic_bp", "82"),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("1001,9/10/2026,six_minute_walk,1353,ft", "units"),
        ("1001,9/10/2026,shoe size,42,", "test"),
        ("1001,9/10/2026,BP,128,", "result"),
        ("1001,9/10/2026,six_minute_walk,far,", "result"),
    ],
)
def test_a_measure_that_is_unclear_is_a_problem(row: str, column: str) -> None:
    assert said(_measured(row)) == [(2, column)]


def test_a_goal_is_tied_to_its_measure() -> None:
    imported = read_goals(
        "client,goal,date,measure,target,due,status\n"
        "1001,Walk further,9/10/2026,6-minute walk,450,12/1/2026,Achieved\n",
        CLIENTS,
        MEASURES,
    )
    goal = imported.records[0]
    assert (goal.measure, goal.target, goal.status) == ("six_minute_walk", Decimal("450"), "met")
