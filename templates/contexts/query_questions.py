"""What a referral or a letter leaves open, as questions that only its writer can answer.

A question offers the official choices where there are such, in their official
order, and always a way to answer otherwise. It never leads to an answer.
"""

from __future__ import annotations

from datetime import date

from casebook.records import Diagnosis, Document, Record
from rules.icd10 import lookup
from rules.lmn import is_vague, signer_kind
from rules.npi import is_npi
from templates.contexts.sources import cited
from templates.wording import clean, long_dates


class Question(Record):
    """One question. choices: texts beside empty boxes, in rows of two; lines: room to write.

    Where there are choices, the template adds "another" and "cannot be determined".
    """

    title: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()
    lines: int = 0


def questions_of(document: Document, today: date) -> tuple[Question, ...]:
    """Everything open on one referral or letter, diagnosis first; empty when nothing is."""
    asked = [*_diagnoses(document, today), *_dates(document), *_writer(document)]
    if document.kind == "lmn":
        asked += _course(document)
    return tuple(asked)


def _diagnoses(document: Document, today: date) -> list[Question]:
    found = document.diagnoses()
    if not found:
        return [
            Question(
                title="Diagnosed condition",
                text=f"We could not read a diagnosed condition with certainty on the "
                f"{cited(document)}. Which condition have you diagnosed, and with which code?",
                lines=2,
            )
        ]
    return [question for each in found if (question := _diagnosis(each, document, today))]


def _diagnosis(diagnosis: Diagnosis, document: Document, today: date) -> Question | None:
    where = f"The {cited(document, diagnosis.evidence)}, says “{clean(diagnosis.text)}”"
    if is_vague(diagnosis.text, diagnosis.code):
        return Question(
            title="Diagnosed condition",
            text=f"{where}. Plans refuse this as too general. Which condition have you diagnosed, "
            "if any, and with which ICD-10-CM code?",
            lines=2,
        )
    if diagnosis.code is None:
        return Question(
            title="Diagnosis code",
            text=f"{where} without a code. Which ICD-10-CM code applies?",
            lines=1,
        )
    code = lookup(diagnosis.code, today)
    if code.status == "billable" or code.may_be_new:  # then a person looks it up first
        return None
    reason = long_dates(clean(code.message.partition(";")[0]))
    if not code.children:
        text = f"{where} with code {clean(diagnosis.code)}. {reason}. Which code applies?"
        return Question(title="Diagnosis code", text=text, lines=1)
    return Question(
        title="Diagnosis code",
        text=f"{where} with code {clean(diagnosis.code)}. {reason}. Which code applies, if any? "
        "The official choices are:",
        choices=_in_pairs([_choice(child, today) for child in code.children]),
    )


def _choice(code: str, today: date) -> str:
    description = lookup(code, today).description
    return clean(f"{code}  {description}" if description else code)


def _in_pairs(choices: list[str]) -> tuple[tuple[str, str], ...]:
    """Two columns, read down the left one first; an odd number leaves one place empty."""
    half = (len(choices) + 1) // 2
    right = [*choices[half:], ""]
    return tuple((choice, right[number]) for number, choice in enumerate(choices[:half]))


def _dates(document: Document) -> list[Question]:
    asked = []
    if document.fact("document_date") is None and document.fact("signature_date") is None:
        asked.append(
            Question(
                title="Date",
                text=f"The {cited(document)}, shows no date that we can read. On which day was it "
                "written?",
                lines=1,
            )
        )
    signed = document.text("signed")
    if signed == "absent":
        asked.append(
            Question(
                title="Signature",
                text="Our copy is not signed. If the document is yours, please sign it, date the "
                "signature with the day on which you sign, and send it with this page.",
            )
        )
    elif document.kind == "lmn" and document.fact("signature_date") is None:
        asked.append(
            Question(
                title="Date of the signature",
                text=f"The signature on the {cited(document)}, bears no date. On which day did you "
                "sign?",
                lines=1,
            )
        )
    return asked


def _writer(document: Document) -> list[Question]:
    role = "provider" if document.kind == "lmn" else "referrer"
    asked = []
    credentials = document.text(f"{role}_credentials")
    if signer_kind(credentials) == "unknown":
        asked.append(
            Question(
                title="Credentials",
                text=f"The {cited(document)}, does not show under which license it was written. "
                "What are your credentials?",
                lines=1,
            )
        )
    number = document.fact(f"{role}_npi")
    if number is None and document.fact(f"{role}_license") is None:
        what = f"The {cited(document)}, shows no National Provider Identifier. What is yours?"
        asked.append(Question(title="NPI", text=what, lines=1))
    elif number is not None and not is_npi(str(number.value)):
        text = (
            f"The National Provider Identifier on the {cited(document, number.evidence)}, "
            f"{clean(str(number.value))}, does not pass its check digit. What is yours?"
        )
        asked.append(Question(title="NPI", text=text, lines=1))
    return asked


def _course(letter: Document) -> list[Question]:
    asked = []
    for field, title, words in (
        ("treatment", "Treatment", "which treatment you order; please name and describe it"),
        ("frequency", "Frequency", "how often the treatment takes place"),
    ):
        if letter.fact(field) is None:
            text = f"The {cited(letter)}, does not state {words}."
            asked.append(Question(title=title, text=text, lines=1))
    if letter.fact("duration") is None and letter.fact("end_date") is None:
        text = (
            f"The {cited(letter)}, states no end. When does the treatment end? Plans take at most "
            "twelve months, and neither “ongoing” nor “lifetime”."
        )
        asked.append(Question(title="End of treatment", text=text, lines=1))
    return asked
