"""The 837P (005010X222A1) of an insurer's claim: the same records as superbill and CMS-1500.

The patient is the subscriber; who renders the services bills them; the client
has paid, so nothing is assigned and no benefit goes to the provider. What the
casebook does not know is not made up: sex is sent as unknown (U), and a signature
or release counts as on file only where the studio says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from nameparser import HumanName

from casebook.records import Address, Record
from rules.cms1500 import Cms1500Form, Cms1500Line
from rules.superbill import POINTERS, Superbill
from templates.x12.envelope import COMPONENT, Segment, interchange, money, plain, segment

MOST_LINES = 50
"""Service lines of one claim [005010X222A1, loop 2400]; more are a further claim."""


class Party(Record):
    """An organisation and the number by which the receiver knows it."""

    name: str
    number: str


class Parties(Record):
    """Between whom the file goes. contact, phone: of the submitter.

    filing: who insures (SBR09), CI for a commercial insurer. release_on_file: the
    client's signed release to this payer lies in the studio. signature_on_file:
    the provider's signature for claims does.
    """

    submitter: Party
    contact: str
    phone: str
    receiver: Party
    payer: Party
    filing: str = "CI"
    release_on_file: bool = False
    signature_on_file: bool = False


def claim_file(
    bills: Sequence[tuple[Superbill, Sequence[Cms1500Form]]],
    parties: Parties,
    reference: str,
    control: int,
    made_at: datetime,
    test: bool = False,
) -> str:
    """The file's text. bills: each superbill with its forms, whose lines become service lines.

    reference: an opaque id of at most 18 characters, the root of the claims' numbers.
    Raises ValueError, naming what is missing, where the guide wants what is not known.
    """
    _refuse_gaps(bills, parties)
    body = [
        segment("BHT", "0019", "00", reference, f"{made_at:%Y%m%d}", f"{made_at:%H%M}", "CH"),
        _organisation("41", parties.submitter, "46"),
        segment("PER", "IC", plain(parties.contact, 60), "TE", _digits(parties.phone)),
        _organisation("40", parties.receiver, "46"),
    ]
    level = 0
    for number, (bill, sheets) in enumerate(bills, start=1):
        body += _billing(bill, level + 1)
        body += _subscriber(bill, sheets[0], parties, level + 2, level + 1)
        lines = [line for sheet in sheets for line in sheet.lines]
        for part, at in enumerate(range(0, len(lines), MOST_LINES), start=1):
            own = f"{reference}-{number}" + (f"-{part}" if len(lines) > MOST_LINES else "")
            body += _claim(bill, sheets[0], lines[at : at + MOST_LINES], parties, own)
        level += 2
    return interchange(
        body, parties.submitter.number, parties.receiver.number, control, made_at, test
    )


def _refuse_gaps(
    bills: Sequence[tuple[Superbill, Sequence[Cms1500Form]]], parties: Parties
) -> None:
    if not bills or not all(sheets for _, sheets in bills):
        raise ValueError("there is no claim form without a fault")
    if not parties.release_on_file:
        raise ValueError("the client's signed release to the payer is not said to be on file")
    if any(sheets[0].patient_address is None for _, sheets in bills):
        raise ValueError("the client's address is not known")
    for party in (parties.submitter, parties.receiver, parties.payer):
        if not party.name or not party.number or plain(party.number, 80) != party.number:
            raise ValueError("a party's name or number is missing or has odd characters")
    if len(parties.submitter.number) > 15 or len(parties.receiver.number) > 15:
        raise ValueError("the numbers of submitter and receiver have at most 15 characters")


def _billing(bill: Superbill, level: int) -> Iterator[Segment]:
    who = bill.rendering
    assert who.address and who.npi and who.tax_id  # a bill with forms has passed its rules
    yield segment("HL", str(level), "", "20", "1")
    yield _person("85", who.name, "XX", who.npi)
    yield from _place(who.address)
    yield segment("REF", "EI", _digits(who.tax_id))


def _subscriber(
    bill: Superbill, sheet: Cms1500Form, parties: Parties, level: int, parent: int
) -> Iterator[Segment]:
    assert sheet.patient_address
    yield segment("HL", str(level), str(parent), "22", "0")
    yield segment("SBR", "P", "18", "", "", "", "", "", "", parties.filing)
    yield _person("IL", bill.patient_name, "MI", sheet.insured_id)
    yield from _place(sheet.patient_address)
    yield segment("DMG", "D8", f"{bill.patient_dob:%Y%m%d}", "U")
    yield _organisation("PR", parties.payer, "PI")


def _claim(
    bill: Superbill,
    sheet: Cms1500Form,
    lines: Sequence[Cms1500Line],
    parties: Parties,
    own: str,
) -> Iterator[Segment]:
    place = lines[0].place_of_service
    total = sum((line.charge for line in lines), lines[0].charge * 0)
    yield segment(
        *("CLM", own, money(total), "", "", COMPONENT.join((place, "B", "1"))),
        *("Y" if parties.signature_on_file else "N", "C", "N", "Y"),
    )
    if sheet.onset is not None:
        yield segment("DTP", "431", "D8", f"{sheet.onset:%Y%m%d}")
    yield segment("AMT", "F5", money(total))  # the client paid each session in full
    if sheet.authorization_number:
        yield segment("REF", "G1", plain(sheet.authorization_number, 50))
    kinds = ["ABK", *["ABF"] * (len(sheet.diagnoses) - 1)]
    yield segment(
        "HI", *(f"{kind}:{code}" for kind, code in zip(kinds, sheet.diagnoses, strict=True))
    )
    if sheet.referring is not None:
        yield _person("DN", sheet.referring.name, "XX", sheet.referring.npi or "")
    for number, line in enumerate(lines, start=1):
        yield segment("LX", str(number))
        yield segment(
            *("SV1", COMPONENT.join(("HC", line.code, *line.modifiers)), money(line.charge)),
            *(
                "UN",
                str(line.units),
                line.place_of_service if line.place_of_service != place else "",
            ),
            *("", COMPONENT.join(str(POINTERS.index(each) + 1) for each in line.pointer)),
        )
        yield segment("DTP", "472", "D8", f"{line.date_of_service:%Y%m%d}")
        yield segment("REF", "6R", f"{own}-{number}")


def _person(role: str, name: str, qualifier: str, number: str) -> Segment:
    parts = HumanName(name)
    return segment(
        *("NM1", role, "1", plain(parts.last or name, 60), plain(parts.first, 35)),
        *(plain(parts.middle, 25), "", plain(parts.suffix if role == "IL" else "", 10)),
        *(qualifier if number else "", number),
    )


def _organisation(role: str, party: Party, qualifier: str) -> Segment:
    return segment("NM1", role, "2", plain(party.name, 60), "", "", "", "", qualifier, party.number)


def _place(address: Address) -> Iterator[Segment]:
    yield segment("N3", plain(address.street, 55), plain(address.street2 or "", 55))
    code = address.postal_code.replace("-", "")
    yield segment("N4", plain(address.city, 30), address.state, code)


def _digits(text: str) -> str:
    return "".join(each for each in text if each.isdigit())[-10:]
