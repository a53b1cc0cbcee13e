"""The comparison tells what is wrong from what is missing, and lets harmless spelling pass."""

from __future__ import annotations

from casebook.records import FieldReading, FieldValue, LineItem, Reading
from samples.comparing import compare, same
from samples.story import Ending, ExpectedDocument, condition, document
from tests.samples.perfect import reading

WANTED = document(
    "referral",
    Ending(state="filed", why="clear"),
    {"patient_name": "Inés Núñez", "duration": "8 weeks", "patient_dob": "1955-07-22"},
    (condition("Low back pain", "M54.50"), condition("stroke", experiencer="family")),
    problems=("icd10.not_billable",),
    may_be_missing=("duration",),
)


def _with(name: str, value: FieldValue, accepted: bool = True) -> Reading:
    read = reading(WANTED)
    field = FieldReading(value=value, confidence=0.9, accepted=accepted)
    return read.model_copy(update={"fields": {**read.fields, name: field}})


def _told(found: Reading, wanted: ExpectedDocument = WANTED) -> list[tuple[str, str]]:
    return [(one.what, one.field) for one in compare([wanted], [found])]


def test_a_perfect_reading_differs_in_nothing() -> None:
    assert _told(reading(WANTED)) == []


def test_an_accepted_value_that_is_not_so_is_wrong() -> None:
    assert _told(_with("patient_dob", "1955-07-23")) == [("wrong", "patient_dob")]


def test_a_doubted_value_that_is_not_so_is_only_missing() -> None:
    assert _told(_with("patient_dob", "1955-07-23", False)) == [("missing", "patient_dob")]


def test_an_accent_left_out_of_a_name_is_wrong() -> None:
    assert _told(_with("patient_name", "Ines Nunez")) == [("wrong", "patient_name")]


def test_an_accepted_value_that_the_paper_does_not_hold_is_wrong() -> None:
    assert _told(_with("surgery_date", "2026-01-01")) == [("wrong", "surgery_date")]


def test_what_may_be_missing_must_be_right_where_it_is_given() -> None:
    read = reading(WANTED)
    fields = {name: found for name, found in read.fields.items() if name != "duration"}
    assert _told(read.model_copy(update={"fields": fields})) == []
    assert _told(_with("duration", "6 weeks")) == [("wrong", "duration")]


def test_a_family_condition_taken_for_the_patients_is_wrong() -> None:
    read = reading(WANTED)
    mine = read.diagnoses[1].model_copy(update={"experiencer": "patient"})
    found = read.model_copy(update={"diagnoses": (read.diagnoses[0], mine)})
    assert _told(found) == [("wrong", "diagnoses.1")]


def test_a_code_that_was_not_read_is_missing_and_another_code_is_wrong() -> None:
    read = reading(WANTED)
    bare = read.diagnoses[0].model_copy(update={"code": None, "code_origin": None})
    other = read.diagnoses[0].model_copy(update={"code": "M54.59"})
    for first, what in ((bare, "missing"), (other, "wrong")):
        found = read.model_copy(update={"diagnoses": (first, read.diagnoses[1])})
        assert _told(found) == [(what, "diagnoses.0")]


def test_a_condition_and_a_problem_that_are_not_named_are_missing() -> None:
    found = reading(WANTED).model_copy(update={"diagnoses": (), "problems": ()})
    fields = [field for what, field in _told(found) if what == "missing"]
    assert fields == ["problems", "diagnoses.0", "diagnoses.1"]


def test_two_documents_read_as_one_are_told_as_such() -> None:
    differences = compare([WANTED, WANTED], [reading(WANTED)])
    assert [one.field for one in differences] == ["documents"]


def test_spelling_of_words_is_free_and_numbers_are_not() -> None:
    assert same("frequency", "2 times per week", "2 Times per  week.")
    assert not same("frequency", "2 times per week", "3 times per week")
    assert same("total", "190.00", "190.0")


def test_a_line_items_quantity_may_stand_before_its_words() -> None:
    wanted = (LineItem(description="EXERCISE SESSION", quantity=1, amount="95.00"),)
    assert same("line_items", wanted, (LineItem(description="1 EXERCISE SESSION", amount="95.00"),))
    assert not same(
        "line_items", wanted, (LineItem(description="EXERCISE SESSION", amount="9.50"),)
    )
