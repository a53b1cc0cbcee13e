"""Until when a denial can be appealed: by the payer's profile, and by the denial itself.

Internal appeal within 180 days of receipt [29 CFR 2560.503-1(h); 45 CFR
147.136]; other payers by their profile. A health savings account decides
nothing, so there is nothing to appeal. Where both the letter and the profile
name a day, the earlier counts: being early costs nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

from casebook.records import AccountType, Document, Record
from rules.names import name_words
from rules.profiles import AppealLevel, Profile, profile
from rules.words import day

INTERNAL = "internal appeal"
_INSURER = "generic_insurer"
_NO_NAME = {"health", "healthcare", "benefits", "insurance", "plan", "account", "of", "the", "inc"}


class Deadline(Record):
    """The last day for one step of an appeal, and what the day rests on, in a sentence."""

    level: str
    due_on: date
    basis: str


def deadlines(
    denial: Document, of: Profile, account: AccountType, received_on: date | None = None
) -> tuple[Deadline, ...]:
    """The steps of an appeal with their last days, the earliest first; empty where there are none.

    of: the client's administrator; a denial by somebody else is judged by the
    general rules for insurers. received_on: when the denial came; without it
    its own date counts, which is the earlier. Without any date of the two, only
    a deadline that the denial itself names is known.
    """
    payer, account_of_payer = payer_of(denial, of, account)
    printed = denial.day("appeal_deadline")
    received = received_on or denial.day("document_date")
    levels = _levels(payer) if account_of_payer != "hsa" else ()
    found = [] if received is None else [_computed(step, received, payer) for step in levels]
    if printed is None:
        return tuple(sorted(found, key=lambda d: d.due_on))
    basis = f"The denial names {day(printed)}."
    if not found:
        return (Deadline(level=INTERNAL, due_on=printed, basis=basis),)
    first, *later = sorted(found, key=lambda d: d.due_on)
    if printed < first.due_on:
        first = Deadline(level=first.level, due_on=printed, basis=basis)
    elif printed > first.due_on:
        first = first.model_copy(update={"basis": f"{first.basis} {basis} The earlier counts."})
    return (first, *later)


def payer_of(denial: Document, of: Profile, account: AccountType) -> tuple[Profile, AccountType]:
    """Whose rules hold: the administrator's when the denial is theirs, else an insurer's."""
    named = set(name_words(denial.text("payer_name") or "")) - _NO_NAME
    own = set(name_words(of.name)) - _NO_NAME
    if named & own or not named:
        return of, account
    if of.key.startswith("generic_") and account != "hsa":
        return of, account
    return profile(_INSURER), "insurer"


def _levels(payer: Profile) -> tuple[AppealLevel, ...]:
    if payer.appeal_levels or payer.appeal_days is None:
        return payer.appeal_levels
    return (AppealLevel(name=INTERNAL, days=payer.appeal_days),)


def _computed(step: AppealLevel, received: date, payer: Profile) -> Deadline:
    due_on = received + timedelta(days=step.days)
    basis = f"{payer.name}: {step.days} days from {day(received)}."
    return Deadline(level=step.name, due_on=due_on, basis=basis)
