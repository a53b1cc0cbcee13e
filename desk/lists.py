"""What every kept list can do: list, show, import. Adding differs and lies beside each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desk.casebook_at_hand import By, reading, writing

if TYPE_CHECKING:
    from casebook.records import Record
    from casebook.store import Transaction


def list_group(name: str, one: str, add: Callable[..., None], example: str) -> typer.Typer:
    """The commands of one list. `example`: the arguments of a typical `add`."""
    group = typer.Typer(no_args_is_help=True, help=f"The {name}: add, list, show, import.")
    add.__doc__ = f"{add.__doc__}\n\nExample: [bold]carepacket {name} add {example}[/bold]"
    group.command("add")(add)
    group.command("list", help=f"Lists the {name}.\n\n{_example(f'{name} list')}")(_lister(name))
    group.command("show", help=f"Shows one {one}.\n\n{_example(f'{name} show ID')}")(_shower(name))
    group.command(
        "import",
        help=f"Takes a CSV file of {name}, whole or not at all; again, it changes what changed."
        f"\n\n{_example(f'{name} import {name}.csv')}",
    )(_importer(name))
    return group


def add_record(name: str, cells: Mapping[str, str | None], by: str | None) -> None:
    """Enters one record and says its id."""
    from flows import settings
    from flows.lists import SUBJECTS, add_one

    with writing(by) as tx:
        record = add_one(tx, SUBJECTS[name], cells, settings.load())
    typer.echo(f"added {record.id}")  # type: ignore[attr-defined]  # every kept record has one


def _example(command: str) -> str:
    return f"Example: [bold]carepacket {command}[/bold]"


def _lister(name: str) -> Callable[..., None]:
    def list_(
        client: Annotated[
            str | None, typer.Option("--client", help="Only this client's (id or name).")
        ] = None,
    ) -> None:
        from desk.showing import show_table
        from flows.lists import SUBJECTS, client_meant

        subject = SUBJECTS[name]
        with reading() as tx:
            records = subject.all(tx)
            if client is not None:
                meant = client_meant(tx, client).id
                records = [each for each in records if owner(each) == meant]
            names = _client_names(tx)
        columns = [column.removesuffix("_id") for column in subject.columns]
        rows = [
            [
                names.get(cell, cell) if field == "client_id" else cell
                for field, cell in zip(
                    subject.columns, cells_of(each, subject.columns), strict=True
                )
            ]
            for each in records
        ]
        show_table(name.capitalize(), columns, rows)

    return list_


def _shower(name: str) -> Callable[..., None]:
    def show(
        asked: Annotated[str, typer.Argument(metavar="ID", help="An id (a client: or a name).")],
    ) -> None:
        from desk.showing import show_table
        from flows.lists import SUBJECTS, client_meant

        with reading() as tx:
            record = client_meant(tx, asked) if name == "clients" else SUBJECTS[name].get(tx, asked)
        fields = [field for field in type(record).model_fields if getattr(record, field) not in _NO]
        rows = zip(fields, cells_of(record, fields), strict=True)
        show_table(
            asked, ("field", "value"), [(field.replace("_", " "), cell) for field, cell in rows]
        )

    return show


def _importer(name: str) -> Callable[..., None]:
    def import_(
        file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
        by: By = None,
    ) -> None:
        from flows import settings
        from flows.lists import SUBJECTS, take_list

        with writing(by) as tx:
            taken = take_list(tx, SUBJECTS[name], file.read_bytes(), settings.load())
        typer.echo(f"{len(taken.records)} {name} taken from {file.name}")
        if taken.ignored:
            typer.echo(f"columns that are not used: {', '.join(taken.ignored)}", err=True)

    return import_


_NO = (None, ())


def owner(record: Record) -> str:
    """The id of the client to whom a record belongs; a client's own."""
    return str(getattr(record, "client_id", None) or getattr(record, "id", ""))


def cells_of(record: Record, fields: tuple[str, ...] | list[str]) -> list[str]:
    """The record's fields as a table shows them."""
    return [_cell(getattr(record, field)) for field in fields]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(_cell(each) for each in value)
    lines = getattr(value, "lines", None)  # an address
    return ", ".join(lines) if lines else str(value)


def _client_names(tx: Transaction) -> dict[str, str]:
    from casebook.store import clients

    return {client.id: client.name for client in clients.all(tx)}
