"""Values that a letter prints clearly and that may still be another's: a person is asked."""

from __future__ import annotations

import pytest

from casebook.records import FieldReading, Kind
from extractors import letters
from extractors.deciding import decide
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed


def _read(drawing: str, kind: Kind = "referral") -> dict[str, FieldReading]:
    pages = (typed(drawing),)
    return decide(letters.find(pages, kind, ReadOptions()), pages)


def _accepted(read: dict[str, FieldReading], field: str) -> object:
    found = read.get(field)
    return found.value if found is not None and found.accepted else None


HEAD = """
Tall Oaks Rheumatology
18 Orchard Way, Salem, OR 97301     Tel 503-555-0140   Fax 503-555-0141

"""

SIGNED = "Patient: Ilse Marten" + "\n" * 20 + "Sincerely,\n\n\nRuth M. Okafor, {}\nNPI 1245319599"


@pytest.mark.parametrize(
    "row",
    [
        "Resume activity      May 4, 2026",
        "Reviewed by nurse    Approved on     \n    05/02/2026           05/04/2026",
        "Baseline     5/1/2026       5/2/2026      5/9/2026",
        "Patient: Ilse Marten     Next review /\n                         May 4, 2026.",
        "Earliest date:       May 4, 2026",
    ],
)
def test_a_date_with_a_caption_of_its_own_is_not_the_letters(row: str) -> None:
    assert _accepted(_read(HEAD + row), "document_date") is None


def test_a_date_on_a_line_of_its_own_is_the_letters() -> None:
    read = _read(HEAD + "May 4, 2026\n\n\nRE: Ilse Marten, DOB 2/3/1961\n\nDear colleagues,")
    assert _accepted(read, "document_date") == "2026-05-04"


def test_a_row_of_captions_gives_the_date_that_it_names() -> None:
    read = _read(
        HEAD + "Admitted          Date of referral      Discharged\n"
        "05/01/2026        05/06/2026            05/04/2026"
    )
    assert _accepted(read, "document_date") == "2026-05-06"


def test_who_referred_the_patient_here_is_not_who_signs_the_order() -> None:
    read = _read(
        HEAD
        + "Patient: Ilse Marten     DOB: 2/3/1961\nReferring physician: Dr. Paul Hagen\n\n"
        + "Order: supervised exercise, 2x/week for 8 weeks\n"
        + "\n" * 20
        + "Sincerely,\n\n\n"
        + "Ruth M. Okafor, MD\nNPI 1245319599"
    )
    assert _accepted(read, "referrer_name") is None


def test_a_nurse_who_sends_the_fax_does_not_order() -> None:
    read = _read("FAX\nFrom: Carla Jimenez, RN\n\nPatient: Ilse Marten\nPlease start exercise.")
    assert _accepted(read, "referrer_name") is None
    assert _accepted(read, "referrer_credentials") is None


def test_a_row_of_choices_is_no_frequency() -> None:
    read = _read(HEAD + "Frequency: 1x  2x  3x per week      Duration: 4 wk  6 wk  8 wk")
    assert _accepted(read, "frequency") is None
    assert _accepted(read, "duration") is None


def test_a_caption_that_names_the_levels_says_none() -> None:
    read = _read(HEAD + "Clearance (unrestricted / restricted / not cleared)\nrestricted")
    assert _accepted(read, "clearance") in (None, "restricted")


def test_a_list_that_ran_into_the_next_caption_is_looked_at() -> None:
    read = _read(HEAD + "Goals: walk a mile; sleep through Duration: 6 weeks")
    found = read.get("goals")
    assert found is None or not found.accepted or "Duration" not in str(found.value)


def test_a_list_of_which_an_item_was_missed_is_looked_at() -> None:
    read = _read(HEAD + "Restrictions:     No kneeling          K] No deep squats")
    found = read["restrictions"]
    assert not found.accepted or "No deep squats" in str(found.value)


def test_one_of_several_administrators_is_nobodys() -> None:
    body = "Send this letter to WEX, HealthEquity, or whoever keeps your account."
    assert "administrator" not in _read(HEAD + body, "lmn")


def test_the_day_and_hour_of_signing_are_no_npi() -> None:
    # Its ten digits pass the check of an NPI by chance.
    body = "Signed electronically\nShonda Merritt, FNP-BC\n12-10-2024 08:05 CST"
    assert "provider_npi" not in _read(HEAD + body, "lmn")


def test_a_facility_may_be_where_the_patient_is_sent() -> None:
    body = "Patient: Ilse Marten\nFacility:  Lakeside Active Health\nPlease start exercise."
    assert _accepted(_read(body), "practice_name") is None


def test_a_degree_alone_is_not_all_that_stands_behind_a_name() -> None:
    assert _accepted(_read(HEAD + SIGNED.format("MPH")), "referrer_credentials") is None
    assert _accepted(_read(HEAD + SIGNED.format("MD, MPH")), "referrer_credentials") == "MD, MPH"


def test_a_small_d_behind_a_name_is_a_physicians() -> None:
    read = _read(HEAD + SIGNED.replace(", {}", " Md"))
    assert read["referrer_name"].value == "Ruth M. Okafor"


def test_a_code_before_the_treatment_is_looked_at() -> None:
    read = _read(HEAD + "Recommended treatment: M62.81 supervised exercise training", "lmn")
    assert _accepted(read, "treatment") is None


def test_no_word_is_spelled_like_a_misread_a1c() -> None:
    read = _read(HEAD + "Goals: lower HbAlc below 7 %")
    assert read["goals"].value == ("lower HbA1c below 7 %",)


@pytest.mark.parametrize("before", ["DOB: 05-26-1999", "Name: Tamsin Lee", "Born: 5/26/1999 (27)"])
def test_what_stands_before_the_date_may_be_another_labels_value(before: str) -> None:
    read = _read(f"{HEAD}{before} Date: 04-24-2026\n\nDx: scoliosis\n2x/week for 16 weeks")
    assert read["document_date"].value == "2026-04-24"


def test_of_printed_levels_the_crossed_one_is_meant() -> None:
    read = _read(HEAD + "Release: () unrestricted (X) restricted () not cleared for exercise")
    assert "clearance" not in read or read["clearance"].value == "restricted"


def test_a_pulse_is_no_target() -> None:
    assert _accepted(_read(HEAD + "Vitals: BP 128/82  HR 68"), "target_heart_rate") is None
