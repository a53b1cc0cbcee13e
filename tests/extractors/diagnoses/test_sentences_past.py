"""Sentences of many specialities and ways of typing: what is over, and what is only feared."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


def labels(text: str, target: str) -> tuple[str, str, str]:
    judged = judge(text, target)
    return judged.assertion, judged.temporality, judged.experiencer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("No longer has any hallucinations.", "hallucinations"),
        ("History of stroke in [**2015**] with residual left weakness.", "stroke"),
        (
            "Past medical history is significant for myocardial infarction times two.",
            "myocardial infarction",
        ),
        ("PMH: appendicitis, s/p appendectomy.", "appendicitis"),
        ("Status post fall with a left hip fracture in March 2011.", "hip fracture"),
        ("He had measles as a child.", "measles"),
        ("Her pneumonia resolved with levofloxacin.", "pneumonia"),
        ("Previous GI bleed requiring transfusion.", "GI bleed"),
        ("s/p CVA x 2", "CVA"),
        ("She had a DVT after her hip replacement in 2009.", "DVT"),
        ("Prior history of pancreatitis, last episode 3 years ago.", "pancreatitis"),
        (
            "A 45-year-old woman with a remote history of Hodgkin's lymphoma treated with mantle "
            "radiation.",
            "Hodgkin's lymphoma",
        ),
        ("Old inferior wall MI by EKG.", "inferior wall MI"),
        ("The patient has had a previous episode of syncope.", "syncope"),
        ("He was hospitalized last year for diverticulitis.", "diverticulitis"),
        ("Two weeks ago he was treated for otitis media, which has cleared.", "otitis media"),
        ("History of kidney stones, none recently.", "kidney stones"),
        ("Had a gunshot wound to the abdomen in 1994.", "gunshot wound"),
        ("REMOTE HISTORY OF PEPTIC ULCER DISEASE.", "PEPTIC ULCER DISEASE"),
        ("Breast cancer, status post lumpectomy and radiation in 2003.", "Breast cancer"),
        ("Cataracts, removed bilaterally.", "Cataracts"),
        ("Her postpartum depression resolved within a year.", "postpartum depression"),
        ("Used to get cluster headaches in his thirties.", "cluster headaches"),
        ("MVA in 1985 with pelvic fracture and splenic rupture.", "splenic rupture"),
        ("In his twenties he had a spontaneous pneumothorax.", "spontaneous pneumothorax"),
        ("The patient had a heart attack at the age of 49.", "heart attack"),
        ("Hx of febrile seizures in infancy.", "febrile seizures"),
        ("Rheumatic fever at age 7.", "Rheumatic fever"),
        ("Chickenpox in kindergarten.", "Chickenpox"),
        ("Past history notable for concussion while playing hockey.", "concussion"),
        ("The rash has completely disappeared.", "rash"),
        ("She was previously admitted for pyelonephritis.", "pyelonephritis"),
        ("Known previous cerebrovascular accident.", "cerebrovascular accident"),
        ("History of ectopic pregnancy ×1.", "ectopic pregnancy"),
        ("A history of colon cancer resected in 1999 without recurrence.", "colon cancer"),
        ("Endometriosis treated by hysterectomy 12 years ago.", "Endometriosis"),
        ("Patient reports tonsillitis several times in childhood.", "tonsillitis"),
        (
            "The patient underwent appendectomy for perforated appendicitis in 1978.",
            "perforated appendicitis",
        ),
        ("PMHx: MI '98, CABG '99", "MI"),
        ("H/O PE (2006) off Coumadin.", "PE"),
        ("Several years ago she suffered a compression fracture.", "compression fracture"),
        ("History of TIA in the past, none since.", "TIA"),
        ("Her shingles cleared with acyclovir last spring.", "shingles"),
        ("His Bell's palsy recovered completely.", "Bell's palsy"),
        ("MEDICAL HISTORY: PNEUMONIA IN 1988.", "PNEUMONIA"),
        ("There is a past history of rheumatic fever.", "rheumatic fever"),
        ("Childhood polio left him with a limp.", "polio"),
        ("Testicular cancer in 1992, cured with orchiectomy.", "Testicular cancer"),
        ("Skin cancer removed from the nose years ago.", "Skin cancer"),
        ("Fractured his right femur when he was 12.", "Fractured his right femur"),
        ("She has a history significant for two miscarriages.", "miscarriages"),
        ("Patient recalls having had scarlet fever as a little girl.", "scarlet fever"),
        ("Recent hospitalization for sepsis, discharged three weeks ago.", "sepsis"),
        (
            "Prior to this, in 2013, he sustained a rotator cuff tear that was repaired.",
            "rotator cuff tear",
        ),
        ("The hypokalemia was corrected and resolved.", "hypokalemia"),
        ("Her gestational diabetes resolved after delivery.", "gestational diabetes"),
        ("Concussion x3 in college football.", "Concussion"),
        ("He was treated for syphilis while in the navy.", "syphilis"),
        ("A history of pulmonary embolus following knee surgery.", "pulmonary embolus"),
        ("Back surgery in 2004 for a herniated disc.", "herniated disc"),
        ("Formerly obese, she has lost 120 pounds since gastric bypass.", "obese"),
        ("Prior MRSA infection.", "MRSA infection"),
        ("Uterine fibroids s/p hysterectomy.", "Uterine fibroids"),
        (
            "Hyperthyroidism status post radioactive iodine ablation in 2010, now hypothyroid.",
            "Hyperthyroidism",
        ),
    ],
)
def test_what_many_hands_call_over_is_historical(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "historical", "patient")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Return to the emergency department if fever, vomiting or worsening pain occurs.",
            "vomiting",
        ),
        ("Should he develop chest pain, call 911.", "chest pain"),
        ("Aspirin was started to prevent stroke.", "stroke"),
        ("In case of hypoglycemia take glucose tablets.", "hypoglycemia"),
        ("Discussed the risk of bleeding and infection.", "infection"),
        (
            "Risks of the procedure including but not limited to bleeding, infection, nerve "
            "injury, and death were explained.",
            "nerve injury",
        ),
        ("She was placed on heparin for DVT prophylaxis.", "DVT"),
        ("Call if you notice redness, swelling or drainage.", "drainage"),
        ("He is at high risk for falls.", "falls"),
        ("Albuterol as needed for wheezing.", "wheezing"),
        ("Tylenol p.r.n. pain.", "pain"),
        ("Take ibuprofen 600 mg every 6 hours prn headache.", "headache"),
        ("If the patient becomes short of breath or has angina, stop the test.", "angina"),
        ("We will monitor for signs of rejection.", "rejection"),
        ("The goal of therapy is the prevention of contractures.", "contractures"),
        ("Should symptoms of hypoglycemia arise, hold the insulin.", "hypoglycemia"),
        (
            "Patient instructed to seek medical attention for shortness of breath, syncope, or "
            "bleeding.",
            "syncope",
        ),
        ("Counseled that smoking may lead to emphysema.", "emphysema"),
        ("Untreated, this can progress to osteomyelitis.", "osteomyelitis"),
        ("RETURN PRECAUTIONS: FEVER GREATER THAN 101, INCREASED PAIN, REDNESS.", "REDNESS"),
        ("Seizure precautions were ordered.", "Seizure"),
        ("Calcium and vitamin D for osteoporosis prevention.", "osteoporosis"),
        ("Were she to develop neutropenia, the drug would be stopped.", "neutropenia"),
        ("Screening for colon cancer is due next year.", "colon cancer"),
        ("Prophylaxis against Pneumocystis pneumonia with Bactrim.", "Pneumocystis pneumonia"),
        ("She worries that she will get Alzheimer's disease.", "Alzheimer's disease"),
        ("The patient understands that paralysis is a possible complication.", "paralysis"),
        ("Notify physician for temperature > 101.5, wound dehiscence.", "wound dehiscence"),
        (
            "In the event of recurrence of atrial fibrillation, cardioversion will be considered.",
            "atrial fibrillation",
        ),
        ("Let us know if the rash comes back.", "rash"),
        ("Avoid NSAIDs as they could precipitate renal failure.", "renal failure"),
        ("Return for any fevers, chills, or chest pain.", "chills"),
        ("If he should have recurrent chest pain, he is to take nitroglycerin.", "chest pain"),
        ("Return sooner for worsening cough or hemoptysis.", "hemoptysis"),
        ("Patient to call for temperature >101, bleeding, or increased pain.", "bleeding"),
        ("To reduce the likelihood of stroke, warfarin is recommended.", "stroke"),
        ("Potential side effects including hepatitis were reviewed.", "hepatitis"),
        (
            "She was warned about the possibility of tardive dyskinesia with this drug.",
            "tardive dyskinesia",
        ),
        ("ASPIRATION PRECAUTIONS.", "ASPIRATION"),
        ("Fall precautions in place.", "Fall"),
        ("Compression stockings for prevention of deep vein thrombosis.", "deep vein thrombosis"),
        ("Vaccinated against pneumonia.", "pneumonia"),
        ("Come back if your rash gets worse or you develop hives.", "hives"),
        ("Unless a fever develops, no antibiotics are needed.", "fever"),
        ("Patient is prone to hypoglycemia with exercise.", "hypoglycemia"),
        ("Use compazine prn nausea.", "nausea"),
        ("May repeat nitroglycerin as needed for chest pain.", "chest pain"),
        (
            "Complications such as infection, bleeding, and bowel perforation were discussed.",
            "bowel perforation",
        ),
        ("Whenever palpitations occur, he should rest.", "palpitations"),
        ("Stop exercise in the event of dizziness.", "dizziness"),
        ("Would worry about endometrial cancer if bleeding recurs.", "bleeding"),
        ("Her 10-year risk of a heart attack is 12 percent.", "heart attack"),
        ("Diet and exercise can help avert type 2 diabetes.", "type 2 diabetes"),
        ("The drug carries a black box warning for suicidality.", "suicidality"),
        ("Please watch for any signs of bleeding.", "bleeding"),
        ("He has risk factors for coronary artery disease.", "coronary artery disease"),
        ("Watch out for dehydration in hot weather.", "dehydration"),
        ("In the event that he develops angina, stop.", "angina"),
    ],
)
def test_what_many_hands_fear_is_hypothetical(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "hypothetical", "patient")
