"""The front of a packet for an employer's wellness allowance: participation and payment only.

No diagnosis, no letter, no referrer, no birth date, no member number, and no
description of a session, since each may give a condition away. [45 CFR
164.502(b), minimum necessary; 29 CFR 1630.14(d)]
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casebook.records import Case, Claim, Record, Studio, Verdict
from rules.profiles import profiles
from templates.contexts.facts import Fact
from templates.contexts.letterhead import Letterhead, author, letterhead
from templates.contexts.packet_front import DRAFT, IndexRow, Placed, Status, index_row
from templates.wording import clean, count, day, dollars, phone, short_day, span

SESSION = "Supervised exercise session"
HIDDEN_RULES = ("lmn.", "exhibit.", "patient.", "document.")


class ParticipationLine(Record):
    """One attended session."""

    number: str
    date: str
    service: str
    minutes: str
    amount: str


class EmployerFront(Record):
    """Everything that the employer's front prints."""

    letterhead: Letterhead
    draft: str
    draft_reasons: tuple[str, ...]
    title: str
    subtitle: str
    total: str
    facts: tuple[Fact, ...]
    summary: str
    lines: tuple[ParticipationLine, ...]
    no_lines: str
    index: tuple[IndexRow, ...]
    remark: str
    statement: str
    author: str
    studio: str


def employer_front_context(
    case: Case,
    claim: Claim,
    placed: Sequence[Placed],
    verdicts: Sequence[Verdict],
    studio: Studio,
    today: date,
    status: Status,
) -> EmployerFront:
    """The front for an employer. Nothing of the exclusions' reasons is told."""
    draft = status == "draft"
    sessions = count(len(claim.lines), "session")
    return EmployerFront(
        letterhead=letterhead(studio),
        draft=DRAFT if draft else "",
        draft_reasons=_reasons(verdicts) if draft else (),
        title="Proof of participation and payment",
        subtitle="Employer wellness program",
        total=dollars(claim.total),
        facts=_facts(case, claim, studio, today),
        summary=(
            f"{sessions} attended and shown as paid, {dollars(claim.total)} in all. Sessions are "
            "listed by the day on which they took place."
        ),
        lines=tuple(
            ParticipationLine(
                number=str(number),
                date=short_day(line.date_of_service),
                service=SESSION,
                minutes=str(line.minutes),
                amount=dollars(line.amount),
            )
            for number, line in enumerate(claim.lines, start=1)
        ),
        no_lines="" if claim.lines else "No session is claimed.",
        index=tuple(index_row(each) for each in placed),
        remark="These pages hold no health information and are not meant to.",
        statement=(
            "To be signed by the participant: the sessions listed were attended and paid, and are "
            "not reimbursed from another source."
        ),
        author=author(studio),
        studio=clean(studio.name),
    )


def _facts(case: Case, claim: Claim, studio: Studio, today: date) -> tuple[Fact, ...]:
    plan = profiles(studio.profiles).get(claim.administrator)
    lines = [
        ("Participant", case.client.name),
        ("Employer", case.client.employer or ""),
        ("Submit to", (plan.submit_to or "") if plan else ""),
        ("Period", span(claim.period)),
        (
            "Provider",
            f"{studio.name}\n{', '.join(studio.address.lines)}\n{phone(studio.phone)}"
            + (f", EIN {studio.tax_id}" if studio.tax_id else ""),
        ),
        ("Prepared", day(today)),
    ]
    return tuple(Fact(label=label, value=clean(value)) for label, value in lines if value)


def _reasons(verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """The rules at fault by their own sentences: a finding may quote a document."""
    found = [
        "A point that concerns the participant’s own papers is open; the studio knows which."
        if each.rule.id.startswith(HIDDEN_RULES)
        else clean(f"{each.rule.id}: {each.rule.sentence}")
        for each in verdicts
        if each.outcome in ("fail", "ask")
    ]
    return tuple(dict.fromkeys(found)) or ("A person has not released this packet.",)
