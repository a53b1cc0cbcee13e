"""Reimbursement packets: claim, checks, exhibits, papers, and the ledger of what was claimed.

Only a packet without a fault lands in the outbox as ready, and only a ready
one enters the ledger. The order makes a crash harmless: the folder is built
hidden, then the ledger remembers, then the folder gets its name; what is
found hidden and remembered later is given its name then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casebook.archive import Archive
from casebook.records import AccountType, Case, Claim, Exhibit, Packet, Period, Studio, Verdict
from casebook.store import Casebook, Transaction, claims, ids, packets
from flows.insurer_papers import made_exhibits
from flows.judging import Judged, judge
from flows.letters import faults_of
from flows.outbox import BUILDING, build, client_folder, publish, unfinished
from flows.settings import Settings
from rules.catalog import verdict
from rules.linting import is_ready
from templates.binding import BoundExhibit
from templates.packets import build as build_files
from templates.papers import progress_report
from templates.pdf import convert


@dataclass(frozen=True)
class BuiltPacket:
    """A packet that lies in the outbox, with its claim and all verdicts on it."""

    packet: Packet
    claim: Claim
    verdicts: tuple[Verdict, ...]
    folder: Path


def make_packet(
    casebook: Casebook,
    archive: Archive,
    client_id: str,
    account: AccountType | None,
    period: Period,
    settings: Settings,
    today: date,
    actor: str,
) -> BuiltPacket:
    """Builds one client's packet for a period and puts it into the outbox, ready or as a draft.

    account: None takes the one of the client's administrator. Raises WrongUsage,
    NotFound, AlreadyClaimed (another packet claimed the same sessions meanwhile).
    """
    with casebook.reading() as tx:
        case = tx.case(client_id)
    finish_interrupted(casebook, case, settings)
    judged = judge(case, account, period, settings, today)
    claim = judged.claim
    studio = settings.studio()
    exhibits, unsure, beside = _exhibits(case, judged, archive, studio, today)
    verdicts = (*judged.verdicts, *unsure)
    packet_id = ids.new("packet")
    built = build_files(
        case,
        claim,
        exhibits,
        verdicts,
        studio,
        today,
        "ready" if is_ready(verdicts) else "draft",
        packet_id,
        beside,
    )
    folder = client_folder(settings.outbox, case.client) / _folder_name(
        packet_id, claim, built.status
    )
    building = build(folder, built.files)
    with casebook.writing(actor) as tx:
        packet = Packet(
            id=packet_id,
            client_id=client_id,
            account=claim.account,
            period=period,
            status=built.status,
            total=claim.total,
            built_at=tx.now(),
            folder=str(folder.relative_to(settings.outbox)),
        )
        _remember(tx, packet, claim)
    return BuiltPacket(packet, claim, built.verdicts, publish(building))


def finish_interrupted(casebook: Casebook, case: Case, settings: Settings) -> None:
    """Gives a packet that the ledger remembers its name, if a crash came between."""
    folder = client_folder(settings.outbox, case.client)
    left = unfinished(folder)
    if not left:
        return
    with casebook.reading() as tx:
        known = {packet.folder for packet in packets.of_client(tx, case.client.id)}
    for building in left:
        meant = building.with_name(building.name.removeprefix(BUILDING))
        if str(meant.relative_to(settings.outbox)) in known and not meant.exists():
            publish(building)


def _exhibits(
    case: Case, judged: Judged, archive: Archive, studio: Studio, today: date
) -> tuple[list[BoundExhibit], list[Verdict], dict[str, bytes]]:
    """The documents behind the claim, papers made for it, and files that lie beside the packet."""
    made, faults, beside = made_exhibits(judged.exhibits, judged.coded, studio)
    bound = []
    unsure = [verdict("packet.reads_back", "fail", f"{fault}.") for fault in faults]
    for exhibit in judged.exhibits:
        if exhibit.sha256 is not None:
            bound.append(BoundExhibit(exhibit=exhibit, data=archive.get(exhibit.sha256)))
            continue
        if exhibit.title in made:
            bound.append(made[exhibit.title])
            continue
        report, faults = _report(exhibit, case, judged, studio, today)
        bound.append(report)
        unsure += [verdict("packet.reads_back", "fail", f"Progress report: {f}.") for f in faults]
    return bound, unsure, beside


def _report(
    exhibit: Exhibit, case: Case, judged: Judged, studio: Studio, today: date
) -> tuple[BoundExhibit, tuple[str, ...]]:
    paper = progress_report(
        case, judged.claim.period, studio, today, for_employer=judged.profile.hides_diagnosis
    )
    pdf = convert([paper])[paper.name]
    return BoundExhibit(exhibit=exhibit, data=pdf), faults_of(paper, pdf)


def _folder_name(packet_id: str, claim: Claim, status: str) -> str:
    span = f"{claim.account}-{claim.period.start.isoformat()}-to-{claim.period.end.isoformat()}"
    if status == "draft":
        return f"draft-{span}"  # the next draft takes its place
    return f"{span}-{packet_id.rpartition('_')[2][:6]}"


def _remember(tx: Transaction, packet: Packet, claim: Claim) -> None:
    if packet.status == "ready":
        claims.record(tx, packet, claim)
    else:
        packets.add(tx, packet, claim)
