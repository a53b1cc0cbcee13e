"""Telephone numbers with their role, NPIs with their check digit, member ids."""

from __future__ import annotations

import pytest

from extractors.values.identifiers import find_npis, identifier_at_start, is_npi
from extractors.values.phones import find_phones, to_e164


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Tel 813.555.0176 Fax (785) 555-0167",
            [("+18135550176", "phone"), ("+17855550167", "fax")],
        ),
        (
            "P 651.555.0143 Facsimile (607) 555-0259",
            [("+16515550143", "phone"), ("+16075550259", "fax")],
        ),
        (
            "T: 505 555 0177 · F: 505 555 0178",
            [("+15055550177", "phone"), ("+15055550178", "fax")],
        ),
        ("1-800-555-0199 (fax)", [("+18005550199", "fax")]),
        ("813.555.0245", [("+18135550245", None)]),
        ("Phone: 1-602·555-0126", [("+16025550126", "phone")]),
        ("Fax 5055550177", [("+15055550177", "fax")]),
    ],
)
def test_numbers_and_roles(line: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(phone.e164, phone.role) for phone in find_phones(line)] == expected


@pytest.mark.parametrize(
    "line", ["NPI 2179631165", "06/07/2026 12 1111", "Doc ID 7363851", "87110-4455"]
)
def test_other_numbers_are_no_telephone(line: str) -> None:
    assert find_phones(line) == ()


def test_a_letter_read_for_a_digit_is_mended() -> None:
    (found,) = find_phones("Tel (S05) 555-O262")
    assert found.e164 == "+15055550262" and found.mended


def test_unlikely_numbers_have_no_contract_form() -> None:
    assert to_e164("12") is None


def test_npi_check_digit() -> None:
    assert is_npi("1234567893")
    assert not is_npi("1234567890")
    assert not is_npi("3234567893")


def test_npis_in_print() -> None:
    (good,) = find_npis("NPI 1234567893")
    (wrong,) = find_npis("NPI# 1234567890")
    (mended,) = find_npis("NPI: l234567893")
    assert (good.valid, wrong.valid, mended.valid, mended.mended) == (True, False, True, True)
    assert find_npis("Tel 214 555-0101") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("W551182022", "W551182022"),
        ("# XYZ 123 456 789 Group 7", "XYZ123456789"),
        ("E-5530918", "E-5530918"),
    ],
)
def test_identifiers(text: str, value: str) -> None:
    found = identifier_at_start(text)
    assert found is not None and found.value == value


@pytest.mark.parametrize("text", ["9/8/1969", "none", "207-555-0133", "see card"])
def test_no_identifier(text: str) -> None:
    assert identifier_at_start(text) is None
