"""What would be claimed and what speaks against it, without building anything.

`flows.packets` builds the packet on the same judgement, so that a check today
and the packet made from it cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.records import AccountType, Case, Claim, Exhibit, Period, Verdict
from casebook.store import Transaction, packets
from flows.administrators import profile_of
from flows.errors import WrongUsage
from flows.settings import Settings
from rules.claims import claim as claim_of
from rules.coded import Coded, coded
from rules.exhibits import choose, titles_of
from rules.linting import lint
from rules.profiles import Profile


@dataclass(frozen=True)
class Judged:
    """A claim with all verdicts on it. `exhibits` are the documents that would stand behind it."""

    claim: Claim
    profile: Profile
    verdicts: tuple[Verdict, ...]
    exhibits: tuple[Exhibit, ...]
    coded: Coded

    def where(self, verdict: Verdict) -> str:
        """The exhibit's letter and page that a verdict speaks of; "" where it speaks of none."""
        for exhibit in self.exhibits:
            if exhibit.document_id is not None and exhibit.document_id == verdict.document_id:
                pages = sorted({each.page for each in verdict.evidence})
                return exhibit.letter + (f" p. {', '.join(map(str, pages))}" if pages else "")
        return ""

    def boxes(self, verdict: Verdict) -> str:
        """Where on the page, in points from the top left: "72,140 to 210,152"; "" where unknown."""
        shown = [
            f"{left:.0f},{top:.0f} to {right:.0f},{bottom:.0f}"
            for left, top, right, bottom in (each.box for each in verdict.evidence)
        ]
        return "; ".join(dict.fromkeys(shown))


def judge_packet(tx: Transaction, packet_id: str, settings: Settings, today: date) -> Judged:
    """Judges a packet that was built, by the claim it makes and the case as it is now.

    Its own entries in the ledger are no claim before it. Raises NotFound, WrongUsage.
    """
    packet, claim = packets.get(tx, packet_id), packets.claim_of(tx, packet_id)
    if claim is None:
        raise WrongUsage("this packet was kept without its claim", "build it anew")
    case = tx.case(packet.client_id)
    others = tuple(each for each in case.ledger if each.packet_id != packet_id)
    case = case.model_copy(
        update={
            "ledger": others,
            "claimed_session_ids": frozenset(each.session_id for each in others),
        }
    )
    return _judged(case, claim, profile_of(case, claim.account, settings), today)


def judge(
    case: Case, account: AccountType | None, period: Period, settings: Settings, today: date
) -> Judged:
    """Judges one client's claim for a period.

    account: None takes the first of the client's administrator. Raises
    WrongUsage, BadSettings.
    """
    profile = profile_of(case, account, settings)
    claim = claim_of(case, account or profile.accounts[0], period, profile, today)
    return _judged(case, claim, profile, today)


def _judged(case: Case, claim: Claim, profile: Profile, today: date) -> Judged:
    found = coded(case, claim)
    return Judged(
        claim=claim,
        profile=profile,
        verdicts=lint(case, claim, profile, today),
        exhibits=choose(
            case, claim, with_progress_report=bool(case.measurements), made=titles_of(found)
        ),
        coded=found,
    )


def year_until(today: date) -> Period:
    """From the first of January until today."""
    return Period(start=date(today.year, 1, 1), end=today)
