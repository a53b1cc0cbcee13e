"""The letter to the client: what to submit, where, by when, in plain words."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Literal

from casebook.records import Case, Claim, Client, Record, Studio
from rules.accounts import last_day_to_claim
from rules.profiles import Profile
from templates.contexts.correspondence import Correspondence, to_client, ways_to_reach
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, letterhead
from templates.wording import clean, count, day, dollars, span

_SUBJECTS = {
    "fsa": "Your FSA claim: what to send, where, and by when",
    "hsa": "Your HSA records: what to keep, and what you may do",
    "insurer": "Your insurance claim: what to send, where, and by when",
    "employer": "Your wellness allowance: what to send, where, and by when",
    "tax": "Your medical expenses: what to keep for your tax return",
}
_SENT = frozenset({"fsa", "insurer", "employer"})
"""Accounts whose packet goes to somebody; the others are kept."""


class ClientLetter(Record):
    """One page; `steps` are numbered by the template."""

    letterhead: Letterhead
    letter: Correspondence
    draft: str
    enclosed: str
    steps: tuple[str, ...]
    by_when: str
    facts: tuple[Fact, ...]
    left_out: tuple[str, ...]
    refused: str
    once: str
    reach: str


def client_letter_context(
    case: Case,
    claim: Claim,
    profile: Profile,
    studio: Studio,
    today: date,
    status: Literal["ready", "draft"] = "ready",
) -> ClientLetter:
    """The letter that goes with one packet."""
    sent = claim.account in _SENT
    return ClientLetter(
        letterhead=letterhead(studio),
        letter=to_client(case.client, _SUBJECTS[claim.account], studio, today),
        draft="Please do not submit this packet yet: points on its first page are still open."
        if status == "draft"
        else "",
        enclosed=(
            f"With this letter comes a packet for {count(len(claim.lines), 'session')} between "
            f"{day(claim.period.start)} and {day(claim.period.end)}, together "
            f"{dollars(claim.total)}. It holds everything that belongs together, in order; please "
            "leave it whole."
        ),
        steps=_to_send(profile) if sent else _to_keep(claim),
        by_when=_by_when(case.client, claim, profile, today) if sent else "",
        facts=(
            Fact(label="Amount", value=dollars(claim.total)),
            Fact(label="Sessions", value=f"{len(claim.lines)}, {span(claim.period)}"),
            Fact(label="Plan or account", value=clean(profile.name)),
        ),
        left_out=_left_out(claim),
        refused=_refused(profile) if sent else "",
        once=_once(claim),
        reach=f"Questions? You reach us {ways_to_reach(studio)}.",
    )


def _to_send(profile: Profile) -> tuple[str, ...]:
    if profile.submit_to:
        where = f"Send the whole packet to: {clean(profile.submit_to)}."
    else:
        where = (
            "Send the whole packet the way your plan takes claims: through its website or app, or "
            "to the address on its claim form. That address is not known to us; your plan’s card "
            "or benefits office has it."
        )
    signed = "Check that every session listed is one you attended, then sign and date the cover."
    steps = [signed, where, "Keep a copy of everything you send."]
    if profile.after_full_month:
        steps.insert(1, f"{clean(profile.name)} takes training only after each full month is over.")
    return tuple(steps)


def _to_keep(claim: Claim) -> tuple[str, ...]:
    if claim.account == "tax":
        return (
            "Check that every session listed is one you attended.",
            "Keep the packet with your tax records; nothing is sent in with the return.",
        )
    return (
        "Check that every session listed is one you attended, then sign and date the cover.",
        "Nothing needs to be sent in. You may pay yourself back from the account, now or in any "
        "later year, up to the amount below.",
        "Keep the packet as long as the account exists, and with the tax records of the year in "
        "which you take the money out.",
    )


def _by_when(client: Client, claim: Claim, profile: Profile, today: date) -> str:
    last = last_day_to_claim(client, claim.account, profile)
    if last is None and profile.timely_filing_days is not None and claim.lines:
        return (
            f"{clean(profile.name)} takes a claim within {profile.timely_filing_days} days after "
            f"each session; the first session listed is of {day(claim.lines[0].date_of_service)}."
        )
    if last is None:
        return "Send it soon: your plan sets a last day, which is not known to us. Please ask it."
    if last < today:
        return f"The last day for this plan year was {day(last)}. Ask your plan before you send it."
    return f"Your plan must have it by {day(last)}. Earlier is better: it may ask for more."


def _left_out(claim: Claim) -> tuple[str, ...]:
    """What is not in the packet, by reason, in the order in which the reasons first come up."""
    found: dict[str, list[Decimal]] = defaultdict(list)
    for each in claim.exclusions:
        named = clean(each.description) if each.session_id is None else ""
        found[f"{named}: {each.reason}" if named else clean(each.reason)].append(each.amount)
    said = []
    for reason, amounts in found.items():
        worth = dollars(sum(amounts, Decimal("0.00")))
        if ": " in reason and len(amounts) == 1:
            said.append(f"{reason} ({worth})")
        else:
            said.append(f"{count(len(amounts), 'session')} ({worth}): {reason}")
    return tuple(said)


def _refused(profile: Profile) -> str:
    text = "If the plan asks for more, or refuses a part, please send us its letter at once."
    if profile.appeal_days is not None:
        text += (
            f" An answer may be due within {profile.appeal_days} days after you receive it, so "
            "please note that day on it."
        )
    return text


def _once(claim: Claim) -> str:
    text = "Please do not claim these sessions a second time, from this or any other account."
    if claim.account == "employer":
        text += " A wellness allowance is taxable pay; the packet shows no health information."
    elif claim.account != "tax":
        text += " What is reimbursed cannot be deducted on a tax return."
    return text
