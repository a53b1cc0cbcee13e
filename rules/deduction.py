"""Schedule A: training paid in a year and reimbursed by nobody, and what exceeds the floor.

A record for the client's tax preparer, never tax advice. An expense counts in
the year in which it was paid [IRS Publication 502]; a session that was paid
ahead counts once it was rendered, since before that nothing is incurred.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from casebook.records import Case, ClaimLine, Document, Exclusion, Period, Record
from rules.claims import claim
from rules.limits import LIMITS, deductible
from rules.profiles import profile

PROFILE = "tax_deduction"


class PaidExpense(Record):
    """One session with the day on which it was paid.

    paid_on: the receipt's day of payment, else its date, else the date of service.
    """

    line: ClaimLine
    paid_on: date


class Worksheet(Record):
    """The floor worked out, in dollars: what lies above it may be deducted."""

    expenses: Decimal
    adjusted_gross_income: Decimal
    percent: Decimal
    floor: Decimal
    deductible: Decimal


class Statement(Record):
    """One year's expenses for the tax records, by date of service, and what was left out."""

    year: int
    expenses: tuple[PaidExpense, ...]
    left_out: tuple[Exclusion, ...]

    @property
    def total(self) -> Decimal:
        """Dollars paid in the year and reimbursed by nobody."""
        return sum((each.line.amount for each in self.expenses), Decimal("0.00"))


def statement(case: Case, year: int, today: date) -> Statement:
    """The year's unreimbursed expenses. What any account paid is left out with the reason.

    left_out: sessions rendered in the year; the others belong to other years' statements.
    """
    services = [session.date for session in case.sessions]
    whole = Period(start=min(services, default=today), end=max(services, default=today))
    found = claim(case, "tax", whole, profile(PROFILE), today)
    receipts = {receipt.id: receipt for receipt in case.of_kind("receipt")}
    paid = [
        PaidExpense(line=line, paid_on=_paid_on(receipts[line.receipt_document_id], line))
        for line in found.lines
    ]
    return Statement(
        year=year,
        expenses=tuple(
            each for each in paid if max(each.paid_on.year, each.line.date_of_service.year) == year
        ),
        left_out=tuple(
            each
            for each in found.exclusions
            if each.date_of_service is not None and each.date_of_service.year == year
        ),
    )


def worksheet(expenses: Decimal, adjusted_gross_income: Decimal) -> Worksheet:
    """The floor for this income, and what exceeds it; raises ValueError for negative expenses."""
    percent = LIMITS.deduction.percent_of_income
    above = deductible(expenses, adjusted_gross_income)
    floor = max(adjusted_gross_income, Decimal(0)) * percent / 100
    return Worksheet(
        expenses=expenses,
        adjusted_gross_income=adjusted_gross_income,
        percent=percent,
        floor=floor.quantize(Decimal("0.01")),
        deductible=above,
    )


def _paid_on(receipt: Document, line: ClaimLine) -> date:
    return receipt.day("payment_date") or receipt.day("document_date") or line.date_of_service
