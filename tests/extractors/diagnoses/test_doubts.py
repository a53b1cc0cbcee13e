"""What keeps a diagnosis from being accepted, and how its parts are put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casebook.records import Diagnosis
from extractors.diagnoses import DiagnosesFound, find
from extractors.options import ReadOptions
from extractors.page import Line, Page
from tests.extractors.pages_of import typed

ON = date(2026, 6, 1)


def read(drawing: str, on: date | None = ON) -> DiagnosesFound:
    return find((typed(drawing),), ReadOptions(), on)


def recognised(drawing: str, confidence: float = 0.95) -> Page:
    """The same page as an OCR engine would hand it over."""
    page = typed(drawing)
    lines = tuple(
        Line(tuple(replace(w, origin="ocr", confidence=confidence) for w in line.words))
        for line in page.lines
    )
    return replace(page, lines=lines, engine="tesseract")


def own(found: DiagnosesFound) -> list[tuple[str, str | None]]:
    return [(one.text, one.code) for one in found.diagnoses if one.is_patients_own]


def named(found: DiagnosesFound, text: str) -> Diagnosis:
    return next(one for one in found.diagnoses if one.text.lower() == text.lower())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Diagnosis: low back pain (M54.5)", "icd10.not_billable"),
        ("Diagnosis: dorsalgia (M54.99)", "icd10.unknown"),
        ("Diagnosis: lumbago 724.2", "icd9.code"),
        ("Dx: right knee osteoarthritis (M17.12)", "icd10.conflict"),
        ("Diagnosis: back pain", "dx.vague"),
        ("Diagnosis: elevated cholesterol", "dx.vague"),
        ("I recommend a gym for my patient for general fitness.", "dx.vague"),
        ("I recommend a personal trainer for weight loss.", "dx.vague"),
    ],
)
def test_what_a_person_must_know_is_a_problem_and_nothing_is_accepted(
    line: str, problem: str
) -> None:
    found = read(line)
    assert [one.code for one in found.problems] == [problem]
    assert not any(one.accepted for one in found.diagnoses)


def test_specific_words_without_a_code_raise_no_problem() -> None:
    assert read("Diagnosis: hypercholesterolemia").problems == ()


def test_codes_are_judged_on_the_date_of_the_document() -> None:
    assert read("Dx: low back pain (M54.5)", date(2020, 5, 1)).problems == ()
    assert read("Dx: low back pain (M54.5)", None).problems != ()


def test_a_mended_code_is_proposed_and_not_accepted() -> None:
    found = find((recognised("Dx: neck pain (MS4.2)"),), ReadOptions(), ON)
    assert own(found) == [("neck pain", "M54.2")]
    assert not found.diagnoses[0].accepted


def test_words_read_badly_are_not_accepted() -> None:
    found = find((recognised("Dx: cervicalgia (M54.2)", 0.5),), ReadOptions(), ON)
    assert own(found) == [("cervicalgia", "M54.2")]
    assert not found.diagnoses[0].accepted


def test_a_misread_letter_still_finds_the_condition() -> None:
    found = find((recognised("Dx: hypercholestero1emia"),), ReadOptions(), ON)
    assert len(found.diagnoses) == 1
    assert not found.diagnoses[0].accepted


def test_a_second_engine_that_read_another_code_keeps_it_from_being_accepted() -> None:
    page = recognised("Dx: cervicalgia (M54.2)")
    other = recognised("Dx: cervicalgia (M54.6)").lines
    assert find((page,), ReadOptions(), ON).diagnoses[0].accepted
    assert not find((replace(page, second=other),), ReadOptions(), ON).diagnoses[0].accepted


def test_a_name_wrapped_over_two_lines_is_one() -> None:
    found = read("""
        My patient carries the diagnosis of chronic neck pain (M54.2) and lumbar stenosis, no
        claudication (M48.061).
    """)
    assert own(found) == [
        ("chronic neck pain", "M54.2"),
        ("lumbar stenosis, no claudication", "M48.061"),
    ]


def test_the_evidence_points_at_words_and_code() -> None:
    (one,) = read("Dx: cervicalgia (M54.2)").diagnoses
    assert one.evidence[0].text == "cervicalgia (M54.2)"
    assert one.evidence[0].page == 1


def test_an_empty_page_has_no_diagnoses() -> None:
    assert find((), ReadOptions(), None) == DiagnosesFound((), ())
    assert read(" ").diagnoses == ()


def test_a_form_with_a_code_under_its_words_ties_them_and_leaves_the_other_fields_alone() -> None:
    found = read("""
        Diagnosis:          Primary osteoarthritis, right knee
        ICD-10-CM:          M17.11
        Treatment:          One-on-one supervised exercise
        Restrictions        no loaded spinal flexion
        Goals               carry groceries without pain
        Frequency           Duration
        1x per week         16 weeks
    """)
    assert [(one.text, one.code) for one in found.diagnoses] == [
        ("Primary osteoarthritis, right knee", "M17.11")
    ]


def test_a_value_wrapped_under_its_label_is_one_name() -> None:
    found = read("""
        Dx:        Lumbar spinal stenosis without
                   neurogenic claudication M48.061
    """)
    assert own(found) == [("Lumbar spinal stenosis without neurogenic claudication", "M48.061")]


def test_a_capital_i_read_as_one_is_mended_where_the_words_fit_and_not_accepted() -> None:
    page = recognised("""
        Diagnosis:     Chronic systolic heart failure
        ICD-10:        150.22
    """)
    found = find((page,), ReadOptions(), ON)
    assert own(found) == [("Chronic systolic heart failure", "I50.22")]
    assert not found.diagnoses[0].accepted
    assert [one.code for one in found.problems] == ["icd10.mended"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Dx: gout, resolved (M10.9)", "historical"),
        ("Dx: suspected gout (M10.9)", "possible"),
        ("Dx: no gout (M10.9)", "negated"),
        ("Dx: family history of gout (M10.9)", "family"),
    ],
)
def test_what_is_said_about_a_coded_name_is_heard(line: str, label: str) -> None:
    (one,) = read(line).diagnoses
    assert label in (one.assertion, one.temporality, one.experiencer)
    assert not one.accepted


_BEFORE = (
    "suspected; possible; likely; questionable; ?; rule out; r/o; no; no evidence of; denies"
    "; without; negative for; family history of; FH:; mother with; at risk for; screening for"
    "; to prevent; watch for; if; former; resolved; remote; concern for; cannot exclude"
).split("; ")
_BEHIND = (
    " - denied; : none; (denied); was ruled out; unlikely;, resolved 2020; (resolved); in mother"
    "; (father, brother); runs in family; possible; (suspected); ?; (?); not confirmed"
    "; vs. lupus; workup pending; not present; - negative"
).split(";")


@pytest.mark.parametrize("context", ["{}", "Dx: {}", "PMH: {}", "Diagnoses: asthma (J45.909), {}"])
@pytest.mark.parametrize("name", ["rheumatoid arthritis", "deep vein thrombosis (I82.409)"])
def test_no_doubt_denial_or_relative_is_overheard_wherever_it_stands(
    context: str, name: str
) -> None:
    sayings = [f"{cue} {name}" for cue in _BEFORE] + [f"{name} {cue}" for cue in _BEHIND]
    overheard = [
        saying
        for saying in sayings
        for text, code in own(read(context.format(saying)))
        if name.split(" (")[0] in text.lower() or code == "I82.409"
    ]
    assert overheard == []
