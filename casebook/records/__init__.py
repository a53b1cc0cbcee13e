"""The frozen records that cross every boundary of the house.

Nothing in here touches a disk, a clock, the network or the environment.
Import from this package: ``from casebook.records import Reading, Client``.
"""

from casebook.records.attendance import Attendance, Goal, Measurement, Session, SessionPackage
from casebook.records.audit import AuditEvent
from casebook.records.base import Record
from casebook.records.case import Case
from casebook.records.claims import (
    AccountType,
    Claim,
    ClaimedSession,
    ClaimLine,
    Exclusion,
    Exhibit,
    Packet,
    Period,
)
from casebook.records.coding import Attestation, CodedService, Rendering
from casebook.records.document import Decision, Document, DocumentState, Fact, Scan, ScanState
from casebook.records.people import Address, Client, Provider, Studio
from casebook.records.reading import (
    Assertion,
    Box,
    Diagnosis,
    Evidence,
    Experiencer,
    FieldReading,
    FieldValue,
    Kind,
    KindReading,
    LineItem,
    Problem,
    Reading,
    ReadingStatus,
    ReturnedPage,
    Temporality,
)
from casebook.records.requests import Request
from casebook.records.sheet_rows import ReadMeasure, ReadSession
from casebook.records.verdict import Outcome, Rule, Verdict

__all__ = [
    "AccountType",
    "Address",
    "Assertion",
    "Attendance",
    "Attestation",
    "AuditEvent",
    "Box",
    "Case",
    "Claim",
    "ClaimLine",
    "ClaimedSession",
    "Client",
    "CodedService",
    "Decision",
    "Diagnosis",
    "Document",
    "DocumentState",
    "Evidence",
    "Exclusion",
    "Exhibit",
    "Experiencer",
    "Fact",
    "FieldReading",
    "FieldValue",
    "Goal",
    "Kind",
    "KindReading",
    "LineItem",
    "Measurement",
    "Outcome",
    "Packet",
    "Period",
    "Problem",
    "Provider",
    "ReadMeasure",
    "ReadSession",
    "Reading",
    "ReadingStatus",
    "Record",
    "Rendering",
    "Request",
    "ReturnedPage",
    "Rule",
    "Scan",
    "ScanState",
    "Session",
    "SessionPackage",
    "Studio",
    "Temporality",
    "Verdict",
]
