"""When Prefect tries a task again: the one condition that all flows share."""

from __future__ import annotations

from typing import Any

from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from flows.steps import MayPass


def may_pass(task: Task[Any, Any], run: TaskRun, state: State[Any]) -> bool:
    """Another try only for what can pass: LibreOffice or the database may be back, a file that
    cannot be read stays so."""
    return isinstance(state.result(raise_on_failure=False), MayPass)
