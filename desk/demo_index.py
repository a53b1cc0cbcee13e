"""The demo's list of papers: each paper of the house, for whom it is, why it was written, where
it lies; on the screen and as ``papers.md`` beside the outbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import typer

from flows.letters import Made
from flows.packets import BuiltPacket
from flows.workroom import Workroom

INDEX = "papers.md"
WIDTHS = (37, 30)
"""Columns of the first two parts of a row, of 100; the file has a line of its own below."""
OPEN_POINTS = 2
"""Points that keep a packet from being sent, of which the table shows so many."""

LETTERS: dict[str, tuple[str, str, str]] = {
    "introduction": ("thank-you for a referral", "the physician", "the day after the referral"),
    "lmn-request": (
        "request for a letter of necessity",
        "the physician",
        "a referral, and no letter",
    ),
    "lmn-renewal": ("renewal of the letter", "the physician", "the letter has ended"),
    "physician-query": ("query", "the physician", "the letter says only “back pain”"),
    "assessment-summary": ("assessment summary", "the physician", "after the first assessment"),
    "progress-report": ("progress report", "the physician", "every month"),
    "participation-report": ("participation report", "the employer", "without health information"),
    "change-in-status": ("note on a change in status", "the physician", "dizzy in a session"),
    "discharge-summary": ("discharge summary", "the physician", "the sessions are over"),
    "preauthorization": (
        "request for pre-authorization",
        "the physician, then the plan",
        "the plan wants to be asked",
    ),
    "appeal": ("appeal", "the plan", "it denied a claim"),
    "expense-statement": ("statement of the year's expenses", "the client", "for tax records"),
    "studio-receipt": ("the studio's own receipt", "the client", "all five points on it"),
    "client-letter": ("letter to the client", "the client", "what to send, where, by when"),
}
"""What each paper is called, for whom it is, and what brought it about in the stories."""

PACKETS: dict[str, tuple[str, str, str]] = {
    "fsa": ("packet for an FSA", "the administrator", "this year's sessions"),
    "hsa": ("packet for an HSA", "the client's records", "this year's sessions"),
    "insurer": (
        "packet with superbill and CMS-1500",
        "the health plan",
        "codes were attested",
    ),
    "employer": ("packet without any diagnosis", "the employer", "a wellness program"),
}
BESIDE = {
    "cms1500-red-form.pdf": (
        "CMS-1500 for the printed red form",
        "the health plan",
        "laid over the payer's own sheet",
    )
}
"""Files that lie beside a packet because they cannot be bound into it."""


@dataclass(frozen=True)
class Listed:
    """A row of the list; `file` from the outbox, `state` is "ready" or says why not."""

    paper: str
    client: str
    whom: str
    why: str
    file: Path
    state: str = "ready"


def list_papers(
    letters: Sequence[Made],
    packets: Sequence[BuiltPacket],
    names: dict[str, str],
    room: Workroom,
) -> list[str]:
    """Prints the list and writes it; returns the papers of the house of which there is none."""
    outbox = room.settings.outbox
    rows = [
        *(_letter(made, outbox) for made in letters),
        *(row for built in packets for row in _packet(built, names, outbox)),
    ]
    order = [name for name, _, _ in (*LETTERS.values(), *PACKETS.values(), *BESIDE.values())]
    rows.sort(key=lambda row: (order.index(row.paper), row.client))
    typer.echo(f"Papers, each with its file in {outbox}\n")
    for row in rows:
        typer.echo(_told(row))
    (room.settings.home / INDEX).write_text(_written(rows), encoding="utf-8")
    made_ones = {row.paper for row in rows}
    return [f"there is no {name}" for name in order if name not in made_ones]


def _letter(made: Made, outbox: Path) -> Listed:
    paper, whom, why = LETTERS[made.title]
    state = f"draft: {'; '.join(made.faults)}" if made.faults else "ready"
    file = (made.folder / f"{made.title}.pdf").relative_to(outbox)
    return Listed(paper, made.client.name, whom, why, file, state)


def _packet(built: BuiltPacket, names: dict[str, str], outbox: Path) -> list[Listed]:
    packet = built.packet
    open_ = [each.message for each in built.verdicts if each.outcome in {"fail", "ask"}]
    state = f"{packet.status}, ${packet.total:,.2f}"
    if open_:
        state += f": {' '.join(open_[:OPEN_POINTS])}"
    folder = built.folder.relative_to(outbox)
    paper, whom, why = PACKETS[packet.account]
    rows = [Listed(paper, names[packet.client_id], whom, why, folder / "packet.pdf", state)]
    for name, (beside, for_whom, reason) in BESIDE.items():
        if (built.folder / name).exists():
            rows.append(Listed(beside, names[packet.client_id], for_whom, reason, folder / name))
    return rows


def _told(row: Listed) -> str:
    """Two lines, more for a draft: what it is, for whom and why; where it lies."""
    first = f" {row.paper:<{WIDTHS[0]}}{row.whom:<{WIDTHS[1]}}{row.why}"
    lines = [first.rstrip(), f"   {row.file}"]
    if row.state != "ready":
        indent = " " * 3
        lines += wrap(row.state, 97, initial_indent=indent, subsequent_indent=indent)
    return "\n".join(lines)


def _written(rows: Sequence[Listed]) -> str:
    lines = [
        "# The papers of the demo",
        "",
        "Invented people, real flows. Each PDF lies beside the Word file that it was made from.",
        "",
        "| paper | client | for whom | why | state | file |",
        "| --- | --- | --- | --- | --- | --- |",
        *(
            f"| {row.paper} | {row.client} | {row.whom} | {row.why} | {row.state} "
            f"| [{row.file.name}](<outbox/{row.file}>) |"
            for row in rows
        ),
    ]
    return "\n".join(lines) + "\n"
