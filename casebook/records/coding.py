"""Procedure codes as a credentialed provider entered and attested them, for an insurer's claim.

Codes and descriptions are the provider's own words: none is shipped, none is proposed.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from pydantic import Field

from casebook.records.base import Record
from casebook.records.people import Address


class Rendering(Record):
    """The credentialed provider who coded the services and attests them."""

    name: str
    credentials: str | None = None
    license: str | None = None
    license_state: str | None = None
    address: Address | None = None
    phone: str | None = None
    npi: str | None = None
    tax_id: str | None = None
    attested_on: date | None = None
    """The day on which the provider attested that the codes are theirs."""


class CodedService(Record):
    """One service of one day. `code` and `description` are as the provider typed them.

    pointers: letters of the attestation's diagnoses. minutes: one-on-one minutes
    of the day for this code. trainer_session: rendered by an exercise
    professional, not by a therapist.
    """

    session_id: str
    date_of_service: date
    code: str
    description: str
    modifiers: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    units: int = Field(default=1, ge=0)
    minutes: int | None = None
    charge: Decimal
    place_of_service: str = "11"
    trainer_session: bool = True


class Attestation(Record):
    """What one provider attested at once, for one client. `diagnoses` are ICD-10-CM, "A" first.

    withdrawn_at: when it was taken back; it then stands for nothing, but stays on record.
    """

    id: str
    client_id: str
    rendering: Rendering
    diagnoses: tuple[str, ...]
    services: tuple[CodedService, ...]
    entered_at: datetime
    withdrawn_at: datetime | None = None
