"""Sentences of many specialities and ways of typing: another's illness, and doubt."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


def labels(text: str, target: str) -> tuple[str, str, str]:
    judged = judge(text, target)
    return judged.assertion, judged.temporality, judged.experiencer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Mother had breast cancer at 45.", "breast cancer"),
        ("FHx: CAD (father), DM (mother).", "DM"),
        ("FAMILY HISTORY: POSITIVE FOR DIABETES AND STROKE.", "STROKE"),
        ("Paternal grandfather with Huntington's disease.", "Huntington's disease"),
        ("Colon cancer runs in the family.", "Colon cancer"),
        ("Her father died of a heart attack. He also had diabetes.", "diabetes"),
        ("Father deceased, MI at 52.", "MI"),
        ("Mom w/ HTN, dad w/ prostate CA.", "prostate CA"),
        ("Family history is noncontributory except for gout in his uncle.", "gout"),
        ("His mother is 83 and has dementia. She also has hypertension.", "hypertension"),
        ("Sister - lupus; brother - asthma.", "asthma"),
        ("There's a family history of premature CAD.", "CAD"),
        ("A first cousin has cystic fibrosis.", "cystic fibrosis"),
        ("Both of his brothers have hemophilia.", "hemophilia"),
        ("Parents are both deceased, father of lung cancer, mother of old age.", "lung cancer"),
        ("Her mother's sister had ovarian cancer.", "ovarian cancer"),
        ("+FH of melanoma", "melanoma"),
        ("Multiple family members with kidney stones.", "kidney stones"),
        ("HTN: mother, father. DM: sister.", "HTN"),
        ("HTN: mother, father. DM: sister.", "DM"),
        ("Maternal GM had glaucoma", "glaucoma"),
        ("Her sibling was diagnosed with celiac disease last year.", "celiac disease"),
        ("The patient's son has autism.", "autism"),
        ("Mother living, has hypertension and arthritis.", "arthritis"),
        ("Two sisters with breast ca, one deceased.", "breast ca"),
        ("Maternal grandmother: stroke at age 80.", "stroke"),
        ("Significant for diabetes in her father and hypertension in her mother.", "diabetes"),
        ("Her dad passed away from pancreatic cancer.", "pancreatic cancer"),
        ("FAMILY HX - DIABETES, HEART DISEASE.", "HEART DISEASE"),
        ("The patient's twin brother has ankylosing spondylitis.", "ankylosing spondylitis"),
        ("Alcoholism on both sides of the family.", "Alcoholism"),
        ("He lost two brothers to heart disease.", "heart disease"),
        ("Heart disease is prevalent on the father's side.", "Heart disease"),
        ("His daughter was born with spina bifida.", "spina bifida"),
        ("Father - MI, age 55; mother - DM; sibs - healthy.", "DM"),
        ("Strong FH of early-onset dementia.", "dementia"),
        ("[**Known lastname **]'s mother has multiple sclerosis.", "multiple sclerosis"),
        ("Grandparents: both had Alzheimer's.", "Alzheimer's"),
        ("Family members have been treated for tuberculosis.", "tuberculosis"),
        ("Her grandmother died at 91 of congestive heart failure.", "congestive heart failure"),
        (
            "Father with hypertension, hyperlipidemia, and two MIs; mother healthy.",
            "hyperlipidemia",
        ),
        ("Cancer in several aunts.", "Cancer"),
        ("Her mother was an alcoholic. Her father was healthy. He died of emphysema.", "emphysema"),
        ("Father had a stroke and mother has high blood pressure.", "high blood pressure"),
        ("Dad died at 62 of a ruptured aneurysm.", "ruptured aneurysm"),
        ("Remarkable for heart attack in his father.", "heart attack"),
        (
            "Her family history is remarkable for thyroid disease, breast cancer and glaucoma.",
            "glaucoma",
        ),
        ("She has a brother with schizophrenia.", "schizophrenia"),
        ("One of her sisters had uterine cancer.", "uterine cancer"),
        ("His mother, who is 90, suffers from macular degeneration.", "macular degeneration"),
        ("Her grandparents on her dad's side had diabetes.", "diabetes"),
        ("There is hypertension in the family.", "hypertension"),
        ("Mother is in good health. Father has emphysema.", "emphysema"),
        ("The patient's father is deceased secondary to cirrhosis.", "cirrhosis"),
        ("The patient has four siblings, one with asthma.", "asthma"),
        ("Mother: deceased, ovarian cancer.", "ovarian cancer"),
        ("Father's side: heart disease. Mother's side: cancer.", "cancer"),
        ("The only significant family illness is hypothyroidism.", "hypothyroidism"),
        ("Hereditary illnesses: hemochromatosis in two uncles.", "hemochromatosis"),
        ("He has a child with sickle cell disease.", "sickle cell disease"),
        ("Her husband has hepatitis C.", "hepatitis C"),
        ("Adoptive mother had tuberculosis.", "tuberculosis"),
    ],
)
def test_what_relatives_have_is_the_familys(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("No family history of premature coronary disease.", "coronary disease"),
        ("Family history: negative for cancer, diabetes.", "diabetes"),
        ("Family history is negative for sudden cardiac death.", "sudden cardiac death"),
        ("None of her siblings has epilepsy.", "epilepsy"),
        ("Denies family history of bleeding disorders.", "bleeding disorders"),
        ("There is no family history of Alzheimer's disease.", "Alzheimer's disease"),
        ("FH: neg for CAD", "CAD"),
        ("No one in the family has diabetes.", "diabetes"),
        ("Family history is unremarkable for bleeding disorders.", "bleeding disorders"),
        ("Mother denies any history of diabetes in the family.", "diabetes"),
        ("Family history is otherwise negative for diabetes.", "diabetes"),
        ("No family members with breast cancer.", "breast cancer"),
        ("Her parents and siblings do not have diabetes.", "diabetes"),
        ("There is no history of cancer in the family.", "cancer"),
        ("Unaware of any cancers in the family.", "cancers"),
    ],
)
def test_what_relatives_do_not_have_is_negated_and_the_familys(text: str, target: str) -> None:
    assert labels(text, target) == ("negated", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("His roommate was diagnosed with meningitis.", "meningitis"),
        ("She was exposed to a coworker with tuberculosis.", "tuberculosis"),
    ],
)
def test_what_others_have_is_theirs(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "current", "other")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Suspected pulmonary embolism.", "pulmonary embolism"),
        ("R/O MI.", "MI"),
        ("Cannot exclude a small pneumothorax.", "pneumothorax"),
        ("Probable urinary tract infection.", "urinary tract infection"),
        ("?CHF", "CHF"),
        ("Findings are suspicious for malignancy.", "malignancy"),
        ("Right lower lobe opacity, pneumonia vs atelectasis.", "atelectasis"),
        ("This may represent early cirrhosis.", "cirrhosis"),
        ("Admit to rule out myocardial infarction.", "myocardial infarction"),
        ("Likely viral gastroenteritis.", "gastroenteritis"),
        ("The etiology is unclear, but sarcoidosis is in the differential.", "sarcoidosis"),
        ("Concern for cauda equina syndrome.", "cauda equina syndrome"),
        ("Infiltrate in the left base could be pneumonia.", "pneumonia"),
        ("Fracture of the scaphoid is not excluded.", "Fracture of the scaphoid"),
        ("I believe she might have polymyalgia rheumatica.", "polymyalgia rheumatica"),
        (
            "Differential diagnosis includes gout, septic arthritis, and pseudogout.",
            "septic arthritis",
        ),
        ("Question of TIA versus seizure.", "seizure"),
        ("Consistent with possible diverticulitis.", "diverticulitis"),
        ("DX: ? MULTIPLE SCLEROSIS", "MULTIPLE SCLEROSIS"),
        ("Presumed sepsis of unclear source.", "sepsis"),
        ("Osteomyelitis cannot be entirely excluded.", "Osteomyelitis"),
        ("Being evaluated for lupus.", "lupus"),
        ("Rule out pneumonia.", "pneumonia"),
        ("Possibly a hernia, will get ultrasound.", "hernia"),
        ("Appendicitis remains a consideration.", "Appendicitis"),
        ("There is a question of a stress fracture in the second metatarsal.", "stress fracture"),
        ("The lesion is worrisome for melanoma.", "melanoma"),
        ("Symptoms seem most likely to be from costochondritis.", "costochondritis"),
        ("We are concerned he has endocarditis.", "endocarditis"),
        ("Working diagnosis: temporal arteritis", "temporal arteritis"),
        ("Depression, likely; will screen at the next visit.", "Depression"),
        ("Chest CT raises the question of lymphangitic spread.", "lymphangitic spread"),
        ("Possible early pneumonia in the lingula.", "pneumonia"),
        ("Impression: probable viral syndrome.", "viral syndrome"),
        ("This likely represents a vasculitis.", "vasculitis"),
        ("Evaluate for DVT.", "DVT"),
        ("Differential: gastritis vs. peptic ulcer.", "peptic ulcer"),
        ("She is thought to have fibromyalgia.", "fibromyalgia"),
        ("R/O SEPSIS", "SEPSIS"),
        ("Possible TIA or complex migraine.", "complex migraine"),
        ("Shadow at the apex, tuberculosis cannot be ruled out.", "tuberculosis"),
        ("Query early rheumatoid arthritis.", "rheumatoid arthritis"),
        ("It is conceivable that she has adrenal insufficiency.", "adrenal insufficiency"),
        ("MRI is suggestive of demyelinating disease.", "demyelinating disease"),
        ("He might be developing pneumonia.", "pneumonia"),
        ("Suspicion for meningitis is high.", "meningitis"),
        ("The clinical picture favors pulmonary edema.", "pulmonary edema"),
        ("UTI (probable)", "UTI"),
        ("Workup for secondary hypertension is under way.", "secondary hypertension"),
        ("A component of heart failure is possible.", "heart failure"),
        ("Pheochromocytoma has not been excluded.", "Pheochromocytoma"),
        ("Unclear whether she has COPD.", "COPD"),
        ("Probable Alzheimer disease; B12 pending.", "Alzheimer disease"),
        ("ASSESSMENT: CHEST PAIN, RULE OUT ACS.", "ACS"),
        ("Fever of unknown origin, ? endocarditis.", "endocarditis"),
        ("Versus occult malignancy.", "malignancy"),
        ("Findings compatible with but not diagnostic of sarcoidosis.", "sarcoidosis"),
        ("A rotator cuff tear is suspected clinically.", "rotator cuff tear"),
        ("Low-grade glioma is favored.", "glioma"),
        ("She thinks she has a sinus infection.", "sinus infection"),
        ("He was told that it could be gout.", "gout"),
        ("The doctor thought it was probably a virus.", "virus"),
        ("Her mother thinks he may have an ear infection.", "ear infection"),
        ("I am concerned about possible depression.", "depression"),
        ("We will obtain an MRI to look for a herniated disc.", "herniated disc"),
        ("We need to make sure this is not multiple myeloma.", "multiple myeloma"),
        ("Possible sleep apnea, await sleep study.", "sleep apnea"),
        ("He wonders if he has arthritis.", "arthritis"),
        ("This could well be a Baker's cyst.", "Baker's cyst"),
        ("Suspect carpal tunnel; order EMG.", "carpal tunnel"),
        ("Sent for a CT to rule out kidney stones.", "kidney stones"),
        ("Most likely a ganglion cyst.", "ganglion cyst"),
        ("What sounds like vertigo.", "vertigo"),
        ("The diagnosis of lupus is being entertained.", "lupus"),
        ("The pain is felt to be due to possible pancreatitis.", "pancreatitis"),
        ("There was a question of seizure activity.", "seizure activity"),
        ("Labs to check for hemochromatosis.", "hemochromatosis"),
    ],
)
def test_what_is_doubted_is_possible(text: str, target: str) -> None:
    assert labels(text, target) == ("possible", "current", "patient")
