"""Spreadsheet lists become records, or problems that name row and column; never half a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook import importing
from casebook.importing import (
    Imported,
    ImportProblem,
    read_clients,
    read_goals,
    read_measurements,
    read_packages,
    read_providers,
    read_sessions,
)
from tests.casebook.lists import CLIENTS, MEASURES, said


def example(name: str) -> str:
    """An example from the documentation."""
    found = re.search(rf"^{name}::\n\n((?:    .*\n)+)", importing.__doc__ or "", re.MULTILINE)
    assert found is not None
    return re.sub(r"^    ", "", found.group(1), flags=re.MULTILINE)


def test_the_documented_lists_are_read() -> None:
    clients = read_clients(example("clients"))
    packages = read_packages(example("packages"), clients.records)
    lists: list[Imported[object]] = [
        clients,
        packages,
        read_providers(example("providers")),
        read_sessions(example("sessions"), clients.records, packages.records),
        read_measurements(example("measurements"), clients.records, MEASURES),
        read_goals(example("goals"), clients.records, MEASURES),
    ]
    for imported in lists:
        assert (len(imported.records), imported.problems, imported.ignored) == (1, (), ())


ENCODED = [
    "Name,DOB\nInés Núñez,1970-01-02\n".encode(),
    "Name,DOB\r\nInés Núñez,1970-01-02\r\n".encode("utf-8-sig"),
    "name;Date of Birth\nInés Núñez;1/2/1970\n".encode("cp1252"),
    "NAME\tBirth-Date\rInés Núñez\t2-Jan-1970\r".encode("utf-16"),
    'sep=;\r\n"Client Name";"D.O.B."\r\n"Inés Núñez";"January 2, 1970"\r\n'.encode(),
    "\n\nname|dob|\n Inés\xa0Núñez |25570|\n||\n".encode(),
    'name,dob\n"Inés\nNúñez","=""1970-01-02"""\n'.encode(),
]


@pytest.mark.parametrize("data", ENCODED)
def test_a_list_is_read_however_the_spreadsheet_wrote_it(data: bytes) -> None:
    imported = read_clients(data)
    assert imported.problems == ()
    assert [(one.name, one.dob) for one in imported.records] == [("Inés Núñez", date(1970, 1, 2))]


@pytest.mark.parametrize(
    "cell",
    "2026-10-03|2026/10/3|10/3/2026|10/03/26|10-3-2026|Oct 3, 2026|3 October 2026|3-Oct-2026|"
    "Sept. 3rd 2026|2026-10-03 00:00:00|10/3/2026 9:30 AM|46298|46298.4375".split("|"),
)
def test_dates_are_read_as_people_and_excel_write_them(cell: str) -> None:
    imported = read_sessions(f'client;date;min;status\n1001;"{cell}";60;yes', CLIENTS)
    month = 9 if cell.startswith("Sept") else 10
    assert [one.date for one in imported.records] == [date(2026, month, 3)]


@pytest.mark.parametrize(
    "cell", ["25/10/2026", "2026-13-01", "2/30/2026", "soon", "10/2026", "1", "#REF!", "#####"]
)
def test_a_date_that_is_none_or_could_be_two_is_a_problem(cell: str) -> None:
    imported = read_sessions(f"client,date,min,status\n1001,{cell},60,yes", CLIENTS)
    assert said(imported) == [(2, "date")]
    assert imported.records == ()


def test_a_birth_date_needs_its_century() -> None:
    assert said(read_clients("name,dob\nDana,3/14/68")) == [(2, "dob")]


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("950", "950.00"),
        ("$1,240.5", "1240.50"),
        ("USD 1240.00", "1240.00"),
        ("1.240,00", "1240.00"),
        ("95,5", "95.50"),
        ("0.07", "0.07"),
    ],
)
def test_amounts_are_read_to_the_cent(cell: str, price: str) -> None:
    imported = read_packages(
        f"client\tdate\tsessions\tprice\nDana Whitfield\t2026-09-08\t10\t{cell}", CLIENTS
    )
    assert [str(one.price) for one in imported.records] == [price]


@pytest.mark.parametrize("cell", ["-5", "(5.00)", "1.005", "ten", "€95", "1,24,0"])
def test_an_amount_that_is_none_is_a_problem(cell: str) -> None:
    imported = read_packages(
        f"client\tdate\tsessions\tprice\n1001\t2026-09-08\t10\t{cell}", CLIENTS
    )
    assert said(imported) == [(2, "price")]


def test_every_problem_is_named_at_once_and_nothing_is_taken() -> None:
    imported = read_sessions(
        "Client,Session Date,Minutes,Attended,Notes\n"
        "1001,2026-09-10,60,yes,fine\n"
        "\n"
        "Bob,soon,0,perhaps,\n"
        "1001,2026-09-12,60,yes,,too,many\n",
        CLIENTS,
    )
    assert imported.records == ()
    assert said(imported) == [
        (5, "(all)"),
        (4, "Client"),
        (4, "Session Date"),
        (4, "Minutes"),
        (4, "Attended"),
    ]
    assert imported.ignored == ("Notes",)
    assert "attended, no_show, cancelled or scheduled" in str(imported.problems[-1])


def test_problems_do_not_repeat_what_stands_in_the_list() -> None:
    imported = read_clients("name,dob,phone\nDana Whitfield,tomorrow,call her mother\n")
    assert "tomorrow" not in str(imported.problems)
    assert "mother" not in str(imported.problems)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("", [(1, "(all)")]),
        ("\n\n", [(1, "(all)")]),
        ("one,two\n1,2\n", [(1, "(all)")]),
        ("name\nDana\n", [(1, "dob")]),
        ("name,dob,name\nDana,1968-03-14,Dana\n", [(1, "name")]),
    ],
)
def test_a_list_without_its_header_is_one_problem(data: str, where: list[tuple[int, str]]) -> None:
    assert said(read_clients(data)) == where


def test_a_list_with_a_header_alone_is_no_problem() -> None:
    assert read_clients("name,dob\n") == Imported()


def test_a_column_of_its_own_name_goes_before_one_of_another_name() -> None:
    imported = read_providers("provider,name\nmarsh,Elena Marsh\n")
    assert imported.records[0].name == "Elena Marsh"
    assert imported.ignored == ("provider",)


READERS: list[Callable[[str], Imported[object]]] = [
    lambda data: read_clients(data),
    lambda data: read_sessions(data, CLIENTS),
    lambda data: read_measurements(data, CLIENTS, MEASURES),
]


@given(
    data=st.lists(
        st.lists(
            st.sampled_from(["name", "dob", "client", "date", "min", "status", "result", "1001"])
            | st.text(max_size=12),
            max_size=6,
        ).map(",".join),
        max_size=4,
    ).map("\n".join),
    which=st.integers(0, len(READERS) - 1),
)
def test_whatever_the_list_it_ends_in_records_or_problems(data: str, which: int) -> None:
    imported = READERS[which](data)
    assert not (imported.records and imported.problems)
    assert all(isinstance(problem, ImportProblem) for problem in imported.problems)
