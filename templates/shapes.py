"""Which record fills in which template: what a template may ask for."""

from __future__ import annotations

from collections.abc import Mapping

from casebook.records import Record
from templates.contexts.appeal import Appeal
from templates.contexts.assessment_summary import AssessmentSummary
from templates.contexts.change_in_status import ChangeInStatus
from templates.contexts.client_letter import ClientLetter
from templates.contexts.discharge_summary import DischargeSummary
from templates.contexts.employer_front import EmployerFront
from templates.contexts.expense_statement import ExpenseStatement
from templates.contexts.introduction import Introduction
from templates.contexts.lmn_renewal import LmnRenewal
from templates.contexts.lmn_request import LmnRequest
from templates.contexts.packet_front import PacketFront
from templates.contexts.physician_query import PhysicianQuery
from templates.contexts.preauthorization import Preauthorization
from templates.contexts.progress_report import ProgressReport
from templates.contexts.studio_receipt import StudioReceipt
from templates.contexts.superbill import SuperbillPaper

SHAPES: Mapping[str, type[Record]] = {
    "appeal": Appeal,
    "assessment_summary": AssessmentSummary,
    "change_in_status": ChangeInStatus,
    "client_letter": ClientLetter,
    "discharge_summary": DischargeSummary,
    "employer_front": EmployerFront,
    "expense_statement": ExpenseStatement,
    "introduction": Introduction,
    "lmn_renewal": LmnRenewal,
    "lmn_request": LmnRequest,
    "packet_front": PacketFront,
    "physician_query": PhysicianQuery,
    "preauthorization": Preauthorization,
    "progress_report": ProgressReport,
    "studio_receipt": StudioReceipt,
    "superbill": SuperbillPaper,
}
"""By the template's name; placeholders are the record's fields, and theirs behind a point."""
