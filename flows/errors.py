"""What can go wrong in running, each with the exit status and the remedy a person reads."""

from __future__ import annotations

from typing import ClassVar


class FlowError(Exception):
    """A fault that ends a command. `remedy` is a sentence that says what to do.

    Exit statuses are the contract's: 1 a fault of ours, 2 wrong usage, 3
    finished with at least one document in quarantine.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class BadSettings(FlowError):
    """A setting or the letterhead cannot be used as it is."""

    exit_status = 2


class WrongUsage(FlowError):
    """What was asked for cannot be done with these arguments."""

    exit_status = 2


class OrchestrationUnavailable(FlowError):
    """The Prefect server does not come up or does not answer."""


class TaskFailed(FlowError):
    """A step failed. Its text is safe to be stored by Prefect: ids and places in the code only."""
