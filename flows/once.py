"""Intake once: these files and folders, then done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.records import Scan
from casebook.store import scans
from flows.extracting import files_of
from flows.inbox import files_in
from flows.quarantine import try_again
from flows.receiving import StillChanging, receive
from flows.server import orchestration
from flows.workroom import Workroom


@dataclass(frozen=True)
class Taken:
    """A file that was named, and what became of it. `fault` says why it was not received."""

    path: Path
    scan: Scan | None
    fault: str | None = None


def take_once(
    paths: Sequence[Path], room: Workroom, expect: Callable[[int], None] = lambda scans: None
) -> tuple[Taken, ...]:
    """Receives the files and runs the intake flow on them; without paths, what lies in the inbox.

    Files outside the inbox stay where they are. expect: told how many scans
    are to be read, before the first is. Raises WrongUsage for a path
    that is not there, OrchestrationUnavailable.
    """
    inbox = room.settings.inbox
    files = files_of(paths) if paths else tuple(files_in(inbox))
    taken = [_receive(path.absolute(), inbox, room) for path in files]
    pending = [each.scan.id for each in taken if each.scan and each.scan.state == "pending"]
    expect(len(pending))
    if pending:
        read_now(list(dict.fromkeys(pending)), room)
    return tuple(_as_it_is_now(each, room) for each in taken)


def read_now(scan_ids: list[str], room: Workroom) -> None:
    """Runs the intake flow on received scans; readers load while the server comes up."""
    room.readers.warm()
    with orchestration(room.settings) as server:
        server.ready()
        from flows.intake import intake  # Prefect takes its settings when it is first imported

        intake(scan_ids)
    room.readers.rest()  # what follows needs the memory


def _receive(path: Path, inbox: Path, room: Workroom) -> Taken:
    in_inbox = path.is_relative_to(inbox)
    if path.is_symlink() and not in_inbox:
        path = path.resolve()
    try:
        scan = receive(path, inbox, room, keep=not in_inbox)
    except StillChanging:
        return Taken(path, None, "it is still being written; try again when that is done")
    except OSError as error:
        return Taken(path, None, f"it cannot be opened ({error.strerror}); check its permissions")
    # A file that ended in quarantine earlier and is named again is to be tried again.
    return Taken(path, try_again(scan, room) if scan.state == "quarantined" else scan)


def _as_it_is_now(taken: Taken, room: Workroom) -> Taken:
    if taken.scan is None:
        return taken
    with room.casebook.reading() as tx:
        return Taken(taken.path, scans.get(tx, taken.scan.id))
