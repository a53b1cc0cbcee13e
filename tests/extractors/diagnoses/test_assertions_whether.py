"""Wordings of clinical notes: what is denied and what is doubted."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


def labels(text: str, target: str) -> tuple[str, str, str]:
    judged = judge(text, target)
    return judged.assertion, judged.temporality, judged.experiencer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Patient and daughter deny falls.", "falls"),
        ("She is not having any chest pain.", "chest pain"),
        ("He is not experiencing dizziness or syncope.", "syncope"),
        ("No established diagnosis of lupus.", "lupus"),
        ("She reports no numbness, tingling or weakness.", "weakness"),
        ("There is no swelling.", "swelling"),
        ("Her husband denies that she has had seizures.", "seizures"),
        ("No fever, chills; no night sweats.", "night sweats"),
        ("As for diabetes, there is none.", "diabetes"),
        ("No longer than a mile, no chest pain on exertion.", "chest pain"),
        ("Not bothered by heartburn.", "heartburn"),
        ("He has never been diagnosed with cancer.", "cancer"),
        ("Examination fails to reveal a hernia.", "hernia"),
        ("No history of stroke, seizures, or head injury.", "head injury"),
        ("Free of pain.", "pain"),
        ("X-rays rule out fracture.", "fracture"),
        ("Cardiac workup negative for ischemia.", "ischemia"),
        ("Without evidence of recurrence of the tumor.", "tumor"),
        ("She has no known drug allergies.", "drug allergies"),
        ("Pulmonary embolism was excluded by CT.", "Pulmonary embolism"),
        ("He does not complain of headaches.", "headaches"),
        ("No prior history of asthma.", "asthma"),
        ("Negative for gout.", "gout"),
        ("Neither edema nor cyanosis was seen.", "cyanosis"),
        ("The patient denies any chest pain, but his wife reports snoring.", "chest pain"),
        ("There was no evidence of fracture or dislocation.", "dislocation"),
        ("She has never had asthma.", "asthma"),
        ("No h/o seizures.", "seizures"),
        ("No chest pain, palpitations, or syncope since last visit.", "syncope"),
        ("He is not diabetic and has no hypertension.", "hypertension"),
        ("Negative for diabetes, hypertension, and heart disease.", "heart disease"),
        ("Absent edema.", "edema"),
        ("Not consistent with gout.", "gout"),
        ("MRI was negative for disc herniation.", "disc herniation"),
        ("Lungs clear without wheezes.", "wheezes"),
        ("She doesn't have depression.", "depression"),
        ("Sleep apnea has been ruled out.", "Sleep apnea"),
        ("Her knee shows no effusion, and there is no instability.", "instability"),
        ("Mother reports no fever or vomiting.", "vomiting"),
        ("Patient is free of claudication.", "claudication"),
        ("No signs or symptoms of heart failure.", "heart failure"),
        ("He can walk a mile without dyspnea.", "dyspnea"),
        ("Osteoporosis: no.", "Osteoporosis"),
        ("There are no complaints of dizziness.", "dizziness"),
        ("Denies alcohol abuse; denies depression.", "depression"),
        ("Denies: chest pain, syncope.", "syncope"),
        ("ROS negative for fever, weight loss.", "weight loss"),
        ("No recurrence of DVT.", "DVT"),
        ("Does not have any signs of infection.", "infection"),
        ("She denied having had seizures in the past.", "seizures"),
        ("Cancer screening negative; no malignancy.", "malignancy"),
        ("Patient has not had a stroke.", "stroke"),
    ],
)
def test_what_is_denied_or_not_found_is_negated(text: str, target: str) -> None:
    assert labels(text, target) == ("negated", "current", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Probable lupus.", "lupus"),
        ("This may represent gout.", "gout"),
        ("MRI to rule out a labral tear.", "labral tear"),
        ("Symptoms are suggestive of carpal tunnel syndrome.", "carpal tunnel syndrome"),
        ("Likely viral bronchitis.", "bronchitis"),
        ("Rheumatoid arthritis versus psoriatic arthritis.", "psoriatic arthritis"),
        ("Concern for deep vein thrombosis.", "deep vein thrombosis"),
        ("A stress fracture cannot be excluded.", "stress fracture"),
        ("Appears to have early dementia.", "dementia"),
        ("He thinks he may have sleep apnea.", "sleep apnea"),
        ("She wonders whether it is fibromyalgia.", "fibromyalgia"),
        ("Polymyalgia rheumatica is being considered.", "Polymyalgia rheumatica"),
        ("Questionable pneumonia on the chest film.", "pneumonia"),
        ("Presumed meniscal tear.", "meniscal tear"),
        ("Findings raise the possibility of multiple sclerosis.", "multiple sclerosis"),
        ("Meniscus tear?", "Meniscus tear"),
        ("Unclear whether this is asthma.", "asthma"),
        ("Possibly, she has celiac disease.", "celiac disease"),
        ("Workup negative so far, questionably coronary spasm.", "coronary spasm"),
        ("Gout is suspected.", "Gout"),
        ("I suspect polymyalgia rheumatica.", "polymyalgia rheumatica"),
        ("Rule out stress fracture.", "stress fracture"),
        ("Possible rotator cuff tendinitis.", "rotator cuff tendinitis"),
        ("His symptoms could be due to spinal stenosis.", "spinal stenosis"),
        ("The differential diagnosis includes gout.", "gout"),
        ("Sleep study to evaluate for sleep apnea.", "sleep apnea"),
        ("X-ray suspicious for avascular necrosis.", "avascular necrosis"),
        ("She may have hypothyroidism.", "hypothyroidism"),
        ("Likely tendinopathy.", "tendinopathy"),
        ("Evaluation for lupus is pending.", "lupus"),
        ("Diabetes is suspected but not confirmed.", "Diabetes"),
        ("Cannot rule out pulmonary embolism.", "pulmonary embolism"),
        ("It is thought to be fibromyalgia.", "fibromyalgia"),
        (
            "He blames an old injury but x-rays are pending; possible osteoarthritis.",
            "osteoarthritis",
        ),
        ("Worried about a possible stroke.", "stroke"),
        ("Dyspnea, probably asthma.", "asthma"),
        ("R/O DVT.", "DVT"),
        ("Question of early Parkinson's disease.", "Parkinson's disease"),
        ("Chest pain, ? angina.", "angina"),
        ("Presumptive diagnosis of gout.", "gout"),
        ("Workup for celiac disease is under way.", "celiac disease"),
        ("Neuropathy may be from B12 deficiency.", "B12 deficiency"),
    ],
)
def test_what_is_doubted_is_possible(text: str, target: str) -> None:
    assert labels(text, target) == ("possible", "current", "patient")
