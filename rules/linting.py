"""Every check on a packet before anyone submits it: the packet's checklist.

A packet is ready only without a fail and without an open question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from casebook.records import Case, Claim, Document, Verdict
from rules.catalog import verdict
from rules.cover import Cover, cover, covers_of
from rules.names import compare_names
from rules.profiles import Profile
from rules.words import count, day, dollars


def lint(case: Case, claim: Claim, profile: Profile) -> tuple[Verdict, ...]:
    """All verdicts on the claim of this case, in the order in which a person checks them."""
    used = _documents_of(case, claim)
    verdicts = [
        *_letters(case, claim, profile),
        *_receipts(claim, used),
        *_lines(case, claim),
        *_same_person(case, used),
        *_but_for(case, covers_of(case, profile)),
    ]
    return tuple(verdicts)


def is_ready(verdicts: Sequence[Verdict]) -> bool:
    """No fail, and nothing that a person must still decide."""
    return not any(v.outcome in ("fail", "ask") for v in verdicts)


def _documents_of(case: Case, claim: Claim) -> dict[str, Document]:
    ids = {line.lmn_document_id for line in claim.lines}
    ids |= {line.receipt_document_id for line in claim.lines}
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
    judged = [cover(letter, profile) for letter in letters if letter.id in used]
    if not judged:
        judged = [cover(letters[-1], profile)]
    verdicts: list[Verdict] = []
    for each in judged:
        verdicts += each.verdicts
        if each.period is not None:
            verdicts.append(_window(each, claim))
    if profile.approval_counts:
        verdicts.append(
            verdict(
                "lmn.approval",
                "warn",
                f"{profile.name} does not count services before it approved the letter; "
                "check the day of approval.",
            )
        )
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
        claimed = sum((line.amount for line in lines), Decimal("0.00"))
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


def _same_person(case: Case, used: dict[str, Document]) -> list[Verdict]:
    """The wrong-patient firewall: every exhibit's name and birth date against the client's."""
    verdicts = []
    for document in [*used.values(), *case.of_kind("referral")]:
        name, dob = document.text("patient_name"), document.day("patient_dob")
        if dob is not None and dob != case.client.dob:
            message = "The birth date on this document is not the client's."
            verdicts.append(verdict("patient.same_person", "fail", message, document.id))
        elif name is not None and compare_names(name, case.client.name) != "same":
            message = "The name on this document is not the client's as it stands in the casebook."
            verdicts.append(verdict("patient.same_person", "ask", message, document.id))
    if not verdicts:
        message = "Name and birth date agree on every exhibit that shows them."
        verdicts.append(verdict("patient.same_person", "pass", message))
    return verdicts


def _but_for(case: Case, covers: Sequence[Cover]) -> list[Verdict]:
    since = case.client.training_since
    starts = [each.period.start for each in covers if each.period]
    if since is None or not starts or since >= min(starts):
        return []
    message = f"Training began on {day(since)}, before the letter; a person should look at why."
    return [verdict("claim.but_for", "warn", message)]
