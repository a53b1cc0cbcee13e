"""Which receipt substantiates which session, does it do so, and how much does it show?

The functions take the client's receipts without copies (`duplicates.without_copies`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from casebook.records import Document, LineItem, Session, SessionPackage

Receipts = Sequence[Document]


_NO_REASON = frozenset({"receipt.prepaid_package", "receipt.gym_dues"})
"""Noted on a receipt that may substantiate all the same."""


def receipts_of_package(receipts: Receipts, package: SessionPackage) -> list[Document]:
    """The receipts that may be the package's: by receipt number; else by day and price."""
    if package.receipt_number:
        numbered = by_number(receipts, package.receipt_number)
        return [r for r in numbered if r.money("total") == package.price] or numbered
    return [
        receipt
        for receipt in receipts
        if receipt.money("total") == package.price
        and receipt.day("payment_date") == package.purchased_on
    ]


def receipts_of_session(receipts: Receipts, session: Session) -> list[Document]:
    """The receipts that may be a singly paid session's: by receipt number, by date of service."""
    if not session.receipt_number:
        return [r for r in receipts if session.date in r.days("service_dates")]
    numbered = by_number(receipts, session.receipt_number)
    return [r for r in numbered if session.date in r.days("service_dates")] or numbered


def by_number(receipts: Receipts, number: str) -> list[Document]:
    """The receipts of this number, as a person would say that they bear it."""
    wanted = plain(number)
    return [r for r in receipts if plain(r.text("receipt_number") or "") == wanted]


def plain(number: str) -> str:
    """A number without spaces, signs and case: "INV-6090" and "inv 6090" are one."""
    return "".join(char for char in number.casefold() if char.isalnum())


def fault_of_session_receipt(receipt: Document | None, session: Session) -> str | None:
    """Why the receipt does not substantiate this session; None when it does."""
    if receipt is None:
        return "no receipt for this session is on file"
    fact = receipt.fact("substantiates")
    if fact is None or fact.value is not True:
        return "its receipt does not substantiate the expense" + _reasons(receipt)
    if session.date not in receipt.days("service_dates"):
        return "its receipt does not show this date of service"
    if session.charge is not None and charge_on(receipt, session) not in (None, session.charge):
        return "its receipt shows another charge for this date"
    return None


def fault_of_package_receipt(receipt: Document | None, package: SessionPackage) -> str | None:
    """Why the receipt does not substantiate the purchase of the package; None when it does.

    A package's receipt cannot show dates of service: those come from the
    attendance record, session by session. Everything else must be there.
    """
    if receipt is None:
        return "no receipt for the package is on file"
    shown = {
        "the patient": receipt.text("patient_name"),
        "the provider": receipt.text("vendor_name"),
        "the provider's address": receipt.text("vendor_address"),
        "the amount": receipt.money("total"),
    }
    missing = [words for words, value in shown.items() if value is None]
    if missing:
        return "the package's receipt does not show " + " and ".join(missing)
    if (most_on(receipt) or Decimal(0)) < package.price:
        return "the package's receipt shows less paid than its price"
    refused = {"receipt.card_slip", "receipt.previous_balance"}
    if any(problem.code in refused for problem in receipt.reading.problems):
        return "the package's receipt is a card slip or shows only a balance"
    return None


def charge_on(receipt: Document, session: Session) -> Decimal | None:
    """What one session of this date costs by the receipt's line of it, when there is just one."""
    lines = _lines_on(receipt, session.date)
    if len(lines) != 1:
        return None
    line = lines[0]
    if line.quantity and line.quantity > 1 and line.quantity == int(line.quantity):
        each = Decimal(line.unit_price) if line.unit_price else None
        return each or Decimal(line.amount or 0) / int(line.quantity)
    return Decimal(line.amount or 0)


def most_on(receipt: Document) -> Decimal | None:
    """The most that can be claimed on the receipt, in dollars: what was paid, else its total."""
    return receipt.money("amount_paid") or receipt.money("total")


def most_on_day(receipt: Document, day: date) -> Decimal | None:
    """What the receipt's lines of this day charge together; None when it has no such line."""
    lines = _lines_on(receipt, day)
    return sum((Decimal(line.amount or 0) for line in lines), Decimal(0)) if lines else None


def _lines_on(receipt: Document, day: date) -> list[LineItem]:
    fact = receipt.fact("line_items")
    if fact is None or not isinstance(fact.value, tuple):
        return []
    return [
        item
        for item in fact.value
        if isinstance(item, LineItem) and item.date == day.isoformat() and item.amount is not None
    ]


def _reasons(receipt: Document) -> str:
    said = [
        problem.message.removeprefix("Does not substantiate: ").rstrip(".")
        for problem in receipt.reading.problems
        if problem.code.startswith("receipt.") and problem.code not in _NO_REASON
    ]
    return f": {'; '.join(said)}" if said else ""
