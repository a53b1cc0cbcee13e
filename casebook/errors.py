"""What every error of the casebook carries: an exit status, a message and a remedy."""

from __future__ import annotations

from typing import Any, Self


class WithRemedy(Exception):
    """`exit_status` is the command line's; `message` says what is wrong, `remedy` what to do."""

    exit_status = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        # Each kind asks for arguments of its own, so they cannot be made anew from the message
        # when one comes back from another process.
        return type(self)._again, (self.args, self.__dict__)

    @classmethod
    def _again(cls, arguments: tuple[Any, ...], state: dict[str, Any]) -> Self:
        error = cls.__new__(cls, *arguments)
        error.__dict__.update(state)
        return error
