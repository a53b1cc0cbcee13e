"""People and places: clients, providers, the studio itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from casebook.records.base import Record


class Address(Record):
    """A postal address in the United States."""

    street: str
    city: str
    state: str
    postal_code: str
    street2: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """As an envelope shows it, without empty lines."""
        parts = [self.street, self.street2, f"{self.city}, {self.state} {self.postal_code}"]
        return tuple(part for part in parts if part)


class Client(Record):
    """A client of the studio. `id` is opaque: it may stand in logs, the name may not."""

    id: str
    name: str
    dob: date
    phone: str | None = None
    email: str | None = None
    address: Address | None = None
    member_ids: tuple[str, ...] = ()
    employer: str | None = None
    administrator: str | None = None
    """Key of an administrator profile in rules/profiles, such as "fsafeds"."""
    coverage_start: date | None = None
    """First day on which expenses are eligible (FSA plan year, or the day the HSA was set up)."""
    coverage_end: date | None = None
    training_since: date | None = None
    """First day of training at the studio, for the "but for" test."""


class Provider(Record):
    """A physician or other licensed practitioner."""

    id: str
    name: str
    credentials: str | None = None
    npi: str | None = None
    license: str | None = None
    practice: str | None = None
    address: Address | None = None
    phone: str | None = None
    fax: str | None = None


class Studio(Record):
    """The studio as its letterhead shows it."""

    name: str
    address: Address
    phone: str
    email: str | None = None
    fax: str | None = None
    website: str | None = None
    tax_id: str | None = None
    professional: str
    """Who signs the studio's own reports, e.g. "Jordan Avery"."""
    professional_credentials: str | None = None
    templates: Path | None = None
    """Folder of the studio's own Word templates; one named like ours takes its place."""
    profiles: Path | None = None
    """Folder of the studio's own administrator profiles."""
