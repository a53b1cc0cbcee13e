"""What a run works with: settings, casebook, archive and readers, opened once and shared.

Prefect hands a task nothing but ids, so a task asks for the workroom that its
process has open. A process that was started by somebody else's Prefect worker
opens one from its environment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from casebook.archive import Archive
from casebook.records import Scan
from casebook.store import Casebook
from flows import settings as settings_room
from flows.reading import Readers
from flows.settings import Settings


@dataclass(frozen=True)
class Workroom:
    """`actor` is who the audit trail says was at work. `stopping` is set when the run is to end.

    concluded: told of every scan that came to its end, from whatever thread.
    """

    settings: Settings
    casebook: Casebook
    archive: Archive
    readers: Readers
    actor: str
    concluded: Callable[[Scan], None] = lambda scan: None
    stopping: threading.Event = field(default_factory=threading.Event)


_open: list[Workroom] = []


@contextmanager
def workroom(
    settings: Settings, actor: str, concluded: Callable[[Scan], None] = lambda scan: None
) -> Iterator[Workroom]:
    """Opens everything, makes the folders, and closes it again. Raises the rooms' own errors."""
    settings.make_folders()
    with (
        Casebook.open(settings.casebook) as casebook,
        Readers(settings.readers, settings.file_seconds, settings.max_file_megabytes) as readers,
    ):
        archive = Archive(settings.archive)
        room = Workroom(settings, casebook, archive, readers, actor, concluded)
        _open.append(room)
        try:
            yield room
        finally:
            _open.remove(room)


@contextmanager
def workroom_at_hand(actor: str) -> Iterator[Workroom]:
    """The workroom that this process has open, or one of its own for as long as the block runs."""
    if _open:
        yield _open[-1]
        return
    with workroom(settings_room.load(), actor) as room:
        yield room
