"""What a receipt's amounts say together: total, subtotal, tax, paid, balance.

The total is chosen among all amounts whose label allows it, by how well the
other amounts bear it out. Every check that could be made is named on the
candidate, passed or failed: see `extractors.receipts.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.candidate import Candidate, Way
from extractors.receipts.checks import ROUNDING, Checks, Ledger, check_total, makes, near
from extractors.receipts.roles import TOTALS
from extractors.tables import UNKNOWN, LabelledAmount
from extractors.values.amounts import money

_STRENGTH = {"total_final": 0.9, "total": 0.85, "amount_due": 0.75, "total_weak": 0.6}


@dataclass(frozen=True)
class Sums:
    """The settled amounts; `total_checks` belong to the total."""

    total: LabelledAmount | None
    total_checks: Checks
    candidates: tuple[Candidate, ...]


def settle(
    amounts: Sequence[LabelledAmount], items: Sequence[Decimal], open_tip: bool = False
) -> Sums:
    """The receipt's sums as candidates. `items`: the line items' amounts. `open_tip`: a tip may
    have been written by hand."""
    ledger = Ledger(_with_rates(amounts), items)
    total, checks = _total(ledger)
    doubts = _doubts(ledger, total) + (("sum.tip_open",) if open_tip else ())
    checks = Checks(checks.passed, (*checks.failed, *doubts))
    found: list[Candidate] = []
    if total is not None:
        found.append(_candidate("total", total, _strength(total, checks), checks))
        found.extend(_rivals(ledger, total))
        found.extend(_parts(ledger, total.value))
    found.extend(_paid_and_balance(ledger, total))
    return Sums(total, checks, tuple(found))


_DEPOSIT = re.compile(r"\b(?:deposit|payments?|paid|retainer)\b", re.IGNORECASE)


def _doubts(ledger: Ledger, total: LabelledAmount | None) -> tuple[str, ...]:
    """Why the total may be more or less than what was charged: an older balance is in it, or a
    deposit is off it."""
    if total is None:
        return ()
    before = ledger.values("previous_balance")
    items = sum(ledger.items, Decimal(0))
    charged = {*ledger.values("subtotal"), *({items} if items else ())}
    older = any(near(one + each, total.value) for one in charged for each in before)
    off = {abs(a.value) for a in ledger.of("discount") if _DEPOSIT.search(a.label)}
    less = any(near(one - each, total.value) for one in charged for each in off)
    # Below the total something was taken off it, and what is left is printed, too.
    below = [a for a in ledger.of("discount") if a.row > total.row]
    left = {a.value for a in ledger.all if a.row > total.row}
    reduced = any(total.value - abs(a.value) in left for a in below if a.value)
    return (
        *(("sum.reduced",) if reduced else ()),
        *(("sum.older_balance",) if older else ()),
        *(("sum.less_deposit",) if less else ()),
    )


def _with_rates(amounts: Sequence[LabelledAmount]) -> list[LabelledAmount]:
    """The amounts; one beside a percentage that leads from subtotal to total is a tax, whatever
    its name ("GET 4.712%")."""
    if any(amount.role == "tax" for amount in amounts):
        return list(amounts)
    subtotals = [amount.value for amount in amounts if amount.role == "subtotal"]
    totals = [amount.value for amount in amounts if amount.role in TOTALS]
    return [
        replace(amount, role="tax")
        if amount.role == UNKNOWN
        and "%" in amount.label
        and any(near(s + amount.value, total) for s in subtotals for total in totals)
        else amount
        for amount in amounts
    ]


def _total(ledger: Ledger) -> tuple[LabelledAmount | None, Checks]:
    best: tuple[float, int, LabelledAmount, Checks] | None = None
    for place, amount in enumerate(_possible_totals(ledger)):
        if amount.value < 0 and amount.role not in {"paid", "tendered"}:
            continue
        checks = check_total(ledger, abs(amount.value))
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
    if any(a.role != "total_weak" and a.value and not a.mended for a in labelled):
        return labelled
    names = ("paid", "tendered") if ledger.values("tax") else ("subtotal", "paid", "tendered")
    others = ledger.of(*names, mended=True)
    sure = [a for a in others if check_total(ledger, a.value).arithmetic]
    sure += [a for a in ledger.of(UNKNOWN) if _is_what_was_left(ledger, a.value)]
    items_make = sum(ledger.items, Decimal(0)) if len(ledger.items) > 1 else None
    sure += [a for a in ledger.of(UNKNOWN) if a.value == items_make]
    # A supermarket calls its total the balance.
    sure += [a for a in ledger.of("balance_due") if a.value and _is_the_bill(ledger, a.value)]
    owed = () if ledger.of("previous_balance") else ledger.of("balance_due")
    lone = others if len({a.value for a in others}) == 1 else ()
    return (*labelled, *(sure or lone or owed))


def _is_what_was_left(ledger: Ledger, value: Decimal) -> bool:
    """Whether an amount with an illegible label is the cash less the change, or the like."""
    passed = check_total(ledger, value).passed
    discounted = bool(ledger.values("discount")) and "sum.subtotal_tax" in passed
    return "sum.change" in passed or discounted


def _is_the_bill(ledger: Ledger, value: Decimal) -> bool:
    """Whether a balance is the subtotal with its tax, or the cash less the change."""
    passed = check_total(ledger, value).passed
    return (bool(ledger.values("tax")) and "sum.subtotal_tax" in passed) or "sum.change" in passed


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
    taxes = ledger.of("tax") or ledger.of("tax_included")
    for subtotal in ledger.of("subtotal")[:1]:
        fits = makes(ledger, total)
        check = ("sum.subtotal_tax",)
        checks = Checks(passed=check) if fits else Checks(failed=check)
        found.append(_candidate("subtotal", subtotal, 0.9 if fits else 0.7, checks))
    if taxes:
        found.append(_tax(ledger, total, taxes))
    return found


def _tax(ledger: Ledger, total: Decimal, taxes: tuple[LabelledAmount, ...]) -> Candidate:
    """The one tax, or the sum of several that together fit."""
    subtotals = ledger.values("subtotal")
    together = sum((a.value for a in taxes), Decimal(0))
    fits = [a for a in taxes if any(near(s + a.value, total, ROUNDING) for s in subtotals)]
    checks = Checks(("sum.subtotal_tax",)) if makes(ledger, total) else Checks()
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
    if len(taxes) > 1 and not fits:
        checks = Checks(checks.passed, ("sum.taxes_apart",))
    strength = 0.92 if fits or checks.passed else 0.7 if len(taxes) == 1 else 0.55
    return _candidate("tax", chosen, strength, checks)


def _paid_and_balance(ledger: Ledger, total: LabelledAmount | None) -> list[Candidate]:
    found = []
    given_back = {a.value for a in ledger.of(*TOTALS) if a.value < 0}
    payments = [a for a in ledger.of("paid") if a.value and a.value not in given_back]
    # What was paid in full is no balance any more: a till's word for its total.
    handed = {abs(a.value) for a in ledger.of("paid", "tendered")}
    billed = {total.value} if total is not None and total.value in handed else set()
    if total is not None and total.role == "balance_due" and ledger.of("change"):
        billed.add(total.value)
    owed = _owed(ledger, total, handed)
    balances = tuple(a for a in ledger.of("balance_due") if a.value not in billed) or owed
    checks = check_total(ledger, total.value) if total is not None else Checks()
    own = Checks(tuple(c for c in checks.passed if c in {"sum.paid", "sum.balance"}))
    if "sum.paid" in checks.failed:
        own = Checks(own.passed, ("sum.paid_apart",))
    if ledger.values("previous_balance") and "sum.paid" not in own.passed:
        own = Checks(own.passed, (*own.failed, "sum.older_balance"))  # may have been paid for that
    if payments and len({abs(p.value) for p in payments}) == 1:
        found.append(_candidate("amount_paid", payments[-1], 0.9 if own.passed else 0.75, own))
    elif payments and total is not None:
        together = sum((abs(p.value) for p in payments), Decimal(0))
        whole = [p for p in payments if near(abs(p.value), total.value)]
        if whole and not near(together, total.value):
            apart = Checks(own.passed, ("sum.paid_apart",))
            found.append(_candidate("amount_paid", whole[0], 0.6, apart))
        elif own.passed:
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
        due = (a for a in ledger.of("amount_due") if a.value not in handed)
        differ = len({a.value for a in (*balances, *owed, *due)}) > 1
        fits = Checks(("sum.balance",)) if "sum.balance" in checks.passed else Checks()
        if differ and not fits.passed:
            fits = Checks(failed=("sum.balances_apart",))
        found.append(_candidate("balance_due", balance, 0.92 if fits.passed else 0.8, fits))
    return found


_DUE = re.compile(r"\bdue\b", re.IGNORECASE)


def _owed(
    ledger: Ledger, total: LabelledAmount | None, handed: set[Decimal]
) -> tuple[LabelledAmount, ...]:
    """What is called due beside another total; on an account's statement, which counts older
    balances and what others paid, also where it is called the total."""
    account = bool(ledger.of("previous_balance", "insurance_paid", "insurance_balance"))
    called_total = [a for a in ledger.of("total_final", "total") if _DUE.search(a.label)]
    owed = (*ledger.of("amount_due"), *(called_total if account else ()))
    if total is not None and total.role == "amount_due" and not account:
        owed = ()
    return tuple(a for a in owed if a.value not in handed)


def _candidate(field: str, amount: LabelledAmount, strength: float, checks: Checks) -> Candidate:
    way: Way = "label"
    signless = field in {"amount_paid", "tax"} or amount.role in {"paid", "tendered"}
    value = abs(amount.value) if signless else amount.value
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
