"""Papers without a title of their kind are known by what they say."""

from __future__ import annotations

import pytest

from extractors.kinds import classify
from extractors.kinds.wordings import wordings
from tests.extractors.pages_of import typed

LETTER_TO_A_PLAN = """
    Rosalind Achterberg, M.D.           License WA MD00038112

    September 30, 2026
    HealthEquity, Attn: Claims
    RE: Desmond Fairweather, date of birth April 2, 1960

    Mr. Fairweather is under my care for peripheral artery disease (I70.213).
    I prescribe supervised walking with a medical exercise specialist, which
    improves walking distance. Treatment began on October 1, 2026 and should
    continue through March 31, 2027. It isn't for general health.
"""
LETTER_TO_A_STUDIO = """
    Cascadia Spine & Sport
    November 4, 2026
    Kestrel Strength Studio, Attn: Intake
    Re: Marguerite O'Dowd, born 7/19/1951

    Thank you for seeing Mrs. O'Dowd, whom I followed after her hip surgery.
    Please keep hip flexion below 90 degrees.
    I'll see her again on February 9, 2027 and would value a note before then.
"""
PACKAGE = """
    Evolve Exercise Clinic
    Purchase confirmation
    Patient: Karen Omar Nakagawa
    Package of 20 sessions             $1,200.00
    Total $1,200.00
    Paid with American Express ending 3186
"""
SERVICES = """
    Balance Point Studio
    Receipt for services
    Patient: Dana Quigley
    4 sessions at 125.00 each
    Amount: 500.00
    Payment: Debit
"""
REFUSAL = """
    Via Benefits
    Dear Felicity Marchetti,
    We were unable to approve your request for reimbursement of $325.00.
    Reason: The letter of medical necessity on file expired before the service.
    To appeal this decision, write to us by April 18, 2027.
"""
REMINDER = """
    BrightPath Flexible Benefits
    Dear Kwame Okonkwo,
    Our records show that the letter of medical necessity on file for your
    exercise program expires on April 28, 2026. Please send a new letter.
    This is a courtesy reminder.
"""
LABORATORY = """
    BUCKEYE REFERENCE LABORATORY
    PATIENT: WHITCOMB, KWAME     ORDERING PHYSICIAN: WHITMORE, CARLA
    TEST             RESULT    REFERENCE RANGE
    CHOLESTEROL, TOTAL  211    <200
"""
QUESTIONNAIRE = """
    Patient Health Questionnaire (PHQ-9)
    Name: Anneliese Castellano      Date: 12/15/2025
    Little interest or pleasure in doing things    0  (X)  2  3
    Total score: 5
"""


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        (LETTER_TO_A_PLAN, "lmn"),
        (LETTER_TO_A_STUDIO, "referral"),
        (PACKAGE, "receipt"),
        (SERVICES, "receipt"),
        (REFUSAL, "denial"),
        (REMINDER, "other"),
        (LABORATORY, "other"),
        (QUESTIONNAIRE, "assessment"),
    ],
)
def test_the_kind_without_a_title(paper: str, kind: str) -> None:
    assert classify((typed(paper),)).value == kind


def test_a_letter_that_speaks_of_a_letter_of_medical_necessity_is_none() -> None:
    assert classify((typed(REFUSAL),)).confidence > 0.8


def test_no_single_wording_decides() -> None:
    heaviest = {w.says.pattern: w.weight for w in wordings() if w.weight >= 10}
    assert heaviest == {}
