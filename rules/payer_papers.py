"""Which packet does an explanation of benefits or a denial answer?

By the dates of service in the ledger, and the amount where the paper shows
one. Anything but a clear answer goes to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from casebook.records import AccountType, Case, ClaimedSession, Document, Record

DECIDING: frozenset[AccountType] = frozenset({"fsa", "insurer", "employer"})
"""Accounts whose administrator decides on a claim; an HSA or a tax return gets no such answer."""


class Answers(Record):
    """`packet_id` is None where nobody can tell; `candidates` are those a person looks at first.

    session_ids: the sessions of that packet on the paper's dates. doubt: why nobody can tell, a
    sentence; None where a packet was found, or none was ever sent in.
    """

    packet_id: str | None
    session_ids: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    doubt: str | None = None


def answers(paper: Document, case: Case, settled: Mapping[str, str] | None = None) -> Answers:
    """The packet that the paper is about.

    settled: packets that papers are known to answer, by claim number: the payer's own number
    outweighs all else. Otherwise one whose sessions have every date of the paper and whose amounts
    on those dates, or whose total, is what the paper says was denied or billed.
    """
    packets: dict[str, list[ClaimedSession]] = {}
    for entry in case.ledger:
        if entry.account in DECIDING:
            packets.setdefault(entry.packet_id, []).append(entry)
    known = (settled or {}).get(paper.text("claim_number") or "")
    if known in packets:
        return _found(known, packets[known], paper)
    dates = set(paper.days("service_dates"))
    fitting = [key for key, entries in sorted(packets.items()) if dates and dates <= _days(entries)]
    told = paper.money("denied_amount") or paper.money("billed")
    chosen = [key for key in fitting if told is None or told in _amounts(packets[key], paper)]
    if len(chosen) == 1:
        return _found(chosen[0], packets[chosen[0]], paper)
    near = [key for key, entries in sorted(packets.items()) if dates & _days(entries)]
    by_amount = [key for key in sorted(packets) if told and told in _amounts(packets[key], paper)]
    candidates = tuple(chosen or fitting or near or by_amount or sorted(packets))
    return Answers(
        packet_id=None, candidates=candidates, doubt=_doubt(dates, fitting, chosen, candidates)
    )


def _found(key: str, entries: list[ClaimedSession], paper: Document) -> Answers:
    dates = set(paper.days("service_dates"))
    on_dates = [e for e in entries if not dates or e.date_of_service in dates]
    ordered = sorted(on_dates, key=lambda e: (e.date_of_service, e.session_id))
    return Answers(packet_id=key, session_ids=tuple(e.session_id for e in ordered))


def _doubt(
    dates: set[date], fitting: list[str], chosen: list[str], candidates: tuple[str, ...]
) -> str | None:
    if not candidates:
        return None
    if not dates:
        return "The paper shows no dates of service."
    if len(chosen) > 1:
        return f"{len(chosen)} packets hold these dates and this amount."
    if fitting:
        return "The dates fit, but the amount is another."
    return "No packet holds all of these dates of service."


def _days(entries: list[ClaimedSession]) -> set[date]:
    return {entry.date_of_service for entry in entries}


def _amounts(entries: list[ClaimedSession], paper: Document) -> set[Decimal]:
    """What the packet asked for on the paper's dates, and in all; net and as charged."""
    dates = paper.days("service_dates")
    found = set()
    for part in (entries, [e for e in entries if e.date_of_service in dates]):
        found.add(sum((e.amount for e in part), Decimal(0)))
        found.add(sum((e.charge or e.amount for e in part), Decimal(0)))
    return found
