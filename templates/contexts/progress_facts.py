"""The facts on top of a progress report: for the referrer with the diagnosis, for others without.

The diagnosis stands as the referrer gave it, with document and day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from casebook.records import Case, Document, Period, Session
from templates.contexts.facts import Fact
from templates.contexts.progress_page import CELL_SIDE, FACT_SIZE, FACT_WIDTHS, MOST_FACT_LINES
from templates.contexts.sources import latest, name_of
from templates.space import line_count
from templates.wording import clean, count, day, joined, percent, span, with_credentials

IN_ADDENDUM = "see the addendum, page 2"
_MINUTES_AT_END = re.compile(r"[\s,;(–-]*\b\d{1,3}[\s-]*min(?:ute)?s?\.?\)?$", re.IGNORECASE)


def facts_of(
    case: Case, period: Period, sessions: Sequence[Session], programme: str | None, today: date
) -> tuple[Fact, ...]:
    """The referrer's copy: who, referred by whom and why, when, how often, what was done."""
    facts = [
        Fact(label="Client", value=f"{clean(case.client.name)}, born {day(case.client.dob)}"),
        *referred(case),
        Fact(label="Period", value=span(period)),
        Fact(label="Attendance", value=attendance(sessions, today)),
    ]
    said = clean(programme) if programme else _programme(sessions)
    if said:
        facts.append(Fact(label="Program", value=said))
    return tuple(facts)


def referred(case: Case) -> list[Fact]:
    """Who referred, and the diagnosis in the words of the document that gives it."""
    facts: list[Fact] = []
    referral = latest(case, "referral")
    writer = _writer(referral) if referral else None
    if referral is not None and writer:
        facts.append(Fact(label="Referred by", value=f"{writer} ({name_of(referral)})"))
    for kind in ("referral", "lmn"):
        source = referral if kind == "referral" else latest(case, "lmn")
        given = source.diagnoses() if source else ()
        if source is None or not given:
            continue
        who = _writer(source) or "the provider"
        named = "; ".join(f"{d.text} ({d.code})" if d.code else d.text for d in given)
        value = f"{clean(named)}, as given by {who} ({name_of(source)})"
        facts.append(Fact(label="Diagnosis", value=value))
        break
    return facts


def _writer(document: Document) -> str | None:
    role = "referrer" if document.kind == "referral" else "provider"
    name = document.text(f"{role}_name")
    return with_credentials(name, document.text(f"{role}_credentials")) if name else None


def employer_facts(
    case: Case, period: Period, sessions: Sequence[Session], today: date
) -> tuple[Fact, ...]:
    """Participation only; sessions are not described, since a description may name a condition."""
    facts = [Fact(label="Participant", value=clean(case.client.name))]
    if case.client.employer:
        facts.append(Fact(label="Employer", value=clean(case.client.employer)))
    facts.append(Fact(label="Period", value=span(period)))
    facts.append(Fact(label="Attendance", value=attendance(sessions, today)))
    attended = sorted(s.date for s in sessions if s.status == "attended")
    months = dict.fromkeys((d.year, d.month) for d in attended)
    for year, month in months:
        taken = Counter(d.day for d in attended if (d.year, d.month) == (year, month))
        parts = [f"{number} (×{n})" if n > 1 else str(number) for number, n in taken.items()]
        facts.append(Fact(label=f"{date(year, month, 1):%B %Y}", value=joined(parts)))
    return tuple(facts)


def attendance(sessions: Sequence[Session], today: date) -> str:
    """7 of 8 scheduled sessions attended (88%); 1 missed; 2 still to come."""
    by_status = Counter(s.status for s in sessions)
    attended, open_ones = by_status["attended"], by_status["scheduled"]
    coming = sum(1 for s in sessions if s.status == "scheduled" and s.date >= today)
    due = len(sessions) - open_ones
    if not due:
        text = "No session was due in this period"
    else:
        text = f"{attended} of {count(due, 'scheduled session')} attended"
        text += f" ({percent(attended, due)})"
    if by_status["no_show"]:
        text += f"; {by_status['no_show']} missed"
    if by_status["cancelled"]:
        text += f"; {by_status['cancelled']} cancelled"
    if coming:
        text += f"; {coming} still to come"
    if open_ones > coming:
        text += f"; {open_ones - coming} not recorded"
    return text


def _programme(sessions: Sequence[Session]) -> str:
    """What was done, by how often: "Strength training, 60 minutes (6 sessions)"."""
    done = Counter((clean(s.description), s.minutes) for s in sessions if s.status == "attended")
    parts = [
        f"{_with_minutes(what, minutes)} ({count(times, 'session')})"
        for (what, minutes), times in done.most_common()
    ]
    return "; ".join(parts)


def _with_minutes(what: str, minutes: int) -> str:
    """The minutes once, also where the description ends in them: "…, 60 min" → "…, 60 minutes"."""
    return f"{_MINUTES_AT_END.sub('', what) or what}, {count(minutes, 'minute')}"


def shorten(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Facts too long for the page go to the addendum whole; a pointer stays."""
    shown, moved = [], []
    for fact in facts:
        if line_count(fact.value, FACT_WIDTHS[1] - CELL_SIDE, FACT_SIZE) > MOST_FACT_LINES:
            moved.append(fact)
            fact = Fact(label=fact.label, value=IN_ADDENDUM)
        shown.append(fact)
    return tuple(shown), tuple(moved)
