"""``carepacket paper``: the other papers of the house, each a command of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from desk.casebook_at_hand import who
from desk.options import DAY, AccountType, Client, From, Provider, To, Today, day_of, period_of
from desk.papers import tell_made

if TYPE_CHECKING:
    from casebook.store import Casebook
    from flows.letters import Letter
    from flows.paperwork import Desk

paper = typer.Typer(
    no_args_is_help=True, help="Writes one paper for one client; `list` says which there are."
)
Text = str | None
Document = Annotated[
    str | None, typer.Option("--document", help="The document's id. (default: the newest)")
]


@paper.command("list")
def list_(context: typer.Context) -> None:
    """Lists the papers.

    Example: [bold]carepacket paper list[/bold]
    """
    from desk.showing import show_table

    group = context.parent.command if context.parent else None
    commands = getattr(group, "commands", {})
    rows = [
        (name, (command.help or "").partition("\n")[0])
        for name, command in commands.items()
        if name != "list"
    ]
    show_table("Papers", ("name", "what"), rows)


@paper.command()
def introduction(client: Client, provider: Provider = None, today: Today = None) -> None:
    """To the physician: thanks for the referral, within 24 hours.

    Example: [bold]carepacket paper introduction "Dana Whitfield"[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.introduction(at, provider))


@paper.command()
def renewal(
    client: Client,
    provider: Provider = None,
    with_report: Annotated[
        bool, typer.Option("--with-report", help="A progress report goes along.")
    ] = False,
    today: Today = None,
) -> None:
    """To the physician: asks for a new letter of medical necessity before the old one ends.

    Example: [bold]carepacket paper renewal "Dana Whitfield"[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.renewal(at, provider, with_report))


@paper.command()
def query(
    client: Client, document: Document = None, provider: Provider = None, today: Today = None
) -> None:
    """To the physician: asks what a letter or referral leaves open, and suggests nothing.

    Example: [bold]carepacket paper query "Robert Kim"[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.query(at, document, provider))


@paper.command("assessment-summary")
def assessment_summary(
    client: Client,
    start: From = None,
    end: To = None,
    observations: Annotated[Text, typer.Option(help="What was seen.")] = None,
    plan: Annotated[Text, typer.Option(help="What comes next.")] = None,
    today: Today = None,
) -> None:
    """To the physician: first results on one page; without dates, of the month that ends today.

    Example: [bold]carepacket paper assessment-summary "Dana Whitfield" --from 2026-09-01 --to
    2026-09-30[/bold]
    """
    from flows import letters, paperwork
    from templates.papers import AssessmentNotes

    period = period_of(start, end) or letters.month_until(day_of(today))
    notes = AssessmentNotes(observations=observations, plan=plan)
    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.assessment_summary(at, period, notes))


@paper.command("change-in-status")
def change_in_status(
    client: Client,
    observed: Annotated[str, typer.Option(help="What was observed, or was told by the client.")],
    done: Annotated[str, typer.Option(help="What the studio did.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=DAY, help="When. (default: today)")
    ] = None,
    question: Annotated[str, typer.Option(help="A question of the studio's own.")] = "",
    paused: Annotated[bool, typer.Option("--paused", help="Sessions wait for the answer.")] = False,
    provider: Provider = None,
    today: Today = None,
) -> None:
    """To the physician: something happened or changed, with boxes for the answer.

    Example: [bold]carepacket paper change-in-status "Dana Whitfield" --observed "Dizzy after the
    warm-up" --done "Session ended, blood pressure taken" --paused[/bold]
    """
    from flows import paperwork
    from templates.papers import StatusChange

    change = StatusChange(
        observed_on=day_of(on or today),
        observed=observed,
        done=done,
        question=question,
        paused=paused,
    )
    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.change_in_status(at, change, provider))


@paper.command()
def discharge(
    client: Client,
    reason: Annotated[Text, typer.Option(help="Why it ends.")] = None,
    adverse_events: Annotated[Text, typer.Option(help="What happened, or 'none'.")] = None,
    afterwards: Annotated[Text, typer.Option(help="What was agreed for afterwards.")] = None,
    today: Today = None,
) -> None:
    """To the physician: the whole time in figures, at its end.

    Example: [bold]carepacket paper discharge "Dana Whitfield" --reason "Goals met"[/bold]
    """
    from flows import paperwork
    from templates.papers import DischargeNotes

    notes = DischargeNotes(reason=reason, adverse_events=adverse_events, afterwards=afterwards)
    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.discharge(at, notes))


@paper.command("client-letter")
def client_letter(
    client: Client,
    packet: Annotated[
        str | None, typer.Option("--packet", help="The packet's id. (default: the newest)")
    ] = None,
    today: Today = None,
) -> None:
    """To the client: what to do with a packet, where and by when.

    Example: [bold]carepacket paper client-letter "Dana Whitfield"[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.client_letter(at, casebook, packet))


@paper.command()
def receipt(
    client: Client,
    start: From = None,
    end: To = None,
    number: Annotated[
        Text, typer.Option(help="The receipt's number. (default: from day and client)")
    ] = None,
    today: Today = None,
) -> None:
    """To the client: the studio's receipt, a line for each session; without dates, of a month.

    Example: [bold]carepacket paper receipt "Dana Whitfield" --from 2026-10-01 --to
    2026-10-31[/bold]
    """
    from flows import letters, paperwork

    period = period_of(start, end) or letters.month_until(day_of(today))
    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.receipt(at, period, number))


@paper.command()
def statement(
    client: Client,
    year: Annotated[int | None, typer.Option(help="(default: this year)")] = None,
    today: Today = None,
) -> None:
    """To the client: what was paid in a year and nobody reimbursed, for the tax records.

    Example: [bold]carepacket paper statement "Dana Whitfield" --year 2026[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.statement(at, year or at.today.year))


@paper.command()
def appeal(
    client: Client,
    document: Document = None,
    account: Annotated[
        AccountType | None,
        typer.Option("--account", help="(default: that of the client's administrator)"),
    ] = None,
    received: Annotated[
        datetime | None,
        typer.Option("--received", formats=DAY, help="The day on which the denial came."),
    ] = None,
    today: Today = None,
) -> None:
    """To the payer: the member's appeal with its exhibits; a draft while a point is open.

    Example: [bold]carepacket paper appeal "Marcus Oyelaran-Smith" --received 2026-11-02[/bold]
    """
    from casebook.archive import Archive
    from flows import paperwork

    came = received.date() if received else None
    with _desk(client, today) as (at, casebook):
        archive = Archive(at.settings.archive)
        _write(at, casebook, paperwork.appeal(at, archive, document, account, came))


@paper.command()
def preauthorization(
    client: Client,
    payer: Annotated[str, typer.Option(help="The insurer's name. (default: left blank)")] = "",
    provider: Provider = None,
    today: Today = None,
) -> None:
    """To the payer: asks for authorization before treatment.

    Example: [bold]carepacket paper preauthorization "Dana Whitfield" --payer Premera[/bold]
    """
    from flows import paperwork

    with _desk(client, today) as (at, casebook):
        _write(at, casebook, paperwork.preauthorization(at, payer, provider))


@contextmanager
def _desk(client: str, today: datetime | None) -> Iterator[tuple[Desk, Casebook]]:
    from casebook.store import Casebook
    from flows import paperwork, settings
    from flows.lists import client_meant

    chosen = settings.load()
    chosen.make_folders()
    with Casebook.open(chosen.casebook) as casebook:
        with casebook.reading() as tx:
            meant = client_meant(tx, client).id
        yield paperwork.desk(casebook, meant, chosen, day_of(today)), casebook


def _write(at: Desk, casebook: Casebook, letter: Letter) -> None:
    from flows import letters

    tell_made(letters.write_letters([letter], at.settings, casebook, who(None)))
