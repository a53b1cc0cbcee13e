"""Sentences of many specialities and ways of typing: what is only feared."""

from __future__ import annotations

import pytest

from extractors.diagnoses.assertions import judge


def labels(text: str, target: str) -> tuple[str, str, str]:
    judged = judge(text, target)
    return judged.assertion, judged.temporality, judged.experiencer


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
        ("Informed consent included the risk of stroke.", "stroke"),
        (
            "The risks, including infection, hemorrhage and damage to adjacent structures, were "
            "discussed.",
            "hemorrhage",
        ),
        ("He will return if he has any problems with bleeding.", "bleeding"),
        ("I told her to come back if the numbness returns.", "numbness"),
        ("We will watch for development of hydrocephalus.", "hydrocephalus"),
        ("If infection develops we will remove the hardware.", "infection"),
    ],
)
def test_what_many_hands_fear_is_hypothetical(text: str, target: str) -> None:
    assert labels(text, target) == ("affirmed", "hypothetical", "patient")
