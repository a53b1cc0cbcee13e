"""The yearly statement of medical expenses for the client's tax records, by year paid.

A record with its sources, no tax advice: the worksheet explains the floor and
leaves income and other expenses to be filled in by the client.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from casebook.records import Case, Document, Record, Studio
from rules.deduction import Expense, NotDeducted, YearOfExpenses
from rules.limits import LIMITS
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.sources import name_of
from templates.wording import clean, count, day, decimal, dollars, phone, short_day


class ExpenseRow(Record):
    """One session: when rendered, when paid, by which letter covered."""

    date: str
    description: str
    paid: str
    letter: str
    amount: str


class LeftOutRow(Record):
    """One session that is not counted."""

    date: str
    description: str
    reason: str
    amount: str


class WorksheetLine(Record):
    """One step; an empty amount is for the client to fill in."""

    number: str
    text: str
    amount: str


class ExpenseStatement(Record):
    """The year, its sessions, what is left out, the worksheet."""

    letterhead: Letterhead
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    expenses: tuple[ExpenseRow, ...]
    nothing: str
    total: str
    letters: tuple[str, ...]
    left_out: tuple[LeftOutRow, ...]
    worksheet: tuple[WorksheetLine, ...]
    explained: str
    author: str
    studio: str
    date: str


def expense_statement_context(
    case: Case, year: YearOfExpenses, studio: Studio, today: date
) -> ExpenseStatement:
    """The statement of one year, as `rules.deduction.expenses_of` found it."""
    letters = _letters(case, year.expenses)
    provider = [clean(studio.name), ", ".join(studio.address.lines), phone(studio.phone)]
    if studio.tax_id:
        provider[-1] += f", EIN {studio.tax_id}"
    return ExpenseStatement(
        letterhead=letterhead(studio),
        title=f"Medical expenses paid in {year.year}",
        subtitle=clean(case.client.name),
        facts=(
            Fact(label="Patient", value=f"{clean(case.client.name)}, born {day(case.client.dob)}"),
            Fact(label="Provider of service", value=clean("\n".join(provider))),
            Fact(label="Prepared", value=day(today)),
        ),
        expenses=tuple(_row(each, letters) for each in year.expenses),
        nothing="" if year.expenses else "No expense of this year is left to be listed.",
        total=dollars(year.total),
        letters=tuple(f"{mark} {words}" for mark, words in letters.values()),
        left_out=tuple(_left_out(each) for each in year.left_out),
        worksheet=_worksheet(year.total),
        explained=_explained(year),
        author=author(studio),
        studio=clean(studio.name),
        date=day(today),
    )


def _letters(case: Case, expenses: Sequence[Expense]) -> dict[str, tuple[str, str]]:
    """Each letter used, once: its mark "(1)" and its name."""
    used = dict.fromkeys(each.lmn_document_id for each in expenses)
    found: list[Document] = [d for d in case.documents if d.id in used]
    return {
        letter.id: (f"({n})", f"{name_of(letter)[:1].upper()}{name_of(letter)[1:]}")
        for n, letter in enumerate(found, start=1)
    }


def _row(expense: Expense, letters: Mapping[str, tuple[str, str]]) -> ExpenseRow:
    mark = letters.get(expense.lmn_document_id or "")
    return ExpenseRow(
        date=short_day(expense.date_of_service),
        description=clean(expense.description),
        paid=short_day(expense.paid_on),
        letter=mark[0] if mark else "none",
        amount=dollars(expense.amount),
    )


def _left_out(each: NotDeducted) -> LeftOutRow:
    return LeftOutRow(
        date=short_day(each.date_of_service),
        description=clean(each.description),
        reason=clean(f"{each.reason[:1].upper()}{each.reason[1:]}"),
        amount=dollars(each.amount),
    )


def _worksheet(total: Decimal) -> tuple[WorksheetLine, ...]:
    percent = decimal(LIMITS.deduction.percent_of_income)
    lines = (
        ("Expenses listed above", dollars(total)),
        ("Your other unreimbursed medical expenses paid in the same year", ""),
        ("Line 1 plus line 2", ""),
        ("Your adjusted gross income", ""),
        (f"{percent}% of line 4 (multiply it by {LIMITS.deduction.percent_of_income / 100})", ""),
        ("Line 3 less line 5; if less than zero, zero: the part that may be deducted", ""),
    )
    return tuple(
        WorksheetLine(number=str(n), text=text, amount=amount)
        for n, (text, amount) in enumerate(lines, start=1)
    )


def _explained(year: YearOfExpenses) -> str:
    percent = decimal(LIMITS.deduction.percent_of_income)
    listed = f"the {count(len(year.expenses), 'session')}" if year.expenses else "an expense"
    return (
        f"Only medical expenses above {percent}% of adjusted gross income count, and only for "
        "those who itemize (Schedule A). They count in the year in which they were paid. What an "
        "account, insurance or an employer reimbursed is left out and stays out. A letter of "
        f"medical necessity is no guarantee that {listed} may be deducted; this is a record "
        f"and no tax advice. Source: {clean(LIMITS.deduction.citation)}."
    )
