"""Which receipt substantiates which session, and does it do so?"""

from __future__ import annotations

from decimal import Decimal

from casebook.records import Case, Document, Session, SessionPackage


def receipt_of_package(case: Case, package: SessionPackage) -> Document | None:
    """The package's receipt, by receipt number; else by day, price and being a single one."""
    if package.receipt_number:
        return by_number(case, package.receipt_number)
    alike = [
        receipt
        for receipt in case.of_kind("receipt")
        if receipt.money("total") == package.price
        and receipt.day("payment_date") == package.purchased_on
    ]
    return alike[0] if len(alike) == 1 else None


def receipt_of_session(case: Case, session: Session) -> Document | None:
    """The receipt of a singly paid session, by receipt number, else by date of service."""
    if session.receipt_number:
        return by_number(case, session.receipt_number)
    alike = [r for r in case.of_kind("receipt") if session.date in r.days("service_dates")]
    return alike[0] if len(alike) == 1 else None


def by_number(case: Case, number: str) -> Document | None:
    """The one receipt of this number; None when there is none or more than one."""
    found = [
        receipt
        for receipt in case.of_kind("receipt")
        if plain(receipt.text("receipt_number") or "") == plain(number)
    ]
    return found[0] if len(found) == 1 else None


def plain(number: str) -> str:
    """A receipt number without spaces, signs and case: "INV-6090" and "inv 6090" are one."""
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
    paid = receipt.money("amount_paid") or receipt.money("total") or Decimal(0)
    if paid < package.price:
        return "the package's receipt shows less paid than its price"
    refused = {"receipt.card_slip", "receipt.previous_balance"}
    if any(problem.code in refused for problem in receipt.reading.problems):
        return "the package's receipt is a card slip or shows only a balance"
    return None


def charge_on(receipt: Document, session: Session) -> Decimal | None:
    """What the receipt's line of this date charges, when there is exactly one such line."""
    fact = receipt.fact("line_items")
    if fact is None or not isinstance(fact.value, tuple):
        return None
    day = session.date.isoformat()
    lines = [
        item
        for item in fact.value
        if not isinstance(item, str) and item.date == day and item.amount is not None
    ]
    return Decimal(lines[0].amount or 0) if len(lines) == 1 else None


def _reasons(receipt: Document) -> str:
    said = [
        problem.message.removeprefix("Does not substantiate: ").rstrip(".")
        for problem in receipt.reading.problems
        if problem.code.startswith("receipt.") and problem.code != "receipt.prepaid_package"
    ]
    return f": {'; '.join(said)}" if said else ""
