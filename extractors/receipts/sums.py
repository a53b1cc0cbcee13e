"""What a receipt's amounts say together: total, subtotal, tax, paid, balance.

The total is chosen among all amounts whose label allows it, by how well the
other amounts bear it out. Every check that could be made is named on the
candidate, passed or failed:

sum.subtotal_tax   subtotal, tax, service charge, tip, discount and rounding make the total
sum.line_items     the line items make the total, or the subtotal
sum.change         what was handed over less the change is the total
sum.paid           the payments make the total
sum.balance        the total less the payments is the balance
sum.rounded        another total and the printed rounding make the total
sum.repeated       the total is printed twice, beside two labels
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.candidate import Candidate, Way
from extractors.receipts.roles import TOTALS
from extractors.tables import UNKNOWN, LabelledAmount
from extractors.values.amounts import money

CENT = Decimal("0.005")
ROUNDING = Decimal("0.05")
"""Countries without small coins round the total to five cents."""

_STRENGTH = {"total_final": 0.9, "total": 0.85, "amount_due": 0.75, "total_weak": 0.6}
_ARITHMETIC = frozenset(
    {"sum.subtotal_tax", "sum.line_items", "sum.change", "sum.paid", "sum.rounded"}
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


@dataclass(frozen=True)
class Sums:
    """The settled amounts; `total_checks` belong to the total."""

    total: LabelledAmount | None
    total_checks: Checks
    candidates: tuple[Candidate, ...]


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
        """The last of their values that is not a repeated zero."""
        found = self.of(*names)
        return abs(found[-1].value) if found else None


def settle(amounts: Sequence[LabelledAmount], items: Sequence[Decimal]) -> Sums:
    """The receipt's sums as candidates. `items`: the line items' amounts."""
    ledger = Ledger(amounts, items)
    total, checks = _total(ledger)
    found: list[Candidate] = []
    if total is not None:
        found.append(_candidate("total", total, _strength(total, checks), checks))
        found.extend(_rivals(ledger, total))
        found.extend(_parts(ledger, total.value))
    found.extend(_paid_and_balance(ledger, total))
    return Sums(total, checks, tuple(found))


def check_total(ledger: Ledger, total: Decimal) -> Checks:
    """Every check that the receipt's other amounts allow."""
    outcomes = {
        "sum.subtotal_tax": _makes(ledger, total),
        "sum.line_items": _items_make(ledger, total),
        "sum.change": _change_leaves(ledger, total),
        "sum.paid": _payments_make(ledger, total),
        "sum.balance": _balance_is_left(ledger, total),
        "sum.rounded": _rounding_leads_to(ledger, total),
    }
    passed = [name for name, outcome in outcomes.items() if outcome]
    failed = [name for name, outcome in outcomes.items() if outcome is False]
    if "sum.paid" in failed and "sum.balance" in passed:
        failed.remove("sum.paid")  # paid in part
    return Checks(tuple(passed), tuple(failed))


def near(one: Decimal, other: Decimal, slack: Decimal = CENT) -> bool:
    """Equal but for less than `slack`."""
    return abs(one - other) < slack


def _total(ledger: Ledger) -> tuple[LabelledAmount | None, Checks]:
    best: tuple[float, int, LabelledAmount, Checks] | None = None
    for place, amount in enumerate(_possible_totals(ledger)):
        if amount.value < 0:
            continue
        checks = check_total(ledger, amount.value)
        if amount.mended and not checks.arithmetic:
            continue
        rank = _strength(amount, checks) + (0.02 if amount.value else -0.3)
        if best is None or (rank, place) > best[:2]:
            best = (rank, place, amount, checks)
    if best is None:
        return None, Checks()
    _, _, total, checks = best
    twice = {a.row for a in ledger.of(*TOTALS) if a.value == total.value}
    if len(twice) > 1:
        checks = Checks((*checks.passed, "sum.repeated"), checks.failed)
    return total, checks


def _possible_totals(ledger: Ledger) -> tuple[LabelledAmount, ...]:
    """Amounts beside a total's label; else what the payment or the only balance shows."""
    labelled = tuple(
        a for a in ledger.all if a.role in TOTALS and not (a.in_summary and ledger.of(*TOTALS))
    )
    if any(a.role != "total_weak" and a.value for a in labelled):
        return labelled
    others = ledger.of("subtotal", "paid", "tendered", mended=True)
    unknown = ledger.of(UNKNOWN) if ledger.of("change", "discount", "tax") else ()
    sure = [a for a in (*others, *unknown) if check_total(ledger, a.value).arithmetic]
    owed = () if ledger.of("previous_balance") else ledger.of("balance_due")
    lone = others if len({a.value for a in others}) == 1 else ()
    return (*labelled, *(sure or lone or owed))


def _strength(amount: LabelledAmount, checks: Checks) -> float:
    strength = _STRENGTH.get(amount.role, 0.5)
    strength += 0.06 * min(checks.arithmetic, 2) - 0.12 * min(len(checks.failed), 2)
    if not amount.exact:
        strength -= 0.04
    if amount.in_summary:
        strength -= 0.3
    if amount.mended:
        strength -= 0.1
    return max(0.05, min(0.99, strength))


def _rivals(ledger: Ledger, total: LabelledAmount) -> list[Candidate]:
    """Other amounts that call themselves the total and are not explained by the chosen one."""
    rivals = []
    explained = {abs(a.value) for a in ledger.of("subtotal", "balance_due", "paid", "tendered")}
    for amount in ledger.of("total_final", "total"):
        if near(amount.value, total.value, ROUNDING) or abs(amount.value) in explained:
            continue
        checks = check_total(ledger, amount.value)
        strength = _strength(amount, checks) - 0.3
        rivals.append(_candidate("total", amount, max(0.05, strength), checks))
    return rivals


def _parts(ledger: Ledger, total: Decimal) -> list[Candidate]:
    """Subtotal and tax, each with the check that ties them to the total."""
    found = []
    taxes = ledger.of("tax")
    for subtotal in ledger.of("subtotal")[:1] or ():
        makes = _makes(ledger, total)
        checks = Checks(("sum.subtotal_tax",) if makes else (), () if makes else ("sum.total",))
        found.append(_candidate("subtotal", subtotal, 0.9 if makes else 0.7, checks))
    if taxes:
        found.append(_tax(ledger, total, taxes))
    return found


def _tax(ledger: Ledger, total: Decimal, taxes: tuple[LabelledAmount, ...]) -> Candidate:
    """The one tax, or the sum of several that together fit."""
    subtotals = ledger.values("subtotal")
    together = sum((a.value for a in taxes), Decimal(0))
    fits = [a for a in taxes if any(near(s + a.value, total, ROUNDING) for s in subtotals)]
    checks = Checks(("sum.subtotal_tax",)) if _makes(ledger, total) else Checks()
    if not fits and len(taxes) > 1 and any(near(s + together, total, ROUNDING) for s in subtotals):
        return Candidate(
            field="tax",
            value=money(together),
            way="sum",
            strength=0.85,
            word_confidence=min(a.word_confidence for a in taxes),
            evidence=tuple(a.evidence for a in taxes),
            passed=("sum.subtotal_tax",),
            currency=taxes[0].currency,
        )
    chosen = fits[0] if fits else taxes[0]
    strength = 0.92 if fits or checks.passed else 0.7 if len(taxes) == 1 else 0.55
    return _candidate("tax", chosen, strength, checks)


def _paid_and_balance(ledger: Ledger, total: LabelledAmount | None) -> list[Candidate]:
    found = []
    payments = [a for a in ledger.of("paid") if a.value]
    balances = ledger.of("balance_due") or (
        ledger.of("amount_due") if total is None or total.role != "amount_due" else ()
    )
    checks = check_total(ledger, total.value) if total is not None else Checks()
    own = Checks(tuple(c for c in checks.passed if c in {"sum.paid", "sum.balance"}))
    if payments and len({abs(p.value) for p in payments}) == 1:
        found.append(_candidate("amount_paid", payments[-1], 0.9 if own.passed else 0.75, own))
    elif payments and total is not None:
        together = sum((abs(p.value) for p in payments), Decimal(0))
        if own.passed:
            found.append(
                Candidate(
                    field="amount_paid",
                    value=money(together),
                    way="sum",
                    strength=0.8,
                    word_confidence=min(p.word_confidence for p in payments),
                    evidence=tuple(p.evidence for p in payments),
                    passed=own.passed,
                    currency=payments[0].currency,
                )
            )
        else:
            found.append(_candidate("amount_paid", payments[-1], 0.5, own))
    if balances:
        balance = balances[-1]
        fits = Checks(("sum.balance",)) if "sum.balance" in checks.passed else Checks()
        found.append(_candidate("balance_due", balance, 0.92 if fits.passed else 0.8, fits))
    return found


def _makes(ledger: Ledger, total: Decimal) -> bool | None:
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
        return bool(_makes(ledger, total))
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
    left = {cash - abs(a.value) for cash in handed for a in change}
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


def _payments_make(ledger: Ledger, total: Decimal) -> bool | None:
    payments = ledger.values("paid")
    if not payments:
        return None
    paid = {*payments, sum(payments, Decimal(0))}
    paid |= {amount + other for amount in paid for other in ledger.values("insurance_paid")}
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


def _candidate(field: str, amount: LabelledAmount, strength: float, checks: Checks) -> Candidate:
    way: Way = "label"
    value = abs(amount.value) if field in {"amount_paid", "tax"} else amount.value
    return Candidate(
        field=field,
        value=money(value),
        way=way,
        strength=round(strength, 3),
        word_confidence=amount.word_confidence,
        evidence=(amount.evidence,),
        passed=(*checks.passed, *(("label.exact",) if amount.exact else ())),
        failed=checks.failed,
        mended=amount.mended,
        currency=amount.currency,
    )
