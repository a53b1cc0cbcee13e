"""What the demo shows: where every sample went and why, which papers lie in the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casebook.records import Document, Scan
from casebook.store import clients, documents, scans
from desk.demo_index import list_papers
from desk.showing import broken, show_table
from flows.letters import Made
from flows.packets import BuiltPacket
from flows.workroom import Workroom
from samples import expected_of
from samples import scans as sample_scans
from samples.story import Ending, expected

PACKETS = {
    "client-1001": {("ready", "801.50")},
    "client-1002": {("draft", "0.00")},
    "client-1003": {("ready", "380.00"), ("ready", "285.00")},
}
"""How the stories of Dana, Marcus and Inés end: Inés's faxed receipt may wait for a person, and
then its session is left out; her June went to the health plan."""
OTHERS = {("client-1003", "insurer"): {("ready", "190.00")}}
APPEALS = {"client-1002": ("draft", "a complete letter of medical necessity")}
"""Marcus's plan wants a letter, and none is on file: his appeal says so, and waits for it."""
WHY = 90
"""Characters of a reason that the table shows; `carepacket review show` shows all."""

NAME_WIDTH = 28
Row = tuple[str, str, str, str]


def show_scans(room: Workroom) -> list[str]:
    """Prints a row per document; returns what did not go as its story tells."""
    with room.casebook.reading() as tx:
        known = {scan.name: scan for scan in scans.all(tx)}
        names = {client.id: client.name for client in clients.all(tx)}
        found = {scan.id: documents.of_scan(tx, scan.id) for scan in known.values()}
    rows: list[Row] = []
    faults: list[str] = []
    for path in sample_scans():
        scan = known.get(path.name)
        if scan is None:
            faults.append(f"{path.name} was not received")
            continue
        rows += _rows(scan, found[scan.id], names)
        faults += _faults(path, scan, found[scan.id])
    show_table("Scans", ("file", "kind", "went to", "client, and why it waits"), rows)
    return faults


def _rows(scan: Scan, found: Sequence[Document], names: dict[str, str]) -> list[Row]:
    name = broken(scan.name, NAME_WIDTH)
    if not found:
        return [(name, "", scan.state, _short(scan.reason))]
    return [
        (
            name,
            each.kind,
            each.state,
            "\n".join(filter(None, [names.get(each.client_id or ""), _short(each.reason)])),
        )
        for each in found
    ]


def _short(reason: str | None) -> str:
    reason = reason or ""
    return reason if len(reason) <= WHY else f"{reason[: WHY - 1].rstrip()}…"


def _faults(path: Path, scan: Scan, found: Sequence[Document]) -> list[str]:
    wanted = [document.ends for document in expected(expected_of(path))]
    if not found:
        fits = len(wanted) == 1 and scan.state in {wanted[0].state, wanted[0].or_state}
        return [] if fits else [f"{path.name} is {scan.state}"]
    if len(wanted) != len(found):
        return [f"{path.name} holds {len(wanted)} documents, and {len(found)} were found"]
    return [
        f"{path.name} is {document.state} for {document.client_id}, "
        f"not {ending.state} for {ending.client}"
        for document, ending in zip(found, wanted, strict=True)
        if not _fits(document, ending)
    ]


def _fits(document: Document, ending: Ending) -> bool:
    if document.state not in {ending.state, ending.or_state}:
        return False
    return document.state != "filed" or document.client_id == ending.client


def show_papers(
    letters: Sequence[Made], packets: Sequence[BuiltPacket], room: Workroom
) -> list[str]:
    """Lists the papers in the outbox; returns what did not go as its story tells."""
    with room.casebook.reading() as tx:
        names = {client.id: client.name for client in clients.all(tx)}
    faults = list_papers(letters, packets, names, room)
    for made in letters:
        faults += _appeal_faults(made) if made.title == "appeal" else _letter_faults(made)
    faults += [
        f"no appeal was drafted for {client_id}"
        for client_id in APPEALS
        if not any((made.client.id, made.title) == (client_id, "appeal") for made in letters)
    ]
    return faults + [fault for built in packets for fault in _packet_faults(built)]


def _packet_faults(built: BuiltPacket) -> list[str]:
    packet = built.packet
    wanted = OTHERS.get((packet.client_id, packet.account)) or (
        PACKETS.get(packet.client_id) if packet.account in {"fsa", "hsa"} else None
    )
    if wanted is None or (packet.status, f"{packet.total:.2f}") in wanted:
        return []
    told = " or ".join(f"{status} over {total}" for status, total in sorted(wanted))
    return [f"packet of {packet.client_id}: {packet.status} over {packet.total:.2f}, not {told}"]


def _letter_faults(made: Made) -> list[str]:
    return [f"{made.folder}: {fault}" for fault in made.faults]


def _appeal_faults(made: Made) -> list[str]:
    """What does not go with the appeal as its story tells: ready, or a draft for its one reason."""
    wanted, why = APPEALS.get(made.client.id, ("ready", ""))
    if wanted == "ready":
        return _letter_faults(made)
    told = any(why in fault for fault in made.faults)
    return [] if told else [f"{made.folder} does not say that it lacks {why}"]
