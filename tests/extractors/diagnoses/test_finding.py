"""Diagnoses on pages of many looks: tied codes, labels, lists, tick boxes, traps."""

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
    ("line", "expected"),
    [
        ("Dx: bilateral knee OA [M17.0]", ("bilateral knee OA", "M17.0")),
        ("Diagnoses: M54.59 chronic mechanical LBP.", ("chronic mechanical LBP", "M54.59")),
        ("I treat him for gout (M10.9).", ("gout", "M10.9")),
        ("exercise because of HNP L4/5: M51.26.", ("HNP L4/5", "M51.26")),
        ("Primary Dx: E66.01 - Morbid obesity", ("Morbid obesity", "E66.01")),
        (
            "under my care for lumbar stenosis, no claudication (M48.061)",
            ("lumbar stenosis, no claudication", "M48.061"),
        ),
        (
            "She has right knee osteoarthritis, ICD-10 code M17.11, and limps.",
            ("right knee osteoarthritis", "M17.11"),
        ),
        (
            "Hemiplegia following cerebral infarction affecting right dominant side (I69.351)",
            ("Hemiplegia following cerebral infarction affecting right dominant side", "I69.351"),
        ),
    ],
)
def test_a_printed_code_takes_the_words_beside_it(line: str, expected: tuple[str, str]) -> None:
    found = read(line)
    assert own(found) == [expected]
    assert found.diagnoses[0].code_origin == "printed"
    assert found.diagnoses[0].accepted


def test_a_table_ties_codes_to_their_rows() -> None:
    found = read("""
        Diagnosis                              ICD-10
        Osteoarthritis of both knees           M17.0
        Type 2 diabetes mellitus               E11.9
        Hypertension                           I10
    """)
    assert own(found) == [
        ("Osteoarthritis of both knees", "M17.0"),
        ("Type 2 diabetes mellitus", "E11.9"),
        ("Hypertension", "I10"),
    ]


def test_a_code_on_a_line_of_its_own_finds_its_words() -> None:
    found = read("""
        DIAGNOSIS:   Rotator cuff tear, right shoulder
        ICD-10:      M75.101
        FREQUENCY:   2x/week
    """)
    assert own(found) == [("Rotator cuff tear, right shoulder", "M75.101")]


def test_codes_without_words_are_kept() -> None:
    assert own(read("ICD-10 codes: M17.11, E11.9")) == [("M17.11", "M17.11"), ("E11.9", "E11.9")]


def test_a_list_without_codes_is_cut_into_its_items_and_codes_are_suggested_only() -> None:
    found = read("Comorbidities: gout, Parkinson's disease and atrial fibrillation")
    assert [text for text, _ in own(found)] == [
        "gout",
        "Parkinson's disease",
        "atrial fibrillation",
    ]
    parkinson = named(found, "Parkinson's disease")
    assert parkinson.code is None
    assert "G20.A1" in parkinson.suggestions
    fibrillation = named(found, "atrial fibrillation")
    assert (fibrillation.code, fibrillation.code_origin) == ("I48.91", "suggested")


def test_only_ticked_boxes_count() -> None:
    found = read("""
        Medical conditions:
        [x] Hypertension   [ ] Diabetes   [X] Obesity
        ☐ COPD             ☒ Osteoporosis
    """)
    assert [text for text, _ in own(found)] == ["Hypertension", "Obesity", "Osteoporosis"]


def test_a_yes_no_question_without_a_mark_says_nothing() -> None:
    assert read("Heart disease?   Yes   No").diagnoses == ()


def test_what_is_not_the_patients_present_condition_is_labelled_and_never_accepted() -> None:
    found = read("""
        Dx: cervicalgia (M54.2)
        FH of colon cancer (paternal uncle). Patient denies shortness of breath.
        Hx of pulmonary embolism in 2015. R/O polymyalgia rheumatica.
        Watch for signs of deep vein thrombosis.
    """)
    assert own(found) == [("cervicalgia", "M54.2")]
    said = {
        one.text: (one.assertion, one.temporality, one.experiencer)
        for one in found.diagnoses
        if not one.is_patients_own
    }
    assert said == {
        "colon cancer": ("affirmed", "current", "family"),
        "shortness of breath": ("negated", "current", "patient"),
        "pulmonary embolism": ("affirmed", "historical", "patient"),
        "polymyalgia rheumatica": ("possible", "current", "patient"),
        "deep vein thrombosis": ("affirmed", "hypothetical", "patient"),
    }
    assert not any(one.accepted for one in found.diagnoses if not one.is_patients_own)


def test_a_suspected_condition_with_a_code_is_never_the_patients() -> None:
    assert own(read("Dx: rule out lumbar radiculopathy (M54.16)")) == []


def test_letterheads_small_print_goals_and_medicines_name_no_diagnosis() -> None:
    found = read("""
        Advanced Arthritis & Osteoporosis Center
        Diagnosis: cervicalgia (M54.2)
        Medications: metformin (diabetes), albuterol for asthma
        Goals: lose weight
        CONFIDENTIAL: may contain HIV or alcohol abuse information protected by 42 CFR Part 2
    """)
    assert own(found) == [("cervicalgia", "M54.2")]


def test_a_condition_named_twice_is_one_diagnosis_with_both_places() -> None:
    found = read("""
        Diagnosis: rheumatoid arthritis (M06.9)
        Her rheumatoid arthritis limits her walking.
    """)
    assert own(found) == [("rheumatoid arthritis", "M06.9")]
    assert len(found.diagnoses[0].evidence) == 2


def test_a_chronic_condition_in_the_history_is_the_patients() -> None:
    found = read("Hx of hyperlipidemia, on atorvastatin.")
    assert [text for text, _ in own(found)] == ["hyperlipidemia"]
    assert found.diagnoses[0].accepted


def test_an_operation_named_as_the_diagnosis_is_present() -> None:
    assert own(read("Diagnosis: s/p right TKA (Z96.651)"))[0][1] == "Z96.651"


@pytest.mark.parametrize(
    "line",
    [
        "Dr. Alan Stone, MD, MS, FACP",
        "12 Main St, Detroit, MI 48201",
        "NPI 1391917774 Lic. G33321 DEA BD2831989",
        "Tel (S05) 555-0262",
    ],
)
def test_degrees_states_licences_and_telephones_are_no_conditions(line: str) -> None:
    assert read(line).diagnoses == ()


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
