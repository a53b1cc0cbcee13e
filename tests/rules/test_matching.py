"""Whose document is it? Never by name alone when two could fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rules.matching import match
from rules.names import compare_names
from tests.rules.cases import client, document

DANA = client(member_ids=("W123",))
FATHER = client(id="client_2", name="Robert Kim", dob=date(1950, 1, 2))
SON = client(id="client_3", name="Robert Kim", dob=date(1980, 5, 6))
EVERYBODY = (DANA, FATHER, SON)


def outcome(**fields: Any) -> tuple[str, str | None]:
    found = match(document("referral", fields).reading, EVERYBODY)
    return found.outcome, found.client_id


def test_name_and_birth_date_make_a_match() -> None:
    assert outcome(patient_name="Robert Kim", patient_dob="1980-05-06") == ("client", "client_3")
    assert outcome(patient_name="Dana Whitfield", patient_dob="1961-03-04") == (
        "client",
        "client_1",
    )


def test_two_clients_of_one_name_without_a_birth_date_ask_a_person() -> None:
    assert outcome(patient_name="Robert Kim") == ("ask", None)


def test_the_only_client_of_a_name_is_matched_without_a_birth_date() -> None:
    assert outcome(patient_name="Dana R. Whitfield") == ("client", "client_1")


def test_another_birth_date_asks_a_person() -> None:
    assert outcome(patient_name="Dana R. Whitfield", patient_dob="1962-03-04") == ("ask", None)


def test_another_member_id_asks_a_person() -> None:
    assert outcome(patient_name="Dana Whitfield", member_id="W999") == ("ask", None)


def test_a_name_spelled_otherwise_asks_a_person_even_with_the_birth_date() -> None:
    assert outcome(patient_name="Dana Whitfeld", patient_dob="1961-03-04") == ("ask", None)


def test_a_stranger_matches_nobody() -> None:
    assert outcome(patient_name="Greta Olsen", patient_dob="1970-01-01") == ("stranger", None)


def test_a_value_that_is_not_accepted_is_no_reason_for_a_match() -> None:
    reading = document("referral", {"patient_name": "Dana Whitfield"}).reading
    unsure = reading.fields["patient_name"].model_copy(update={"accepted": False})
    found = match(reading.model_copy(update={"fields": {"patient_name": unsure}}), EVERYBODY)
    assert found.outcome == "ask"


def test_reasons_carry_no_name() -> None:
    for fields in ({"patient_name": "Robert Kim"}, {"patient_name": "Greta Olsen"}):
        reason = match(document("referral", fields).reading, EVERYBODY).reason
        assert "Kim" not in reason
        assert "Olsen" not in reason


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Inés Caballero Núñez", "Ines Caballero Nunez", "same"),
        ("Dana R. Whitfield", "Dana Whitfield", "same"),
        ("Dana R. Whitfield", "Dana Rose Whitfield", "same"),
        ("Dana R. Whitfield", "Dana M. Whitfield", "near"),
        ("Robert Kim Jr.", "Robert Kim", "near"),
        ("Robert Kim Jr.", "Robert Kim Sr.", "different"),
        ("Marcus Oyelaran-Smith", "Marcus Oyelaran Smith", "same"),
        ("Silas Kowalczyk", "Rashad Kowalczyk", "different"),
        ("Greta Olsen", "Dana Whitfield", "different"),
    ],
)
def test_names_are_compared_as_people_write_them(one: str, other: str, expected: str) -> None:
    assert compare_names(one, other) == expected
    assert compare_names(other, one) == expected
