"""The wrong-patient firewall: name, birth date and provider reconciled across a packet's papers.

A conflict of birth dates stops the packet; a name or member ID written
otherwise asks a person; a provider nobody knows is noted.
"""

from __future__ import annotations

from collections.abc import Sequence

from casebook.records import Case, Document, Outcome, Verdict
from rules.catalog import verdict
from rules.matching import has_member_id
from rules.names import compare_names


def same_person(case: Case, documents: Sequence[Document]) -> list[Verdict]:
    """Each document's name, birth date and member ID against the client's; a pass if all agree."""
    verdicts = []
    for document in documents:
        found = _conflict(case, document)
        if found is not None:
            verdicts.append(found)
    if not verdicts:
        message = "Name and birth date agree on every exhibit that shows them."
        verdicts.append(verdict("patient.same_person", "pass", message))
    return verdicts


def _conflict(case: Case, document: Document) -> Verdict | None:
    name, dob = document.text("patient_name"), document.day("patient_dob")
    if dob is not None and dob != case.client.dob:
        message = "The birth date on this document is not the client's."
        return _say(document, "patient_dob", "fail", message)
    if name is not None and compare_names(name, case.client.name) != "same":
        message = "The name on this document is not the client's as it stands in the casebook."
        return _say(document, "patient_name", "ask", message)
    member = document.text("member_id")
    # People change plans: beside a name or birth date that agrees, a member ID is no conflict.
    nameless = name is None and dob is None
    if nameless and member and case.client.member_ids and not has_member_id(case.client, member):
        message = "The member ID on this document is none of the client's."
        return _say(document, "member_id", "ask", message)
    return None


def known_provider(case: Case, letters: Sequence[Document]) -> list[Verdict]:
    """Whether each letter's provider is one of a referral or of the casebook; a note if not.

    By NPI where both sides have one, else by name. Nothing is said where there
    is nobody to compare with.
    """
    known = [
        (referral.text("referrer_name"), referral.text("referrer_npi"))
        for referral in case.of_kind("referral")
    ] + [(provider.name, provider.npi) for provider in case.providers]
    known = [each for each in known if any(each)]
    verdicts = []
    for letter in letters:
        name, npi = letter.text("provider_name"), letter.text("provider_npi")
        if not known or not (name or npi):
            continue
        fits = [each for each in known if _same_provider((name, npi), each)]
        if fits:
            message = "The letter's provider is known from the referral or the casebook."
            verdicts.append(verdict("lmn.provider_agrees", "pass", message, letter.id))
        else:
            message = (
                "The letter's provider is neither the referrer nor in the casebook; look at it."
            )
            verdicts.append(_say(letter, "provider_name", "warn", message, "lmn.provider_agrees"))
    return verdicts


def one_vendor(receipts: Sequence[Document]) -> list[Verdict]:
    """Whether the receipts of a packet come from one vendor, by tax number where both show one."""
    first = next((r for r in receipts if r.text("vendor_tax_id")), None)
    if first is None:
        return []
    other = [
        r
        for r in receipts
        if r.text("vendor_tax_id") and r.text("vendor_tax_id") != first.text("vendor_tax_id")
    ]
    message = "Another vendor's tax number than on the other receipts; is it for the same training?"
    return [_say(each, "vendor_tax_id", "warn", message, "receipt.one_vendor") for each in other]


def _same_provider(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None]
) -> bool:
    if one[1] and other[1]:
        return one[1] == other[1]
    if not one[0] or not other[0]:
        return False
    return compare_names(one[0], other[0]) in ("same", "near")


def _say(
    document: Document,
    field: str,
    outcome: Outcome,
    message: str,
    rule_id: str = "patient.same_person",
) -> Verdict:
    fact = document.fact(field)
    evidence = fact.evidence if fact else ()
    return verdict(rule_id, outcome, message, document.id, evidence)
