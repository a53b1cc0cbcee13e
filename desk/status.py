"""``carepacket status``: scans by state, letters' windows, what awaits a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desk.casebook_at_hand import reading

if TYPE_CHECKING:
    from casebook.records import Case
    from rules.profiles import Profile

SOON_DAYS = (30, 60)
"""A letter's end is told this many days before, the nearer the louder."""


def status() -> None:
    """Shows how many scans are in which state, letters' windows, and what awaits a person.

    Example: [bold]carepacket status[/bold]
    """
    from casebook.store import clients, documents, packets, requests, scans
    from desk.denials import show_denials
    from desk.showing import show_table
    from flows import settings
    from flows.administrators import profile_for_letters
    from flows.denials import all_denials
    from flows.reminding import AWAITED

    chosen = settings.load()
    today = date.today()
    with reading() as tx:
        counts = scans.count_by_state(tx)
        waiting = documents.waiting(tx)
        quarantined = scans.all(tx, "quarantined")
        cases = [tx.case(client.id) for client in clients.all(tx)]
        built = packets.all(tx)
        awaited = [each for each in requests.all(tx) if not (each.draft or each.answered_by)]
        refused = [one for one in all_denials(tx, chosen, today) if one.is_open]
    names = {case.client.id: case.client.name for case in cases}
    rows = [
        *((str(state), str(number)) for state, number in counts.items()),
        ("received", str(sum(counts.values()))),
    ]
    show_table("Scans", ("state", "number"), rows, right=("number",))
    windows = [
        row for case in cases for row in _windows(case, profile_for_letters(case, chosen), today)
    ]
    if windows:
        show_table("Letters of medical necessity", ("client", "from", "to", "note"), windows)
    if built:
        made = [
            (names.get(each.client_id, ""), each.account, each.status, f"${each.total:,.2f}")
            for each in built
        ]
        show_table("Packets", ("client", "account", "status", "total"), made, right=("total",))
    if awaited:
        sent = [
            (
                names.get(each.client_id, ""),
                AWAITED.get(each.paper, each.paper),
                each.sent_on.isoformat(),
                str((today - each.sent_on).days),
            )
            for each in awaited
        ]
        columns = ("client", "paper", "sent on", "days ago")
        show_table("Awaited back", columns, sent, right=("days ago",))
    if refused:
        show_denials(refused, today)
    awaiting = [
        (each.id, each.kind, names.get(each.client_id or "", "?"), each.reason or "")
        for each in waiting
    ] + [(each.id, "quarantined", "", each.reason or "") for each in quarantined]
    if awaiting:
        show_table("Awaiting a person", ("id", "kind", "client", "why"), awaiting)


def _windows(case: Case, rules: Profile, today: date) -> list[tuple[str, str, str, str]]:
    """One row per letter of the client; one that says "missing" for a client without any."""
    from rules.cover import covers_of

    name = case.client.name
    rows = []
    for cover in covers_of(case, rules):
        if cover.period is None:
            told = cover.fails[0].message if cover.fails else "covers no day"
            rows.append((name, "", "", told))
        else:
            start, end = cover.period.start, cover.period.end
            rows.append((name, start.isoformat(), end.isoformat(), _note(end, today)))
    if not rows and case.sessions and rules.needs_lmn:
        rows.append((name, "", "", "LMN missing"))
    return rows


def _note(end: date, today: date) -> str:
    left = (end - today).days
    if left < 0:
        return "has ended"
    for days in SOON_DAYS:
        if left <= days:
            return f"ends in {left} days: request the renewal"
    return f"{left} days left"
