"""The studio's letterhead and the signature block of its professional."""

from __future__ import annotations

from casebook.records import Record, Studio
from templates.wording import clean, inline_address, phone, with_credentials


class Letterhead(Record):
    """Three lines: name; address; telephone, fax, email and web."""

    name: str
    address: str
    contact: str


def letterhead(studio: Studio) -> Letterhead:
    """The letterhead as the studio's record says it."""
    parts = [
        phone(studio.phone),
        f"Fax {phone(studio.fax)}" if studio.fax else None,
        studio.email,
        studio.website,
    ]
    return Letterhead(
        name=clean(studio.name),
        address=inline_address(studio.address),
        contact=clean("  ·  ".join(part for part in parts if part)),
    )


def author(studio: Studio) -> str:
    """Who signs the studio's own papers, with credentials."""
    return with_credentials(studio.professional, studio.professional_credentials)
