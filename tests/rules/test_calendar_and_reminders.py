"""Which days are covered and why; what is due today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casebook.records import Case, Period
from rules.calendar import calendar, gaps_of
from rules.catalog import rules
from rules.profiles import profile
from rules.reminders import Reminder, SentRequest, due
from tests.rules.cases import TODAY, YEAR, case, client, document, letter, receipt, session

FSA = profile("generic_fsa")


def two_letters() -> Case:
    """2 March to 31 May, then 1 July to 31 August 2026."""
    return case(
        letter(
            id="doc_second", signature_date="2026-07-01", start_date=None, end_date="2026-08-31"
        ),
        letter(end_date="2026-05-31"),
        sessions=(
            session(date(2026, 2, 20)),
            session(date(2026, 5, 31)),
            session(date(2026, 6, 10)),
            session(date(2026, 7, 1)),
            session(date(2026, 7, 8), status="no_show"),
            session(date(2026, 9, 1)),
        ),
    )


def test_each_session_is_covered_or_not_with_rule_and_reason() -> None:
    days = calendar(two_letters(), FSA, YEAR, TODAY)
    assert [(d.date.month, d.covered, d.rule_id) for d in days] == [
        (2, False, "lmn.window"),
        (5, True, "lmn.window"),
        (6, False, "lmn.window"),
        (7, True, "lmn.window"),
        (7, False, "claim.attended"),
        (9, False, "lmn.window"),
    ]
    assert days[2].reason == "in a gap between two letters"
    assert days[1].lmn_document_id == "doc_lmn"
    assert days[3].lmn_document_id == "doc_second"
    assert days[4].lmn_document_id == "doc_second"
    assert {d.rule_id for d in days} <= set(rules())


def test_the_calendar_keeps_to_its_period_and_to_the_coverage() -> None:
    of = two_letters().model_copy(update={"client": client(coverage_end=date(2026, 6, 30))})
    july = Period(start=date(2026, 7, 1), end=date(2026, 7, 31))
    days = calendar(of, FSA, july, TODAY)
    assert [(d.date.day, d.rule_id) for d in days] == [
        (1, "claim.coverage_period"),
        (8, "claim.coverage_period"),
    ]


def test_where_no_letter_is_needed_every_attended_day_counts() -> None:
    wellness = profile("employer_wellness")
    days = calendar(two_letters(), wellness, YEAR, TODAY)
    assert [d.covered for d in days] == [True, True, True, True, False, True]
    assert gaps_of(two_letters(), wellness) == ()


def test_a_gap_between_two_letters_names_the_sessions_that_fell_into_it() -> None:
    (gap,) = gaps_of(two_letters(), FSA)
    assert gap.period == Period(start=date(2026, 6, 1), end=date(2026, 6, 30))
    assert gap.session_ids == ("session_2026-06-10",)
    assert gaps_of(case(letter()), FSA) == ()


def test_a_plan_year_needs_its_own_letter_where_the_profile_says_so() -> None:
    of = case(
        letter(end_date="2027-02-28"),
        client=client(coverage_start=date(2026, 7, 1), coverage_end=date(2027, 6, 30)),
        sessions=(session(date(2026, 7, 2)),),
    )
    assert calendar(of, FSA, YEAR, TODAY)[0].covered
    assert not calendar(of, profile("take_command"), YEAR, TODAY)[0].covered


def kinds(found: tuple[Reminder, ...]) -> list[str]:
    return [each.key for each in found]


def on(day: date, *documents: Any, **changes: Any) -> tuple[Reminder, ...]:
    return due(case(*documents, **changes), FSA, day)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 7, 1), []),
        (date(2026, 7, 2), ["lmn_expiring:doc_lmn:60"]),
        (date(2026, 7, 31), ["lmn_expiring:doc_lmn:60"]),
        (date(2026, 8, 1), ["lmn_expiring:doc_lmn:30"]),
        (date(2026, 8, 31), ["lmn_expiring:doc_lmn:30"]),
        (date(2026, 9, 1), []),
    ],
)
def test_a_letter_is_renewed_sixty_and_thirty_days_before_its_end(
    today: date, expected: list[str]
) -> None:
    """The letter covers until 31 August 2026."""
    assert kinds(on(today, letter())) == expected


def test_a_letter_that_was_renewed_needs_no_reminder() -> None:
    renewed = letter(id="doc_next", signature_date="2026-08-20", start_date="2026-09-01")
    assert on(date(2026, 8, 21), letter(), renewed) == ()


def test_the_report_of_a_month_with_sessions_is_due_until_it_was_sent() -> None:
    referral = document("referral", {"document_date": "2026-03-01"}, id="doc_referral")
    of = case(referral, sessions=(session(date(2026, 3, 10)),))
    (report,) = due(of, FSA, date(2026, 4, 9))
    assert (report.kind, report.stage, report.days_left) == ("report_due", "2026-03", -2)
    assert due(of, FSA, date(2026, 4, 9), reports=[date(2026, 4, 2)]) == ()
    assert due(of, FSA, date(2026, 4, 9), reports=[date(2026, 3, 31)]) == (report,)
    assert due(of, FSA, date(2026, 3, 31)) == ()
    assert due(of, FSA, date(2026, 5, 1)) == ()


def test_the_run_out_is_named_while_something_can_still_be_claimed() -> None:
    """Ninety days after the plan year's end: 31 March 2027."""
    of = case(
        letter(),
        receipt(),
        client=client(coverage_start=date(2026, 1, 1), coverage_end=date(2026, 12, 31)),
        sessions=(session(date(2026, 3, 10)), session(date(2026, 3, 12))),
    )
    (found,) = due(of, FSA, date(2027, 3, 2))
    assert (found.kind, found.due_on, found.days_left) == ("run_out", date(2027, 3, 31), 29)
    assert "2 sessions for $180.00" in found.sentence
    assert due(of, FSA, date(2027, 2, 1)) == ()
    assert due(of, FSA, date(2027, 4, 1)) == ()
    claimed = frozenset(s.id for s in of.sessions)
    assert due(of.model_copy(update={"claimed_session_ids": claimed}), FSA, date(2027, 3, 2)) == ()


def test_an_appeal_is_named_in_its_last_thirty_days_until_it_was_answered() -> None:
    fields = {"document_date": "2026-06-01", "payer_name": "Cascade Mutual"}
    of = case(document("denial", fields, id="doc_denial"))
    assert kinds(due(of, FSA, date(2026, 11, 1))) == ["appeal:doc_denial:internal appeal"]
    assert due(of, FSA, date(2026, 10, 1)) == ()
    assert due(of, FSA, date(2026, 11, 1), answered_denials={"doc_denial"}) == ()


def test_a_request_without_an_answer_is_named_after_its_days() -> None:
    asked = SentRequest(id="request_1", title="LMN request", sent_on=date(2026, 5, 1))
    of = case()
    assert due(of, FSA, date(2026, 5, 15), requests=[asked]) == ()
    (found,) = due(of, FSA, date(2026, 5, 16), requests=[asked])
    assert found.sentence == "LMN request: no answer for 15 days; ask again."
    assert due(of, FSA, date(2026, 5, 11), requests=[asked], answer_within_days=9) != ()
    answered = asked.model_copy(update={"answered_on": date(2026, 5, 20)})
    assert due(of, FSA, date(2026, 5, 30), requests=[answered]) == ()
