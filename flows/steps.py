"""One scan's way through intake, and how its faults are told to Prefect.

Prefect keeps the text of errors on its server. Ours and the libraries' may
quote names and values, so nothing but the kind of an error and its place in
the code ever leaves this module.
"""

from __future__ import annotations

from sqlalchemy.exc import OperationalError

from casebook.archive import ArchiveUnavailable
from casebook.records import Scan, ScanState
from casebook.store import CasebookUnavailable, scans
from extractors.options import ReadOptions
from flows.errors import TaskFailed
from flows.filing import conclude
from flows.originals import ArchivedOriginal
from flows.reader_process import Outcome, Refusal, place_of
from flows.reading import ReadingStopped
from flows.workroom import Workroom

PASSING = (CasebookUnavailable, ArchiveUnavailable, OperationalError)
"""Faults that may be gone at the next try: a locked or absent database, a share that is away."""


class MayPass(TaskFailed):
    """The step failed for a reason that may pass: worth another try."""


def take_in(scan_id: str, pages_at_once: int, room: Workroom) -> ScanState:
    """Reads one pending scan and files it; returns the state that it is in then.

    Raises MayPass (safe to be stored) when another try is worth it. Any other
    fault puts the scan into quarantine by name, so that none is ever lost.
    """
    try:
        return _take_in(scan_id, pages_at_once, room)
    except ReadingStopped:
        return "pending"
    except PASSING as error:
        raise MayPass(place_of(error)) from None
    except Exception as error:  # noqa: BLE001  # a fault of ours must not lose the document
        return _give_up(scan_id, place_of(error), room)


def _take_in(scan_id: str, pages_at_once: int, room: Workroom) -> ScanState:
    with room.casebook.reading() as tx:
        scan = scans.get(tx, scan_id)
    if scan.state != "pending" or room.stopping.is_set():
        return scan.state
    return _concluded(conclude(scan, read(scan, pages_at_once, room), room), room)


def read(scan: Scan, pages_at_once: int, room: Workroom) -> Outcome:
    """The documents in a scan, read in a process of its own, or why there are none."""
    original = ArchivedOriginal(
        archive=room.settings.archive, sha256=scan.sha256, size=scan.size, name=scan.name
    )
    options = ReadOptions(date_order=room.settings.date_order, jobs=pages_at_once)
    return room.readers.read(original, options)


def _concluded(scan: Scan, room: Workroom) -> ScanState:
    room.concluded(scan)
    return scan.state


def _give_up(scan_id: str, place: str, room: Workroom) -> ScanState:
    refusal = Refusal(
        "intake.failed",
        f"a fault of carepacket ({place}) kept this file from being filed; "
        "please report that place, and enter the document by hand",
    )
    try:
        with room.casebook.reading() as tx:
            scan = scans.get(tx, scan_id)
        return _concluded(conclude(scan, refusal, room), room)
    except Exception as error:  # noqa: BLE001  # told without its text, which may quote health data
        raise TaskFailed(f"{place}, then {place_of(error)}") from None
