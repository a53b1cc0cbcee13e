"""The thank-you for a referral, sent within a day: what we noted, and what will follow.

What stands on it is what the referral says; nothing is added to it, and what
it leaves open is asked for in a query of its own.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Provider, Record, Studio
from templates.contexts.correspondence import Correspondence, to_provider, ways_to_reach
from templates.contexts.facts import CitedFact
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.referral_facts import all_facts
from templates.contexts.sources import latest, name_of
from templates.wording import clean, day


class Introduction(Record):
    """Thank-you letter of one page."""

    letterhead: Letterhead
    letter: Correspondence
    thanks: str
    noted: tuple[CitedFact, ...]
    first_visit: str
    who: str
    reach: str


def introduction_context(
    case: Case, provider: Provider | None, studio: Studio, today: date
) -> Introduction:
    """The letter to whoever wrote the newest referral."""
    referral = latest(case, "referral")
    received = f"your {name_of(referral)}" if referral else "your referral"
    return Introduction(
        letterhead=letterhead(studio),
        letter=to_provider(provider, case.client, "Your referral of", studio, today),
        thanks=(
            f"Thank you for sending {clean(case.client.name)} to us. We have {received} on file "
            "and will keep you informed."
        ),
        noted=all_facts(referral) if referral else (),
        first_visit=_first_visit(case, today),
        who=_who(studio),
        reach=f"You reach us {ways_to_reach(studio)}.",
    )


def _first_visit(case: Case, today: date) -> str:
    coming = sorted(
        s.date
        for s in case.sessions
        if (s.date >= today and s.status == "scheduled")
        or (s.date > today and s.status in ("attended", "no_show"))  # a letter of an earlier day
    )
    been = any(s.status == "attended" and s.date <= today for s in case.sessions)
    if not coming:
        return "We are arranging the first visit with your patient." if not been else ""
    visit = "next" if been else "first"
    return f"The {visit} visit with us is on {day(coming[0])}."


def _who(studio: Studio) -> str:
    name = clean(studio.professional)
    if not studio.professional_credentials:
        return f"{name} will work with your patient."
    return f"{name} ({clean(studio.professional_credentials)}) will work with your patient."
