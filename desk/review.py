"""``carepacket review``: what waits for a person, and settling it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from desk.casebook_at_hand import By, reading, writing

if TYPE_CHECKING:
    from casebook.records import Document

review = typer.Typer(no_args_is_help=True, help="What waits for a person: list, show, settle.")

DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's id.")]


@review.command("list")
def list_() -> None:
    """Lists the documents that wait, the longest waiting first.

    Example: [bold]carepacket review list[/bold]
    """
    from casebook.store import clients, documents
    from desk.showing import show_table

    with reading() as tx:
        waiting = documents.waiting(tx)
        names = {client.id: client.name for client in clients.all(tx)}
    rows = [
        (each.id, each.kind, names.get(each.client_id or "", "?"), each.reason or "")
        for each in waiting
    ]
    show_table(f"Waiting for a person: {len(rows)}", ("document", "kind", "client", "why"), rows)


@review.command("show")
def show(document_id: DocumentId) -> None:
    """Shows a document: what was read, how surely, what is settled, where the original lies.

    Example: [bold]carepacket review show doc_k5d2m7qhx4ztwn3a[/bold]
    """
    from casebook.store import clients, documents
    from desk.showing import show_decisions, show_reading

    with reading() as tx:
        document = documents.get(tx, document_id)
        client = clients.get(tx, document.client_id) if document.client_id else None
    show_reading(document.reading)
    show_decisions(document.decisions)
    typer.echo(f"client: {client.name if client else 'none yet'}")
    typer.echo(f"state: {document.state}. {document.reason or ''}".rstrip())
    typer.echo(f"original: {document.sha256} (carepacket review original {document.id} FILE)")


@review.command("original")
def original(
    document_id: DocumentId,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write the copy.")],
) -> None:
    """Writes a copy of the file as it was dropped, to be looked at.

    Example: [bold]carepacket review original doc_k5d2m7qhx4ztwn3a look.pdf[/bold]
    """
    from pathlib import Path

    from casebook.archive import Archive
    from casebook.store import documents
    from flows import settings

    with reading() as tx:
        document = documents.get(tx, document_id)
    Path(file).write_bytes(Archive(settings.load().archive).get(document.sha256))
    typer.echo(f"written to {file}")


@review.command("look")
def look(
    document_id: DocumentId,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]...", help="Without any: all that is doubtful."),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help="Where to write.")] = "look",
) -> None:
    """Writes pictures of the places on the page where the values stand, the signature too.

    Example: [bold]carepacket review look doc_k5d2m7qhx4ztwn3a signed --to look[/bold]
    """
    from pathlib import Path

    from casebook.archive import Archive
    from casebook.store import documents
    from flows import looking, settings

    with reading() as tx:
        document = documents.get(tx, document_id)
    data = Archive(settings.load().archive).get(document.sha256)
    for each in looking.look(document, data, tuple(fields or ()), Path(to)):
        typer.echo(f"{each.field}: {each.path}")


@review.command("accept")
def accept(
    document_id: DocumentId,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]...", help="Without any: the document as it stands."),
    ] = None,
    by: By = None,
) -> None:
    """Confirms fields (or diagnoses.0, diagnoses.0.code, …) as they were read.

    Example: [bold]carepacket review accept doc_k5d2m7qhx4ztwn3a patient_dob[/bold]
    """
    from flows import reviewing

    with writing(by) as tx:
        document = reviewing.accept(tx, document_id, tuple(fields or ()))
    _tell(document)


@review.command("correct")
def correct(
    document_id: DocumentId,
    values: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE...", help="Dates as 2026-10-03, amounts as 12.50."),
    ],
    by: By = None,
) -> None:
    """Puts right values in the place of what was read; lists are parted by semicolons.

    Example: [bold]carepacket review correct doc_k5d2m7qhx4ztwn3a patient_dob=1968-03-14[/bold]
    """
    from flows import reviewing
    from flows.errors import WrongUsage

    given = {}
    for value in values:
        field, equals, text = value.partition("=")
        if not equals:
            raise WrongUsage(f"{value!r} is not FIELD=VALUE", "write patient_dob=1968-03-14")
        given[field] = text
    with writing(by) as tx:
        document = reviewing.correct(tx, document_id, given)
    _tell(document)


@review.command("assign")
def assign(
    document_id: DocumentId,
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Id or name.")],
    by: By = None,
) -> None:
    """Gives a document to a client.

    Example: [bold]carepacket review assign doc_k5d2m7qhx4ztwn3a "Dana Whitfield"[/bold]
    """
    from flows import reviewing
    from flows.lists import client_meant

    with writing(by) as tx:
        document = reviewing.assign(tx, document_id, client_meant(tx, client).id)
    _tell(document)


@review.command("reject")
def reject(
    document_id: DocumentId,
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD]...", help="Without any: the whole document."),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="One sentence.")] = "Not needed.",
    by: By = None,
) -> None:
    """Sets values, or the whole document, aside: they are not used.

    Example: [bold]carepacket review reject doc_k5d2m7qhx4ztwn3a --why "A menu."[/bold]
    """
    from casebook.store import documents
    from flows import reviewing

    with writing(by) as tx:
        if fields:
            document = reviewing.reject_fields(tx, document_id, tuple(fields))
        else:
            document = documents.reject(tx, document_id, why)
    _tell(document)


def _tell(document: Document) -> None:
    typer.echo(f"{document.id} is {document.state}. {document.reason or ''}".rstrip())
