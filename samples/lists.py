"""The lists that the studio of the stories keeps: CSV files and its letterhead, from the stories.

Written in the columns that ``carepacket clients import`` and its like read.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from casebook.records import (
    Address,
    Client,
    Goal,
    Measurement,
    Provider,
    Session,
    SessionPackage,
    Studio,
)
from samples import stories
from samples.drawing.letterheads import telephone
from samples.stories import people

Cells = Mapping[str, object]


def lists() -> dict[str, str]:
    """File name → text of every list of the samples folder."""
    return {
        "clients.csv": _csv(_client(client) for client in people.CLIENTS),
        "providers.csv": _csv(_provider(provider) for provider in people.PROVIDERS),
        "packages.csv": _csv(_package(package) for package in stories.PACKAGES),
        "sessions.csv": _csv(_session(session) for session in stories.SESSIONS),
        "measurements.csv": _csv(_measurement(one) for one in stories.MEASUREMENTS),
        "goals.csv": _csv(_goal(goal) for goal in stories.GOALS),
        "studio.toml": _letterhead(people.STUDIO),
    }


def _csv(rows: Iterable[Cells]) -> str:
    written = list(rows)
    out = io.StringIO()
    table = csv.DictWriter(out, list(written[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(written)
    return out.getvalue()


def _phone(number: str | None) -> str:
    return telephone(number) if number else ""


def _address(address: Address | None) -> Cells:
    names = ("street", "street2", "city", "state", "postal_code")
    return {name: getattr(address, name) if address else None for name in names}


def _client(client: Client) -> Cells:
    return {
        "id": client.id,
        "name": client.name,
        "dob": client.dob,
        "phone": _phone(client.phone),
        "email": client.email,
        **_address(client.address),
        "member_ids": "; ".join(client.member_ids),
        "employer": client.employer,
        "administrator": client.administrator,
        "coverage_start": client.coverage_start,
        "coverage_end": client.coverage_end,
        "training_since": client.training_since,
    }


def _provider(provider: Provider) -> Cells:
    return {
        "id": provider.id,
        "name": provider.name,
        "credentials": provider.credentials,
        "npi": provider.npi,
        "license": provider.license,
        "practice": provider.practice,
        **_address(provider.address),
        "phone": _phone(provider.phone),
        "fax": _phone(provider.fax),
    }


def _package(package: SessionPackage) -> Cells:
    return {
        "id": package.id,
        "client": package.client_id,
        "purchased_on": package.purchased_on,
        "sessions": package.sessions,
        "price": package.price,
        "description": package.description,
        "receipt_number": package.receipt_number,
    }


def _session(session: Session) -> Cells:
    return {
        "id": session.id,
        "client": session.client_id,
        "date": session.date,
        "minutes": session.minutes,
        "status": session.status,
        "description": session.description,
        "package": session.package_id,
        "charge": session.charge,
        "receipt_number": session.receipt_number,
        "trainer": session.trainer,
    }


def _measurement(measurement: Measurement) -> Cells:
    return {
        "id": measurement.id,
        "client": measurement.client_id,
        "date": measurement.date,
        "measure": measurement.measure,
        "value": measurement.value,
        "unit": measurement.unit,
    }


def _goal(goal: Goal) -> Cells:
    return {
        "id": goal.id,
        "client": goal.client_id,
        "goal": goal.text,
        "set_on": goal.set_on,
        "measure": goal.measure,
        "target": goal.target,
        "due": goal.due,
        "status": goal.status,
    }


def _letterhead(studio: Studio) -> str:
    """The studio as TOML; JSON strings are TOML strings."""
    plain = studio.model_dump(exclude_none=True)
    address = plain.pop("address")
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in plain.items()]
    lines += ["", "[address]"]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in address.items()]
    return "# The letterhead of the invented studio of the samples.\n" + "\n".join(lines) + "\n"
