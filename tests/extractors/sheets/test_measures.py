"""Assessment sheets: measures with unit, day and side, and what is doubtful about them."""

from __future__ import annotations

from dataclasses import replace

from casebook.records import FieldReading, ReadMeasure
from extractors import sheets
from extractors.options import ReadOptions
from extractors.page import Page
from tests.extractors.pages_of import typed

DATED = FieldReading(value="2026-05-03", confidence=0.99, accepted=True)

TABLE = """
    Functional assessment
    Client: Dana Whitfield
    Measure                   Baseline 02/01/2026     Today       Unit       Norm
    6-minute walk test        380                     421         m          500
    Timed Up and Go           11.4                    9.8         s          10
    Grip strength (right)     22                      26          kg         30
    Blood pressure            142/88                  134/82      mmHg       120/80
    """


def measures_of(page: Page, dated: FieldReading | None = DATED) -> FieldReading | None:
    fields = {"document_date": dated} if dated else {}
    found, _ = sheets.find((page,), "assessment", fields, ReadOptions())
    return found.get("measures")


def told(field: FieldReading | None) -> set[tuple[str, str, str | None, str | None]]:
    assert field is not None
    assert isinstance(field.value, tuple)
    items = [item for item in field.value if isinstance(item, ReadMeasure)]
    return {(item.name, item.value, item.unit, item.date) for item in items}


def test_a_table_gives_each_column_its_day_and_leaves_norms_alone() -> None:
    field = measures_of(typed(TABLE))
    assert told(field) == {
        ("six_minute_walk", "380", "m", "2026-02-01"),
        ("six_minute_walk", "421", "m", "2026-05-03"),
        ("timed_up_and_go", "11.4", "s", "2026-02-01"),
        ("timed_up_and_go", "9.8", "s", "2026-05-03"),
        ("grip_strength", "22", "kg", "2026-02-01"),
        ("grip_strength", "26", "kg", "2026-05-03"),
        ("systolic_bp", "142", "mmHg", "2026-02-01"),
        ("diastolic_bp", "88", "mmHg", "2026-02-01"),
        ("systolic_bp", "134", "mmHg", "2026-05-03"),
        ("diastolic_bp", "82", "mmHg", "2026-05-03"),
    }
    assert field is not None
    assert field.accepted
    assert len(field.evidence) == 10
    sides = {item.side for item in field.value if isinstance(item, ReadMeasure)}  # type: ignore[union-attr]
    assert sides == {None, "right"}


def test_an_undated_baseline_goes_to_a_person() -> None:
    field = measures_of(typed(TABLE.replace("Baseline 02/01/2026", "Baseline           ")))
    assert field is not None
    assert not field.accepted


def test_without_a_day_nothing_is_sure() -> None:
    field = measures_of(typed("Resting heart rate: 72 bpm"), dated=None)
    assert field is not None
    assert not field.accepted


def test_prose_is_read_by_its_units() -> None:
    page = typed(
        """
        Evaluated: 04/05/2026
        Gait speed 0.92 m/s over 10 metres. Oswestry Disability Index 34 %.
        Numeric pain rating 6/10 with stair climbing. Body weight 192 lb.
        """
    )
    assert told(measures_of(page)) == {
        ("gait_speed", "0.92", "m/s", "2026-04-05"),
        ("odi", "34", "points", "2026-04-05"),
        ("nprs", "6", "points", "2026-04-05"),
        ("weight", "192", "lb", "2026-04-05"),
    }


def test_a_scale_that_is_not_told_is_not_taken_for_a_hundred() -> None:
    field = measures_of(typed("Neck Disability Index: 17"))
    assert field is not None
    assert not field.accepted
    [(_, value, unit, _)] = told(field)
    assert (value, unit) == ("17", None)


def test_two_numbers_that_could_both_be_it_are_doubtful() -> None:
    field = measures_of(typed("Resting heart rate 72 bpm, later 80 bpm"))
    assert field is not None
    assert not field.accepted


def test_an_impossible_value_is_doubtful() -> None:
    field = measures_of(typed("Gait speed: 92 m/s"))
    assert field is not None
    assert not field.accepted


def test_recognised_letters_need_a_second_reading() -> None:
    page = replace(typed("Resting heart rate: 72 bpm"), engine="tesseract")
    alone = measures_of(page)
    assert alone is not None
    assert not alone.accepted
    both = measures_of(replace(page, second=page.lines))
    assert both is not None
    assert both.accepted


PHQ = """
    Patient Health Questionnaire (PHQ-9)
    Name: Dana Whitfield
    Little interest or pleasure in doing things              0     (X)   2    3
    Thoughts that you would be better off dead               {answers}
    Total score: 5
    """


def test_the_total_of_a_questionnaire_is_its_measure() -> None:
    page = typed(PHQ.format(answers="(X)   1     2    3"))
    assert told(measures_of(page)) == {("phq9", "5", "points", "2026-05-03")}
    assert sheets.find((page,), "assessment", {}, ReadOptions())[1] == ()


def test_an_answer_to_question_nine_is_told_at_once_and_holds_the_sheet() -> None:
    for answers in ("0     (X)   2    3", "0     1     2    3", "0     (X)", "2"):
        page = typed(PHQ.format(answers=answers))
        found, [problem] = sheets.find(
            (page,), "assessment", {"document_date": DATED}, ReadOptions()
        )
        assert problem.code == "field.phq9_question_9"
        assert not found["measures"].accepted
