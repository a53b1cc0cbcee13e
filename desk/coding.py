"""``carepacket codes``: procedure codes that a credentialed provider enters and attests."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from desk.casebook_at_hand import By, reading, writing
from desk.options import DAY, Client, day_of

codes = typer.Typer(
    no_args_is_help=True,
    help="Codes that a credentialed provider attested, for insurers: attest, list, show, withdraw.",
)
STATEMENT = (
    "I am the provider named here. I chose these codes, units, diagnoses and descriptions myself; "
    "they are true of the sessions; none of it is billed as physical therapy."
)
Text = str | None


@codes.command()
def attest(
    client: Client,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    name: Annotated[str, typer.Option(help="The provider's legal name.")],
    credentials: Annotated[str, typer.Option(help="Such as RCEP.")],
    npi: Annotated[str, typer.Option(help="Ten digits.")],
    license_: Annotated[str, typer.Option("--license", help="Licence number.")],
    license_state: Annotated[str, typer.Option(help="Two letters.")],
    tax_id: Annotated[str, typer.Option(help="EIN, such as 93-1550138.")],
    phone: Annotated[str, typer.Option()],
    street: Annotated[str, typer.Option()],
    city: Annotated[str, typer.Option()],
    state: Annotated[str, typer.Option(help="Two letters.")],
    postal_code: Annotated[str, typer.Option()],
    diagnosis: Annotated[
        list[str], typer.Option(help="An ICD-10-CM code of the physician; the first is pointer A.")
    ],
    i_attest: Annotated[bool, typer.Option("--i-attest", help=STATEMENT)] = False,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=DAY, help="When. (default: today)")
    ] = None,
    by: By = None,
) -> None:
    """Enters a provider's codes for a client's sessions; no code and no description is shipped.

    The list has the columns date (or session), code, description, modifiers, pointers, units,
    minutes, charge, place_of_service. What would bill training as physical therapy is refused.

    Example: [bold]carepacket codes attest "Dana Whitfield" codes.csv --name "Ines Calloway"
    --credentials RCEP --npi 1234567893 --license EP-4471 --license-state OR --tax-id 93-1550138
    --phone 541-555-0160 --street "212 Alder Street" --city Bend --state OR --postal-code 97701
    --diagnosis M17.11 --i-attest[/bold]
    """
    from casebook.importing import values
    from casebook.importing.sheet import Unclear
    from casebook.records import Address, Rendering
    from flows import coding
    from flows.errors import WrongUsage
    from flows.lists import client_meant

    if not i_attest:
        raise WrongUsage(
            "superbill.attested: codes are taken only with the provider's attestation",
            f"the provider confirms with --i-attest: “{STATEMENT}”",
        )
    try:
        rendering = Rendering(
            name=values.text(name),
            credentials=values.text(credentials),
            license=values.label(license_),
            license_state=values.state(license_state),
            address=Address(
                street=values.text(street),
                city=values.text(city),
                state=values.state(state),
                postal_code=values.postal_code(postal_code),
            ),
            phone=values.phone(phone),
            npi=values.label(npi),
            tax_id=values.label(tax_id),
            attested_on=day_of(on),
        )
    except Unclear as unclear:
        raise WrongUsage(f"the provider's data: one of them {unclear}", "see --help") from None
    with writing(by) as tx:
        case = tx.case(client_meant(tx, client).id)
        taken = coding.attest(
            tx, case, rendering, tuple(one.upper() for one in diagnosis), file.read_bytes()
        )
    typer.echo(f"{len(taken.services)} codes attested by {name}, {credentials}: {taken.id}")


@codes.command("list")
def list_(
    client: Annotated[
        Text, typer.Option("--client", help="Only this client's (id or name).")
    ] = None,
) -> None:
    """Lists the attestations; those taken back, too.

    Example: [bold]carepacket codes list --client "Dana Whitfield"[/bold]
    """
    from casebook.store import clients, coding
    from desk.showing import show_table
    from flows.lists import client_meant

    with reading() as tx:
        found = coding.all(tx)
        if client is not None:
            meant = client_meant(tx, client).id
            found = tuple(one for one in found if one.client_id == meant)
        names = {one.id: one.name for one in clients.all(tx)}
    rows = [
        (
            one.id,
            names[one.client_id],
            f"{one.rendering.name}, {one.rendering.credentials}",
            str(one.rendering.attested_on),
            str(len(one.services)),
            "taken back" if one.withdrawn_at else "",
        )
        for one in found
    ]
    show_table("Attestations", ("id", "client", "provider", "on", "codes", ""), rows)


@codes.command()
def show(attestation: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Shows one attestation, code by code.

    Example: [bold]carepacket codes show attestation_k5d2m7qhx4ztwn3a[/bold]
    """
    from casebook.store import coding
    from desk.showing import show_table

    with reading() as tx:
        one = coding.get(tx, attestation)
    who = one.rendering
    lines = " ".join(who.address.lines) if who.address else ""
    typer.echo(
        f"{who.name}, {who.credentials}; licence {who.license} {who.license_state}; "
        f"NPI {who.npi}; EIN {who.tax_id}; {lines}; attested on {who.attested_on}"
    )
    typer.echo(
        "; ".join(f"{'ABCDEFGHIJKL'[n]} {code}" for n, code in enumerate(one.diagnoses))
        + ("; taken back" if one.withdrawn_at else "")
    )
    rows = [
        (
            str(each.date_of_service),
            each.code,
            " ".join(each.modifiers),
            "".join(each.pointers),
            str(each.units),
            str(each.charge),
            each.description,
        )
        for each in one.services
    ]
    columns = ("date", "code", "mod.", "pointer", "units", "charge", "description")
    show_table("Codes", columns, rows, right=("units", "charge"))


@codes.command()
def withdraw(attestation: Annotated[str, typer.Argument(metavar="ID")], by: By = None) -> None:
    """Takes an attestation back; it stays on record. Packets that were built are not changed.

    Example: [bold]carepacket codes withdraw attestation_k5d2m7qhx4ztwn3a[/bold]
    """
    from casebook.store import coding

    with writing(by) as tx:
        taken = coding.withdraw(tx, attestation)
    typer.echo(f"{len(taken.services)} codes taken back")
