"""Names come out first, middle, last; what follows a name is no part of it."""

from __future__ import annotations

import pytest

from extractors.values.people import (
    find_credentials,
    normalise_name,
    people_with_credentials,
    person_at_start,
)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Whitfield, Dana R.", "Dana R. Whitfield"),
        ("WHITFIELD, DANA R", "Dana R Whitfield"),
        ("MCALLISTER, GRETA", "Greta McAllister"),
        ("Dr. Joe Black", "Joe Black"),
        ("Ms. Ottoline Vance", "Ottoline Vance"),
        ("Anselm E. Adeyemi, DO", "Anselm E. Adeyemi"),
        ("Black, Joe, MD", "Joe Black"),
        ("Whitfield Jr., Dana R.", "Dana R. Whitfield Jr."),
        ("Dana R. Whitfield, Jr., MD", "Dana R. Whitfield Jr."),
        ("Juan de la Cruz", "Juan de la Cruz"),
        ("O'Brien, Mary-Ann", "Mary-Ann O'Brien"),
        ("Chloë S. Núñez, MD", "Chloë S. Núñez"),
        ("Hiroshi D. St.-Clair, PA-C", "Hiroshi D. St.-Clair"),
        ("MA, DANA", "Dana Ma"),
        ("ZofiaS. Hashemi", "Zofia S. Hashemi"),
    ],
)
def test_contract_form(printed: str, name: str) -> None:
    person = person_at_start(printed)
    assert person is not None and person.name == name


@pytest.mark.parametrize(
    ("printed", "rest"),
    [
        ("Ingrid H. Nguyen DOB: 9/8/1969", "DOB: 9/8/1969"),
        ("Juan Cruz, 74 y/o male", ", 74 y/o male"),
        ("Dana Whitfield (she/her)", "(she/her)"),
        ("Dana D. Nguyen Date 4", "Date 4"),
    ],
)
def test_what_follows_is_left_out(printed: str, rest: str) -> None:
    person = person_at_start(printed)
    assert person is not None and printed[person.end :].strip() == rest.strip()


@pytest.mark.parametrize(
    "text",
    [
        "returns to me in May",
        "Vista Larga, NM 87110",
        "Baltimore, MD 21201",
        "Lakeshore Family Medicine",
        "Letter of Medical Necessity",
        "W551182022",
        "",
    ],
)
def test_no_person(text: str) -> None:
    assert person_at_start(text) is None


@pytest.mark.parametrize(
    ("printed", "credentials"),
    [
        ("Greta S. Castellanos, MD, FAAFP", "MD, FAAFP"),
        ("Leilani B. Halvorsen FNP-BC", "FNP-BC"),
        ("Zofia McAllister, ACSM-CEP, CSCS", "ACSM-CEP, CSCS"),
        ("Dana Whitfield, M.D.", "M.D."),
        ("Dana Ma", ""),
    ],
)
def test_credentials_as_printed(printed: str, credentials: str) -> None:
    person = person_at_start(printed)
    assert person is not None and person.credentials == credentials


def test_a_state_before_its_zip_code_is_no_credential() -> None:
    assert find_credentials("MD 21201") == ("", 0)


def test_everybody_in_a_roster() -> None:
    text = "Lucille M. St-Clair, MD Emeka G. Fitzgerald, PA-C Hollis M. Quesada, NP"
    assert [(p.name, p.credentials) for p in people_with_credentials(text)] == [
        ("Lucille M. St-Clair", "MD"),
        ("Emeka G. Fitzgerald", "PA-C"),
        ("Hollis M. Quesada", "NP"),
    ]


def test_a_name_alone() -> None:
    assert normalise_name("  BRANNIGAN, THEO  ") == "Theo Brannigan"
