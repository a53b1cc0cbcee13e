"""Does a condition last or pass: what "a history of it" means.

The lexicon knows the conditions of exercise referrals; what it does not name is
told by its words. Only where words do not tell either, the course is unknown.
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.diagnoses.lexicon import Condition, Course, condition_named

Lasting = Course | Literal["cancer", "unknown"]
"""Courses of the lexicon, and of words that it does not hold."""

_EVENT = re.compile(
    r"\b(?:fractured?|broken|break|stroke|tia|cva|attack|arrest|collapse|concussion|accident"
    r"|injur\w+|trauma"
    r"|tear|torn|rupture\w*|sprain\w*|strain\w*|dislocat\w+|laceration|bruise\w*|contusion"
    r"|burns?|wound"
    r"|infarct\w*|embol\w+|thromb(?:us|osis|oses)|clots?|bleed\w*|h(?:a?)emorrhage"
    r"|h(?:a?)ematoma|aneurysm"
    r"|pneumonia|meningitis|encephalitis|appendicitis|cholecystitis|pancreatitis|diverticulitis"
    r"|osteomyelitis|disci?tis|pyelonephritis|cellulitis|sepsis|septic\w*|infections?|uti"
    r"|abscess\w*"
    r"|influenza|flu|covid\w*|measles|mumps|chicken ?pox|varicella|rubella|polio\w*|scarlet fever"
    r"|rheumatic fever|whooping cough|pertussis|mononucleosis|shingles|zoster|strep\w*|tonsillitis"
    r"|tuberculosis|syphilis|gonorrh?o?ea|chlamydia|malaria|typhoid|hepatitis a|c\.? ?diff\w*"
    r"|mrsa|kidney stones?|gallstones?"
    r"|ectopic pregnancy|pneumothorax|syncope|bowel obstruction|empyema|peritonitis|otitis|gsw"
    r"|mva|mvc|gunshot\w*"
    r"|mi|stemi|nstemi|dvt|pe|sah|sdh|sbo|gi bleed|chickenpox|mono|acute|respiratory failure|ards"
    r"|bacter(?:a?)emia|hyp(?:o|er)(?:kal|natr)(?:a?)emia|dehydration|delirium|ileus|ulcers?"
    r"|o?esophagitis"
    r"|perforat\w+|obstruction|torsion|miscarriage|stillbirth|pre-?eclampsia|eclampsia|ectopic"
    r"|abortion"
    r"|bronchitis|bronchiolitis|rsv|toxemia|gastroenteritis|croup|pericarditis|myocarditis"
    r"|endocarditis|pleurisy|effusion|phlebitis"
    r"|thrombophlebitis|calcul(?:us|i)|(?:bladder|ureteral|renal) stone|anaphyla\w+|assault"
    r"|intussusception"
    r"|pyloric stenosis|volvulus|hydrocele|varicocele|fistula|fissure|pilonidal cyst"
    r"|ovarian cyst|avulsion"
    r"|subluxation|gangrene|frostbite|rabies|tetanus|diphtheria|scabies|impetigo|jaundice|hepatitis"
    r"|overdose|poisoning|suicide attempt|breakdown|gestational|undescended|polyp"
    r"|lyme(?: disease)?)(?:s|es)?\b",
    re.IGNORECASE,
)
"""Comes and passes: what a history of it means is that it was."""
_CANCER = re.compile(
    r"\b(?:cancer|\w*(?:carcinoma|sarcoma|blastoma|cytoma|glioma|meningioma)|melanoma|lymphoma"
    r"|leuk\w+mia|myeloma|malignan\w+|tumou?r|neoplasm|hodgkin\S*|metasta\w+|ca)s?\b",
    re.IGNORECASE,
)
"""Lasts until it is said to be treated, whenever it was found."""
_CHRONIC = re.compile(
    r"\b(?:chronic|disease|disorder|syndrome|diabet\w*|hypertens\w*|\w+(?:osis|pathy|emia|penia"
    r"|plegia)"
    r"|allerg\w+|abuse|dependen\w+|addiction|alcoholism|arthritis|deformity|insufficiency|failure"
    r"|glaucoma|gout|psoriasis|eczema|acne|rosacea|vitiligo|hidradenitis|epilepsy"
    r"|seizure disorder|migraines?"
    r"|lupus|sarcoid|colitis|crohn'?s?|celiac|ibs|ibd|gerd|reflux|barrett'?s|rhinitis|sinusitis"
    r"|asthma"
    r"|bronchiectasis|emphysema|copd|chf|cad|pvd|htn|hyperlipid\w+|hyperchol\w+|obes\w+"
    r"|\w*thyroid\w*"
    r"|angina|murmur|regurgitation|prolapse|valv\w+|fibrillation|afib|a-fib|arrhythmia|varic\w+"
    r"|hemorrhoids"
    r"|dementia|parkinson\w*|alzheimer\w*|huntington\w*|multiple sclerosis|palsy|retardation"
    r"|autism|adhd"
    r"|schizo\w+|bipolar|depress\w+|anxiety|ptsd|paranoia|phobia|psychosis|insomnia|apnea"
    r"|enlargement|hypertrophy|dysplasia|intolerance|deficiency|incontinence|tinnitus"
    r"|hearing loss|cataracts?"
    r"|blindness|strabismus|hiv|aids|herpes|hepatitis [bc]|hcv|hbv|lymphedema|fibroids?|pcos"
    r"|haemophilia"
    r"|hemophilia|thalass\w+|sickle cell|esrd|ckd|bph|osteoporotic|scoliosis|contracture"
    r"|dm[12i]*|t[12]dm)\b",
    re.IGNORECASE,
)
_SHORT = 5
"""Letters of an abbreviation, at most."""
_FIT = re.compile(r"\bseizure\b(?! disorder)|\bconvulsion\b|\bpost-?partum\b", re.IGNORECASE)
"""One of them passes; "seizures" may be a disorder that lasts."""
_RECURRENT = re.compile(r"\b(?:recurrent|recurring|chronic|frequent|relapsing)\b", re.IGNORECASE)
_ABUSE = re.compile(r"\b(?:allerg\w+|abuse|dependen\w+|addiction)\b", re.IGNORECASE)


def course_of(words: str) -> Lasting:
    """Does the condition last, so that a history of it is no matter of the past, or pass?"""
    if _RECURRENT.search(words):
        return "chronic"
    if _CANCER.search(words):
        return "cancer"
    if _FIT.search(words):
        return "event"
    condition = condition_named(words) or _shouted(words)
    if condition is not None:
        lasts = condition.course == "symptom" and _ABUSE.search(words)
        return "chronic" if lasts else condition.course
    if _EVENT.search(words):
        return "event"
    return "chronic" if _CHRONIC.search(words) else "unknown"


def _shouted(words: str) -> Condition | None:
    """What is asked for as a condition is one, also in small letters: "dm", "cabg"."""
    return condition_named(words.upper()) if words.isalnum() and len(words) <= _SHORT else None
