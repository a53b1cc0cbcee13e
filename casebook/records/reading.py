"""What a document was read to say: values with their evidence and their doubt.

The shapes are the outside contract of ``carepacket extract --json``; field
names per kind are listed in `FIELDS`. Values stand in their contract form:
dates ISO 8601 strings, money decimal strings ("1240.00"), phone numbers E.164,
names first-middle-last without titles. A field that was not found is absent.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from casebook.records.base import Record
from casebook.records.sheet_rows import SheetRows

Kind = Literal[
    "referral",
    "lmn",
    "receipt",
    "eob",
    "denial",
    "authorization",
    "assessment",
    "session_log",
    "consent",
    "other",
]
ReadingStatus = Literal["read", "needs_review", "quarantined"]
Assertion = Literal["affirmed", "negated", "possible"]
Temporality = Literal["current", "historical", "hypothetical"]
Experiencer = Literal["patient", "family", "other"]

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points (1/72 inch) from the page's top left corner."""


class Evidence(Record):
    """Where a value stands: page from 1, box in points, the text as it was read."""

    page: int = Field(ge=1)
    box: Box
    text: str


class LineItem(Record):
    """One line of a receipt. Absent parts are None; money in the receipt's currency."""

    description: str | None = None
    date: str | None = None
    quantity: float | None = None
    unit_price: str | None = None
    amount: str | None = None


FieldValue = bool | str | tuple[str, ...] | tuple[LineItem, ...] | SheetRows


class FieldReading(Record):
    """One field: its value, the probability that it is right, and where it stands.

    `accepted` means that the program would use the value with nobody looking.
    """

    value: FieldValue
    confidence: float = Field(ge=0, le=1)
    accepted: bool
    evidence: tuple[Evidence, ...] = ()
    currency: str | None = None


class Diagnosis(Record):
    """A condition that a document mentions, in the document's own words.

    `code` is set with ``code_origin="printed"`` only when it stands on the
    document; `suggestions` are codes looked up from the words, which nothing
    prints as the physician's before a person confirms one.
    """

    text: str
    code: str | None = None
    code_origin: Literal["printed", "suggested"] | None = None
    assertion: Assertion = "affirmed"
    temporality: Temporality = "current"
    experiencer: Experiencer = "patient"
    confidence: float = Field(ge=0, le=1)
    accepted: bool
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def is_patients_own(self) -> bool:
        """True for an affirmed, current condition of the patient: the only kind ever filed."""
        return (self.assertion, self.temporality, self.experiencer) == (
            "affirmed",
            "current",
            "patient",
        )


class Problem(Record):
    """Something that a person should know, with a stable code ("icd10.not_billable")."""

    code: str
    message: str
    field: str | None = None


class KindReading(Record):
    """Which of the contract's kinds a document is, and how surely."""

    value: Kind
    confidence: float = Field(ge=0, le=1)


class ReturnedPage(Record):
    """A page of our own that came back by scan.

    page: from 1, in the file. code: what its QR code says ("carepacket:lmn-request:…"); None
    where it could not be read and the page stands among such pages. number, of: "Page 2 of 3" as
    printed; None where that could not be read.
    """

    page: int = Field(ge=1)
    code: str | None = None
    number: int | None = None
    of: int | None = None


class Reading(Record):
    """One document as read: one line of ``carepacket extract --json``.

    `pages` counts the pages of the whole file; `page_range` (first, last; from
    1, inclusive) is set when the file holds several documents.
    """

    file: str
    sha256: str
    pages: int
    page_range: tuple[int, int] | None = None
    status: ReadingStatus
    kind: KindReading
    fields: dict[str, FieldReading] = {}
    diagnoses: tuple[Diagnosis, ...] = ()
    problems: tuple[Problem, ...] = ()
    returned: tuple[ReturnedPage, ...] = ()
    """Set when pages carry a code that the studio prints on its own forms."""


_EVERY_KIND = ("patient_name", "patient_dob", "member_id", "document_date")

FIELDS: dict[Kind, tuple[str, ...]] = {
    "referral": (
        *_EVERY_KIND,
        "referrer_name",
        "referrer_credentials",
        "referrer_npi",
        "practice_name",
        "referrer_phone",
        "referrer_fax",
        "onset_date",
        "surgery_date",
        "frequency",
        "duration",
        "target_heart_rate",
        "restrictions",
        "goals",
        "clearance",
        "signed",
        "signature_date",
    ),
    "lmn": (
        *_EVERY_KIND,
        "provider_name",
        "provider_credentials",
        "provider_npi",
        "provider_license",
        "treatment",
        "frequency",
        "duration",
        "start_date",
        "end_date",
        "signed",
        "signature_date",
        "administrator",
    ),
    "receipt": (
        *_EVERY_KIND,
        "vendor_name",
        "vendor_address",
        "vendor_phone",
        "vendor_tax_id",
        "receipt_number",
        "service_dates",
        "payment_date",
        "description",
        "line_items",
        "subtotal",
        "tax",
        "total",
        "amount_paid",
        "balance_due",
        "payment_method",
        "substantiates",
    ),
    "eob": (
        *_EVERY_KIND,
        "payer_name",
        "claim_number",
        "service_dates",
        "billed",
        "allowed",
        "plan_paid",
        "patient_responsibility",
        "reason_codes",
    ),
    "denial": (
        *_EVERY_KIND,
        "payer_name",
        "claim_number",
        "service_dates",
        "denied_amount",
        "reason",
        "reason_codes",
        "appeal_deadline",
    ),
    "authorization": (
        *_EVERY_KIND,
        "payer_name",
        "authorization_number",
        "approved_units",
        "start_date",
        "end_date",
    ),
    "assessment": (*_EVERY_KIND, "measures"),
    "session_log": (*_EVERY_KIND, "sessions"),
    "consent": _EVERY_KIND,
    "other": _EVERY_KIND,
}
"""The contract's fields by kind, in the order in which people are shown them."""

LIST_FIELDS = frozenset(
    {
        "restrictions",
        "goals",
        "service_dates",
        "line_items",
        "reason_codes",
        "measures",
        "sessions",
    }
)
ROW_FIELDS = frozenset({"line_items", "measures", "sessions"})
"""Lists of rows, which a person accepts or rejects whole."""
MONEY_FIELDS = frozenset(
    {
        "subtotal",
        "tax",
        "total",
        "amount_paid",
        "balance_due",
        "billed",
        "allowed",
        "plan_paid",
        "patient_responsibility",
        "denied_amount",
    }
)
DATE_FIELDS = frozenset(
    {
        "patient_dob",
        "document_date",
        "onset_date",
        "surgery_date",
        "signature_date",
        "start_date",
        "end_date",
        "payment_date",
        "appeal_deadline",
    }
)


def as_date(value: FieldValue | None) -> date | None:
    """The contract's date string as a date; None for None. Raises ValueError on other text."""
    return date.fromisoformat(value) if isinstance(value, str) else None


def as_money(value: FieldValue | None) -> Decimal | None:
    """The contract's money string as a Decimal; None for None."""
    return Decimal(value) if isinstance(value, str) else None
