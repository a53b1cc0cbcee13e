"""The intake flow: one run per batch, one task per scan. Entry point ``flows.intake.intake``.

Parameters, run names and results are opaque ids and states; see
`flows.steps` for what happens to a scan, and for what may be told about errors.
"""

from __future__ import annotations

from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.task_runners import ThreadPoolTaskRunner

from casebook.records import ScanState
from casebook.store import scans
from flows.extracting import pages_at_once
from flows.retrying import may_pass
from flows.steps import take_in
from flows.workroom import Workroom, workroom_at_hand

ACTOR = "intake"
THREADS = 8
"""Tasks that wait for a reader at once; how many documents are read at once is a setting."""


def _run_name() -> str:
    count = len((flow_run.parameters or {}).get("scan_ids") or ())
    return f"intake-{count}-scans" if count else "intake-pending"


@task(
    task_run_name="{scan_id}",
    retries=3,
    retry_delay_seconds=[1, 5, 20],
    retry_condition_fn=may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def read_and_file(scan_id: str, pages: int) -> ScanState:
    """One scan, to its end. `pages` are recognised at once."""
    with workroom_at_hand(ACTOR) as room:
        return take_in(scan_id, pages, room)


@flow(
    name="intake",
    flow_run_name=_run_name,
    task_runner=ThreadPoolTaskRunner[Any](max_workers=THREADS),  # type: ignore[arg-type]  # invariance
    persist_result=False,
)
def intake(scan_ids: list[str] | None = None) -> dict[str, ScanState]:
    """Reads and files these scans, or all that are pending; returns the state of each.

    A scan whose task failed for good is still pending and is taken up by the
    next run: none is lost, and none stops the others.
    """
    with workroom_at_hand(ACTOR) as room:
        chosen = scan_ids if scan_ids is not None else _pending(room)
        pages = pages_at_once(room.settings, len(chosen))
        futures = {scan_id: read_and_file.submit(scan_id, pages) for scan_id in chosen}
        states: dict[str, ScanState] = {}
        for scan_id, future in futures.items():
            found = future.result(raise_on_failure=False)
            states[scan_id] = "pending" if isinstance(found, BaseException) else found
        return states


def _pending(room: Workroom) -> list[str]:
    with room.casebook.reading() as tx:
        return [scan.id for scan in scans.all(tx, "pending")]
