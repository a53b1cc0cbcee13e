"""``carepacket denials``: what payers refused, by when it is answered, and the answer itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from desk.casebook_at_hand import By, reading, who
from desk.options import DAY, Today, day_of

if TYPE_CHECKING:
    from flows.denials import Denial

denials = typer.Typer(
    no_args_is_help=True, help="What payers refused: list, show, match to a packet, answer."
)
DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The denial's id.")]
NEXT = {
    "match": "say which packet it answers: carepacket denials match",
    "read": "read the reason, and enter it word for word: carepacket review correct",
    "resubmit": "send the claim in again: carepacket denials draft --corrected",
    "appeal": "appeal: carepacket denials draft",
    "none": "nothing is open with this payer",
}
"""What to do about a denial, in a few words and the command."""


@denials.command("list")
def list_(today: Today = None) -> None:
    """Lists every denial: its packet, its reason, the last day to answer it and what comes next.

    Example: [bold]carepacket denials list[/bold]
    """
    from flows import settings
    from flows.denials import all_denials

    day = day_of(today)
    with reading() as tx:
        found = all_denials(tx, settings.load(), day)
    if not found:
        typer.echo("No denial is on file.")
        return
    show_denials(found, day)


@denials.command()
def show(document: DocumentId, today: Today = None) -> None:
    """Shows one denial: the reason word for word, what answers each point, and the deadlines.

    Example: [bold]carepacket denials show doc_k5d2m7qhx4ztwn3a[/bold]
    """
    from desk.showing import show_table
    from flows import settings
    from flows.denials import denial_of

    day = day_of(today)
    with reading() as tx:
        found = denial_of(tx, document, settings.load(), day)
    show_denials([found], day)
    if found.plan.reason:
        typer.echo(f"Reason, word for word: “{found.plan.reason}”")
    rows = [
        (
            point.means,
            "\n".join(each.states for each in point.documents),
            f"Not on file: {point.missing}" if point.missing else "",
            point.rule_id,
        )
        for point in found.plan.points
    ]
    if rows:
        show_table("Points", ("at issue", "documents on file state", "missing", "rule"), rows)
    steps = [(step.level, step.due_on.isoformat(), step.basis) for step in found.plan.deadlines]
    if steps:
        show_table("Last days", ("step", "by", "why"), steps)


@denials.command()
def match(
    document: DocumentId,
    packet: Annotated[str, typer.Argument(metavar="PACKET", help="The packet's id.")],
    by: By = None,
) -> None:
    """Says which packet a denial answers, where dates and amounts leave it open.

    Example: [bold]carepacket denials match doc_k5d2m7qhx4ztwn3a packet_b6qhx4ztwn3ak5d2[/bold]
    """
    from casebook.store import Casebook
    from flows import settings
    from flows.denials import tie

    with Casebook.open(settings.load().casebook) as casebook:
        tie(casebook, document, packet, who(by))
    typer.echo(f"{document} answers {packet}.")


@denials.command()
def draft(
    document: DocumentId,
    corrected: Annotated[
        bool,
        typer.Option("--corrected", help="No appeal: the refused sessions in a new packet."),
    ] = False,
    received: Annotated[
        datetime | None,
        typer.Option("--received", formats=DAY, help="The day on which the denial came."),
    ] = None,
    today: Today = None,
    by: By = None,
) -> None:
    """Drafts the answer: the member's appeal with its exhibits, or a corrected packet.

    Example: [bold]carepacket denials draft doc_k5d2m7qhx4ztwn3a --received 2026-11-02[/bold]
    """
    from casebook.archive import Archive
    from casebook.store import Casebook
    from desk.papers import tell_made
    from flows import settings
    from flows.denials import denial_of, draft_appeal, draft_corrected
    from flows.letters import write_letters

    chosen, day = settings.load(), day_of(today)
    archive = Archive(chosen.archive)
    with Casebook.open(chosen.casebook) as casebook:
        with casebook.reading() as tx:
            found = denial_of(tx, document, chosen, day)
        if corrected:
            built = draft_corrected(casebook, archive, found, chosen, day, who(by))
            typer.echo(f"{built.packet.status}: ${built.claim.total:,.2f}, {built.folder}")
            return
        came = received.date() if received else None
        letter = draft_appeal(casebook, archive, found, chosen, day, came)
        tell_made(write_letters([letter], chosen, casebook, who(by)))


def show_denials(found: list[Denial] | tuple[Denial, ...], today: date) -> None:
    """A row per denial; also part of ``carepacket status``."""
    from desk.showing import show_table

    rows = [
        (
            one.document.id,
            one.client.name,
            one.document.text("payer_name") or "",
            _packet(one),
            one.deadline.due_on.isoformat() if one.deadline else "",
            str(left) if (left := one.days_left(today)) is not None else "",
            "appeal is ready" if one.appealed else NEXT[one.course],
        )
        for one in found
    ]
    show_table(
        "Denials",
        ("document", "client", "payer", "packet", "answer by", "days left", "what comes next"),
        rows,
        right=("days left",),
    )


def _packet(denial: Denial) -> str:
    """The packet, or why none and which ones it may be."""
    if denial.packet is not None:
        return denial.packet.id
    if denial.match.doubt is None:
        return "none of ours"
    return f"{denial.match.doubt} May be: {', '.join(denial.match.candidates)}"
