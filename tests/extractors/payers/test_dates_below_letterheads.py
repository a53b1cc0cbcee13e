"""The letter's own date, alone below a letterhead, is no date of service."""

from __future__ import annotations

from extractors import payers
from extractors.options import ReadOptions
from tests.extractors.pages_of import typed

DENIAL = """
    Via Benefits Reimbursement Services

    October 20, 2026

    Felicity Marchetti
    12 Rosebud Ln
    Dayton, OH 45402

    Re: Claim VB-8830117

    We were unable to approve your request for reimbursement of $325.00
    for services dated {days} from Ridgeline Fitness.
"""


def best(paper: str) -> dict[str, object]:
    found = payers.find((typed(paper),), "denial", ReadOptions())
    ranked = sorted(found, key=lambda candidate: candidate.strength)
    return {candidate.field: candidate.value for candidate in ranked}


def test_the_letters_day_is_the_documents_and_not_of_service() -> None:
    found = best(DENIAL.format(days="08/03/2026, 08/10/2026 and 08/17/2026"))
    assert found["service_dates"] == ("2026-08-03", "2026-08-10", "2026-08-17")
    assert found["document_date"] == "2026-10-20"


def test_a_lone_day_below_a_label_stays_of_service() -> None:
    paper = """
        EVERLY HEALTH PLAN
        Date of service
        08/12/2026
        Claim 22817734
        This claim was denied.
    """
    assert best(paper)["service_dates"] == ("2026-08-12",)
