"""The progress report: numbers with units and days, thresholds, attribution, one page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.records import Goal
from rules.measures import Measure
from templates.contexts.progress_facts import attendance
from templates.contexts.progress_measures import MeasureRow, measures_of
from templates.contexts.progress_report import ReportNotes, progress_report_context
from templates.paper import values_of
from tests.templates.cases import (
    AUTUMN,
    GOALS,
    STUDIO,
    TODAY,
    case,
    document,
    hard_case,
    measured,
    sessions,
)


def row(*values: str, measure: str = "six_minute_walk", unit: str = "m") -> MeasureRow:
    (only,) = measures_of(case(measurements=measured(measure, unit, *values)), AUTUMN).rows
    return only


def test_baseline_previous_and_current_carry_unit_and_day() -> None:
    walk = row("412", "438", "457")
    assert (walk.baseline.text, walk.baseline.day) == ("412 m", "Sep 8, 2026")
    assert (walk.previous.text, walk.previous.day) == ("438 m", "Oct 8, 2026")
    assert (walk.current.text, walk.current.day) == ("457 m", "Nov 8, 2026")
    assert (walk.change, walk.direction) == ("+45 m", "improved")


def test_two_values_have_no_previous_and_one_has_no_change() -> None:
    assert row("412", "438").previous.text == "—"
    once = row("412")
    assert (once.current.text, once.change, once.direction) == ("—", "—", "measured once")


def test_a_threshold_is_exceeded_reached_or_not() -> None:
    assert row("412", "443").published == "30 m: exceeded"
    assert row("412", "442").published == "30 m: reached"
    assert row("412", "441.9").published == "30 m: not exceeded"
    assert row("412", "350").published == "30 m: not exceeded"


def test_less_is_better_where_it_is() -> None:
    faster = row("11.8", "10.4", measure="timed_up_and_go", unit="s")
    assert (faster.direction, faster.published) == ("improved", "1.1 s: exceeded")
    assert row("10", "12", measure="timed_up_and_go", unit="s").direction == "declined"


def test_a_percentage_threshold_counts_from_the_baseline() -> None:
    assert row("200", "189", measure="weight", unit="lb").published == "5%: exceeded"
    assert row("200", "191", measure="weight", unit="lb").published == "5%: not exceeded"


def test_values_in_different_units_are_not_compared() -> None:
    mixed = (*measured("weight", "lb", "200"), measured("weight", "kg", "90", "85")[1])
    (weight,) = measures_of(case(measurements=mixed), AUTUMN).rows
    assert weight.change == "—" and weight.direction == "units differ"
    assert "not compared" in weight.published


def test_a_threshold_in_another_unit_is_not_applied() -> None:
    known = {"grip": Measure(name="Grip", unit="kg", better="up", threshold=Decimal(6))}
    pounds = case(measurements=measured("grip", "lb", "40", "60"))
    (grip,) = measures_of(pounds, AUTUMN, known).rows
    assert grip.published == "6 kg: not compared (other unit)"


def test_values_after_the_period_do_not_count() -> None:
    late = measured("six_minute_walk", "m", "412", "438", "457", "500")
    (walk,) = measures_of(case(measurements=late), AUTUMN).rows
    assert walk.current.text == "457 m"


def test_phq9_item_9_is_kept_out() -> None:
    items = measured("phq9_item_9", "points", "1", "2") + measured("phq9", "points", "14", "8")
    rows = measures_of(case(measurements=items), AUTUMN).rows
    assert [each.name for each in rows] == ["PHQ-9 (0–27)"]


def test_attendance_counts_what_was_due() -> None:
    before = date(2026, 10, 8)
    assert attendance(sessions(), before) == (
        "7 of 8 scheduled sessions attended (88%); 1 missed; 2 still to come"
    )
    assert attendance((), TODAY) == "No session was due in this period"
    assert attendance(sessions(1, 0, 0), TODAY) == "1 of 1 scheduled session attended (100%)"


def test_the_diagnosis_is_attributed_to_who_gave_it() -> None:
    report = progress_report_context(case(), AUTUMN, STUDIO, TODAY)
    facts = {fact.label: fact.value for fact in report.facts}
    assert facts["Diagnosis"] == (
        "Primary osteoarthritis, right knee (M17.11), as given by Harriet L. Osei, MD "
        "(referral of June 7, 2026)"
    )


def test_the_employer_copy_holds_no_health_information() -> None:
    told = case(
        goals=(*GOALS, Goal(id="g", client_id="client_1", text="HbA1c", set_on=date(2026, 9, 8)))
    )
    report = progress_report_context(told, AUTUMN, STUDIO, TODAY, for_employer=True)
    printed = " ".join(values_of(report)).casefold()
    for word in ("osteoarthritis", "m17", "osei", "knee", "hba1c", "walk", "pain", "1968", "dr."):
        assert word not in printed, word
    assert "7 of 8 scheduled sessions attended (88%)" in printed


def test_nothing_is_cut_what_does_not_fit_goes_to_the_addendum() -> None:
    long = hard_case()
    report = progress_report_context(long, AUTUMN, STUDIO, TODAY)
    goals = [goal.text for goal in (*report.page.goals, *report.addendum.goals)]
    assert len(goals) == 40
    assert report.page.goals and report.addendum.goals
    assert (
        report.more_goals == f"{len(report.addendum.goals)} further goals in the addendum, page 2."
    )
    assert report.addendum_facts[0].value.startswith("Exercise & <balance>")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 400), max_size=30))
def test_every_goal_stands_exactly_once(lengths: list[int]) -> None:
    goals = tuple(
        Goal(
            id=f"{number:03}",
            client_id="client_1",
            text=f"{number} " + "x y" * length,
            set_on=date(2026, 9, 8),
        )
        for number, length in enumerate(lengths)
    )
    report = progress_report_context(case(goals=goals), AUTUMN, STUDIO, TODAY)
    shown = [goal.text for goal in (*report.page.goals, *report.addendum.goals)]
    assert shown == [goal.text for goal in goals]


def test_the_authors_words_replace_the_line_to_write_on() -> None:
    notes = ReportNotes(adverse_events="None reported.", programme="Walking & strength")
    report = progress_report_context(case(), AUTUMN, STUDIO, TODAY, notes=notes)
    assert [note.text for note in report.notes] == ["None reported.", ""]
    assert {fact.label: fact.value for fact in report.facts}["Program"] == "Walking & strength"


def test_without_referral_nobody_is_named() -> None:
    silent = document("doc_r", "referral", {"frequency": "weekly"})
    report = progress_report_context(case(documents=(silent,)), AUTUMN, STUDIO, TODAY)
    assert not {"Referred by", "Diagnosis"} & {fact.label for fact in report.facts}


def test_minutes_that_the_description_ends_in_are_told_once() -> None:
    described = [
        session.model_copy(update={"description": f"Strength training{end}"})
        for session, end in zip(case().sessions, (", 60 min", " (60 minutes)", ""), strict=False)
    ]
    of = case(sessions=tuple(described))
    facts = {f.label: f.value for f in progress_report_context(of, AUTUMN, STUDIO, TODAY).facts}
    assert "60 min," not in facts["Program"] and "(60 minutes)" not in facts["Program"]
    assert facts["Program"].count("Strength training, 60 minutes") >= 1
