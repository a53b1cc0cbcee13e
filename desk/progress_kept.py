"""``carepacket packages``, ``sessions``, ``measurements`` and ``goals``: what the studio notes."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.casebook_at_hand import By
from desk.lists import add_record, list_group

Text = str | None
Whose = Annotated[str, typer.Option("--client", help="The client's id or name.")]


def add_package(
    client: Whose,
    purchased_on: Annotated[str, typer.Option(help="Day of purchase, such as 2026-09-08.")],
    sessions: Annotated[str, typer.Option(help="How many sessions it holds.")],
    price: Annotated[str, typer.Option(help="Dollars, such as 950.00.")],
    description: Annotated[Text, typer.Option(help="As the receipt calls it.")] = None,
    receipt_number: Annotated[Text, typer.Option(help="Ties it to its receipt.")] = None,
    id_: Annotated[Text, typer.Option("--id", help="Your own number for it.")] = None,
    by: By = None,
) -> None:
    """Adds a prepaid package of sessions."""
    cells = {
        "id": id_,
        "client": client,
        "purchased_on": purchased_on,
        "sessions": sessions,
        "price": price,
        "description": description,
        "receipt_number": receipt_number,
    }
    add_record("packages", cells, by)


def add_session(
    client: Whose,
    date: Annotated[str, typer.Option(help="Day of the session.")],
    minutes: Annotated[str, typer.Option(help="Length in minutes.")] = "60",
    status: Annotated[
        str, typer.Option(help="attended, no_show, cancelled or scheduled.")
    ] = "attended",
    description: Annotated[Text, typer.Option(help="What was done.")] = None,
    package: Annotated[Text, typer.Option(help="The package that it is taken from.")] = None,
    charge: Annotated[Text, typer.Option(help="Dollars, if it is paid singly.")] = None,
    receipt_number: Annotated[Text, typer.Option(help="Ties it to its receipt.")] = None,
    trainer: Annotated[Text, typer.Option()] = None,
    by: By = None,
) -> None:
    """Adds a session: attended, missed, cancelled or still to come."""
    cells = {
        "client": client,
        "date": date,
        "minutes": minutes,
        "status": status,
        "description": description,
        "package": package,
        "charge": charge,
        "receipt_number": receipt_number,
        "trainer": trainer,
    }
    add_record("sessions", cells, by)


def add_measurement(
    client: Whose,
    date: Annotated[str, typer.Option(help="Day of the measurement.")],
    measure: Annotated[str, typer.Option(help="Such as six_minute_walk; see `carepacket rules`.")],
    value: Annotated[str, typer.Option(help="The number.")],
    unit: Annotated[Text, typer.Option(help="The measure's own unless given.")] = None,
    by: By = None,
) -> None:
    """Adds a measurement."""
    cells = {"client": client, "date": date, "measure": measure, "value": value, "unit": unit}
    add_record("measurements", cells, by)


def add_goal(
    client: Whose,
    goal: Annotated[str, typer.Option(help="The goal as it was agreed.")],
    set_on: Annotated[str, typer.Option(help="Day on which it was agreed.")],
    measure: Annotated[Text, typer.Option(help="The measure that shows it.")] = None,
    target: Annotated[Text, typer.Option(help="The number to reach.")] = None,
    due: Annotated[Text, typer.Option(help="By when.")] = None,
    status: Annotated[str, typer.Option(help="open, met or dropped.")] = "open",
    by: By = None,
) -> None:
    """Adds a goal."""
    cells = {
        "client": client,
        "goal": goal,
        "set_on": set_on,
        "measure": measure,
        "target": target,
        "due": due,
        "status": status,
    }
    add_record("goals", cells, by)


_DANA = '--client "Dana Whitfield"'

packages = list_group(
    "packages",
    "package",
    add_package,
    f"{_DANA} --purchased-on 2026-09-08 --sessions 10 --price 950 --receipt-number R-2041",
)
sessions = list_group(
    "sessions", "session", add_session, f"{_DANA} --date 2026-09-10 --minutes 60 --package P-1"
)
measurements = list_group(
    "measurements",
    "measurement",
    add_measurement,
    f"{_DANA} --date 2026-09-10 --measure six_minute_walk --value 412",
)
goals = list_group("goals", "goal", add_goal, f'{_DANA} --goal "Walk 450 m" --set-on 2026-09-10')
