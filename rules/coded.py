"""The insurer's claim by attested codes: its superbills, its forms, what speaks against them.

A cash receipt with a letter is the default; codes are used where a credentialed
provider attested them for a session that is claimed. Then every session of the
claim needs them: half a superbill would leave the other half unexplained.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from casebook.records import Case, Claim, CodedService, Document, Rendering, Session, Verdict
from rules.catalog import verdict
from rules.cms1500 import BillingProvider, Cms1500Form, Referring, forms
from rules.superbill import TIMED, Superbill, judge_superbill
from rules.words import count, day, dollars, listed

_GROUP = re.compile(r"\b(group|class|semi-private|small[- ]group)\b", re.IGNORECASE)
_WEIGHT = re.compile(r"E66|E65|E4[0-6]|R63\.[456]|O99\.21|Z71\.3|F50")
"""Diagnoses of weight or nourishment, beside which a body mass index (Z68) may stand."""


@dataclass(frozen=True)
class Coded:
    """A claim by its codes. forms: each bill's CMS-1500 sheets; none while there is a fault."""

    bills: tuple[Superbill, ...] = ()
    forms: tuple[tuple[Cms1500Form, ...], ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def coded(case: Case, claim: Claim) -> Coded:
    """What the attested codes make of the claim; nothing where the account is no insurer's."""
    if claim.account != "insurer" or not claim.lines:
        return Coded()
    bills = superbills(case, claim)
    if not bills:
        message = (
            "No codes are attested for these sessions, so the packet has no superbill; "
            "ask the insurer whether it takes a receipt with a letter."
        )
        return Coded(verdicts=(verdict("superbill.attested", "warn", message),))
    judged = [
        *_complete(claim, bills),
        *(each for bill in bills for each in judge_superbill(bill)),
        *(each for bill in bills for each in judge_against(case, bill)),
        *_charges(claim, bills),
    ]
    whole = not any(each.outcome in ("fail", "ask") for each in judged)
    sheets = tuple(_forms(case, bill) for bill in bills) if whole else ()
    return Coded(bills, sheets, tuple(judged))


def superbills(case: Case, claim: Claim) -> tuple[Superbill, ...]:
    """One superbill for each provider and list of diagnoses among the claimed sessions' codes."""
    claimed = {line.session_id for line in claim.lines}
    services: dict[tuple[Rendering, tuple[str, ...]], list[CodedService]] = defaultdict(list)
    for attestation in case.attestations:
        of_claim = [each for each in attestation.services if each.session_id in claimed]
        if of_claim:
            services[(attestation.rendering, attestation.diagnoses)] += of_claim
    return tuple(
        Superbill(
            client_id=case.client.id,
            patient_name=case.client.name,
            patient_dob=case.client.dob,
            member_id=case.client.member_ids[0] if case.client.member_ids else None,
            rendering=rendering,
            diagnoses=diagnoses,
            services=tuple(sorted(of_bill, key=lambda s: (s.date_of_service, s.session_id))),
            amount_paid=sum((each.charge for each in of_bill), Decimal("0.00")),
        )
        for (rendering, diagnoses), of_bill in services.items()
    )


def judge_against(case: Case, bill: Superbill) -> list[Verdict]:
    """What the case says of a superbill: sessions held, diagnoses on file, minutes, groups."""
    sessions = {session.id: session for session in case.sessions}
    return [
        *_diagnoses(case, bill),
        *(each for service in bill.services for each in _session(service, sessions)),
        *_minutes(bill.services, sessions),
    ]


def _session(service: CodedService, sessions: dict[str, Session]) -> list[Verdict]:
    held, on = sessions.get(service.session_id), day(service.date_of_service)
    if held is None or held.status != "attended" or held.date != service.date_of_service:
        message = f"{on}: no attended session of that day is on record for the code."
        return [verdict("claim.attended", "fail", message)]
    if service.code in TIMED and _GROUP.search(f"{held.description} {service.description}"):
        message = f"{on}: a group session is not billed in timed one-on-one units."
        return [verdict("superbill.group", "fail", message)]
    return []


def _minutes(services: Sequence[CodedService], sessions: dict[str, Session]) -> list[Verdict]:
    coded_minutes: dict[str, int] = defaultdict(int)
    for each in services:
        coded_minutes[each.session_id] += each.minutes or 0
    return [
        verdict(
            "superbill.minutes",
            "fail",
            f"{day(sessions[one].date)}: {count(minutes, 'minute')} are coded, the session had "
            f"{sessions[one].minutes}.",
        )
        for one, minutes in coded_minutes.items()
        if one in sessions and minutes > sessions[one].minutes
    ]


def _diagnoses(case: Case, bill: Superbill) -> list[Verdict]:
    """Each code stands on a physician's paper as the patient's own, affirmed and current."""
    where: dict[str, Document] = {}
    for document in (*case.of_kind("lmn"), *case.of_kind("referral")):
        for diagnosis in document.diagnoses():
            if diagnosis.code:
                where.setdefault(_plain(diagnosis.code), document)
    found = []
    for code in dict.fromkeys(bill.diagnoses):
        if _plain(code) not in where:
            message = f"{code} stands on no letter or referral on file as the patient's diagnosis."
            found.append(verdict("superbill.diagnosis_on_file", "fail", message))
        else:
            source = where[_plain(code)]
            message = f"{code} stands on a paper of the physician on file."
            found.append(verdict("superbill.diagnosis_on_file", "pass", message, source.id))
    others = [code for code in bill.diagnoses if not code.upper().startswith("Z68")]
    if len(others) < len(bill.diagnoses) and not any(_WEIGHT.match(c.upper()) for c in others):
        message = "A body mass index (Z68) is coded without a diagnosis of weight beside it."
        found.append(verdict("superbill.body_mass_index", "fail", message))
    return found


def _complete(claim: Claim, bills: Sequence[Superbill]) -> list[Verdict]:
    has_codes = {service.session_id for bill in bills for service in bill.services}
    without = [line for line in claim.lines if line.session_id not in has_codes]
    if not without:
        return []
    days = listed([day(line.date_of_service) for line in without[:5]])
    more = f" and {len(without) - 5} more" if len(without) > 5 else ""
    message = f"{count(len(without), 'claimed session')} without attested codes: {days}{more}."
    return [verdict("superbill.attested", "fail", message)]


def _charges(claim: Claim, bills: Sequence[Superbill]) -> list[Verdict]:
    """A session's codes charge together what the client was charged for it."""
    charged: dict[str, Decimal] = defaultdict(lambda: Decimal("0.00"))
    for bill in bills:
        for service in bill.services:
            charged[service.session_id] += service.charge
    return [
        verdict(
            "superbill.charge_of_session",
            "fail",
            f"{day(line.date_of_service)}: the codes charge {dollars(charged[line.session_id])}, "
            f"the session cost {dollars(line.charge or line.amount)}.",
            line.receipt_document_id,
        )
        for line in claim.lines
        if line.session_id in charged and charged[line.session_id] != (line.charge or line.amount)
    ]


def _forms(case: Case, bill: Superbill) -> tuple[Cms1500Form, ...]:
    who = bill.rendering
    assert who.address and who.phone and who.npi and who.tax_id  # judged: superbill.provider
    referral = next(iter(reversed(case.of_kind("referral"))), None)
    name = referral.text("referrer_name") if referral else None
    return forms(
        bill,
        BillingProvider(
            name=who.name, address=who.address, phone=who.phone, npi=who.npi, tax_id=who.tax_id
        ),
        patient_address=case.client.address,
        patient_phone=case.client.phone,
        onset=referral.day("onset_date") if referral else None,
        referring=_referring(referral, name) if referral and name else None,
        authorization_number=_authorization(case, bill),
    )


def _referring(referral: Document, name: str) -> Referring:
    credentials = referral.text("referrer_credentials")
    shown = " ".join(part for part in (name, credentials) if part)
    return Referring(name=shown, npi=referral.text("referrer_npi"))


def _authorization(case: Case, bill: Superbill) -> str | None:
    """The number of the one authorization that covers every day of the bill; None otherwise."""
    days = {service.date_of_service for service in bill.services}
    covering = {
        number
        for paper in case.of_kind("authorization")
        if (number := paper.text("authorization_number"))
        and (start := paper.day("start_date"))
        and (end := paper.day("end_date"))
        and all(start <= on <= end for on in days)
    }
    return covering.pop() if len(covering) == 1 else None


def _plain(code: str) -> str:
    return code.replace(".", "").upper()
