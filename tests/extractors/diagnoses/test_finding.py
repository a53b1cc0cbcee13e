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
