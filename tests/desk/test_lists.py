"""The studio's lists: adding, listing, importing, with errors that name row and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Here = Callable[..., tuple[int, str, str]]

DANA = ("--name", "Dana R. Whitfield", "--dob", "3/14/1968", "--administrator", "fsafeds")


def test_a_client_is_added_listed_and_shown(here: Here) -> None:
    status, out, _ = here("clients", "add", *DANA, "--id", "1001")
    assert (status, out.strip()) == (0, "added 1001")
    assert "Dana R. Whitfield" in here("clients", "list")[1]
    assert "1968-03-14" in here("clients", "show", "dana")[1]


def test_everything_that_a_client_has_is_added_by_name(here: Here) -> None:
    here("clients", "add", *DANA)
    package = ("--purchased-on", "2026-09-08", "--sessions", "10", "--price", "950", "--id", "P-1")
    client = ("--client", "Dana Whitfield")
    assert here("packages", "add", *client, *package)[0] == 0
    assert here("sessions", "add", *client, "--date", "2026-09-10", "--package", "P-1")[0] == 0
    measured = ("--date", "2026-09-10", "--measure", "six_minute_walk", "--value", "412")
    assert here("measurements", "add", *client, *measured)[0] == 0
    assert here("goals", "add", *client, "--goal", "Walk 450 m", "--set-on", "2026-09-10")[0] == 0
    for name, shown in {
        "packages": "950",
        "sessions": "attended",
        "measurements": "412",
        "goals": "Walk 450 m",
    }.items():
        assert shown in here(name, "list", "--client", "dana")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("clients", "add", "--name", "X Y", "--dob", "3/14/26"), "dob"),
        (("clients", "add", *DANA[:4], "--administrator", "nobody"), "fsafeds"),
        (("sessions", "add", "--client", "nobody", "--date", "2026-09-10"), "client"),
        (("clients", "show", "nobody"), "clients list"),
        (("clients", "show"), "Missing argument"),
        (("goals", "import", "not-there.csv"), "does not exist"),
    ],
)
def test_wrong_usage_is_told_with_status_2(
    here: Here, arguments: tuple[str, ...], told: str
) -> None:
    status, _, err = here(*arguments)
    assert status == 2
    assert told in err
    assert "Traceback" not in err


def test_a_list_with_a_fault_is_not_taken_at_all(here: Here, tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_text("name,dob\nDana Whitfield,1968-03-14\nMarcus Smith,soon\n")
    status, _, err = here("clients", "import", file)
    assert status == 2
    assert "row 3, column dob" in err
    assert "Whitfield" not in here("clients", "list")[1]
    file.write_text("name,dob\nDana Whitfield,1968-03-14\nMarcus Smith,1979-11-02\n")
    assert here("clients", "import", file)[0] == 0
    assert here("clients", "import", file)[0] == 0, "again changes nothing"
    assert here("clients", "list")[1].count("Whitfield") == 1


def test_a_client_may_have_an_administrator_of_the_studios_own(
    here: Here, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "clients.csv"
    file.write_text(
        "name,dob,administrator\n\n,,\nDana Whitfield,1968-03-14,river_county\n"
        "Marcus Smith,1979-11-02,nobody\n"
    )
    (home / "profiles").mkdir(parents=True)
    (home / "profiles" / "river.yaml").write_text(
        "key: river_county\nname: River County\naccounts: [fsa]\ncitation: plan document 2026\n"
    )
    status, _, err = here("clients", "import", file)
    assert status == 2
    assert "row 5, column administrator" in err
    assert "row 4" not in err
    assert "river_county" in err


def test_a_profile_that_cannot_be_used_is_told_by_file_and_line(here: Here, home: Path) -> None:
    (home / "profiles").mkdir(parents=True)
    (home / "profiles" / "river.yaml").write_text("key: river_county\nname: 3\n")
    status, _, err = here("clients", "add", *DANA)
    assert status == 2
    assert "river.yaml, line" in err


def test_two_clients_of_one_name_are_told_apart_by_id(here: Here) -> None:
    here("clients", "add", "--name", "Robert Kim", "--dob", "1957-02-11", "--id", "1")
    here("clients", "add", "--name", "Robert Kim", "--dob", "1988-09-30", "--id", "2")
    status, _, err = here("clients", "show", "Robert Kim")
    assert status == 2
    assert "1957-02-11" in err
    assert "1988-09-30" in err
    assert here("clients", "show", "2")[0] == 0


def test_a_fault_of_ours_is_told_without_a_traceback(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Dana Whitfield")

    monkeypatch.setattr("casebook.store.clients.all", fail)
    status, out, err = here("clients", "list")
    assert (status, out) == (1, "")
    assert "RuntimeError in test_lists.py" in err
    assert "Whitfield" not in err
