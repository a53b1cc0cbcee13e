"""What a sentence says about a condition: affirmed, denied, suspected; past, feared; whose."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import Judgement, judge
from extractors.diagnoses.phrases import token_patterns


def labels(judged: Judgement) -> tuple[str, str, str]:
    return judged.assertion, judged.temporality, judged.experiencer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("No syncope.", "syncope"),
        ("Absence of spinal stenosis on MRI.", "spinal stenosis"),
        ("Asthma - denied.", "Asthma"),
        ("DEXA negative for osteoporosis.", "osteoporosis"),
        ("Never had a seizure disorder.", "seizure disorder"),
        ("No red flags: no cauda equina syndrome.", "cauda equina syndrome"),
        ("Patient denies shortness of breath.", "shortness of breath"),
        ("Stroke was ruled out.", "Stroke"),
        ("MRI did not show a disc herniation.", "disc herniation"),
        ("The patient has type 2 diabetes but denies chest pain.", "chest pain"),
        ("Denies chest pain, palpitations or dizziness.", "dizziness"),
        ("Diabetes mellitus: none.", "Diabetes mellitus"),
        ("Seizures: denied", "Seizures"),
        ("Osteoporosis is not suspected.", "Osteoporosis"),
        ("Patient without known coronary artery disease.", "coronary artery disease"),
        ("Tuberculosis test negative.", "Tuberculosis"),
    ],
)
def test_what_is_denied_or_ruled_out_is_negated(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("negated", "current", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("FH of colon cancer (paternal uncle).", "colon cancer"),
        ("Maternal aunt: rheumatoid arthritis.", "rheumatoid arthritis"),
        ("Father with MI at 52.", "MI"),
        ("Dad diagnosed with Parkinson's disease at 70.", "Parkinson's disease"),
        ("Her mother had breast cancer and her father died of a stroke.", "stroke"),
        ("Breast cancer in her maternal aunt.", "Breast cancer"),
        ("Heart disease runs in the family.", "Heart disease"),
        ("Mother: hypertension, diabetes; father: MI at 60", "diabetes"),
        ("Family history: colon cancer, hypertension.", "hypertension"),
        ("Sister died of ovarian cancer.", "ovarian cancer"),
        ("Both parents have hypertension.", "hypertension"),
    ],
)
def test_what_relatives_have_is_the_familys(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("affirmed", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Hx of hyperlipidemia, on atorvastatin.", "hyperlipidemia"),
        (
            "postmenopausal osteoporosis, no current fx",
            "postmenopausal osteoporosis, no current fx",
        ),
        ("She has a history of hypertension.", "hypertension"),
        ("The patient has type 2 diabetes but denies chest pain.", "type 2 diabetes"),
        ("No fracture, moderate osteoarthritis of the knee.", "osteoarthritis"),
        ("Her husband reports that she has had severe low back pain.", "low back pain"),
        ("Per his wife, he suffers from knee pain.", "knee pain"),
        ("Lives with her mother. Hypertension is well controlled.", "Hypertension"),
        ("Diagnosis: lumbar stenosis without neurogenic claudication", "lumbar stenosis"),
        ("Recovering from COVID-19, she now has fatigue.", "fatigue"),
        ("Hypertension has not resolved.", "Hypertension"),
        (
            "I am referring her for low back pain; she cannot exercise safely without supervision.",
            "low back pain",
        ),
        (
            "This patient, whose mother has Parkinson's disease, suffers from gait instability.",
            "gait instability",
        ),
        ("Her son has autism; she has depression.", "depression"),
        ("She is at increased risk of falling due to osteoporosis.", "osteoporosis"),
    ],
)
def test_what_the_patient_has_is_affirmed_current_and_the_patients(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("affirmed", "current", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Suspected sleep apnea, study ordered.", "sleep apnea"),
        ("R/O polymyalgia rheumatica.", "polymyalgia rheumatica"),
        ("Questionable early Parkinson's disease.", "Parkinson's disease"),
        ("Rule out lumbar radiculopathy.", "lumbar radiculopathy"),
        ("Cannot exclude rotator cuff tear.", "rotator cuff tear"),
        ("Possible meniscal tear of the left knee.", "meniscal tear"),
        ("There is concern for early dementia.", "dementia"),
        ("? rotator cuff tear", "rotator cuff tear"),
        ("Fibromyalgia vs polymyalgia rheumatica.", "polymyalgia rheumatica"),
        ("The workup for multiple sclerosis is pending.", "multiple sclerosis"),
        ("Knee OA likely.", "Knee OA"),
    ],
)
def test_what_is_suspected_is_possible(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("possible", "current", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Return sooner should syncope develop.", "syncope"),
        ("Stop exercise and call if chest pain occurs.", "chest pain"),
        ("Watch for signs of deep vein thrombosis.", "deep vein thrombosis"),
        ("Exercise is meant to prevent osteoporosis.", "osteoporosis"),
        ("At risk for hip fracture if she falls.", "hip fracture"),
        ("If knee pain worsens, stop.", "knee pain"),
        ("Screening for osteoporosis was discussed.", "osteoporosis"),
        ("Exercise will lower his risk of stroke.", "stroke"),
        ("Call the office if swelling or calf pain develops.", "calf pain"),
        ("To prevent falls and hip fracture.", "hip fracture"),
        ("Aspirin for stroke prevention.", "stroke"),
    ],
)
def test_what_may_come_or_is_to_be_prevented_is_hypothetical(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("affirmed", "hypothetical", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Plantar fasciitis, resolved 2022.", "Plantar fasciitis"),
        ("Hx of pulmonary embolism in 2015, anticoagulation completed.", "pulmonary embolism"),
        ("Former deep vein thrombosis (2014), resolved.", "deep vein thrombosis"),
        ("Remote concussion (2010), fully recovered.", "concussion"),
        ("History of appendectomy.", "appendectomy"),
        ("s/p right TKA in March.", "TKA"),
        ("She no longer has asthma.", "asthma"),
        ("Childhood asthma, outgrown.", "asthma"),
        ("She had a stroke in 2019.", "stroke"),
        ("Pneumonia last winter.", "Pneumonia"),
        ("Breast cancer 2012, in remission.", "Breast cancer"),
        ("She was treated for pneumonia two years ago.", "pneumonia"),
        ("Healed left wrist fracture.", "wrist fracture"),
        ("She is a breast cancer survivor.", "breast cancer"),
        ("No longer bothered by sciatica.", "sciatica"),
        ("Gestational diabetes with her first pregnancy in 2009.", "Gestational diabetes"),
    ],
)
def test_what_is_over_is_historical(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("affirmed", "historical", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("No family history of diabetes.", "diabetes"),
    ],
)
def test_what_no_relative_has_is_negated_and_the_familys(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("negated", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Neighbor has tuberculosis.", "tuberculosis"),
    ],
)
def test_what_somebody_else_has_is_another_persons(text: str, target: str) -> None:
    assert labels(judge(text, target)) == ("affirmed", "current", "other")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("hypertension", "current"),
        ("type 2 diabetes", "current"),
        ("appendectomy", "historical"),
        ("stroke", "historical"),
        ("pulmonary embolism", "historical"),
    ],
)
def test_history_of_leaves_chronic_conditions_present(target: str, expected: str) -> None:
    assert judge(f"She has a history of {target}.", target).temporality == expected


def test_the_heading_says_whose_a_condition_is_and_a_new_subject_leaves_it() -> None:
    text = "Family history: colon cancer. Hypertension. The patient has asthma."
    assert judge(text, "hypertension").experiencer == "family"
    assert judge(text, "asthma").experiencer == "patient"


@pytest.mark.parametrize(
    ("text", "target", "assertion"),
    [
        ("ROS: denies chest pain.", "chest pain", "negated"),
        ("Cardiac: no angina", "angina", "negated"),
        ("Dx: suspected gout", "gout", "possible"),
        ("Impression - possible meniscal tear", "meniscal tear", "possible"),
        ("Stroke: none", "stroke", "negated"),
        ("MRI: negative for fracture", "fracture", "negated"),
    ],
)
def test_a_cue_after_a_colon_reaches_what_follows_it(
    text: str, target: str, assertion: str
) -> None:
    assert judge(text, target).assertion == assertion


def test_a_word_inside_the_name_says_nothing_about_it() -> None:
    text = "Dx: lumbar stenosis without neurogenic claudication"
    judged = judge(text, "lumbar stenosis without neurogenic claudication")
    assert labels(judged) == ("affirmed", "current", "patient")


@pytest.mark.parametrize(
    "target", ["DEEP  VEIN THROMBOSIS", "deep-vein thrombosis", "deep vein trombosis"]
)
def test_the_target_is_found_whatever_its_case_spacing_and_small_misspellings(target: str) -> None:
    assert judge("No evidence of deep vein thrombosis.", target).assertion == "negated"


def test_an_absent_target_is_judged_by_the_whole_sentence() -> None:
    assert judge("Patient denies any such problem.", "asthma").assertion == "negated"


def test_an_empty_text_is_affirmed_and_the_patients() -> None:
    assert labels(judge("", "asthma")) == ("affirmed", "current", "patient")


def test_one_judgement_takes_milliseconds() -> None:
    judge("No syncope.", "syncope")
    import time

    start = time.process_time()
    for number in range(50):
        judge(f"Visit {number}: she denies chest pain and any history of syncope.", "syncope")
    assert (time.process_time() - start) / 50 < 0.03


def test_a_phrase_with_alternatives_becomes_one_pattern_per_longer_way() -> None:
    patterns = token_patterns("no (known|prior|) (history of|)", lambda words: tuple(words.split()))
    single = {"LOWER": {"IN": ["known", "prior"]}}
    assert [{"LOWER": "no"}] in patterns
    assert [{"LOWER": "no"}, single, {"LOWER": "history"}, {"LOWER": "of"}] in patterns
    assert len(patterns) == 4
