"""What would be claimed and what speaks against it, without building anything.

`flows.packets` builds the packet on the same judgement, so that a check today
and the packet made from it cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.records import AccountType, Case, Claim, Exhibit, Period, Verdict
from flows.administrators import profile_of
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


def judge(
    case: Case, account: AccountType | None, period: Period, settings: Settings, today: date
) -> Judged:
    """Judges one client's claim for a period.

    account: None takes the first of the client's administrator. Raises
    WrongUsage, BadSettings.
    """
    profile = profile_of(case, account, settings)
    claim = claim_of(case, account or profile.accounts[0], period, profile, today)
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
