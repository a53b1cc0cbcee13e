"""The daily flow: papers for what became due, and the calendar file.

Entry point ``flows.daily.daily``. Parameters and results are dates and counts,
because Prefect stores them.
"""

from __future__ import annotations

from datetime import date

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.preparing import prepare
from flows.retrying import may_pass
from flows.workroom import workroom_at_hand
from flows.writing import told_safely

ACTOR = "daily"


@task(
    task_run_name="due-on-{today}",
    retries=2,
    retry_delay_seconds=[5, 30],
    retry_condition_fn=may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def prepare_papers(today: date) -> int:
    """Prepares what is due; returns how many papers that were."""
    with workroom_at_hand(ACTOR) as room:
        return told_safely(lambda: len(prepare(today, room)))


@flow(name="daily", persist_result=False)
def daily(today: date | None = None) -> int:
    """Prepares the paper of everything that became due; returns how many papers that were."""
    return prepare_papers(today or date.today())
