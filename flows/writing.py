"""The papers that are due: requests for missing letters, progress reports where there is progress.

One LibreOffice call for all of them; a client whose papers cannot be filled in
does not keep the others from theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from datetime import date

from casebook.records import Case, Period
from casebook.store import clients, documents
from flows import due
from flows.administrators import profile_for_letters
from flows.errors import TaskFailed
from flows.letters import Letter, Made, report_letter, write_letters
from flows.paperwork import desk_of, missing_letter
from flows.reader_process import place_of
from flows.steps import PASSING, MayPass
from flows.workroom import Workroom
from templates.pdf import CannotConvert


def write_due(
    period: Period, today: date, room: Workroom, and_these: Sequence[Letter] = ()
) -> tuple[Made, ...]:
    """Writes what every client is due, and other letters in the same LibreOffice call.

    Raises CannotConvert, BadSettings, TemplateFault.
    """
    with room.casebook.reading() as tx:
        cases = [tx.case(client.id) for client in clients.all(tx)]
        arrived = {each.client_id for each in documents.waiting(tx) if each.kind == "lmn"}
    letters = _due(cases, arrived, period, today, room)
    return write_letters([*letters, *and_these], room.settings, room.casebook, room.actor)


def _due(
    cases: list[Case], arrived: Set[str | None], period: Period, today: date, room: Workroom
) -> list[Letter]:
    """`arrived`: clients whose letter waits for a person; it is not asked for again."""
    requests = [
        letter
        for case in cases
        if case.client.id not in arrived
        and due.needs_letter(case, profile_for_letters(case, room.settings), today)
        and (letter := missing_letter(desk_of(case, room.settings, today), room.casebook))
    ]
    reports = [
        report_letter(room.casebook, case.client.id, period, room.settings, today)
        for case in cases
        if due.has_progress(case)
    ]
    return [*requests, *reports]


def told_safely(work: Callable[[], int]) -> int:
    """Runs a step for Prefect, which keeps the text of errors: only kind and place get out.

    Raises MayPass when another try is worth it, TaskFailed otherwise.
    """
    try:
        return work()
    except (*PASSING, CannotConvert) as error:
        raise MayPass(place_of(error)) from None
    except Exception as error:  # noqa: BLE001  # its text may quote health data, which Prefect would keep
        raise TaskFailed(place_of(error)) from None
