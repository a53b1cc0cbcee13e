"""The monthly flow: progress reports of the month that ended, requests for missing letters.

Entry point ``flows.monthly.monthly``. Parameters and results are dates and
counts, because Prefect stores them.
"""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from casebook.records import Period
from flows.retrying import may_pass
from flows.workroom import workroom_at_hand
from flows.writing import told_safely, write_due

ACTOR = "monthly"


def month_before(day: date) -> Period:
    """The calendar month before the one that this day lies in."""
    first = day.replace(day=1)
    return Period(start=first - relativedelta(months=1), end=first - relativedelta(days=1))


@task(
    task_run_name="papers-of-{today}",
    retries=2,
    retry_delay_seconds=[5, 30],
    retry_condition_fn=may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def write_papers(today: date) -> int:
    """Writes what all clients are due; returns how many papers that were."""
    with workroom_at_hand(ACTOR) as room:
        return told_safely(lambda: len(write_due(month_before(today), today, room)))


@flow(name="monthly", persist_result=False)
def monthly(today: date | None = None) -> int:
    """Writes what every client is due this month; returns how many papers that were."""
    return write_papers(today or date.today())
