"""The papers of the house: from a case to a filled-in Word document, ready to convert.

Pure functions: the day, the studio and every number come in as arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casebook.records import Case, Claim, Exhibit, Period, Provider, Studio, Verdict
from templates.claim_papers import (
    appeal,
    client_letter,
    expense_statement,
    preauthorization,
    studio_receipt,
    superbill,
)
from templates.contexts.appeal import appeal_exhibits
from templates.contexts.employer_front import employer_front_context
from templates.contexts.lmn_request import lmn_request_context
from templates.contexts.packet_front import Placed, Status, packet_front_context
from templates.contexts.progress_report import ReportNotes, progress_report_context
from templates.for_employers import hides_diagnosis
from templates.paper import Paper, values_of
from templates.physician_papers import (
    AssessmentNotes,
    DischargeNotes,
    StatusChange,
    assessment_summary,
    change_in_status,
    discharge_summary,
    introduction,
    lmn_renewal,
    physician_query,
)
from templates.render import filled_in, render

__all__ = [
    "AssessmentNotes",
    "DischargeNotes",
    "Paper",
    "ReportNotes",
    "StatusChange",
    "appeal",
    "appeal_exhibits",
    "assessment_summary",
    "change_in_status",
    "client_letter",
    "discharge_summary",
    "expense_statement",
    "introduction",
    "lmn_renewal",
    "lmn_request",
    "packet_front",
    "physician_query",
    "preauthorization",
    "progress_report",
    "studio_receipt",
    "superbill",
]


def lmn_request(
    case: Case, provider: Provider | None, studio: Studio, today: date, request_id: str
) -> Paper:
    """The one-page letter that asks for a letter of medical necessity, and the form behind it.

    provider: who is asked; None leaves the letter open for the treating
    physician. request_id: an opaque id, printed and in the form's QR code.
    """
    context = lmn_request_context(case, provider, studio, today, request_id)
    return filled_in("lmn_request", studio, context)


def progress_report(
    case: Case,
    period: Period,
    studio: Studio,
    today: date,
    for_employer: bool = False,
    notes: ReportNotes | None = None,
) -> Paper:
    """The report on one page; what does not fit follows in an addendum, and nothing is cut.

    for_employer: the copy that states participation only. notes: the author's
    own words on programme, adverse events and plan.
    """
    context = progress_report_context(case, period, studio, today, for_employer, notes)
    return Paper(
        name="participation-report" if for_employer else "progress-report",
        docx=render("progress_report", context, studio.templates),
        values=values_of(context),
        pages=None if context.has_addendum else 1,
    )


def packet_front(
    case: Case,
    claim: Claim,
    exhibits: Sequence[Exhibit],
    verdicts: Sequence[Verdict],
    studio: Studio,
    today: date,
    status: Status,
    page_counts: Sequence[int] | None = None,
    front_pages: int = 3,
) -> Paper:
    """Cover, claim lines, what was left out, checklist and index of exhibits.

    Where the recipient gets no diagnosis (employer wellness), participation
    and payment only. page_counts: pages of each exhibit, in order (one each
    where not said). front_pages: how many pages this front itself takes, so
    that the index can tell the exhibits' pages; `templates.packets.build`
    finds it out.
    """
    placed = place(exhibits, page_counts or [1] * len(exhibits), front_pages)
    if hides_diagnosis(claim, studio):
        return filled_in(
            "employer_front",
            studio,
            employer_front_context(case, claim, placed, verdicts, studio, today, status),
        )
    context = packet_front_context(case, claim, placed, verdicts, studio, today, status)
    return filled_in("packet_front", studio, context)


def place(
    exhibits: Sequence[Exhibit], page_counts: Sequence[int], front_pages: int
) -> tuple[Placed, ...]:
    """Where each exhibit stands in the packet: pages from 1, the front's included."""
    placed, at = [], front_pages + 1
    for exhibit, pages in zip(exhibits, page_counts, strict=True):
        placed.append(Placed(exhibit=exhibit, first=at, last=at + pages - 1))
        at += pages
    return tuple(placed)
