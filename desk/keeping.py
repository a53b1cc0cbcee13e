"""``carepacket audit`` and ``carepacket packets``: what was done, and what was claimed."""

from __future__ import annotations

from typing import Annotated

import typer

from desk import exits
from desk.casebook_at_hand import By, reading, writing

audit = typer.Typer(no_args_is_help=True, help="The record of who did what: list, verify.")
packets = typer.Typer(no_args_is_help=True, help="The packets that were built: list, withdraw.")


@audit.command("list")
def list_events(
    subject: Annotated[
        str | None, typer.Option("--subject", help="Only what was done to this id.")
    ] = None,
    last: Annotated[int, typer.Option("--last", min=1, help="The newest so many.")] = 50,
) -> None:
    """Lists who did what to which id, and when.

    Example: [bold]carepacket audit list --last 20[/bold]
    """
    from casebook.store import audit as trail
    from desk.showing import show_table

    with reading() as tx:
        events = trail.events(tx, subject)[-last:]
    rows = [
        (str(one.number), f"{one.at:%Y-%m-%d %H:%M}", one.actor, one.action, one.subject)
        for one in events
    ]
    show_table("Done", ("number", "when", "who", "what", "to"), rows, right=("number",))


@audit.command()
def verify() -> int:
    """Proves that no event of the record and no original of the archive was changed.

    Note the hash that it prints somewhere else: with it, events that were cut off at the end
    would be seen, too. Ends with status 1 when something was changed.

    Example: [bold]carepacket audit verify[/bold]
    """
    from casebook.archive import Archive
    from casebook.store import audit as trail
    from casebook.store import scans
    from flows import settings

    chosen = settings.load()
    with reading() as tx:
        broken, head = trail.verify(tx), trail.head(tx)
        known = {scan.sha256 for scan in scans.all(tx)}
    archive = Archive(chosen.archive)
    damaged = archive.verify()
    lost = sorted(known - set(archive.addresses()))
    if broken is not None:
        typer.echo(f"record: event {broken} is missing or was changed", err=True)
    elif head is not None:
        typer.echo(f"record: {head.number} events, unchanged; the last one's hash is {head.hash}")
    else:
        typer.echo("record: no events yet")
    for sha256 in damaged:
        typer.echo(f"archive: original {sha256} was changed; take it from a backup", err=True)
    for sha256 in lost:
        typer.echo(f"archive: original {sha256} is missing; take it from a backup", err=True)
    if not damaged and not lost:
        typer.echo(f"archive: {len(known)} originals, unchanged")
    return exits.OUR_FAULT if broken is not None or damaged or lost else exits.DONE


@packets.command("list")
def list_packets() -> None:
    """Lists the packets, and how many sessions each holds claimed.

    Example: [bold]carepacket packets list[/bold]
    """
    from casebook.store import claims, clients
    from casebook.store import packets as built
    from desk.showing import show_table

    with reading() as tx:
        names = {client.id: client.name for client in clients.all(tx)}
        rows = [
            (
                one.id,
                names.get(one.client_id, ""),
                one.account,
                one.status,
                f"${one.total:,.2f}",
                str(len(claims.of_packet(tx, one.id))),
            )
            for one in built.all(tx)
        ]
    columns = ("id", "client", "account", "status", "total", "claimed")
    show_table("Packets", columns, rows, right=("total", "claimed"))


@packets.command()
def withdraw(
    packet: Annotated[str, typer.Argument(metavar="PACKET", help="The packet's id.")],
    by: By = None,
) -> None:
    """Frees the sessions of a packet that was never sent in or was taken back.

    The packet stays in the casebook and the outbox; its sessions can be claimed again.

    Example: [bold]carepacket packets withdraw packet_k5d2m7qhx4ztwn3a[/bold]
    """
    from casebook.store import claims

    with writing(by) as tx:
        freed = claims.withdraw(tx, packet)
    typer.echo(f"{len(freed)} sessions can be claimed again")


@packets.command("export-837p")
def export_837p(
    packet: Annotated[str, typer.Argument(metavar="PACKET", help="A ready packet's id.")],
    payer_name: Annotated[str, typer.Option()],
    payer_id: Annotated[str, typer.Option(help="The payer's number for electronic claims.")],
    receiver_name: Annotated[str, typer.Option(help="Who takes the file: a clearing house.")],
    receiver_id: Annotated[str, typer.Option()],
    submitter_id: Annotated[str, typer.Option(help="Your number with the receiver.")],
    i_understand_hipaa: Annotated[
        bool,
        typer.Option("--i-understand-hipaa", help="You know that this may make you covered."),
    ] = False,
    release_on_file: Annotated[
        bool,
        typer.Option("--release-on-file", help="The client's signed release to the payer is."),
    ] = False,
    signature_on_file: Annotated[
        bool, typer.Option("--signature-on-file", help="The provider's signature for claims is.")
    ] = False,
    test: Annotated[bool, typer.Option("--test", help="Marked as a test file.")] = False,
    by: By = None,
) -> None:
    """Writes a packet's claim as an 837P file; without the flag it only says what that changes.

    Sending one makes a provider a covered entity under HIPAA. Nothing is sent by carepacket.

    Example: [bold]carepacket packets export-837p packet_k5d2m7qhx4ztwn3a --payer-name "Cascade
    Mutual" --payer-id 12345 --receiver-name Clearing --receiver-id CH01 --submitter-id AS01
    --release-on-file --i-understand-hipaa[/bold]
    """
    from datetime import datetime

    from casebook.store import Casebook
    from desk.casebook_at_hand import who
    from flows import electronic, settings
    from templates.x12 import Parties, Party

    chosen = settings.load()
    chosen.make_folders()
    studio = chosen.studio()
    parties = Parties(
        submitter=Party(name=studio.name, number=submitter_id),
        contact=studio.professional,
        phone=studio.phone,
        receiver=Party(name=receiver_name, number=receiver_id),
        payer=Party(name=payer_name, number=payer_id),
        release_on_file=release_on_file,
        signature_on_file=signature_on_file,
    )
    with Casebook.open(chosen.casebook) as casebook:
        file = electronic.export(
            casebook, packet, parties, chosen, datetime.now(), who(by), i_understand_hipaa, test
        )
    typer.echo(str(file))
