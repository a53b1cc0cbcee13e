"""The year's claims as the program makes them, and the page that tells them.

``python -m samples.twelve_months.told`` prints the page that stands in docs/twelve-months.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casebook.records import Case, Claim, ClaimedSession, ClaimLine, Period
from rules.appeals import plan
from rules.claims import claim
from rules.payer_papers import answers
from rules.profiles import Profile, profiles
from rules.words import count, day, dollars
from samples.twelve_months import FOLDER, case, until


@dataclass(frozen=True)
class Told:
    """One claim of the year. key: what the ledger calls its packet."""

    key: str
    title: str
    made_on: date
    claim: Claim


QUARTERS = (
    ("first", "January to March", date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 5)),
    ("second", "April to June", date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 5)),
    ("third", "July to September", date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 5)),
    ("fourth", "October to December", date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 5)),
)
CORRECTED_ON = date(2026, 5, 20)


def year() -> tuple[Told, ...]:
    """The five claims in the order in which they were made: four quarters and a correction."""
    rules = profiles()["generic_fsa"]
    known, told = case(), []
    for key, months, start, end, made_on in QUARTERS:
        one = _claimed(known, key, f"Claim for {months}", Period(start=start, end=end), made_on)
        told.append(one)
        known = _entered(known, one)
        if key == "first":
            correction, known = _corrected(known, rules)
            told.append(correction)
    return tuple(told)


def _claimed(known: Case, key: str, title: str, period: Period, made_on: date) -> Told:
    rules = profiles()["generic_fsa"]
    return Told(key, title, made_on, claim(until(known, made_on), "fsa", period, rules, made_on))


def _corrected(known: Case, rules: Profile) -> tuple[Told, Case]:
    """The refused sessions, once more, with the letter; they leave the first claim."""
    [denial] = known.of_kind("denial")
    found = answers(denial, known)
    assert found.packet_id == "first"
    answer = plan(until(known, CORRECTED_ON), denial, rules, "fsa")
    assert answer.points[0].reason_key == "letter_missing"
    assert not answer.missing, "the letter is on file"
    freed = tuple(e for e in known.ledger if e.session_id not in found.session_ids)
    known = known.model_copy(
        update={"ledger": freed, "claimed_session_ids": frozenset(e.session_id for e in freed)}
    )
    refused = [s.date for s in known.sessions if s.id in found.session_ids]
    period = Period(start=min(refused), end=max(refused))
    one = _claimed(known, "corrected", "Corrected claim for February", period, CORRECTED_ON)
    return one, _entered(known, one)


def _entered(known: Case, told: Told) -> Case:
    """The case with the claim's sessions in its ledger."""
    entries = tuple(
        ClaimedSession(
            session_id=line.session_id,
            account="fsa",
            packet_id=told.key,
            date_of_service=line.date_of_service,
            amount=line.amount,
        )
        for line in told.claim.lines
    )
    ledger = (*known.ledger, *entries)
    return known.model_copy(
        update={"ledger": ledger, "claimed_session_ids": frozenset(e.session_id for e in ledger)}
    )


def page(claims: Iterable[Told]) -> str:
    """docs/twelve-months.md."""
    told = tuple(claims)
    own = [one for one in told if one.key != "corrected"]
    total = sum((one.claim.total for one in own), Decimal(0))
    lines = sum(len(one.claim.lines) for one in own)
    opening = _OPENING.read_text(encoding="utf-8")
    parts = [opening, "| claim | made on | lines | total |", "| --- | --- | ---: | ---: |"]
    parts += [
        f"| {one.title} | {day(one.made_on)} "
        f"| {len(one.claim.lines)} | {dollars(one.claim.total)} |"
        for one in told
    ]
    parts.append(
        "\nThe corrected claim asks once more for what was refused of the first, and is not "
        f"counted twice: **{count(lines, 'session')} of 120, {dollars(total)}**.\n"
    )
    for one in told:
        parts += _section(one)
    return "\n".join(parts).rstrip() + "\n"


_OPENING = FOLDER / "opening.md"


def _section(told: Told) -> list[str]:
    made = told.claim
    parts = [f"## {told.title}\n", "| day | amount | receipt | letter |"]
    parts += ["| --- | ---: | --- | --- |"]
    parts += [_line(line) for line in made.lines]
    parts.append(f"| **{count(len(made.lines), 'session')}** | **{dollars(made.total)}** | | |")
    left = made.exclusions
    if left and told.key != "corrected":
        parts += ["\nLeft out:\n", "| day | why |", "| --- | --- |"]
        parts += [
            f"| {day(one.date_of_service)} | {one.reason} |"
            if one.date_of_service
            else f"| – | {one.description}: {one.reason}, {dollars(one.amount)} |"
            for one in left
        ]
    return [*parts, ""]


def _line(line: ClaimLine) -> str:
    receipt = f"TM-{line.receipt_document_id.rpartition('_')[2]}"
    letter = "first" if line.lmn_document_id == "doc_letter_1" else "second"
    return f"| {day(line.date_of_service)} | {dollars(line.amount)} | {receipt} | {letter} |"


if __name__ == "__main__":
    sys.stdout.write(page(year()))
