"""Which packet does an explanation of benefits or a denial answer?

By the dates of service in the ledger, and the amount where the paper shows
one. Anything but a clear answer goes to a person.
"""

from __future__ import annotations

from decimal import Decimal

from casebook.records import Case, ClaimedSession, Document, Record


class Answers(Record):
    """`packet_id` is None where nobody can tell; `candidates` are those a person looks at first.

    session_ids: the sessions of that packet on the paper's dates.
    """

    packet_id: str | None
    session_ids: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def answers(paper: Document, case: Case) -> Answers:
    """The packet that the paper is about.

    One whose sessions have every date of the paper; of several, the one whose
    amounts on those dates, or whose total, is what the paper says was denied or billed.
    """
    dates = set(paper.days("service_dates"))
    packets: dict[str, list[ClaimedSession]] = {}
    for entry in case.ledger:
        packets.setdefault(entry.packet_id, []).append(entry)
    fitting = [
        key
        for key, entries in sorted(packets.items())
        if dates and dates <= {entry.date_of_service for entry in entries}
    ]
    told = paper.money("denied_amount") or paper.money("billed")
    by_amount = [key for key in fitting if told in _amounts(packets[key], paper)]
    chosen = fitting if len(fitting) == 1 else by_amount
    if len(chosen) != 1:
        return Answers(packet_id=None, candidates=tuple(fitting))
    entries = [e for e in packets[chosen[0]] if e.date_of_service in dates]
    ordered = sorted(entries, key=lambda e: (e.date_of_service, e.session_id))
    return Answers(packet_id=chosen[0], session_ids=tuple(e.session_id for e in ordered))


def _amounts(entries: list[ClaimedSession], paper: Document) -> set[Decimal]:
    """What the packet asked for on the paper's dates, and in all; net and as charged."""
    dates = paper.days("service_dates")
    found = set()
    for part in (entries, [e for e in entries if e.date_of_service in dates]):
        found.add(sum((e.amount for e in part), Decimal(0)))
        found.add(sum((e.charge or e.amount for e in part), Decimal(0)))
    return found
