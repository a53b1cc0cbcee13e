"""``carepacket demo``: the whole job on the samples, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk import exits

if TYPE_CHECKING:
    from casebook.records import Case
    from flows.letters import Letter
    from flows.packets import BuiltPacket
    from flows.settings import Settings
    from flows.workroom import Workroom

MARK = ".carepacket-demo"
"""Lies in a folder that the demo made, and may therefore empty."""
KEPT = frozenset({MARK, "prefect"})
"""What a second demo leaves there: the Prefect server's own tables, which take long to make."""
LISTS = ("clients", "providers", "packages", "sessions", "measurements", "goals")


def demo(
    keep: Annotated[
        Path | None,
        typer.Option("--keep", help="The folder to work in. (default: carepacket-demo)"),
    ] = None,
) -> int:
    """Runs the whole job on the sample scans and says what went where and why.

    Example: [bold]carepacket demo --keep /tmp/demo[/bold]
    """
    from desk import demo_tables
    from desk.demo_index import INDEX
    from desk.demo_papers import insurers_and_employers, look_through
    from desk.demo_papers import letters as letters_of_all_kinds
    from desk.progress import Progress
    from flows.letters import month_until
    from flows.workroom import workroom
    from flows.writing import write_due
    from samples import TODAY

    started = time.monotonic()
    settings = _settings(_fresh(keep or _usual_folder()))
    with (
        Progress("reading scans") as progress,
        workroom(settings, "demo", lambda scan: progress.step()) as room,
    ):
        _take_scans(room, progress.expect)
        typer.echo("Writing packets, letters, reports and an appeal …", err=True)
        faults = demo_tables.show_scans(room)
        look_through(room)
        packets = (*insurers_and_employers(room, TODAY), *_build_packets(room, TODAY))
        further = [*_appeals(room, TODAY), *letters_of_all_kinds(room, TODAY)]
        letters = write_due(month_until(TODAY), TODAY, room, further)
        faults += demo_tables.show_papers(letters, packets, room)
    typer.echo(f"Everything lies in {settings.home}: the papers in {settings.outbox},")
    typer.echo(f"the list above, with links, in {settings.home / INDEX}.")
    typer.echo(f"The demo took {time.monotonic() - started:.0f} s.")
    for fault in faults:
        typer.echo(f"Not as the stories tell it: {fault}", err=True)
    return exits.OUR_FAULT if faults else exits.DONE


def _usual_folder() -> Path:
    return Path(os.environ.get("CAREPACKET_HOME") or "carepacket-demo")


def _fresh(folder: Path) -> Path:
    """An empty folder for the demo. Raises WrongUsage for one that holds somebody's files."""
    from flows.errors import WrongUsage

    found = list(folder.iterdir()) if folder.is_dir() else []
    if found and not (folder / MARK).exists():
        raise WrongUsage(
            f"{folder} holds other files, which the demo must not touch",
            "name another folder: carepacket demo --keep DIR",
        )
    for path in found:
        if path.name in KEPT:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / MARK).touch()
    return folder


def _settings(folder: Path) -> Settings:
    """Settings that keep the demo inside its folder, whatever the environment points at."""
    from flows.settings import Settings
    from samples import FOLDER

    shutil.copy(FOLDER / "studio.toml", folder / "studio.toml")
    return Settings(
        home=folder.absolute(),
        database_url=None,
        archive_url=None,
        studio_file=None,
        inbox_folder=None,
        date_order="MDY",
    )


def _take_scans(room: Workroom, expect: Callable[[int], None]) -> None:
    """Enters the studio's lists, drops the scans into the inbox and runs the intake flow."""
    from flows.lists import SUBJECTS, take_list
    from flows.once import take_once
    from samples import FOLDER, scans

    with room.casebook.writing(room.actor) as tx:
        for name in LISTS:
            take_list(tx, SUBJECTS[name], (FOLDER / f"{name}.csv").read_bytes(), room.settings)
    for scan in scans():
        shutil.copy(scan, room.settings.inbox / scan.name)
    take_once([], room, expect)


def _appeals(room: Workroom, today: date) -> list[Letter]:
    """The answer to every denial that is on file: the second story ends with one."""
    from flows.denials import all_denials, draft_appeal

    with room.casebook.reading() as tx:
        found = all_denials(tx, room.settings, today)
    return [
        draft_appeal(room.casebook, room.archive, one, room.settings, today)
        for one in found
        if one.document.kind == "denial"
    ]


def _build_packets(room: Workroom, today: date) -> tuple[BuiltPacket, ...]:
    """A packet of this year for every client with sessions."""
    from casebook.records import Period
    from casebook.store import clients
    from desk.demo_papers import WALTER
    from flows import due
    from flows.packets import make_packet

    year = Period(start=date(today.year, 1, 1), end=date(today.year, 12, 31))
    with room.casebook.reading() as tx:
        cases = [tx.case(client.id) for client in clients.all(tx)]

    def make(case: Case) -> BuiltPacket:
        return make_packet(
            room.casebook,
            room.archive,
            case.client.id,
            None,
            year,
            room.settings,
            today,
            room.actor,
        )

    def wants_packet(case: Case) -> bool:
        """Walter deducts what he paid, and leaves it out of his HSA: never both."""
        return due.has_services(case) and case.client.id != WALTER

    # A packet is mostly a wait for LibreOffice, of which there can be one per core.
    with ThreadPoolExecutor(room.settings.readers) as several:
        return tuple(several.map(make, filter(wants_packet, cases)))
