"""``carepacket request-lmn``, ``progress-report`` and ``packet``: one paper for one client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from desk.casebook_at_hand import By, who
from desk.options import AccountType, Client, From, Provider, To, Today, day_of, period_of

if TYPE_CHECKING:
    from flows.letters import Made
    from flows.packets import BuiltPacket


def request_lmn(
    client: Client,
    provider: Provider = None,
    today: Today = None,
) -> None:
    """Drafts the request for a letter of medical necessity, with the form to be completed.

    Example: [bold]carepacket request-lmn "Marcus Oyelaran-Smith"[/bold]
    """
    from casebook.store import Casebook
    from flows import letters, settings
    from flows.lists import client_meant

    chosen = settings.load()
    with Casebook.open(chosen.casebook) as casebook:
        with casebook.reading() as tx:
            meant = client_meant(tx, client).id
        letter = letters.request_letter(casebook, meant, chosen, day_of(today), provider)
        tell_made(letters.write_letters([letter], chosen, casebook, who(None)))


def progress_report(
    client: Client,
    start: From = None,
    end: To = None,
    for_employer: Annotated[
        bool, typer.Option("--for-employer", help="Participation only, without any diagnosis.")
    ] = False,
    programme: Annotated[
        str | None, typer.Option("--programme", help="The programme in a sentence.")
    ] = None,
    adverse_events: Annotated[
        str | None, typer.Option("--adverse-events", help="What happened, or 'none'.")
    ] = None,
    plan: Annotated[str | None, typer.Option("--plan", help="What comes next.")] = None,
    today: Today = None,
) -> None:
    """Writes the one-page progress report; without dates, of the month that ends today.

    Example: [bold]carepacket progress-report "Dana Whitfield" --from 2026-10-01 --to
    2026-10-31[/bold]
    """
    from casebook.store import Casebook
    from flows import letters, settings
    from flows.lists import client_meant
    from templates.papers import ReportNotes

    chosen = settings.load()
    period = period_of(start, end) or letters.month_until(day_of(today))
    notes = ReportNotes(programme=programme, adverse_events=adverse_events, plan=plan)
    with Casebook.open(chosen.casebook) as casebook:
        with casebook.reading() as tx:
            meant = client_meant(tx, client).id
        letter = letters.report_letter(
            casebook, meant, period, chosen, day_of(today), for_employer, notes
        )
        tell_made(letters.write_letters([letter], chosen, casebook, who(None)))


def packet(
    client: Client,
    account: Annotated[
        AccountType | None,
        typer.Option("--account", help="(default: that of the client's administrator)"),
    ] = None,
    start: From = None,
    end: To = None,
    today: Today = None,
    by: By = None,
) -> None:
    """Builds a reimbursement packet; without dates, of this year until today.

    A packet with a fault is a draft: it claims nothing, and its first page says what is wrong.

    Example: [bold]carepacket packet "Dana Whitfield" --from 2026-01-01 --to 2026-12-31[/bold]
    """
    from casebook.archive import Archive
    from casebook.store import Casebook
    from flows import packets, settings
    from flows.judging import year_until
    from flows.lists import client_meant

    chosen = settings.load()
    day = day_of(today)
    period = period_of(start, end) or year_until(day)
    with Casebook.open(chosen.casebook) as casebook:
        with casebook.reading() as tx:
            meant = client_meant(tx, client).id
        built = packets.make_packet(
            casebook, Archive(chosen.archive), meant, account, period, chosen, day, who(by)
        )
    _tell_packet(built)


def tell_made(made: tuple[Made, ...]) -> None:
    """Says where each paper lies, and on standard error why it is a draft."""
    for each in made:
        typer.echo(f"{'draft' if each.faults else 'ready'}: {each.folder}")
        for fault in each.faults:
            typer.echo(f"  {fault}", err=True)


def _tell_packet(built: BuiltPacket) -> None:
    from desk.showing import show_table

    claim = built.claim
    typer.echo(
        f"{built.packet.status}: ${claim.total:,.2f} in {len(claim.lines)} lines, "
        f"{len(claim.exclusions)} left out"
    )
    typer.echo(str(built.folder))
    open_ = [each for each in built.verdicts if each.outcome != "pass"]
    if open_:
        rows = [(each.outcome, each.message, each.rule.id) for each in open_]
        show_table("What to look at", ("verdict", "why", "rule"), rows)
