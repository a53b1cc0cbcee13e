"""Opening the casebook for one command, and saying who is at the desk."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from casebook.store import Transaction

By = Annotated[
    str | None,
    typer.Option("--by", help="Who is at the desk, for the audit trail. (default: your login)"),
]


def who(by: str | None) -> str:
    """The person's name for the audit trail."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return "desk"


@contextmanager
def reading() -> Iterator[Transaction]:
    """The casebook, to read from."""
    from casebook.store import Casebook
    from flows import settings

    chosen = settings.load()
    chosen.make_folders()
    with Casebook.open(chosen.casebook) as casebook, casebook.reading() as tx:
        yield tx


@contextmanager
def writing(by: str | None) -> Iterator[Transaction]:
    """The casebook, to write to: all that is written in the block, or nothing of it."""
    from casebook.store import Casebook
    from flows import settings

    chosen = settings.load()
    chosen.make_folders()
    with Casebook.open(chosen.casebook) as casebook, casebook.writing(who(by)) as tx:
        yield tx
