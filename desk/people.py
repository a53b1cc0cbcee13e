"""``carepacket clients`` and ``carepacket providers``: who there is."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.casebook_at_hand import By, writing
from desk.lists import add_record, list_group

Text = str | None


def add_client(
    name: Annotated[str, typer.Option(help="First, middle and last name.")],
    dob: Annotated[str, typer.Option(help="Birth date, such as 1968-03-14.")],
    id_: Annotated[Text, typer.Option("--id", help="Your own number for the client.")] = None,
    phone: Annotated[Text, typer.Option()] = None,
    email: Annotated[Text, typer.Option()] = None,
    street: Annotated[Text, typer.Option()] = None,
    city: Annotated[Text, typer.Option()] = None,
    state: Annotated[Text, typer.Option(help="Two letters.")] = None,
    postal_code: Annotated[Text, typer.Option()] = None,
    member_ids: Annotated[Text, typer.Option(help="Member ids, parted by semicolons.")] = None,
    employer: Annotated[Text, typer.Option()] = None,
    administrator: Annotated[
        Text, typer.Option(help="Who administers the account, such as fsafeds or generic_hsa.")
    ] = None,
    coverage_start: Annotated[
        Text, typer.Option(help="First day on which expenses count (plan year, HSA opened).")
    ] = None,
    coverage_end: Annotated[Text, typer.Option(help="Last day on which expenses count.")] = None,
    training_since: Annotated[Text, typer.Option(help="First day of training here.")] = None,
    by: By = None,
) -> None:
    """Adds a client."""
    cells = {
        "id": id_,
        "name": name,
        "dob": dob,
        "phone": phone,
        "email": email,
        "street": street,
        "city": city,
        "state": state,
        "postal_code": postal_code,
        "member_ids": member_ids,
        "employer": employer,
        "administrator": administrator,
        "coverage_start": coverage_start,
        "coverage_end": coverage_end,
        "training_since": training_since,
    }
    add_record("clients", cells, by)


def add_provider(
    name: Annotated[str, typer.Option(help="First, middle and last name, without titles.")],
    credentials: Annotated[Text, typer.Option(help="Such as MD or NP.")] = None,
    npi: Annotated[Text, typer.Option(help="National provider identifier, ten digits.")] = None,
    license_: Annotated[Text, typer.Option("--license", help="Licence number.")] = None,
    practice: Annotated[Text, typer.Option()] = None,
    street: Annotated[Text, typer.Option()] = None,
    city: Annotated[Text, typer.Option()] = None,
    state: Annotated[Text, typer.Option(help="Two letters.")] = None,
    postal_code: Annotated[Text, typer.Option()] = None,
    phone: Annotated[Text, typer.Option()] = None,
    fax: Annotated[Text, typer.Option()] = None,
    by: By = None,
) -> None:
    """Adds a physician or other licensed practitioner."""
    cells = {
        "name": name,
        "credentials": credentials,
        "npi": npi,
        "license": license_,
        "practice": practice,
        "street": street,
        "city": city,
        "state": state,
        "postal_code": postal_code,
        "phone": phone,
        "fax": fax,
    }
    add_record("providers", cells, by)


clients = list_group(
    "clients",
    "client",
    add_client,
    '--name "Dana R. Whitfield" --dob 1968-03-14 --administrator fsafeds',
)
providers = list_group(
    "providers", "provider", add_provider, '--name "Elena Marsh" --credentials MD --npi 1234567893'
)


@providers.command("link")
def link(
    provider: Annotated[str, typer.Argument(metavar="PROVIDER_ID")],
    client: Annotated[str, typer.Argument(metavar="CLIENT", help="Id or name.")],
    by: By = None,
) -> None:
    """Notes that a client sees this provider.

    Example: [bold]carepacket providers link provider_k5d2m7qhx4ztwn3a "Dana Whitfield"[/bold]
    """
    from casebook.store import providers as kept
    from flows.lists import client_meant

    with writing(by) as tx:
        kept.link(tx, client_meant(tx, client).id, provider)
    typer.echo("noted")
