"""What can go wrong with the casebook: each error names its remedy and its exit status.

Messages hold ids, field names and what the user typed; never what is stored
about a client.
"""

from __future__ import annotations

from casebook.errors import WithRemedy


class CasebookError(WithRemedy):
    """Anything that goes wrong with the casebook."""


class NotFound(CasebookError):
    """Nothing of this kind goes by this id."""

    exit_status = 2

    def __init__(self, what: str, key: str) -> None:
        super().__init__(
            f"There is no {what} {key!r}.",
            f"Check the id; `carepacket {what}s list` shows those there are."
            if what in {"client", "provider", "session", "package", "measurement", "goal", "packet"}
            else "Check the id.",
        )


class AlreadyThere(CasebookError):
    """Something goes by this id already."""

    exit_status = 2

    def __init__(self, what: str, key: str) -> None:
        super().__init__(
            f"There is a {what} {key!r} already.", "Use another id, or change that one."
        )


class AlreadyClaimed(CasebookError):
    """A session of this claim stands in a ready packet already."""

    exit_status = 2

    def __init__(self, session_ids: tuple[str, ...]) -> None:
        super().__init__(
            f"Already claimed in a ready packet: {', '.join(session_ids)}.",
            "Leave these sessions out, or withdraw the packet that claims them: "
            "carepacket packets withdraw PACKET.",
        )
        self.session_ids = session_ids


class NotAllowed(CasebookError):
    """The request contradicts what the casebook holds, or the shape of a value."""

    exit_status = 2


class Conflict(CasebookError):
    """The database refused a write that would leave it inconsistent."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__(
            "The casebook refused this: it points at something that is not there, "
            "or repeats something that is there once only.",
            "Nothing was changed.",
        )


class CasebookUnavailable(CasebookError):
    """The database cannot be opened, or did not answer in time."""


class CasebookTooNew(CasebookError):
    """A later version of the program has written this casebook."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"This casebook was written by a later version of carepacket (schema {revision}).",
            "Update carepacket.",
        )
