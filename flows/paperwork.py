"""The other papers of the house, each for one client: to the physician, the client, the payer.

Each function gathers what its paper needs from the casebook and gives a
`Letter` for `flows.letters.write_letters`. All raise NotFound for a client
who is not there, BadSettings for the letterhead, and WrongUsage with the
reason where a paper cannot be made from what is on file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from casebook.archive import Archive
from casebook.records import AccountType, Case, Document, Kind, Period, Provider, Request, Studio
from casebook.store import Casebook, ids, packets
from flows.administrators import known_profiles, profile_for_letters, profile_of
from flows.errors import WrongUsage
from flows.letters import Letter, provider_for, request_letter
from flows.settings import Settings
from rules.appeals import judge_appeal, plan
from rules.cover import covers_of
from templates import papers
from templates.binding import BoundExhibit
from templates.contexts.query_questions import questions_of
from templates.contexts.sources import latest


@dataclass(frozen=True)
class Desk:
    """What every paper is made with: the client's case, the letterhead, the day."""

    case: Case
    studio: Studio
    settings: Settings
    today: date

    def request_id(self, paper: str) -> str:
        """An opaque id that stays the same when the paper is made again on the same day."""
        return ids.stable("request", f"{paper} {self.case.client.id} {self.today.isoformat()}")

    def provider(self, provider_id: str | None) -> Provider | None:
        """The provider named, else the physician who wrote the newest referral."""
        return provider_for(self.case, provider_id)

    def letter(self, paper: papers.Paper, about: str = "", awaited: str = "") -> Letter:
        """The paper in a folder of its own, named after what it is about, else after the day.

        awaited: what its code calls it, where it comes back with an answer on it.
        """
        name = f"{paper.name.replace('_', '-')}-{about or self.today.isoformat()}"
        request = Request(
            id=self.request_id(awaited),
            client_id=self.case.client.id,
            paper=awaited,
            sent_on=self.today,
        )
        return Letter(self.case.client, paper, name, awaited=request if awaited else None)


def desk(casebook: Casebook, client_id: str, settings: Settings, today: date) -> Desk:
    """Opens the client's case for the papers below."""
    with casebook.reading() as tx:
        return desk_of(tx.case(client_id), settings, today)


def desk_of(case: Case, settings: Settings, today: date) -> Desk:
    """The same for a case that is open already."""
    return Desk(case, settings.studio(), settings, today)


def introduction(at: Desk, provider_id: str | None = None) -> Letter:
    """The thank-you for a referral."""
    return at.letter(papers.introduction(at.case, at.provider(provider_id), at.studio, at.today))


def renewal(at: Desk, provider_id: str | None = None, with_report: bool = False) -> Letter:
    """The request to renew the letter of medical necessity."""
    rules = profile_for_letters(at.case, at.settings)
    provider = at.provider(provider_id)
    with _needs():
        return at.letter(
            papers.lmn_renewal(
                at.case,
                provider,
                rules,
                at.studio,
                at.today,
                at.request_id("lmn-request"),
                with_report,
            ),
            awaited="lmn-request",
        )


def missing_letter(at: Desk, casebook: Casebook) -> Letter | None:
    """What asks for the letter that a client lacks today: the renewal of one that has ended,
    questions to who wrote one that covers nothing, else a first request.

    None where a letter's cover is yet to begin. Nobody who has written a letter is asked as if
    none had come.
    """
    periods = [
        each.period for each in covers_of(at.case, profile_for_letters(at.case, at.settings))
    ]
    known = [period for period in periods if period is not None]
    if any(period.end >= at.today for period in known):
        return None
    if known:
        return renewal(at)
    newest = latest(at.case, "lmn")
    if newest is not None and questions_of(newest, at.today):
        return query(at, newest.id)
    return request_letter(casebook, at.case.client.id, at.settings, at.today)


def query(at: Desk, document_id: str | None = None, provider_id: str | None = None) -> Letter:
    """Questions to the physician about one referral or letter, the newest that leaves some open."""
    open_ = (
        one.id
        for one in (*reversed(at.case.of_kind("lmn")), *reversed(at.case.of_kind("referral")))
        if questions_of(one, at.today)
    )
    about = _document(at.case, document_id or next(open_, None), "lmn", "referral")
    provider = at.provider(provider_id)
    with _needs():
        return at.letter(
            papers.physician_query(
                at.case, about, provider, at.studio, at.today, at.request_id("physician-query")
            ),
            awaited="physician-query",
        )


def assessment_summary(at: Desk, period: Period, notes: papers.AssessmentNotes) -> Letter:
    """The summary of a first assessment."""
    return at.letter(
        papers.assessment_summary(at.case, period, at.studio, at.today, notes),
        period.end.isoformat(),
    )


def change_in_status(
    at: Desk, change: papers.StatusChange, provider_id: str | None = None
) -> Letter:
    """The note to the physician on a change."""
    return at.letter(
        papers.change_in_status(
            at.case,
            change,
            at.provider(provider_id),
            at.studio,
            at.today,
            at.request_id("change-in-status"),
        ),
        awaited="change-in-status",
    )


def discharge(at: Desk, notes: papers.DischargeNotes) -> Letter:
    """The summary at the end."""
    return at.letter(papers.discharge_summary(at.case, at.studio, at.today, notes))


def receipt(at: Desk, period: Period, number: str | None = None) -> Letter:
    """The studio's own receipt for the sessions attended in a period."""
    numbered = number or f"{period.end:%Y%m%d}-{_ending(at.case.client.id)}"
    with _needs():
        return at.letter(
            papers.studio_receipt(at.case, period, at.studio, at.today, numbered),
            period.end.isoformat(),
        )


def statement(at: Desk, year: int) -> Letter:
    """The year's unreimbursed expenses, for the client's tax records."""
    rules = profile_for_letters(at.case, at.settings)
    with _needs():
        paper = papers.expense_statement(at.case, year, rules, at.studio, at.today)
    return at.letter(paper, str(year))


def client_letter(at: Desk, casebook: Casebook, packet_id: str | None = None) -> Letter:
    """What to do with a packet, to the client: the newest one unless named."""
    with casebook.reading() as tx:
        built = packets.of_client(tx, at.case.client.id)
        chosen = [each for each in built if packet_id in (None, each.id)]
        claim = packets.claim_of(tx, chosen[-1].id) if chosen else None
    if not chosen or claim is None:
        raise WrongUsage(
            "this client has no such packet", "build one first: carepacket packet CLIENT"
        )
    packet = chosen[-1]
    known = known_profiles(at.settings)
    rules = known.get(claim.administrator) or profile_of(at.case, claim.account, at.settings)
    paper = papers.client_letter(at.case, claim, rules, at.studio, at.today, packet.status)
    return at.letter(paper, packet.id)


def appeal(
    at: Desk,
    archive: Archive,
    document_id: str | None = None,
    account: AccountType | None = None,
    received_on: date | None = None,
) -> Letter:
    """The member's appeal with its exhibits bound behind it; a draft while a point is open."""
    denial = _document(at.case, document_id, *(("denial", "eob") if document_id else ("denial",)))
    rules = profile_of(at.case, account, at.settings)
    found = plan(at.case, denial, rules, account or rules.accounts[0], received_on)
    with _needs():
        paper = papers.appeal(at.case, denial, found, at.studio, at.today)
    letter = at.letter(paper, f"{denial.id}-{at.today.isoformat()}")
    exhibits = tuple(
        BoundExhibit(exhibit=each, data=archive.get(each.sha256))
        for each in papers.appeal_exhibits(at.case, denial, found)
        if each.sha256 is not None
    )
    open_ = tuple(
        one.message for one in judge_appeal(found, at.today) if one.outcome in ("fail", "ask")
    )
    return Letter(letter.client, letter.paper, letter.folder, exhibits=exhibits, faults=open_)


def preauthorization(at: Desk, payer: str = "", provider_id: str | None = None) -> Letter:
    """The request for authorization before treatment."""
    return at.letter(
        papers.preauthorization(
            at.case,
            at.provider(provider_id),
            payer,
            at.studio,
            at.today,
            at.request_id("preauthorization"),
        ),
        awaited="preauthorization",
    )


def _ending(client_id: str) -> str:
    """What tells this client's receipts of a day from others': the last characters of the id."""
    return client_id.removeprefix("client-").removeprefix("client_")[-6:]


def _document(case: Case, document_id: str | None, *kinds: Kind) -> Document:
    """The document named, else the newest of the first kind that is on file."""
    of_kinds = [document for kind in kinds for document in reversed(case.of_kind(kind))]
    for document in of_kinds:
        if document_id in (None, document.id):
            return document
    what = " or ".join(kind if kind != "lmn" else "letter of medical necessity" for kind in kinds)
    raise WrongUsage(
        f"this client has no such {what} on file", "see what waits: carepacket review list"
    )


@contextmanager
def _needs() -> Iterator[None]:
    """Papers say by ValueError what is not on file; a person can do something about it."""
    try:
        yield
    except ValidationError:
        raise  # a fault of ours, and its text would quote values
    except ValueError as missing:
        raise WrongUsage(
            str(missing), "see the client's case: carepacket coverage CLIENT"
        ) from None
