"""The data of the CMS-1500 (02/12), box by box, from a superbill without faults.

Six lines fill a form; more are continued on further forms, each with its own
total. The boxes 8, 9b, 9c and 30 stay blank and have no field here [NUCC 1500
Claim Form Reference Instruction Manual]. Nothing is signed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from nameparser import HumanName

from casebook.records import Address, Record, Verdict
from rules.insurance import spread
from rules.superbill import CodedService, Rendering, Superbill, judge_superbill

LINES = 6
"""Lines of one form."""
ONSET = "431"
"""Box 14's qualifier for the onset of current symptoms or illness."""


class NotBillable(Exception):
    """The superbill has faults, so no form is made. `verdicts` says which."""

    def __init__(self, verdicts: Sequence[Verdict]) -> None:
        self.verdicts = tuple(verdicts)
        rules = ", ".join(sorted({each.rule.id for each in verdicts}))
        super().__init__(f"the superbill has faults: {rules}")


class Referring(Record):
    """Box 17: who referred (DN), ordered (DK) or supervised (DQ)."""

    name: str
    qualifier: Literal["DN", "DK", "DQ"] = "DN"
    npi: str | None = None


class Resubmission(Record):
    """Box 22: 7 replaces and 8 voids the claim of the payer's `original_number`."""

    code: Literal["7", "8"]
    original_number: str


class BillingProvider(Record):
    """Box 25 and 33: who is to be paid or was paid."""

    name: str
    address: Address
    phone: str
    npi: str
    tax_id: str


class Cms1500Line(Record):
    """One line of box 24. `charge` in dollars; `pointer` holds letters only, as "AB"."""

    date_of_service: date
    place_of_service: str
    code: str
    modifiers: tuple[str, ...]
    pointer: str
    charge: Decimal
    units: int
    rendering_npi: str


class Cms1500Form(Record):
    """One form. Dates and dollars are values; `printed_day`, `printed_money` write them.

    diagnoses: box 21 A to L, without the point. total, paid: boxes 28 and 29 of
    this form alone. accept_assignment and payment_to_provider: boxes 27 and 13.
    """

    number: int
    of: int
    insured_id: str
    patient_name: str
    patient_birth_date: date
    patient_address: Address | None
    patient_phone: str | None
    onset: date | None
    onset_qualifier: str | None
    referring: Referring | None
    icd_indicator: Literal["0"] = "0"
    diagnoses: tuple[str, ...]
    resubmission: Resubmission | None
    authorization_number: str | None
    lines: tuple[Cms1500Line, ...]
    accept_assignment: bool
    payment_to_provider: bool
    total: Decimal
    paid: Decimal
    billing: BillingProvider


def forms(
    bill: Superbill,
    billing: BillingProvider,
    *,
    client_paid: bool = True,
    patient_address: Address | None = None,
    patient_phone: str | None = None,
    onset: date | None = None,
    referring: Referring | None = None,
    resubmission: Resubmission | None = None,
    authorization_number: str | None = None,
) -> tuple[Cms1500Form, ...]:
    """The forms of a superbill, by date of service. Raises NotBillable for one with faults.

    client_paid: the client has paid and the insurer pays the client, so that
    box 27 is No and box 13 stays blank.
    """
    faults = [each for each in judge_superbill(bill) if each.outcome == "fail"]
    if faults:
        raise NotBillable(faults)
    ordered = sorted(bill.services, key=lambda s: (s.date_of_service, s.session_id, s.code))
    sheets = [ordered[at : at + LINES] for at in range(0, len(ordered), LINES)]
    totals = [sum((s.charge for s in sheet), Decimal("0.00")) for sheet in sheets]
    return tuple(
        Cms1500Form(
            number=number,
            of=len(sheets),
            insured_id=bill.member_id or "",
            patient_name=printed_name(bill.patient_name),
            patient_birth_date=bill.patient_dob,
            patient_address=patient_address,
            patient_phone=patient_phone,
            onset=onset,
            onset_qualifier=ONSET if onset else None,
            referring=referring,
            diagnoses=tuple(code.replace(".", "") for code in bill.diagnoses),
            resubmission=resubmission,
            authorization_number=authorization_number,
            lines=tuple(_line(service, bill.rendering) for service in sheet),
            accept_assignment=not client_paid,
            payment_to_provider=not client_paid,
            total=total,
            paid=paid,
            billing=billing,
        )
        for number, (sheet, total, paid) in enumerate(
            zip(sheets, totals, spread(bill.amount_paid, totals), strict=True), start=1
        )
    )


def printed_name(name: str) -> str:
    """Box 2: "Dana R. Whitfield Jr." → "WHITFIELD JR, DANA, R"."""
    parts = HumanName(name)
    last = " ".join(part for part in (parts.last, parts.suffix) if part)
    middle = " ".join(word[0] for word in parts.middle.split())
    shown = ", ".join(part for part in (last, parts.first, middle) if part)
    return shown.replace(".", "").upper()


def printed_day(on: date, century: bool = True) -> str:
    """Box 3: "03 04 1961"; box 24A without the century: "03 04 61"."""
    return f"{on:%m %d %Y}" if century else f"{on:%m %d %y}"


def printed_money(amount: Decimal) -> str:
    """Dollars and cents as the form's two columns show them, without sign: "1240 00"."""
    return f"{amount:.2f}".replace(".", " ")


def _line(service: CodedService, who: Rendering) -> Cms1500Line:
    return Cms1500Line(
        date_of_service=service.date_of_service,
        place_of_service=service.place_of_service,
        code=service.code,
        modifiers=service.modifiers,
        pointer="".join(service.pointers),
        charge=service.charge,
        units=service.units,
        rendering_npi=who.npi or "",
    )
