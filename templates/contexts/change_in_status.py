"""A note to the physician at once: something changed or happened. The physician decides.

What happened and what was done stands in the author's words. The answers are
empty boxes; until one comes back, the studio keeps to what the note says.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Provider, Record, Studio
from templates.contexts.correspondence import (
    Correspondence,
    request_line,
    to_provider,
    ways_to_return,
)
from templates.contexts.facts import CitedFact, Fact
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.referral_facts import all_facts
from templates.contexts.sources import latest
from templates.paper import Picture
from templates.pictures import qr_code
from templates.wording import clean, day, phone


class StatusChange(Record):
    """What the studio tells: observed when and what, what was done since, what is asked.

    question: the studio's own question, if it has one beside the usual answers.
    """

    observed_on: date
    observed: str
    done: str
    question: str = ""
    paused: bool = False


class ChangeInStatus(Record):
    """One page, with the code under which the answer files itself."""

    letterhead: Letterhead
    letter: Correspondence
    facts: tuple[Fact, ...]
    limits: tuple[CitedFact, ...]
    state: str
    question: str
    answer: str
    patient: str
    request_line: str
    code: Picture


def change_in_status_context(
    case: Case,
    change: StatusChange,
    provider: Provider | None,
    studio: Studio,
    today: date,
    request_id: str,
) -> ChangeInStatus:
    """The note on one change."""
    referral = latest(case, "referral")
    state = (
        "Sessions are paused until we hear from you."
        if change.paused
        else "Sessions go on within the limits already set until we hear from you."
    )
    return ChangeInStatus(
        letterhead=letterhead(studio),
        letter=to_provider(provider, case.client, "Change in the status of", studio, today),
        facts=(
            Fact(label="Observed on", value=day(change.observed_on)),
            Fact(label="What we observed or were told", value=clean(change.observed)),
            Fact(label="What we did", value=clean(change.done)),
        ),
        limits=all_facts(referral, only=("Diagnosis", "Clearance", "Restrictions"))
        if referral
        else (),
        state=state,
        question=clean(change.question),
        answer=(
            f"Please return this page {ways_to_return(studio)}, or call {phone(studio.phone)}."
        ),
        patient=clean(case.client.name),
        request_line=request_line(request_id),
        code=qr_code(f"carepacket:change-in-status:{request_id}", 44, "Code of this request"),
    )
