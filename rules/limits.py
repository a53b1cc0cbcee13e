"""What the law sets by year: FSA and HSA limits, carry-over, grace, the floor of the deduction."""

from __future__ import annotations

from decimal import Decimal

from casebook.records import Record
from rules.data import FOLDER, load


class FsaYear(Record):
    """A plan year's most, and how much of it may be carried into the next, in dollars."""

    most: Decimal
    carry_over: Decimal
    citation: str


class HsaYear(Record):
    """The most that may be paid in during a calendar year, in dollars."""

    self_only: Decimal
    family: Decimal
    citation: str


class Deduction(Record):
    """Schedule A: what lies above this percentage of adjusted gross income."""

    percent_of_income: Decimal
    from_year: int
    citation: str


class Grace(Record):
    """How long after the plan year services still count where a plan has a grace period."""

    months: int
    days: int
    citation: str


class Limits(Record):
    """What rules/limits.yaml holds, by the year in which a plan year begins."""

    health_fsa: dict[int, FsaYear]
    hsa: dict[int, HsaYear]
    deduction: Deduction
    grace: Grace


LIMITS = load(FOLDER / "limits.yaml", Limits)


def deductible(expenses: Decimal, adjusted_gross_income: Decimal) -> Decimal:
    """The part of unreimbursed expenses that may be deducted, in dollars, never below zero.

    expenses: paid in the year and reimbursed by nobody.
    Raises ValueError for a negative amount of expenses.
    """
    if expenses < 0:
        raise ValueError("expenses are not negative")
    floor = max(adjusted_gross_income, Decimal(0)) * LIMITS.deduction.percent_of_income / 100
    return max(expenses - floor, Decimal(0)).quantize(Decimal("0.01"))
