"""The front of a reimbursement packet: cover, claim lines, what was left out, checklist, index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from casebook.records import (
    Case,
    Claim,
    ClaimLine,
    Exclusion,
    Exhibit,
    Outcome,
    Record,
    Studio,
    Verdict,
)
from rules.catalog import rules
from rules.profiles import profiles
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, letterhead
from templates.wording import (
    account_name,
    clean,
    count,
    day,
    dollars,
    long_dates,
    phone,
    short_day,
    span,
)

Status = Literal["ready", "draft"]
NOWHERE = "—"
DRAFT = "DRAFT — NOT READY TO SUBMIT"
_OUTCOMES: dict[Outcome, str] = {"pass": "Met", "warn": "Note", "fail": "Fault", "ask": "To decide"}


_INCURRED = (
    "Incurred means rendered: sessions are claimed by their date of service, not by the date of "
    "payment. A session of a prepaid package counts with its share of the price."
)


class Placed(Record):
    """An exhibit and the pages of the packet on which it stands, from 1."""

    exhibit: Exhibit
    first: int
    last: int


class Fault(Record):
    """What keeps a draft from being submitted: the finding and the rule behind it."""

    finding: str
    rule: str


class LineRow(Record):
    """One claimed session."""

    number: str
    date: str
    service: str
    minutes: str
    exhibits: str
    amount: str


class LeftOut(Record):
    """One session that is not claimed, with the rule that says why."""

    date: str
    service: str
    reason: str
    rule: str
    amount: str


class Check(Record):
    """One verdict of the checklist."""

    result: str
    rule: str
    citation: str
    finding: str
    place: str


class IndexRow(Record):
    """One exhibit of the index."""

    letter: str
    title: str
    pages: str


class PacketFront(Record):
    """Everything that the front pages print."""

    letterhead: Letterhead
    draft: str
    draft_reason: str
    faults: tuple[Fault, ...]
    title: str
    subtitle: str
    total: str
    facts: tuple[Fact, ...]
    summary: str
    index: tuple[IndexRow, ...]
    signature_labels: tuple[str, ...]
    statement: str
    lines: tuple[LineRow, ...]
    no_lines: str
    left_out: tuple[LeftOut, ...]
    nothing_left_out: str
    checks: tuple[Check, ...]
    remark: str


def packet_front_context(
    case: Case,
    claim: Claim,
    placed: Sequence[Placed],
    verdicts: Sequence[Verdict],
    studio: Studio,
    today: date,
    status: Status,
) -> PacketFront:
    """The front for a claim; `placed` says which exhibit stands on which pages of the packet."""
    by_document = {each.exhibit.document_id: each for each in placed if each.exhibit.document_id}
    draft = status == "draft"
    faults = _faults(verdicts, by_document) if draft else ()
    return PacketFront(
        letterhead=letterhead(studio),
        draft=DRAFT if draft else "",
        draft_reason=_draft_reason(faults) if draft else "",
        faults=faults,
        title="Medical expense records" if claim.account == "hsa" else "Reimbursement claim",
        subtitle=account_name(claim.account),
        total=dollars(claim.total),
        facts=_facts(case, claim, studio, today),
        summary=_summary(claim),
        index=tuple(index_row(each) for each in placed),
        signature_labels=("Account holder’s signature", "Date"),
        statement=_statement(claim),
        lines=tuple(_line(n, line, by_document) for n, line in enumerate(claim.lines, start=1)),
        no_lines="" if claim.lines else "No session is claimed.",
        left_out=tuple(_left_out(each) for each in claim.exclusions),
        nothing_left_out="" if claim.exclusions else "Nothing was left out of this period.",
        checks=tuple(_check(verdict, by_document) for verdict in verdicts),
        remark=_INCURRED if claim.lines else "",
    )


def _facts(case: Case, claim: Claim, studio: Studio, today: date) -> tuple[Fact, ...]:
    client = case.client
    plan = profiles(studio.profiles).get(claim.administrator)
    facts = [
        ("Patient", client.name),
        ("Date of birth", day(client.dob)),
        ("Member or account number", ", ".join(client.member_ids)),
        ("Employer", client.employer or ""),
        ("Administrator", plan.name if plan else claim.administrator),
        ("Submit to", (plan.submit_to or "") if plan else ""),
        ("Period of service", span(claim.period)),
        ("Provider of service", _provider(studio)),
        ("Prepared", day(today)),
    ]
    return tuple(Fact(label=label, value=clean(value)) for label, value in facts if value)


def _provider(studio: Studio) -> str:
    reached = phone(studio.phone)
    if studio.tax_id:
        reached += f", EIN {studio.tax_id}"
    return f"{studio.name}\n{', '.join(studio.address.lines)}\n{reached}"


def _summary(claim: Claim) -> str:
    claimed = count(len(claim.lines), "session")
    verb = "is" if len(claim.lines) == 1 else "are"
    text = f"{claimed} {verb} claimed for {dollars(claim.total)}"
    if not claim.lines:
        text = "No session is claimed"
    if not claim.exclusions:
        return f"{text}."
    verb = "was" if len(claim.exclusions) == 1 else "were"
    items = count(len(claim.exclusions), "item")
    amount = sum((one.amount for one in claim.exclusions), Decimal("0.00"))
    each = "with its reason" if len(claim.exclusions) == 1 else "each with its reason"
    return f"{text}; {items} worth {dollars(amount)} {verb} left out, {each}."


def _statement(claim: Claim) -> str:
    if claim.account == "hsa":
        return (
            "For the account holder’s records: keep this packet as long as the account exists. The "
            "expenses listed were not reimbursed by another source and are not deducted."
        )
    return (
        "To be signed by the account holder: the services listed were received on the days listed, "
        "were not reimbursed by another source, and will not be claimed elsewhere."
    )


def _faults(verdicts: Sequence[Verdict], by_document: Mapping[str, Placed]) -> tuple[Fault, ...]:
    """Every fail and every open question once, with the exhibit where it shows."""
    faults = []
    for verdict in verdicts:
        if verdict.outcome not in ("fail", "ask"):
            continue
        place = _place(verdict, by_document.get(verdict.document_id or ""))
        where = f" (Exhibit {place})" if place != NOWHERE else ""
        finding = clean(long_dates(f"{verdict.message}{where}"))
        rule = clean(f"{verdict.rule.id}: {verdict.rule.sentence}")
        faults.append(Fault(finding=finding, rule=rule))
    return tuple(dict.fromkeys(faults))


def _draft_reason(faults: Sequence[Fault]) -> str:
    if not faults:
        return "This packet was built as a draft; a person has not released it."
    what = count(len(faults), "point")
    verb = "keeps" if len(faults) == 1 else "keep"
    return f"{what} {verb} this packet from being submitted:"


def _line(number: int, line: ClaimLine, by_document: Mapping[str, Placed]) -> LineRow:
    documents = dict.fromkeys((line.receipt_document_id, line.lmn_document_id))
    letters = sorted(
        (by_document[each].exhibit.letter for each in documents if each in by_document),
        key=lambda letter: (len(letter), letter),
    )
    return LineRow(
        number=str(number),
        date=short_day(line.date_of_service),
        service=clean(line.description),
        minutes=str(line.minutes),
        exhibits=", ".join(letters),
        amount=dollars(line.amount),
    )


def _left_out(exclusion: Exclusion) -> LeftOut:
    rule = rules().get(exclusion.rule_id)
    sentence = f": {rule.sentence}" if rule else ""
    return LeftOut(
        date=short_day(exclusion.date_of_service) if exclusion.date_of_service else "—",
        service=clean(exclusion.description),
        reason=_capital(clean(exclusion.reason)),
        rule=clean(f"{exclusion.rule_id}{sentence}"),
        amount=dollars(exclusion.amount),
    )


def _check(verdict: Verdict, by_document: Mapping[str, Placed]) -> Check:
    return Check(
        result=_OUTCOMES[verdict.outcome],
        rule=clean(f"{verdict.rule.id}: {verdict.rule.sentence}"),
        citation=clean(verdict.rule.citation),
        finding=clean(long_dates(verdict.message)),
        place=_place(verdict, by_document.get(verdict.document_id or "")),
    )


def _place(verdict: Verdict, placed: Placed | None) -> str:
    """A, p. 4: the exhibit, and the packet's page where the evidence stands."""
    if placed is None:
        return NOWHERE
    start = placed.exhibit.page_range[0] if placed.exhibit.page_range else 1
    page = verdict.evidence[0].page - start + placed.first if verdict.evidence else placed.first
    page = min(max(page, placed.first), placed.last)
    return f"{placed.exhibit.letter}, p. {page}"


def index_row(placed: Placed) -> IndexRow:
    """The line of the index for an exhibit."""
    one = placed.first == placed.last
    return IndexRow(
        letter=f"Exhibit {placed.exhibit.letter}",
        title=clean(placed.exhibit.title),
        pages=str(placed.first) if one else f"{placed.first}–{placed.last}",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
