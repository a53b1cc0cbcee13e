"""Wordings of clinical notes, axis by axis: whose, when, whether; written for this test."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


def labels(text: str, target: str) -> tuple[str, str, str]:
    judged = judge(text, target)
    return judged.assertion, judged.temporality, judged.experiencer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Mother: hypothyroidism and gout.", "gout"),
        ("Father died of a myocardial infarction at 60.", "myocardial infarction"),
        (
            "Father deceased at 71 from lung cancer; mother living, 84, with macular degeneration.",
            "macular degeneration",
        ),
        ("Siblings alive and well except one brother with epilepsy.", "epilepsy"),
        ("There is a strong family history of premature heart disease.", "heart disease"),
        ("Paternal side notable for bipolar disorder.", "bipolar disorder"),
        ("On his mother's side there is glaucoma.", "glaucoma"),
        ("Two of her cousins were diagnosed with multiple sclerosis.", "multiple sclerosis"),
        ("Her twin sister was recently treated for endometriosis.", "endometriosis"),
        ("Grandmother suffered from dementia in her eighties.", "dementia"),
        ("A maternal uncle had kidney stones.", "kidney stones"),
        ("Both parents had type 2 diabetes.", "type 2 diabetes"),
        ("His dad had a stroke in 1998.", "stroke"),
        ("Hypertension in mother, father and two brothers.", "Hypertension"),
        ("Diabetes on the paternal side.", "Diabetes"),
        ("Positive family history for colon cancer.", "colon cancer"),
        ("Family hx: CAD, HTN, stroke.", "stroke"),
        ("FHx significant for ovarian cancer in a sister.", "ovarian cancer"),
        ("Her son has hemophilia.", "hemophilia"),
        ("Asthma runs in the family.", "Asthma"),
        ("One child with cystic fibrosis.", "cystic fibrosis"),
        ("Lost her mother to pancreatic cancer.", "pancreatic cancer"),
        ("Cause of death was pulmonary embolism in his father.", "pulmonary embolism"),
        ("She has several relatives with rheumatoid arthritis.", "rheumatoid arthritis"),
        ("Migraine in mother and maternal grandmother.", "Migraine"),
        ("Mother passed away at age 52 from breast cancer.", "breast cancer"),
        ("Parkinson's disease affected her grandfather.", "Parkinson's disease"),
        ("He is worried because his brother had a heart attack.", "heart attack"),
        ("Family history is significant for osteoporosis.", "osteoporosis"),
        ("Mother is alive at 80 and has atrial fibrillation.", "atrial fibrillation"),
        ("His older brother is being treated for lymphoma.", "lymphoma"),
        ("Brother with history of alcoholism.", "alcoholism"),
    ],
)
def test_what_a_relative_has_is_the_familys(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("No family history of breast or ovarian cancer.", "ovarian cancer"),
        ("Family history is negative for heart disease.", "heart disease"),
        ("There is no diabetes in the family.", "diabetes"),
        ("Neither parent had hypertension.", "hypertension"),
        ("Denies any family history of sudden death or cardiomyopathy.", "cardiomyopathy"),
        ("No relatives with stroke.", "stroke"),
        ("Nobody in the family has epilepsy.", "epilepsy"),
        ("She is unaware of any glaucoma in her family.", "glaucoma"),
        ("Mother never had cancer.", "cancer"),
        ("Family history noncontributory, no known colon polyps.", "colon polyps"),
    ],
)
def test_what_no_relative_has_is_negated_and_the_familys(text: str, target: str) -> None:
    assert labels(text, target) == ("negated", "current", "family")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The patient and his wife report worsening back pain.", "back pain"),
        ("Her daughter states she has been having headaches.", "headaches"),
        ("The patient was brought in by her son for shortness of breath.", "shortness of breath"),
        ("He lives with his brother and has chronic neck pain.", "chronic neck pain"),
        ("Mother of three with hypertension.", "hypertension"),
        ("I explained to the parents that the asthma is well controlled.", "asthma"),
        ("This child has eczema.", "eczema"),
        ("The patient presents with her mother for evaluation of scoliosis.", "scoliosis"),
        ("According to the family he suffers from vertigo.", "vertigo"),
        ("History of hypertension, diagnosed in 2009.", "hypertension"),
        ("Diabetes since 1998, on insulin.", "Diabetes"),
        ("She was diagnosed with multiple sclerosis ten years ago.", "multiple sclerosis"),
        ("He has a long history of gout.", "gout"),
        ("Knee pain for two years.", "Knee pain"),
        ("She presents with a three-week history of shoulder pain.", "shoulder pain"),
        ("Status post hysterectomy, hypertension, hyperlipidemia.", "hyperlipidemia"),
        ("Past medical history includes stroke, COPD and depression.", "COPD"),
        ("He had an MRI last year that showed spinal stenosis.", "spinal stenosis"),
        ("She has had fibromyalgia for many years.", "fibromyalgia"),
        ("Prior to her knee replacement she was diagnosed with osteoarthritis.", "osteoarthritis"),
        ("Not only knee pain but hip pain limits her.", "hip pain"),
        ("She is scheduled for surgery for her rotator cuff tear.", "rotator cuff tear"),
        ("Patient previously ran marathons and now has plantar fasciitis.", "plantar fasciitis"),
        ("Currently treated for breast cancer.", "breast cancer"),
        ("Since the accident she has had daily headaches.", "headaches"),
        ("The old gentleman has heart failure.", "heart failure"),
        (
            "He is a 64-year-old man with chronic obstructive pulmonary disease.",
            "chronic obstructive pulmonary disease",
        ),
        ("After a long walk he gets calf cramps.", "calf cramps"),
        ("Prior physical therapy for low back pain gave partial relief.", "low back pain"),
        ("Ongoing sciatica despite previous injections.", "sciatica"),
        ("Her hypertension was poorly controlled in the past year.", "hypertension"),
        ("Obesity, on a diet since January 2024.", "Obesity"),
        ("Prostate cancer diagnosed in 2023, on active surveillance.", "Prostate cancer"),
        ("She lost her husband last year and has depression.", "depression"),
        ("Her mother drives her because of her vertigo.", "vertigo"),
        ("Osteoporosis, her risk of fracture is high.", "Osteoporosis"),
        ("He takes aspirin because of coronary artery disease.", "coronary artery disease"),
        ("Hip pain, prior x-rays normal.", "Hip pain"),
    ],
)
def test_what_lasts_or_is_told_by_or_beside_relatives_stays_the_patients_present(
    text: str, target: str
) -> None:
    assert labels(text, target) == ("affirmed", "current", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Broke her left wrist in 1998.", "Broke her left wrist"),
        ("Wrist fracture in 1998.", "Wrist fracture"),
        ("He had rheumatic fever as a boy.", "rheumatic fever"),
        ("Myocardial infarction twelve years ago.", "Myocardial infarction"),
        ("S/p DVT of the left leg.", "DVT"),
        ("Status post concussion in high school.", "concussion"),
        ("Previous hip fracture treated with pinning.", "hip fracture"),
        ("Prior episode of pancreatitis.", "pancreatitis"),
        ("Remote history of peptic ulcer.", "peptic ulcer"),
        ("Old healed rib fractures.", "rib fractures"),
        ("She used to have migraines.", "migraines"),
        ("Cholecystectomy for gallstones in 2011.", "gallstones"),
        ("Surgery for a torn meniscus in 2015.", "torn meniscus"),
        ("She underwent mastectomy for breast cancer.", "breast cancer"),
        ("Inguinal hernia repair 2003.", "Inguinal hernia"),
        ("Her depression resolved years ago.", "depression"),
        ("Hepatitis A in childhood.", "Hepatitis A"),
        ("Past history of pneumonia, twice hospitalized.", "pneumonia"),
        ("History of pulmonary embolism after a flight.", "pulmonary embolism"),
        ("Childhood illnesses: measles, mumps and scarlet fever.", "scarlet fever"),
        ("Ten years ago, the patient suffered a stroke.", "stroke"),
        ("In 2012 she was hospitalized for meningitis.", "meningitis"),
        ("Anemia has resolved.", "Anemia"),
        ("Her asthma went away after adolescence.", "asthma"),
        ("Colon polyps, removed in 2019.", "Colon polyps"),
        ("The basal cell carcinoma was excised two years ago.", "basal cell carcinoma"),
        ("He recovered fully from Guillain-Barre syndrome.", "Guillain-Barre syndrome"),
        ("Thyroid cancer, status post thyroidectomy.", "Thyroid cancer"),
        ("He formerly suffered from panic attacks, no longer present.", "panic attacks"),
        ("Alcohol abuse, sober since 2010.", "Alcohol abuse"),
        ("Kidney stones in the past.", "Kidney stones"),
        ("Tuberculosis, treated in the 1970s.", "Tuberculosis"),
        ("History of ankle fracture.", "ankle fracture"),
        ("He sustained a concussion while playing football in college.", "concussion"),
        ("Lymphoma, in remission since 2016.", "Lymphoma"),
        ("Preeclampsia with her second pregnancy.", "Preeclampsia"),
        ("Past surgeries include repair of an umbilical hernia.", "umbilical hernia"),
        ("Gastric ulcer, healed.", "Gastric ulcer"),
        ("She no longer suffers from plantar fasciitis.", "plantar fasciitis"),
        ("Previously had gestational diabetes.", "gestational diabetes"),
        ("Prior left ankle sprain.", "ankle sprain"),
        ("ACL tear at age 17, reconstructed.", "ACL tear"),
        ("Distant history of seizures.", "seizures"),
    ],
)
def test_what_is_dated_operated_or_outgrown_is_past(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "historical", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Risks include bleeding, infection, nerve injury and blood clots.", "blood clots"),
        ("The risks and benefits were discussed, including infection and stroke.", "stroke"),
        (
            "Risks of the procedure include but are not limited to bleeding, infection, and death.",
            "infection",
        ),
        ("Possible complications such as pneumothorax were explained.", "pneumothorax"),
        ("Risks of surgery: bleeding; infection; nerve damage.", "nerve damage"),
        ("Return if fever develops.", "fever"),
        ("Call the clinic for any chest pain or shortness of breath.", "shortness of breath"),
        ("He should stop if he experiences dizziness.", "dizziness"),
        ("She was instructed to watch for signs of infection.", "infection"),
        ("Strength training lowers the risk of falls and fractures.", "fractures"),
        ("Untreated, this could lead to renal failure.", "renal failure"),
        ("Vaccinated against influenza.", "influenza"),
        ("He is at high risk for diabetes.", "diabetes"),
        ("To rule out risk of aspiration, thin liquids were held.", "aspiration"),
        ("In the event of hypoglycemia, take juice.", "hypoglycemia"),
        ("Seek care immediately for sudden weakness.", "weakness"),
        ("Long-term steroids may cause osteoporosis.", "osteoporosis"),
        ("The goal is to avoid another stroke.", "stroke"),
        ("Prophylactic treatment for migraine was offered.", "migraine"),
        ("Should palpitations recur, discontinue.", "palpitations"),
        ("Aspirin to prevent heart attack.", "heart attack"),
        ("Let us know if swelling occurs.", "swelling"),
        ("Go to the emergency room with any sign of stroke.", "stroke"),
        ("He fears getting dementia.", "dementia"),
        ("The exercise plan should reduce her chance of diabetes.", "diabetes"),
        ("Unless angina appears, continue at this level.", "angina"),
        ("Surgical risks were reviewed in detail: infection, bleeding, malunion.", "malunion"),
    ],
)
def test_what_is_risked_feared_or_to_be_watched_for_is_hypothetical(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "hypothetical", "patient")


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
    ],
)
def test_what_is_doubted_is_possible(text: str, target: str) -> None:
    assert labels(text, target) == ("possible", "current", "patient")
