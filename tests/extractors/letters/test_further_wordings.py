"""Questions, captions, sentences and rows of other offices, each with what is not meant."""

from __future__ import annotations

import pytest

from casebook.records import FieldValue, Kind
from extractors import letters
from extractors.options import ReadOptions
from tests.extractors.letters.test_looks import best
from tests.extractors.letters.test_traps import referral
from tests.extractors.pages_of import typed


def read(drawing: str, kind: Kind = "referral") -> dict[str, FieldValue]:
    return best(letters.find((typed(drawing),), kind, ReadOptions()))


def test_a_systems_questions_have_their_answers_beside_them() -> None:
    found = read(
        """
        Patient: Dana Whitfield
        Duration of program?              12 weeks
        Precautions / restrictions?       no kneeling; avoid breath holding
        Anything else to know?            prefers mornings
        Goals of therapy?                 improve balance; return to gardening
        """
    )
    assert found["duration"] == "12 weeks"
    assert found["restrictions"] == ("no kneeling", "avoid breath holding")
    assert found["goals"] == ("improve balance", "return to gardening")


def test_bullets_beside_a_label_belong_to_it_up_to_the_next_label() -> None:
    found = read(
        """
        Patient: Dana Whitfield
        Precautions:       - no kneeling
                           - avoid breath holding
        Treatment goals:   - improve balance
                           - return to gardening
        """
    )
    assert found["restrictions"] == ("no kneeling", "avoid breath holding")
    assert found["goals"] == ("improve balance", "return to gardening")


@pytest.mark.parametrize(
    ("sentence", "rate"),
    [
        ("Train with heart rate kept between 105 and 125 bpm.", "between 105 and 125 bpm"),
        ("The resting heart rate was 72 bpm.", None),
        ("Exercise at RPE 11-13.", "RPE 11-13"),
    ],
)
def test_heart_rates_in_sentences(sentence: str, rate: str | None) -> None:
    assert referral(sentence).get("target_heart_rate") == rate


def test_a_street_is_no_dietitian() -> None:
    page = """
        Harbor Internal Medicine
        77 Old Mill Rd

        Dear trainer,
        Please see Dana Whitfield.
        """
    assert "referrer_name" not in read(page)


def test_the_supervising_physician_did_not_sign() -> None:
    found = referral("Please see her.", below="NPI 1245319599\nSupervising physician: Ada Roe, MD")
    assert found["referrer_name"] == "Leilani B. Halvorsen"


def test_who_says_i_by_name_is_the_provider() -> None:
    found = read(
        """
        Certification of Medical Necessity
        I, Ada B. Roe, MD, certify that Dana R. Whitfield is being treated by me.
        """,
        "lmn",
    )
    assert (found["provider_name"], found["provider_credentials"]) == ("Ada B. Roe", "MD")
    assert found["patient_name"] == "Dana R. Whitfield"


def test_a_spouse_who_holds_the_account_is_not_the_patient() -> None:
    found = read(
        """
        Participant name: Ada Roe
        Patient name: Dana Whitfield
        """,
        "lmn",
    )
    assert found["patient_name"] == "Dana Whitfield"


def test_sessions_alone_are_no_treatment() -> None:
    sentence = (
        "It is my opinion that individual exercise training is necessary to treat this condition."
    )
    found = read(f"{sentence}\nI recommend sessions twice a week.", "lmn")
    assert found["treatment"] == "individual exercise training"


def test_a_period_of_treatment_has_two_ends() -> None:
    found = read("Treatment period: 03/01/2026 to 08/31/2026", "lmn")
    assert (found["start_date"], found["end_date"]) == ("2026-03-01", "2026-08-31")


def test_a_line_that_speaks_of_accounts_is_the_administrator() -> None:
    assert read("Meridian Flex Benefits\n\nPatient: Dana Roe", "lmn")["administrator"] == (
        "Meridian Flex Benefits"
    )
    assert "administrator" not in read("Flexible Spending Accounts\n\nPatient: Dana Roe", "lmn")


def test_a_memos_title_is_no_practice() -> None:
    found = read(
        """
        MEMORANDUM
        TO:     Second Wind Studio
        FROM:   Ada Roe, MD, Harbor Internal Medicine
        RE:     Exercise referral: Whitfield, Dana R. DOB 3/4/1970
        """
    )
    assert found["practice_name"] == "Harbor Internal Medicine"
    assert found["patient_name"] == "Dana R. Whitfield"


def test_a_telephone_and_a_fax_on_one_row_are_an_offices() -> None:
    row = "Phone: 541-555-0122     Fax: 541-555-0123"
    found = read(f"Patient: Dana Whitfield\n\n\n{row}")
    assert (found["referrer_phone"], found["referrer_fax"]) == ("+15415550122", "+15415550123")
    assert "referrer_phone" not in read("Patient: Dana Whitfield\n\n\nPhone: 541-555-0122")


def test_a_caption_date_below_the_line_dates_the_signature() -> None:
    found = read(
        """
        Patient: Dana Whitfield               Date: 03/01/2026



        _____________________________         03/04/2026
        Physician signature                   Date
        """
    )
    assert found["document_date"] == "2026-03-01"
    assert found["signature_date"] == "2026-03-04"


def test_a_torn_names_end_is_nobodys_name() -> None:
    found = referral("Please see her.", below="NPI 1245319599\n\nLa Cruz, MD")
    assert found["referrer_name"] == "Leilani B. Halvorsen"


def test_a_boxs_caption_may_say_in_what_order_the_name_stands() -> None:
    found = read(
        """
        1. PATIENT'S NAME (Last Name, First Name, Middle Initial)      2. BIRTH DATE
        WHITFIELD, DANA R                                              03/04/1970
        """
    )
    assert found["patient_name"] == "Dana R Whitfield"


def test_plain_lines_beside_a_label_are_one_list_up_to_the_next_row() -> None:
    found = read(
        """
        Patient: Dana Whitfield
        Restrictions       No kneeling
                           Avoid breath holding
        Goals              Improve balance
                           Climb stairs without rest
        Comment            Prefers mornings
        """
    )
    assert found["restrictions"] == ("No kneeling", "Avoid breath holding")
    assert found["goals"] == ("Improve balance", "Climb stairs without rest")


def test_both_numbers_of_one_row_are_read() -> None:
    row = "Contact          Tel 541.555.0122 / Fax 541.555.0123"
    found = read(f"Patient: Dana Whitfield\n\n\n{row}")
    assert (found["referrer_phone"], found["referrer_fax"]) == ("+15415550122", "+15415550123")


def test_from_and_through_begin_and_end_a_treatment() -> None:
    found = read("Patient: Dana Whitfield\n\n\nFrom 03/01/2026 through 08/31/2026", "lmn")
    assert (found["start_date"], found["end_date"]) == ("2026-03-01", "2026-08-31")
