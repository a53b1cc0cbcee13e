"""Does this receipt substantiate an expense?

Five points from an independent third party: patient, provider's name and
address, date or dates of service, description, amount charged [Prop. Treas.
Reg. 1.125-6(b)]. A card slip, a cancelled cheque, a bank statement, a
"previous balance" and "paid on account" never do, whatever else they show.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from typing import Literal

from casebook.records import Problem

Mark = Literal[
    "card_slip",
    "cancelled_cheque",
    "bank_statement",
    "previous_balance",
    "paid_on_account",
    "prepaid_package",
    "handwritten_date",
    "gift_card",
    "gym_dues",
    "future_service",
]

POINTS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("receipt.patient", ("patient_name",), "patient_name", "the patient is not named"),
    ("receipt.provider", ("vendor_name",), "vendor_name", "the provider is not named"),
    (
        "receipt.provider",
        ("vendor_address",),
        "vendor_address",
        "the provider's address is missing",
    ),
    (
        "receipt.date_of_service",
        ("service_dates",),
        "service_dates",
        "no date of service is shown (a payment or invoice date is not one)",
    ),
    (
        "receipt.description",
        ("description", "line_items"),
        "description",
        "the service is not described",
    ),
    ("receipt.amount", ("total", "line_items"), "total", "the amount charged is missing"),
)
"""Rule id, fields of which one must be there, the field to name, the reason if none is."""

REFUSED: dict[str, tuple[str, str]] = {
    "card_slip": ("receipt.card_slip", "a card slip shows a payment, not a service"),
    "cancelled_cheque": ("receipt.card_slip", "a cancelled cheque shows a payment, not a service"),
    "bank_statement": ("receipt.card_slip", "a bank statement shows a payment, not a service"),
    "previous_balance": (
        "receipt.previous_balance",
        "a previous balance says nothing about when the service was rendered",
    ),
    "paid_on_account": (
        "receipt.previous_balance",
        "a payment on account says nothing about when the service was rendered",
    ),
    "gift_card": ("receipt.prepaid_package", "a gift card is not a rendered service"),
}
"""Marks that refuse a receipt whatever else it shows."""


def judge(fields: Collection[str], marks: Set[str]) -> tuple[bool, tuple[Problem, ...]]:
    """Whether it substantiates, and every reason why not.

    fields: names of the fields that were found. marks: what
    `extractors.receipts` noticed about the paper, see `Mark`.
    """
    problems = [
        Problem(code=rule_id, message=f"Does not substantiate: {reason}.", field="substantiates")
        for mark, (rule_id, reason) in REFUSED.items()
        if mark in marks
    ]
    problems += [
        Problem(code=rule_id, message=f"Does not substantiate: {reason}.", field=field)
        for rule_id, either, field, reason in POINTS
        if not any(name in fields for name in either)
    ]
    substantiates = not problems
    if "prepaid_package" in marks and "service_dates" not in fields:
        problems.append(
            Problem(
                code="receipt.prepaid_package",
                message=(
                    "A prepaid package: it is claimed session by session as attended, "
                    "with the attendance record beside this receipt."
                ),
                field="service_dates",
            )
        )
    if "gym_dues" in marks:
        problems.append(
            Problem(
                code="receipt.gym_dues",
                message="Gym dues are no medical expense; training is itemised apart from them.",
                field="line_items",
            )
        )
    return substantiates, tuple(problems)
