"""The account's calendar and its money: plan year, grace, run-out, carry-over, limits.

The plan year is the client's coverage as the casebook has it. Services count
inside it, and in the grace period where the plan has one; claims are taken
until the run-out is over. A health savings account has neither end.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from casebook.records import AccountType, Case, Claim, Client, Verdict
from rules.catalog import verdict
from rules.limits import LIMITS
from rules.profiles import Profile
from rules.words import count, day, dollars

NEAR = timedelta(days=30)
"""How long before the run-out's end a person is warned. [practice]"""


def last_day_of_service(client: Client, account: AccountType, profile: Profile) -> date | None:
    """The last day on which a service counts: the plan year's end, or its grace period's."""
    end = client.coverage_end
    if end is None or account != "fsa" or profile.unused_money != "grace":
        return end
    # A plan year that ends on the last of a month is followed by whole months, then by days.
    first_after = end + timedelta(days=1)
    grace = LIMITS.grace
    return first_after + relativedelta(months=grace.months, days=grace.days) - timedelta(days=1)


def last_day_to_claim(client: Client, account: AccountType, profile: Profile) -> date | None:
    """The last day on which a claim is taken; None where there is none, or none is known."""
    end = client.coverage_end
    if account == "hsa" or end is None or profile.run_out_days is None:
        return None
    run_out = end + timedelta(days=profile.run_out_days)
    last_service = last_day_of_service(client, account, profile)
    return max(run_out, last_service or run_out)


def judge_account(case: Case, claim: Claim, profile: Profile, today: date) -> tuple[Verdict, ...]:
    """Is the claim in time, inside the limit, and of the right year?"""
    return (
        *_in_time(case, claim, profile, today),
        *_timely(claim, profile, today),
        *_limit(case, claim, profile),
        *_established(case, claim),
        *_month_over(claim, profile, today),
    )


def _in_time(case: Case, claim: Claim, profile: Profile, today: date) -> list[Verdict]:
    last = last_day_to_claim(case.client, claim.account, profile)
    if last is None:
        return []
    if today > last:
        message = f"Claims were taken until {day(last)}; the run-out is over."
        return [verdict("claim.run_out", "fail", message)]
    if last - today <= NEAR:
        message = f"Claims are taken until {day(last)}: {count((last - today).days, 'day')} left."
        return [verdict("claim.run_out", "warn", message)]
    return [verdict("claim.run_out", "pass", f"Claims are taken until {day(last)}.")]


def _timely(claim: Claim, profile: Profile, today: date) -> list[Verdict]:
    if profile.timely_filing_days is None or not claim.lines:
        return []
    allowed = timedelta(days=profile.timely_filing_days)
    late = [line for line in claim.lines if line.date_of_service + allowed < today]
    if not late:
        return []
    message = (
        f"{count(len(late), 'claim line')} older than the {profile.timely_filing_days} days "
        f"in which {profile.name} takes a claim."
    )
    return [verdict("claim.timely_filing", "fail", message)]


def _limit(case: Case, claim: Claim, profile: Profile) -> list[Verdict]:
    """Whether all that was claimed of the plan year's money exceeds what there can be."""
    start, end = case.client.coverage_start, case.client.coverage_end
    if claim.account != "fsa" or start is None or start.year not in LIMITS.health_fsa:
        return []
    limit = LIMITS.health_fsa[start.year]
    most, words = limit.most, f"the limit of {dollars(limit.most)} for {start.year}"
    before = LIMITS.health_fsa.get(start.year - 1)
    if profile.unused_money == "carry_over" and before is not None:
        most += before.carry_over
        words += f" and {dollars(before.carry_over)} carried over"
    last = last_day_of_service(case.client, claim.account, profile) or end or date.max
    asked = {line.session_id for line in claim.lines}
    claimed_before = sum(
        (
            entry.amount
            for entry in case.ledger
            if entry.account == "fsa"
            and start <= entry.date_of_service <= last
            and entry.session_id not in asked
        ),
        Decimal(0),
    )
    total = claimed_before + claim.total
    if total <= most:
        return []
    message = f"With this packet {dollars(total)} is claimed of the plan year, above {words}."
    return [verdict("claim.limit", "warn", message)]


def _established(case: Case, claim: Claim) -> list[Verdict]:
    if claim.account != "hsa" or case.client.coverage_start is not None:
        return []
    message = (
        "The day on which the HSA was set up is not in the casebook; expenses before it fall out."
    )
    return [verdict("claim.coverage_period", "warn", message)]


def _month_over(claim: Claim, profile: Profile, today: date) -> list[Verdict]:
    if not profile.after_full_month:
        return []
    this_month = today.replace(day=1)
    early = [line for line in claim.lines if line.date_of_service >= this_month]
    if not early:
        return []
    message = (
        f"{count(len(early), 'claim line')} of {today:%B %Y}, which is not over; "
        f"{profile.name} takes training after each full month."
    )
    return [verdict("claim.full_month", "warn", message)]
