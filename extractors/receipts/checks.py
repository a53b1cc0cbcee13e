"""Whether a receipt's amounts bear one another out.

sum.subtotal_tax   subtotal, tax, service charge, tip, discount and rounding make the total
sum.line_items     the line items make the total, or the subtotal
sum.change         what was handed over less the change is the total
sum.paid           the payments make the total
sum.balance        the total less the payments is the balance
sum.rounded        another total and the printed rounding make the total
sum.tip            another total and the printed tip make the total
sum.repeated       the total is printed twice, beside two labels
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.tables import LabelledAmount

CENT = Decimal("0.005")
ROUNDING = Decimal("0.05")
"""Countries without small coins round the total to five cents."""

_ARITHMETIC = frozenset(
    {"sum.subtotal_tax", "sum.line_items", "sum.change", "sum.paid", "sum.rounded", "sum.tip"}
)


@dataclass(frozen=True)
class Checks:
    """Names of the checks that a value passed and failed."""

    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()

    @property
    def arithmetic(self) -> int:
        """How many sums bear the value out."""
        return len(_ARITHMETIC.intersection(self.passed))


class Ledger:
    """The labelled amounts of one receipt, asked by role."""

    def __init__(self, amounts: Sequence[LabelledAmount], items: Sequence[Decimal]) -> None:
        self.all = tuple(amounts)
        self.items = tuple(items)

    def of(self, *names: str, mended: bool = False) -> tuple[LabelledAmount, ...]:
        """Amounts of these roles outside the table of taxes, in printed order."""
        return tuple(
            amount
            for amount in self.all
            if amount.role in names and not amount.in_summary and (mended or not amount.mended)
        )

    def values(self, *names: str) -> tuple[Decimal, ...]:
        """Their absolute values, each once, zeros left out."""
        return tuple(dict.fromkeys(abs(a.value) for a in self.of(*names) if a.value))

    def last(self, *names: str) -> Decimal | None:
        """The last of their values, without its sign; None where there is none."""
        found = self.of(*names)
        return abs(found[-1].value) if found else None


def check_total(ledger: Ledger, total: Decimal) -> Checks:
    """Every check that the receipt's other amounts allow."""
    outcomes = {
        "sum.subtotal_tax": makes(ledger, total),
        "sum.line_items": _items_make(ledger, total),
        "sum.change": _change_leaves(ledger, total),
        "sum.paid": _payments_make(ledger, total),
        "sum.balance": _balance_is_left(ledger, total),
        "sum.rounded": _rounding_leads_to(ledger, total),
        "sum.tip": _tip_leads_to(ledger, total),
    }
    passed = [name for name, outcome in outcomes.items() if outcome]
    failed = [name for name, outcome in outcomes.items() if outcome is False]
    if "sum.paid" in failed and "sum.balance" in passed:
        failed.remove("sum.paid")  # paid in part
    return Checks(tuple(passed), tuple(failed))


def near(one: Decimal, other: Decimal, slack: Decimal = CENT) -> bool:
    """Equal but for less than `slack`."""
    return abs(one - other) < slack


def makes(ledger: Ledger, total: Decimal) -> bool | None:
    """Subtotal with tax and the rest; None where no subtotal is printed."""
    subtotals = ledger.values("subtotal")
    if not subtotals:
        return None
    taxes = ledger.values("tax")
    tax_sums = {Decimal(0), *taxes, sum(taxes, Decimal(0))}
    more = sum(ledger.values("service_charge", "tip"), Decimal(0))
    less = sum(ledger.values("discount"), Decimal(0))
    fees = ledger.last("late_fee") or Decimal(0)
    return any(
        near(subtotal + tax + extra - off, total, ROUNDING)
        for subtotal in subtotals
        for tax in tax_sums
        for extra in {Decimal(0), more, more + fees}
        for off in {Decimal(0), less}
    )


def _items_make(ledger: Ledger, total: Decimal) -> bool | None:
    if not ledger.items:
        return None
    together = sum(ledger.items, Decimal(0))
    if near(together, total, ROUNDING):
        return True
    subtotals = ledger.values("subtotal")
    if any(near(together, subtotal) for subtotal in subtotals):
        return bool(makes(ledger, total))
    taxes = sum(ledger.values("tax", "service_charge", "tip"), Decimal(0))
    less = sum(ledger.values("discount"), Decimal(0))
    return any(
        near(together + extra - off, total, ROUNDING)
        for extra in (Decimal(0), taxes)
        for off in (Decimal(0), less)
    )


def _change_leaves(ledger: Ledger, total: Decimal) -> bool | None:
    """Cash handed over less the change; None for a difference that rounding may explain."""
    handed = ledger.values("tendered", "paid")
    change = ledger.of("change")
    if not handed or not change:
        return None
    together = sum(ledger.values("tendered"), Decimal(0)) + sum(ledger.values("paid"), Decimal(0))
    left = {cash - abs(a.value) for cash in (*handed, together) for a in change}
    if any(near(rest, total) for rest in left):
        return True
    return None if any(near(rest, total, ROUNDING) for rest in left) else False


def _rounding_leads_to(ledger: Ledger, total: Decimal) -> bool | None:
    """Whether another total, rounded as printed, is this one. Never held against it."""
    steps = ledger.values("rounding")
    others = ledger.values("total_final", "total", "subtotal")
    rounded = any(
        near(abs(other - total), step) and total % ROUNDING == 0
        for other in others
        for step in steps
    )
    return True if rounded else None


def _tip_leads_to(ledger: Ledger, total: Decimal) -> bool | None:
    """Whether the tip was added to another total to make this one; False where it was added to
    this one to make another."""
    tips = ledger.values("tip")
    others = ledger.values("total_final", "total", "amount_due", "paid")
    if any(near(other + tip, total) for other in others for tip in tips):
        return True
    finals = ledger.values("total_final", "total")
    return False if any(near(total + tip, end) for end in finals for tip in tips) else None


def _payments_make(ledger: Ledger, total: Decimal) -> bool | None:
    payments = ledger.values("paid")
    if not payments:
        return None
    paid = {*payments, sum(payments, Decimal(0))}
    more = ledger.values("insurance_paid", "tip")
    paid |= {amount + other for amount in paid for other in more}
    return any(near(amount, total) for amount in paid)


def _balance_is_left(ledger: Ledger, total: Decimal) -> bool | None:
    balances = ledger.of("balance_due")
    payments = (*ledger.values("paid"), *ledger.values("insurance_paid"))
    if not balances or not payments:
        return None
    before = ledger.last("previous_balance") or Decimal(0)
    left = {total - sum(payments, Decimal(0)), *(total - payment for payment in payments)}
    return any(
        near(rest + earlier, balance.value)
        for rest in left
        for earlier in (Decimal(0), before)
        for balance in balances
    )
