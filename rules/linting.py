"""Every check on a packet before anyone submits it: the packet's checklist.

A packet is ready only without a fail and without an open question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from casebook.records import Case, Claim, Document, Verdict
from rules.accounts import judge_account
from rules.catalog import verdict
from rules.coded import coded
from rules.cover import Cover, cover_in, covers_of
from rules.duplicates import same_receipt
from rules.identity import known_provider, one_vendor, same_person
from rules.insurance import unclear
from rules.priced import price_sessions
from rules.profiles import Profile
from rules.words import count, day, dollars, listed

SURE = 0.9
"""A kind read with less confidence is looked at once more before a packet goes out."""
_ACCOUNT_CARD = re.compile(r"\b(?:hsa|fsa|hra|flex|benefits?)\b", re.IGNORECASE)
"""How a receipt names the card of an account."""
NAMES = {"lmn": "letter of medical necessity", "eob": "explanation of benefits"}


def lint(
    case: Case, claim: Claim, profile: Profile, today: date | None = None
) -> tuple[Verdict, ...]:
    """All verdicts on the claim of this case, in the order in which a person checks them.

    today: for the run-out and the filing limit, which are not judged without it.
    """
    used = _documents_of(case, claim)
    letters = [d for d in used.values() if d.kind == "lmn"]
    receipts = [d for d in used.values() if d.kind == "receipt"]
    verdicts = [
        *_letters(case, claim, profile),
        *known_provider(case, letters),
        *_receipts(claim, used),
        *_gym_dues(receipts),
        *_account_cards(claim, receipts),
        *one_vendor(receipts),
        *_one_receipt(case, claim),
        *_insurance(case, claim),
        *_lines(case, claim),
        *coded(case, claim).verdicts,
        *(judge_account(case, claim, profile, today) if today else ()),
        *_noted_for(claim, profile),
        *same_person(case, [*used.values(), *case.of_kind("referral")]),
        *_kinds(used),
        *_but_for(case, covers_of(case, profile)),
    ]
    return tuple(verdicts)


def is_ready(verdicts: Sequence[Verdict]) -> bool:
    """No fail, and nothing that a person must still decide."""
    return not any(v.outcome in ("fail", "ask") for v in verdicts)


def _documents_of(case: Case, claim: Claim) -> dict[str, Document]:
    ids = {line.lmn_document_id for line in claim.lines}
    ids |= {line.receipt_document_id for line in claim.lines}
    ids |= {line.eob_document_id for line in claim.lines if line.eob_document_id}
    return {d.id: d for d in case.documents if d.id in ids}


def _letters(case: Case, claim: Claim, profile: Profile) -> list[Verdict]:
    if not profile.needs_lmn:
        return []
    letters = case.of_kind("lmn")
    if not letters:
        missing = [verdict("lmn.present", "fail", "LMN missing: no letter is on file.")]
        if case.of_kind("referral"):
            referral = case.of_kind("referral")[0]
            missing.append(
                verdict(
                    "lmn.referral_is_not_lmn",
                    "warn",
                    "A referral is on file; it is advice and no letter of medical necessity.",
                    referral.id,
                )
            )
        return missing
    used = {line.lmn_document_id for line in claim.lines}
    judged = [cover_in(case, letter, profile) for letter in letters if letter.id in used]
    if not judged:
        judged = [cover_in(case, letters[-1], profile)]
    verdicts: list[Verdict] = []
    for each in judged:
        verdicts += each.verdicts
        if each.period is not None:
            verdicts.append(_window(each, claim))
    approved = {v.document_id for v in verdicts if v.rule.id == "lmn.approval"}
    if profile.approval_counts and not all(each.document_id in approved for each in judged):
        message = (
            f"{profile.name} does not count services before it approved the letter; "
            "check the day of approval."
        )
        verdicts.append(verdict("lmn.approval", "warn", message))
    if profile.lmn_also:
        message = f"Check that the letter also shows {listed(profile.lmn_also)}."
        verdicts.append(verdict("lmn.also_shown", "warn", message, judged[-1].document_id))
    return verdicts


def _window(each: Cover, claim: Claim) -> Verdict:
    assert each.period is not None
    lines = [line for line in claim.lines if line.lmn_document_id == each.document_id]
    outside = [line for line in lines if line.date_of_service not in each.period]
    span = f"{day(each.period.start)} to {day(each.period.end)}"
    if outside:
        message = f"{count(len(outside), 'claim line')} outside the letter's cover, {span}."
        return verdict("lmn.window", "fail", message, each.document_id)
    message = f"The letter covers {span}; every claim line on it lies inside."
    return verdict("lmn.window", "pass", message, each.document_id)


def _receipts(claim: Claim, used: dict[str, Document]) -> list[Verdict]:
    verdicts = []
    for receipt_id in dict.fromkeys(line.receipt_document_id for line in claim.lines):
        lines = [line for line in claim.lines if line.receipt_document_id == receipt_id]
        claimed = sum((line.charge or line.amount for line in lines), Decimal("0.00"))
        receipt = used[receipt_id]
        total = receipt.money("total")
        fact = receipt.fact("total")
        evidence = fact.evidence if fact else ()
        if total is None or claimed > total:
            shown = dollars(total) if total is not None else "no total"
            message = f"{dollars(claimed)} is claimed on a receipt that shows {shown}."
            verdicts.append(verdict("claim.within_paid", "fail", message, receipt_id, evidence))
            continue
        message = (
            f"{count(len(lines), 'session')} for {dollars(claimed)} "
            f"on a receipt of {dollars(total)}."
        )
        verdicts.append(verdict("claim.receipt", "pass", message, receipt_id, evidence))
    beyond = [e for e in claim.exclusions if e.rule_id == "claim.within_paid"]
    if beyond:
        message = (
            f"{count(len(beyond), 'session')} beyond what the receipt shows: "
            "is a session entered twice, or its charge wrong?"
        )
        verdicts.append(verdict("claim.within_paid", "fail", message))
    refused = Counter(e.reason for e in claim.exclusions if e.rule_id == "claim.receipt")
    for reason, number in refused.items():
        message = f"{count(number, 'attended session')} left out: {reason}."
        verdicts.append(verdict("claim.receipt", "warn", message))
    return verdicts


def _lines(case: Case, claim: Claim) -> list[Verdict]:
    if not claim.lines:
        return [verdict("claim.has_lines", "fail", "No session can be claimed for this period.")]
    verdicts = [verdict("claim.has_lines", "pass", f"{count(len(claim.lines), 'claim line')}.")]
    twice = [s for s, n in Counter(line.session_id for line in claim.lines).items() if n > 1]
    again = [line for line in claim.lines if line.session_id in case.claimed_session_ids]
    if twice or again:
        message = f"{count(len(twice) + len(again), 'session')} claimed twice."
        verdicts.append(verdict("claim.not_claimed_before", "fail", message))
    else:
        message = "No session of this packet was claimed before."
        verdicts.append(verdict("claim.not_claimed_before", "pass", message))
    verdicts.append(
        verdict("claim.sum", "pass", f"The claim lines sum to {dollars(claim.total)}.")
        if all(line.amount >= 0 for line in claim.lines)
        else verdict("claim.sum", "fail", "A claim line has a negative amount.")
    )
    attended = {s.id for s in case.sessions if s.status == "attended"}
    missed = [line for line in claim.lines if line.session_id not in attended]
    if missed:
        message = f"{count(len(missed), 'claim line')} without attendance."
        verdicts.append(verdict("claim.attended", "fail", message))
    else:
        message = "Every claim line is an attended session."
        verdicts.append(verdict("claim.attended", "pass", message))
    return verdicts


def _one_receipt(case: Case, claim: Claim) -> list[Verdict]:
    """Pairs of receipts that may be one paper, where both carry sessions."""
    claimed = {line.receipt_document_id for line in claim.lines}
    carrying = {p.receipt.id: p.receipt for p in price_sessions(case) if p.receipt and not p.fault}
    return [
        verdict(
            "claim.one_receipt",
            "ask",
            "Another receipt on file may be the same paper scanned twice; compare the two.",
            one.id,
        )
        for one, other in combinations(carrying.values(), 2)
        if claimed & {one.id, other.id} and same_receipt(one, other).outcome == "perhaps"
    ]


def _insurance(case: Case, claim: Claim) -> list[Verdict]:
    """What insurance paid was taken off; what cannot be allotted asks a person."""
    if not claim.lines:
        return []
    lines = [line for line in claim.lines if line.charge is not None]
    verdicts = []
    for explanation_id in sorted({line.eob_document_id or "" for line in lines}):
        of_it = [line for line in lines if line.eob_document_id == explanation_id]
        off = sum(((line.charge or line.amount) - line.amount for line in of_it), Decimal("0.00"))
        message = (
            f"Insurance paid {dollars(off)} toward {count(len(of_it), 'session')}; it is taken off."
        )
        verdicts.append(verdict("claim.net_of_insurance", "pass", message, explanation_id))
    charges = {p.session.id: p.charge for p in price_sessions(case) if p.charge is not None}
    days = {line.date_of_service for line in claim.lines}
    for explanation in unclear(case, charges):
        if days & set(explanation.days("service_dates")):
            message = (
                "An explanation of benefits is of a day that is claimed, but what was billed or "
                "paid does not fit the sessions; was it for them?"
            )
            verdicts.append(verdict("claim.net_of_insurance", "ask", message, explanation.id))
    return verdicts


def _gym_dues(receipts: Sequence[Document]) -> list[Verdict]:
    message = "The receipt also shows gym dues, which are no medical expense; claim training alone."
    return [
        verdict("receipt.gym_dues", "warn", message, receipt.id)
        for receipt in receipts
        if any(problem.code == "receipt.gym_dues" for problem in receipt.reading.problems)
    ]


def _account_cards(claim: Claim, receipts: Sequence[Document]) -> list[Verdict]:
    """Receipts that the account's own card has paid."""
    if claim.account in ("fsa", "hsa"):
        then = "the account has paid it; send this packet as substantiation, ask for no payment"
    else:
        then = "whatever is paid on this claim goes back to that account"
    return [
        verdict(
            "receipt.account_card",
            "warn",
            f"Paid by {fact.value}: {then}.",
            receipt.id,
            fact.evidence,
        )
        for receipt in receipts
        if (fact := receipt.fact("payment_method")) is not None
        and _ACCOUNT_CARD.search(str(fact.value))
    ]


def _kinds(used: Mapping[str, Document]) -> list[Verdict]:
    """Papers whose kind was read with doubt and settled by nobody."""
    return [
        verdict(
            "document.kind_sure",
            "warn",
            f"Is this a {NAMES.get(document.kind, document.kind)}? It was read so with doubt.",
            document.id,
        )
        for document in used.values()
        if document.reading.kind.confidence < SURE
        and not any(decision.field == "kind" for decision in document.decisions)
    ]


def _noted_for(claim: Claim, profile: Profile) -> list[Verdict]:
    """Administrators change their rules with the plan year; ours are of one year."""
    if profile.as_of is None or claim.period.end.year <= profile.as_of.year:
        return []
    message = (
        f"The rules of {profile.name} were noted for {profile.as_of.year}; compare them with "
        f"{profile.citation} for {claim.period.end.year}."
    )
    return [verdict("profile.year", "warn", message)]


def _but_for(case: Case, covers: Sequence[Cover]) -> list[Verdict]:
    """Training that began before any paper of a physician."""
    since = case.client.training_since
    starts = [each.period.start for each in covers if each.period]
    if since is None or not starts:
        return []
    referred = [referral.day("document_date") for referral in case.of_kind("referral")]
    first = min(starts + [on for on in referred if on is not None])
    if since >= first:
        return []
    message = f"Training began on {day(since)}, before the diagnosis on file of {day(first)}."
    return [verdict("claim.but_for", "warn", f"{message} A person should look at why.")]
