"""Each kind is told by its words; what is not ours stays "other"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebook.records import Kind
from extractors.kinds import classify
from extractors.page import Line, Page
from tests.extractors.letters.looks import LOOKS, Look
from tests.extractors.pages_of import typed

PAPERS: tuple[tuple[Kind, str], ...] = (
    (
        "referral",
        """
        Hill Street Medical Group
        May 3, 2026
        RE: Dana Whitfield, DOB 3/4/1970
        Dear colleague,
        I am sending you this patient with knee osteoarthritis. Please start an exercise
        program and send a progress report before the follow-up visit.
        """,
    ),
    (
        "lmn",
        """
        To whom it may concern:
        RE: Letter of Medical Necessity
        Patient: Dana Whitfield
        I prescribe supervised exercise for 12 months.
        """,
    ),
    (
        "receipt",
        """
        STEADY GAIT STUDIO
        INVOICE  No. 3245
        Bill to: Dana Whitfield
        07/02/2026  Supervised exercise 55 min     1     105.00
        Subtotal                                         105.00
        Total due                                        105.00
        Paid by Visa
        """,
    ),
    (
        "receipt",
        """
        MAIN ST GYM
        REG 1   TRANS# 41360
        DAY PASS              16.25
        SUBTOTAL              16.25
        SALES TAX              1.30
        CASH TENDERED         20.00
        CHANGE                 2.45
        """,
    ),
    (
        "eob",
        """
        Tamarack Health Plan
        Explanation of Benefits - this is not a bill
        Member: Dana Whitfield     Claim number: 8556149981
        Amount billed   Allowed   Plan paid   You may owe
        320.00          70.00     56.00       264.00
        """,
    ),
    (
        "denial",
        """
        Blue Heron Mutual
        Member: Dana Whitfield     Claim: F18106934
        We are unable to approve your claim of $315.00. Reason for denial: the letter of
        medical necessity has expired. You may appeal this decision within 180 days.
        """,
    ),
    (
        "authorization",
        """
        Granite State Trust
        Notice of Approval
        Member: Dana Whitfield      Authorization number: A-220114
        12 visits approved from 03/01/2026 to 05/31/2026.
        This is not a guarantee of payment.
        """,
    ),
    (
        "assessment",
        """
        Initial Fitness Assessment
        Client: Dana Whitfield     Date: 3/1/2026
        Resting heart rate 72       Grip strength 28 kg
        Timed up and go 9.8 s       30-second chair stand 11
        """,
    ),
    (
        "session_log",
        """
        Session Log
        Client: Dana Whitfield
        Date       Time in   Time out   Trainer initials   Client initials
        3/2/2026   9:00      9:55       KB                 DW
        3/4/2026   9:00      9:55       KB                 DW
        """,
    ),
    (
        "consent",
        """
        INFORMED CONSENT FOR EXERCISE PARTICIPATION
        I understand that exercise carries risks and I voluntarily assume all risk.
        I hereby release the studio from liability.
        Participant: Dana Whitfield    Date: 3/1/2026
        """,
    ),
    (
        "other",
        """
        THE BLUE DOOR  lunch menu
        Tomato soup                 6.50
        Grilled chicken salad      12.00
        Fries                       4.25
        Coffee                      3.00
        """,
    ),
    (
        "other",
        """
        Move Better! Newsletter, spring issue
        Medical exercise works. Ask your doctor about a referral or a letter of medical
        necessity for your FSA. We provide itemized receipts. Call today for a free consultation.
        Meet our trainers. Follow us on Instagram.
        """,
    ),
    ("other", "Pick up towels. Call Ann about Tuesday."),
    ("other", ""),
    (
        "assessment",
        """
        Patient Health Questionnaire (PHQ-9)
        Name: Dana Whitfield           Date: 05/03/2026
        Over the last 2 weeks, how often have you been bothered by these?
        Little interest or pleasure in doing things     0   (1)   2   3
        """,
    ),
    (
        "lmn",
        """
        Carla N. Whitmore, MD
        To whom it may concern:
        Re: Dana Whitfield
        I am the treating physician of Dana Whitfield, who has type 2 diabetes. I prescribe
        supervised training; it is medically necessary to improve glycemic control and is
        not for general health.
        """,
    ),
    (
        "other",
        """
        BrightPath Flexible Benefits
        Dear Dana Whitfield,
        Our records show that the letter of medical necessity on file for your exercise
        program expires on July 3, 2026. Please send a new letter from your provider.
        This is a courtesy reminder.
        """,
    ),
    (
        "other",
        """
        MEMBERSHIP AGREEMENT
        Member: Dana Whitfield
        Monthly dues of $89.00 are drafted on the first. Enrollment fee: $49.00.
        """,
    ),
    (
        "consent",
        """
        AUTHORIZATION TO RELEASE HEALTH INFORMATION
        Patient name: Dana Whitfield
        I authorize Lakeview Family Medicine to disclose my health information. I may revoke
        this authorization in writing at any time.
        """,
    ),
    (
        "denial",
        """
        Larkspur Health Savings Bank
        Subject: Distribution request D8147896 declined
        Dear Dana Whitfield,
        We have declined this request. Membership dues are not a qualified medical expense.
        """,
    ),
)


@pytest.mark.parametrize(("kind", "drawing"), PAPERS)
def test_kind(kind: Kind, drawing: str) -> None:
    assert classify((typed(drawing),)).value == kind


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_letters_and_forms_of_many_looks(look: Look) -> None:
    assert classify((typed(look.drawing),)).value == look.kind


def misread(page: Page) -> Page:
    """The page as bad recognition gives it: every e of a long word is a c."""
    lines = tuple(
        Line(
            tuple(
                replace(
                    word, text=word.text.replace("e", "c", 1) if len(word.text) > 6 else word.text
                )
                for word in line.words
            )
        )
        for line in page.lines
    )
    return replace(page, lines=lines, engine="tesseract")


@pytest.mark.parametrize(
    ("kind", "drawing"), [paper for paper in PAPERS if paper[0] in ("lmn", "eob", "denial")]
)
def test_misread_letters_are_forgiven(kind: Kind, drawing: str) -> None:
    assert classify((misread(typed(drawing)),)).value == kind


def test_a_clear_title_is_surer_than_a_few_hints() -> None:
    titled = classify((typed(PAPERS[1][1]),))
    hinted = classify((typed("Total 12.00\nThank you"),))
    assert titled.confidence > 0.95 > hinted.confidence
