"""The 837P of a packet that stands: only on an explicit yes, because it changes the law's view."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from casebook.records import Packet
from casebook.store import Casebook, claims, packets
from flows.errors import WrongUsage
from flows.outbox import build, client_folder, publish
from flows.settings import Settings
from rules.coded import coded
from templates.x12 import Parties, claim_file

MEANING = (
    "An 837P is a HIPAA standard transaction. Whoever furnishes health care and sends one, or has "
    "another send it, is a covered entity from then on [45 CFR 160.103]: the Privacy, Security "
    "and Breach Notification Rules hold for all of the studio's health information, with notices "
    "of privacy practices, risk analysis, agreements with business associates, and penalties; "
    "and claims go electronically by the standard alone [45 CFR 162.923]. Paper claims and "
    "receipts do not do that. Ask a lawyer first. carepacket writes the file and sends nothing."
)


def export(
    casebook: Casebook,
    packet_id: str,
    parties: Parties,
    settings: Settings,
    now: datetime,
    actor: str,
    understood: bool,
    test: bool = False,
) -> Path:
    """Writes the packet's claim as an 837P file into the outbox; returns the file.

    understood: the person has read MEANING and said yes. Raises WrongUsage
    where they have not, or the packet's claim cannot be put into the file; NotFound.
    """
    if not understood:
        raise WrongUsage(MEANING, "if you still want the file, say so: --i-understand-hipaa")
    with casebook.reading() as tx:
        packet = packets.get(tx, packet_id)
        case = tx.case(packet.client_id)
        claim = packets.claim_of(tx, packet_id)
        held = claims.of_packet(tx, packet_id)
    if packet.account != "insurer" or packet.status != "ready" or claim is None or not held:
        raise WrongUsage(
            "only a ready packet to an insurer that was not withdrawn has an electronic claim",
            "see carepacket packets list",
        )
    found = coded(case, claim)
    faults = [each for each in found.verdicts if each.outcome in ("fail", "ask")]
    if faults or not found.forms:
        told = "; ".join(f"{each.rule.id}: {each.message}" for each in faults)
        raise WrongUsage(
            told or "superbill.attested: no codes are attested for these sessions",
            "enter the provider's codes: carepacket codes attest",
        )
    try:
        text = claim_file(
            list(zip(found.bills, found.forms, strict=True)),
            parties,
            packet.id.rpartition("_")[2][:12],
            _control(now),
            now,
            test,
        )
    except ValueError as missing:
        raise WrongUsage(str(missing), "see carepacket packets export-837p --help") from None
    folder = client_folder(settings.outbox, case.client) / f"837p-{_short(packet)}"
    building = build(folder, {"claim.837": text.encode("ascii")})
    with casebook.writing(actor) as tx:
        packets.note(tx, packet.id, "packet.export_837p")
    return publish(building) / "claim.837"


def _control(now: datetime) -> int:
    """Nine digits that differ from second to second within a year, and are never zero."""
    return int(f"{now:%j%H%M%S}")


def _short(packet: Packet) -> str:
    return packet.id.rpartition("_")[2][:6]
