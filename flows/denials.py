"""Denials: which packet each answers, what it says, by when it is answered, and with what.

Nothing is guessed: a paper that may answer several packets, or one by its
dates but not by its amount, waits for a person with the candidates named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casebook.archive import Archive
from casebook.records import AccountType, Case, Client, Document, Packet, Period
from casebook.store import (
    Casebook,
    NotFound,
    Transaction,
    claims,
    clients,
    documents,
    packets,
    payer_answers,
)
from flows import paperwork
from flows.administrators import known_profiles, profile_of
from flows.errors import WrongUsage
from flows.judging import judge
from flows.letters import Letter
from flows.outbox import client_folder
from flows.packets import BuiltPacket, make_packet
from flows.settings import Settings
from rules.appeals import AppealPlan, Deadline, plan
from rules.linting import is_ready
from rules.payer_papers import Answers, answers
from rules.reasons import reasons, reasons_of

APPEAL = "appeal-"
"""What the folder of an appeal begins with; a draft's name begins otherwise."""
Course = Literal["match", "read", "resubmit", "appeal", "none"]
"""What comes next: a person says which packet it is, or reads the reason; the claim is sent in
again with what was missing; it is appealed; or nothing can be done with the payer."""


@dataclass(frozen=True)
class Denial:
    """One denial as it stands today.

    packet: the one it answers, as far as that is clear. answered_on: when the appeal was
    drafted ready; None while it is not. deadline: the next step that is still open.
    """

    client: Client
    document: Document
    match: Answers
    packet: Packet | None
    plan: AppealPlan
    account: AccountType
    deadline: Deadline | None
    course: Course
    appealed: bool

    def days_left(self, today: date) -> int | None:
        """Days until the next step's last day."""
        return (self.deadline.due_on - today).days if self.deadline else None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return not self.appealed and self.course != "none"


def all_denials(tx: Transaction, settings: Settings, today: date) -> tuple[Denial, ...]:
    """Every client's denials, the most pressing first. Raises WrongUsage, BadSettings."""
    cases = [tx.case(client.id) for client in clients.all(tx)]
    found = [
        _judged(tx, case, paper, settings, today) for case in cases for paper in denials_of(case)
    ]
    return tuple(sorted(found, key=lambda one: _urgency(one, today)))


def denial_of(tx: Transaction, document_id: str, settings: Settings, today: date) -> Denial:
    """One denial by its document. Raises NotFound, WrongUsage where it is none."""
    document = documents.get(tx, document_id)
    if document.client_id is not None:
        case = tx.case(document.client_id)
        if document_id in {paper.id for paper in denials_of(case)}:
            return _judged(tx, case, document, settings, today)
    raise WrongUsage(
        f"document {document_id} is no denial that is on file",
        "see those there are: carepacket denials list",
    )


def denials_of(case: Case) -> tuple[Document, ...]:
    """The denials on file, and the explanations of benefits by which a payer refused to pay."""
    refusing = (
        paper
        for paper in case.of_kind("eob")
        if paper.money("plan_paid") == 0 and reasons_of(None, paper.texts("reason_codes"))
    )
    return (*case.of_kind("denial"), *refusing)


def tie(casebook: Casebook, document_id: str, packet_id: str, actor: str) -> None:
    """A person says which packet the paper answers. Raises NotFound, NotAllowed."""
    with casebook.writing(actor) as tx:
        payer_answers.tie(tx, document_id, packet_id)


def draft_appeal(
    casebook: Casebook,
    archive: Archive,
    denial: Denial,
    settings: Settings,
    today: date,
    received_on: date | None = None,
) -> Letter:
    """The appeal of a denial, with its exhibits; a draft while a point is open."""
    at = paperwork.desk(casebook, denial.client.id, settings, today)
    return paperwork.appeal(at, archive, denial.document.id, denial.account, received_on)


def draft_corrected(
    casebook: Casebook,
    archive: Archive,
    denial: Denial,
    settings: Settings,
    today: date,
    actor: str,
) -> BuiltPacket:
    """The refused sessions in a new packet, sent in again with what is on file now.

    Sessions of the same days that were never claimed may stand in it, too. Only what was refused
    leaves the first packet, and only when the new one is without a fault. Raises WrongUsage with
    the reason otherwise.
    """
    if denial.packet is None or not denial.match.session_ids:
        raise WrongUsage(
            "it is not clear which packet this denial answers",
            f"say it: carepacket denials match {denial.document.id} PACKET",
        )
    period = _period(casebook, denial)
    refused = frozenset(denial.match.session_ids)
    with casebook.reading() as tx:
        case = tx.case(denial.client.id)
    freed = case.model_copy(
        update={
            "ledger": tuple(e for e in case.ledger if e.session_id not in refused),
            "claimed_session_ids": case.claimed_session_ids - refused,
        }
    )
    judged = judge(freed, denial.packet.account, period, settings, today)
    claimed = {line.session_id for line in judged.claim.lines}
    if not is_ready(judged.verdicts) or not refused <= claimed:
        open_ = [each.message for each in judged.verdicts if each.outcome in ("fail", "ask")]
        raise WrongUsage(
            "a corrected packet would not be ready: "
            + (" ".join(open_) or "not every refused session can be claimed."),
            f"see: carepacket lint {denial.client.id}",
        )
    with casebook.writing(actor) as tx:
        payer_answers.tie(tx, denial.document.id, denial.packet.id)
        claims.free(tx, denial.packet.id, refused)
    return make_packet(
        casebook,
        archive,
        denial.client.id,
        denial.packet.account,
        period,
        settings,
        today,
        actor,
    )


def _judged(
    tx: Transaction, case: Case, paper: Document, settings: Settings, today: date
) -> Denial:
    settled = payer_answers.all(tx)
    by_number = {
        number: settled[other.id]
        for other in case.documents
        if other.id in settled and (number := other.text("claim_number"))
    }
    matched = answers(paper, case, by_number)
    packet = _packet(tx, settled.get(paper.id) or matched.packet_id)
    if packet is not None and matched.packet_id != packet.id:
        entries = [e for e in case.ledger if e.packet_id == packet.id]
        dates = set(paper.days("service_dates"))
        on_dates = tuple(e.session_id for e in entries if not dates or e.date_of_service in dates)
        matched = Answers(packet_id=packet.id, session_ids=on_dates)
    profile = profile_of(case, packet.account if packet else None, settings)
    account = packet.account if packet else profile.accounts[0]
    if packet is not None:
        claim = packets.claim_of(tx, packet.id)
        profile = known_profiles(settings).get(claim.administrator, profile) if claim else profile
    found = plan(case, paper, profile, account)
    deadline = next((step for step in found.deadlines if step.due_on >= today), None)
    folder = client_folder(settings.outbox, case.client)
    appealed = any(folder.glob(f"{APPEAL}{paper.id}*"))
    course = _course(found, matched, deadline)
    return Denial(case.client, paper, matched, packet, found, account, deadline, course, appealed)


def _course(found: AppealPlan, matched: Answers, deadline: Deadline | None) -> Course:
    if matched.doubt is not None:
        return "match"
    if not found.points:
        return "read"
    asked = [reasons()[point.reason_key].resubmit for point in found.points]
    if matched.packet_id is not None and all(asked) and not found.missing:
        return "resubmit"
    return "appeal" if found.can_appeal and deadline is not None else "none"


def _packet(tx: Transaction, packet_id: str | None) -> Packet | None:
    try:
        return packets.get(tx, packet_id) if packet_id else None
    except NotFound:
        return None


def _period(casebook: Casebook, denial: Denial) -> Period:
    refused = set(denial.match.session_ids)
    with casebook.reading() as tx:
        case = tx.case(denial.client.id)
    days = [entry.date_of_service for entry in case.ledger if entry.session_id in refused]
    return Period(start=min(days), end=max(days))


def _urgency(denial: Denial, today: date) -> tuple[bool, int, str]:
    left = denial.days_left(today)
    return (not denial.is_open, 10_000 if left is None else left, denial.document.id)
