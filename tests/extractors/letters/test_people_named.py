"""Who is meant where no label says it: births behind names, "I", headlines, short forms."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, Kind
from extractors import letters
from extractors.deciding import decide
from extractors.options import ReadOptions
from extractors.values.people import abbreviates, person_at_start
from extractors.values.phones import find_phones
from tests.extractors.pages_of import typed


def read(drawing: str, kind: Kind = "referral") -> dict[str, FieldValue]:
    pages = (typed(drawing),)
    fields = decide(letters.find(pages, kind, ReadOptions()), pages)
    return {name: field.value for name, field in fields.items()}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('Re: Marguerite "Peg" O\'Dowd (DOB 3/4/1957)', "Marguerite O'Dowd"),
        ("Exercise order for Beatrix L. Kowalczyk (DOB 3/4/1957)", "Beatrix L. Kowalczyk"),
        ("KOWALCZYK, BEATRIX L. DOB: 3/4/1957 MRN: 88123", "Beatrix L. Kowalczyk"),
        ("He came with Ruth Adams, spouse (DOB 3/4/1957).", None),
    ],
)
def test_a_birth_date_says_whose_name_stands_before_it(line: str, name: str | None) -> None:
    assert read(line).get("patient_name") == name


def test_who_consents_says_i() -> None:
    found = read("I, Petra Molnar, born March 4, 1957, agree to take part.", "consent")
    assert (found["patient_name"], found["patient_dob"]) == ("Petra Molnar", "1957-03-04")


def test_a_sheets_headline_says_whose_it_is() -> None:
    assert read("Session grid - Petra Molnar", "session_log")["patient_name"] == "Petra Molnar"


def test_the_signers_name_is_taken_where_it_stands_at_length() -> None:
    found = read(
        """
        Patient: Petra Molnar











        Sincerely,


        E. Tran-Holloway, MD
        Elena M. Tran-Holloway - Diplomate, ABIM
        """
    )
    assert found["referrer_name"] == "Elena M. Tran-Holloway"


@pytest.mark.parametrize(
    ("short", "whole", "fits"),
    [
        ("E. Tran-Holloway", "Elena M. Tran-Holloway", True),
        ("Elena Tran-Holloway", "Elena M. Tran-Holloway", True),
        ("E. Tran", "Elena Tran-Holloway", False),
        ("M. Tran", "Elena Tran", False),
        ("Elena Tran", "Elena Tran", False),
    ],
)
def test_which_names_are_short_for_which(short: str, whole: str, fits: bool) -> None:
    assert abbreviates(short, whole) is fits


def test_a_nickname_is_no_part_of_the_name() -> None:
    person = person_at_start("Wendell “Bo” Szabo, MD")
    assert person is not None
    assert (person.name, person.credentials) == ("Wendell Szabo", "MD")


def test_a_role_in_brackets_belongs_to_the_number_before_it() -> None:
    found = find_phones("617-555-0154 (voice) | 804-555-0148 (facsimile)")
    assert [(each.e164[-4:], each.role) for each in found] == [("0154", "phone"), ("0148", "fax")]
