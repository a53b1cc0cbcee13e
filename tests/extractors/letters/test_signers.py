"""Who signs, how and when: electronic statements, two signers side by side, forms with parts."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, Kind
from extractors import letters
from extractors.options import ReadOptions
from extractors.values.people import person_at_start
from tests.extractors.letters.test_looks import best
from tests.extractors.pages_of import typed

HEAD = """
Tall Oaks Rheumatology
18 Orchard Way, Salem, OR 97301     Tel 503-555-0140   Fax 503-555-0141

May 4, 2026

Patient: Ilse Marten      DOB: 2/3/1961
"""
ROOM = "\n" * 16


def _read(below: str, kind: Kind = "lmn") -> dict[str, FieldValue]:
    return best(letters.find((typed(HEAD + ROOM + below),), kind, ReadOptions()))


@pytest.mark.parametrize(
    "statement",
    [
        "(e-signed) Ruth M. Okafor, MD on 05/06/2026 06:41",
        "e-Signature: Ruth M. Okafor, MD\nSigned 05/06/2026 18:40 PDT",
        "Digitally signed by Ruth M. Okafor, MD\n2026-05-06 09:14:22 PDT",
        "Signed electronically\nRuth M. Okafor, MD\n05-06-2026 08:05 PDT",
    ],
)
def test_the_systems_statement_names_the_signer_and_the_day(statement: str) -> None:
    found = _read(statement)
    assert found["provider_name"] == "Ruth M. Okafor"
    assert found["provider_credentials"] == "MD"
    assert found["signature_date"] == "2026-05-06"
    assert found["signed"] == "present"


def test_a_typed_slash_s_is_not_a_systems_statement() -> None:
    assert _read("/s/ Ruth M. Okafor, MD").get("signed") != "present"


SIDE_BY_SIDE = """
Sincerely,



Ruth M. Okafor, NP               Reviewed: Emil Brandt, MD
NPI 1245319599                   NPI 1417386657
OR license AP08812               OR license MD60011
May 6, 2026                      May 9, 2026
"""


def test_numbers_and_day_are_those_under_the_signers_own_name() -> None:
    found = _read(SIDE_BY_SIDE)
    assert found["provider_name"] == "Ruth M. Okafor"
    assert found["provider_npi"] == "1245319599"
    assert found["provider_license"] == "AP08812"
    assert found["signature_date"] == "2026-05-06"


def test_a_numbered_heading_says_whose_name_follows() -> None:
    found = _read("3. Practitioner\nName: Ruth M. Okafor      Credentials: MD")
    assert found["provider_name"] == "Ruth M. Okafor"
    assert found["patient_name"] == "Ilse Marten"


def test_two_capitals_in_a_name_in_capitals_are_no_credentials() -> None:
    person = person_at_start("HALVORSEN, MARIT JO")
    assert person is not None
    assert (person.name, person.credentials) == ("Marit Jo Halvorsen", "")


def test_a_hospitals_sticker_names_the_patient() -> None:
    page = typed(
        """
        Cedar Regional Hospital                      MARTEN, ILSE A
        400 Hill Street, Salem, OR 97301             MRN 0551127
                                                     DOB 02/03/1961

        Referral for exercise after discharge        Date of this referral: 5/4/2026
        """
    )
    found = best(letters.find((page,), "referral", ReadOptions()))
    assert found["patient_name"] == "Ilse A Marten"
    assert found["document_date"] == "2026-05-04"


def test_a_word_with_a_hyphen_is_no_label() -> None:
    found = _read("Treatment ordered\nPhysician-directed exercise training at a fitness center.")
    assert "directed" not in str(found.get("provider_name", ""))
    assert "exercise training" in str(found["treatment"])
