"""What every letter of the studio shares: day, addressee, subject, salutation, who signs."""

from __future__ import annotations

from datetime import date

from nameparser import HumanName

from casebook.records import Client, Provider, Record, Studio
from templates.contexts.letterhead import author
from templates.wording import clean, day, phone, with_credentials

_DOCTORS = {"MD", "DO", "DPM", "DC", "MBBS", "PHD", "PSYD", "DNP", "DDS", "DMD", "OD", "DPT"}


class Correspondence(Record):
    """The frame of a letter; `born` is empty where the addressee knows who is meant."""

    date: str
    recipient: tuple[str, ...]
    subject: str
    born: str
    salutation: str
    author: str
    studio: str


def to_provider(
    provider: Provider | None, client: Client, subject: str, studio: Studio, today: date
) -> Correspondence:
    """A letter about a patient; None addresses whoever treats the patient.

    subject: without the patient's name, which follows it.
    """
    return Correspondence(
        date=day(today),
        recipient=recipient(provider),
        subject=f"{subject} {clean(client.name)}",
        born=f"Date of birth: {day(client.dob)}",
        salutation=salutation(provider),
        author=author(studio),
        studio=clean(studio.name),
    )


def to_client(client: Client, subject: str, studio: Studio, today: date) -> Correspondence:
    """A letter to the client, under the address that the casebook has."""
    address = client.address.lines if client.address else ()
    return Correspondence(
        date=day(today),
        recipient=tuple(clean(line) for line in (client.name, *address)),
        subject=subject,
        born="",
        salutation=clean(f"Dear {client.name}:"),
        author=author(studio),
        studio=clean(studio.name),
    )


def recipient(provider: Provider | None) -> tuple[str, ...]:
    """The lines of the address, the fax number last."""
    if provider is None:
        return ("To the treating physician",)
    address = provider.address.lines if provider.address else ()
    fax = f"Fax {phone(provider.fax)}" if provider.fax else None
    lines = (
        with_credentials(provider.name, provider.credentials),
        provider.practice,
        *address,
        fax,
    )
    return tuple(clean(line) for line in lines if line)


def salutation(provider: Provider | None) -> str:
    """Dear Dr. Osei: for a doctor's degree, the whole name for other practitioners."""
    if provider is None:
        return "Dear Doctor:"
    words = (provider.credentials or "").upper().replace(".", "").replace(",", " ").split()
    if not _DOCTORS & set(words):
        return clean(f"Dear {provider.name}:")
    return clean(f"Dear Dr. {HumanName(provider.name).last or provider.name}:")


def ways_to_reach(studio: Studio) -> str:
    """by fax at (541) 555-0139, by telephone at (541) 555-0138 or by email at …"""
    telephone = f"by telephone at {phone(studio.phone)}"
    fax, email = _written(studio)
    return _either([way for way in (fax, telephone, email) if way])


def ways_to_return(studio: Studio) -> str:
    """As `ways_to_reach`, for a signed page: by fax, by email, else by mail."""
    ways = [way for way in _written(studio) if way]
    return _either(ways) if ways else f"by mail to {', '.join(studio.address.lines)}"


def request_line(request_id: str) -> str:
    """Request 7ekn4mznv4: what people say on the telephone of a page that comes back."""
    return f"Request {clean(request_id).removeprefix('request_')}"


def _written(studio: Studio) -> tuple[str, str]:
    return (
        f"by fax at {phone(studio.fax)}" if studio.fax else "",
        f"by email at {clean(studio.email)}" if studio.email else "",
    )


def _either(ways: list[str]) -> str:
    return " or ".join(part for part in (", ".join(ways[:-1]), ways[-1]) if part)
