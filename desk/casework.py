"""``carepacket coverage``, ``lint`` and ``reminders``: how a case stands; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk.casebook_at_hand import reading
from desk.options import AccountType, Client, From, To, Today, day_of, period_of

if TYPE_CHECKING:
    from rules.calendar import CoveredDay

Account = Annotated[
    AccountType | None,
    typer.Option("--account", help="(default: that of the client's administrator)"),
]


def coverage(
    client: Client, account: Account = None, start: From = None, end: To = None, today: Today = None
) -> None:
    """Shows which days of service are covered by letter and account, and which not and why.

    Without dates, of this year until today.

    Example: [bold]carepacket coverage "Dana Whitfield"[/bold]
    """
    from desk.showing import show_table
    from flows import settings
    from flows.administrators import profile_of
    from flows.judging import year_until
    from flows.lists import client_meant
    from rules.calendar import calendar, gaps_of

    chosen, day = settings.load(), day_of(today)
    period = period_of(start, end) or year_until(day)
    with reading() as tx:
        case = tx.case(client_meant(tx, client).id)
    profile = profile_of(case, account, chosen)
    days = calendar(case, profile, period, day, account)
    title = f"Days of service, {period.start} to {period.end}"
    show_table(title, ("month", "days", "covered", "why", "rule"), _by_month(days))
    covered = sum(each.covered for each in days)
    typer.echo(f"{covered} of {len(days)} sessions on covered days ({profile.name}).")
    gaps = [gap for gap in gaps_of(case, profile) if gap.period.end >= period.start]
    if gaps:
        rows = [
            (str(gap.period.start), str(gap.period.end), str(len(gap.session_ids))) for gap in gaps
        ]
        show_table("Gaps between letters", ("from", "to", "sessions"), rows, right=("sessions",))


def lint(
    asked: Annotated[
        str, typer.Argument(metavar="PACKET|CLIENT", help="A packet's id, or the client's or name.")
    ],
    account: Account = None,
    start: From = None,
    end: To = None,
    today: Today = None,
) -> None:
    """Checks a packet, or what one would say: verdict, rule, who says so, exhibit, page and box.

    A client is checked without building anything; without dates, of this year until today.

    Example: [bold]carepacket lint "Dana Whitfield" --account fsa[/bold]
    """
    from casebook.store import ids
    from desk.showing import show_table
    from flows import settings
    from flows.judging import judge, judge_packet, year_until
    from flows.lists import client_meant
    from rules.linting import is_ready

    chosen, day = settings.load(), day_of(today)
    with reading() as tx:
        if ids.is_id(asked, "packet"):
            judged = judge_packet(tx, asked, chosen, day)
        else:
            case = tx.case(client_meant(tx, asked).id)
            period = period_of(start, end) or year_until(day)
            judged = judge(case, account, period, chosen, day)
    claim = judged.claim
    typer.echo(
        f"{'ready' if is_ready(judged.verdicts) else 'not ready'}: ${claim.total:,.2f} in "
        f"{len(claim.lines)} lines, {len(claim.exclusions)} left out ({judged.profile.name})"
    )
    rows = [
        (
            each.outcome,
            each.message,
            f"{each.rule.id}: {each.rule.citation}",
            " ".join(part for part in (judged.where(each), judged.boxes(each)) if part),
        )
        for each in judged.verdicts
    ]
    show_table("Checks", ("verdict", "why", "rule", "exhibit"), rows)
    left_out = [
        (str(each.date_of_service or ""), each.description, each.reason, each.rule_id)
        for each in claim.exclusions
    ]
    if left_out:
        show_table("Left out", ("day", "what", "why", "rule"), left_out)
    exhibits = [(each.letter, each.title, each.document_id or "") for each in judged.exhibits]
    if exhibits:
        show_table("Exhibits", ("letter", "title", "document"), exhibits)


def reminders(
    ics: Annotated[
        Path | None,
        typer.Option("--ics", dir_okay=False, help="Write them as a calendar file, too."),
    ] = None,
    today: Today = None,
) -> None:
    """Lists what is due: letters to renew, reports, run-outs, appeals, requests without an answer.

    The calendar file names clients by their number alone, and no condition.

    Example: [bold]carepacket reminders --ics due.ics[/bold]
    """
    from desk.showing import show_table
    from flows import settings
    from flows.reminding import calendar_file, due_today

    chosen, day = settings.load(), day_of(today)
    with reading() as tx:
        found = due_today(tx, chosen, day)
    if ics is not None:
        ics.write_bytes(calendar_file(found, day))
        typer.echo(f"{len(found)} days written to {ics}", err=True)
    if not found:
        typer.echo("Nothing is due.")
        return
    rows = [
        (
            one.reminder.due_on.isoformat(),
            str(one.reminder.days_left),
            one.client.name,
            one.reminder.sentence,
        )
        for one in found
    ]
    show_table("Due", ("by", "days left", "client", "what"), rows, right=("days left",))


def _by_month(days: Iterable[CoveredDay]) -> list[tuple[str, str, str, str, str]]:
    """One row for each month and reason; `days` are in order of date."""
    rows = []
    for month, of_month in groupby(days, key=lambda each: f"{each.date:%Y-%m}"):
        reasons: dict[tuple[bool, str, str], list[int]] = {}
        for each in of_month:
            key = (each.covered, each.reason, each.rule_id)
            reasons.setdefault(key, []).append(each.date.day)
        for (covered, reason, rule_id), numbers in reasons.items():
            shown = ", ".join(str(number) for number in numbers)
            rows.append((month, shown, "yes" if covered else "no", reason, rule_id))
    return rows
