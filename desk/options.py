"""Arguments that many commands share: whose paper, which period, which day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from casebook.records import Period

AccountType = Literal["fsa", "hsa", "insurer", "employer", "tax"]
"""As `casebook.records.AccountType`, which must not be imported for a help text."""
DAY = ["%Y-%m-%d"]

Client = Annotated[str, typer.Argument(metavar="CLIENT", help="The client's id or name.")]
From = Annotated[
    datetime | None, typer.Option("--from", formats=DAY, help="First day of the period.")
]
To = Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day of the period.")]
Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=DAY, help="The day to reckon from, if not today."),
]
Provider = Annotated[
    str | None,
    typer.Option("--provider", help="Whom to ask (an id). (default: the referring physician)"),
]


def day_of(given: datetime | None) -> date:
    """The day that was given, else today."""
    return given.date() if given else date.today()


def period_of(start: datetime | None, end: datetime | None) -> Period | None:
    """The period between two options; None without either. Raises WrongUsage."""
    from casebook.records import Period
    from flows.errors import WrongUsage

    if start is None and end is None:
        return None
    if start is None or end is None or end < start:
        raise WrongUsage(
            "a period has a first and a last day", "give both: --from 2026-10-01 --to 2026-10-31"
        )
    return Period(start=start.date(), end=end.date())
