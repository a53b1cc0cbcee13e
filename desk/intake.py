"""``carepacket watch`` and ``carepacket intake``: scans into the casebook."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from desk import exits

if TYPE_CHECKING:
    from casebook.records import ScanState
    from flows.once import Taken
    from flows.workroom import Workroom

STOP_SECONDS = 10.0
"""After a request to stop, what is being read may end within this time; then it is left pending."""


def intake(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files, or folders of files; without any, what lies in the inbox.",
            metavar="PATH...",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Files read at once. (default: one per core)"),
    ] = None,
    date_order: Annotated[
        Literal["MDY", "DMY", "YMD"] | None,
        typer.Option("--date-order", help="How 03/04/2026 is meant. (default: MDY)"),
    ] = None,
) -> int:
    """Takes files into the casebook, once. Files outside the inbox stay where they are.

    Example: [bold]carepacket intake ~/scans/monday[/bold]
    """
    from desk.progress import Progress
    from flows import settings
    from flows.once import take_once
    from flows.workroom import workroom

    chosen = settings.load(jobs=jobs, date_order=date_order)
    with (
        Progress("reading") as progress,
        workroom(chosen, "intake", lambda scan: progress.step()) as room,
    ):
        taken = take_once(paths or [], room, progress.expect)
    _show(taken)
    quarantined = any(each.scan is None or each.scan.state == "quarantined" for each in taken)
    if any(each.scan is not None and each.scan.state == "pending" for each in taken):
        typer.echo("Some could not be read now; they are kept and tried again next time.", err=True)
        return exits.OUR_FAULT
    return exits.QUARANTINED if quarantined else exits.DONE


def _show(taken: tuple[Taken, ...]) -> None:
    from desk.showing import show_table

    rows = []
    for each in taken:
        if each.scan is None:
            rows.append((each.path.name, "not taken", each.fault or ""))
        else:
            rows.append((each.scan.name, each.scan.state, each.scan.reason or ""))
    if not rows:
        typer.echo("There was nothing to take.")
        return
    show_table("Intake", ("file", "went to", "why"), rows)


def watch(
    inbox: Annotated[
        Path | None,
        typer.Option("--inbox", help="The folder to watch. (default: <CAREPACKET_HOME>/inbox)"),
    ] = None,
) -> int:
    """Watches the inbox and takes in what arrives, until Ctrl-C.

    Example: [bold]carepacket watch --inbox /srv/scanner[/bold]
    """
    from flows import settings
    from flows.workroom import workroom

    chosen = settings.load(inbox_folder=inbox)
    with workroom(chosen, "watch", lambda scan: tell(f"{scan.id} {scan.state}")) as room:
        _stop_on_signals(room.stopping)
        _watch(room)
    tell("stopped")
    return exits.DONE


def _watch(room: Workroom) -> None:
    from flows.batches import Batches
    from flows.server import orchestration
    from flows.watch import watch as watch_inbox

    with orchestration(room.settings) as server:

        def run(scan_ids: list[str]) -> dict[str, ScanState]:
            server.ready()
            from flows.intake import intake as flow  # imports Prefect: not before the server's url

            return flow(scan_ids)

        room.readers.warm()
        batches = Batches(run, tell, room.stopping)
        batches.start()
        tell(f"watching {room.settings.inbox}; runs are shown at {server.page}")
        watch_inbox(room, batches, tell)
        tell("stopping")
        if not batches.join(STOP_SECONDS):
            room.readers.close()
            batches.join(STOP_SECONDS)


def tell(line: str) -> None:
    """One line for a terminal or a service's log: ids and states, never a name."""
    typer.echo(f"{time.strftime('%H:%M:%S')} {line}")


def _stop_on_signals(stopping: threading.Event) -> None:
    """The first signal ends the service in order, a second one at once."""

    def stop(number: int, _frame: object) -> None:
        stopping.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
