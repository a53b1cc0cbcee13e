"""Papers to the physician: cited or blank, asked without leading, answered by empty boxes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from casebook.records import Diagnosis, Document, Evidence, Measurement, Period
from rules.profiles import profile
from templates.contexts.assessment_summary import assessment_summary_context
from templates.contexts.change_in_status import StatusChange, change_in_status_context
from templates.contexts.discharge_summary import discharge_summary_context
from templates.contexts.introduction import introduction_context
from templates.contexts.lmn_renewal import lmn_renewal_context
from templates.contexts.physician_query import physician_query_context
from templates.contexts.query_questions import Question, questions_of
from templates.contexts.referral_facts import UNCONFIRMED
from templates.contexts.sources import cited
from templates.paper import values_of
from templates.papers import physician_query
from tests.templates.cases import (
    AUTUMN,
    KNEE,
    MEASUREMENTS,
    OSEI,
    STUDIO,
    TODAY,
    case,
    hard_case,
    lmn,
    referral,
    sessions,
)

LETTER = "from letter of medical necessity of September 3, 2026, p. 1 — confirm or correct"


def asked(paper: Document) -> dict[str, Question]:
    return {question.title: question for question in questions_of(paper, TODAY)}


def with_diagnosis(text: str, code: str | None) -> Document:
    one: Diagnosis = KNEE.model_copy(
        update={"text": text, "code": code, "code_origin": "printed" if code else None}
    )
    return referral().model_copy(
        update={"reading": referral().reading.model_copy(update={"diagnoses": (one,)})}
    )


def without(paper: Document, *fields: str) -> Document:
    kept = {name: f for name, f in paper.reading.fields.items() if name not in fields}
    return paper.model_copy(update={"reading": paper.reading.model_copy(update={"fields": kept})})


def test_the_thank_you_repeats_only_what_the_referral_says_with_its_page() -> None:
    letter = introduction_context(case(), OSEI, STUDIO, TODAY)
    noted = {fact.label: fact for fact in letter.noted}
    assert noted["Diagnosis"].value == "Primary osteoarthritis, right knee (M17.11)"
    assert all(fact.source == "referral of June 7, 2026, p. 1" for fact in letter.noted)
    assert "Onset" not in noted and "Clearance" not in noted


def test_the_thank_you_names_the_first_visit_only_when_one_is_planned() -> None:
    planned = case(sessions=sessions(attended=0, missed=0, coming=2))
    letter = introduction_context(planned, OSEI, STUDIO, date(2026, 9, 1))
    assert letter.first_visit == "The first visit with us is on September 8, 2026."
    none = introduction_context(case(sessions=()), OSEI, STUDIO, TODAY)
    assert none.first_visit == "We are arranging the first visit with your patient."


def test_a_renewal_offers_what_the_letter_on_file_says_for_confirmation() -> None:
    letter = lmn_renewal_context(case(), OSEI, profile("fsafeds"), STUDIO, TODAY, "lmn_9")
    boxes = {entry.label: entry for entry in (*letter.form.diagnoses, *letter.form.treatment)}
    assert boxes["Treatment"].value == "One-on-one supervised therapeutic exercise"
    assert boxes["Treatment"].source == boxes["Diagnosed condition"].source == LETTER
    assert boxes["How this treatment treats the condition"].value == ""
    frequency, dates = letter.form.course
    assert frequency.left.source == LETTER
    assert dates.left.value == dates.right.value == ""
    assert "covers services until March 7, 2027" in letter.occasion


def test_a_renewal_says_when_the_letter_has_run_out() -> None:
    later = date(2027, 5, 1)
    letter = lmn_renewal_context(case(), OSEI, profile("fsafeds"), STUDIO, later, "lmn_9")
    assert "covered services until March 7, 2027." in letter.occasion


def test_without_a_letter_there_is_nothing_to_renew() -> None:
    with pytest.raises(ValueError, match="no letter of medical necessity"):
        lmn_renewal_context(
            case(documents=(referral(),)), OSEI, profile("fsafeds"), STUDIO, TODAY, "lmn_9"
        )


def test_m54_5_is_asked_with_every_official_child_and_none_is_chosen() -> None:
    question = asked(with_diagnosis("low back pain", "M54.5"))["Diagnosis code"]
    choices = sorted(choice for pair in question.choices for choice in pair if choice)
    assert [choice[:6] for choice in choices] == ["M54.50", "M54.51", "M54.59"]
    assert choices[0].endswith("Low back pain, unspecified")
    assert "“low back pain” with code M54.5" in question.text
    assert "October 1, 2021" in question.text


def test_a_vague_diagnosis_is_asked_for_without_proposing_one() -> None:
    question = asked(with_diagnosis("general fitness", None))["Diagnosed condition"]
    assert question.choices == () and question.lines == 2
    assert "if any" in question.text


def test_missing_date_signature_credentials_and_npi_are_asked_for() -> None:
    bare = without(
        referral(signed="absent"),
        "document_date", "signature_date", "referrer_credentials", "referrer_npi",
    )  # fmt: skip
    assert set(asked(bare)) == {"Date", "Signature", "Credentials", "NPI"}
    wrong = asked(referral(referrer_npi="1234567890"))
    assert "does not pass its check digit" in wrong["NPI"].text


def test_a_letter_without_end_treatment_or_frequency_is_asked_about() -> None:
    bare = without(lmn(), "duration", "end_date", "treatment", "frequency", "signature_date")
    assert {"End of treatment", "Treatment", "Frequency", "Date of the signature"} <= set(
        asked(bare)
    )


def test_a_document_that_leaves_nothing_open_is_not_asked_about() -> None:
    complete = referral(referrer_npi="1234567893")
    assert questions_of(complete, TODAY) == ()
    with pytest.raises(ValueError, match="nothing open"):
        physician_query(case(), complete, OSEI, STUDIO, TODAY, "query_1")


def test_a_citation_counts_the_pages_of_the_document_not_of_the_scan() -> None:
    third = Evidence(page=4, box=(0, 0, 1, 1), text="as read")
    part = referral().model_copy(
        update={"reading": referral().reading.model_copy(update={"page_range": (3, 4)})}
    )
    assert cited(part, (third,)) == "referral of June 7, 2026, p. 2"


def test_an_assessment_shows_first_values_with_unit_and_day() -> None:
    summary = assessment_summary_context(case(), AUTUMN, STUDIO, TODAY)
    walk = next(result for result in summary.results if result.name == "6-minute walk")
    assert (walk.value, walk.day) == ("412 m", "Sep 8, 2026")
    assert [fact.label for fact in summary.limits] == ["Restrictions", "Frequency", "Duration"]
    assert summary.fits_one_page
    assert not assessment_summary_context(hard_case(), AUTUMN, STUDIO, TODAY).fits_one_page


def test_question_nine_of_the_phq_9_is_kept_out_of_every_report() -> None:
    item = Measurement(
        id="m", client_id="client_1", measure="phq9_item_9", value=Decimal(2), unit="points",
        date=TODAY,
    )  # fmt: skip
    told = case(measurements=(*MEASUREMENTS, item))
    for context in (
        assessment_summary_context(told, Period(start=TODAY, end=TODAY), STUDIO, TODAY),
        discharge_summary_context(told, STUDIO, TODAY),
    ):
        assert not any("phq" in value.casefold() for value in values_of(context))


def test_a_change_in_status_tells_and_leaves_the_decision_to_the_physician() -> None:
    change = StatusChange(
        observed_on=TODAY, observed="Swelling of the knee.", done="Session stopped.", paused=True
    )
    note = change_in_status_context(case(), change, OSEI, STUDIO, TODAY, "change_1")
    assert [fact.value for fact in note.facts][1:] == ["Swelling of the knee.", "Session stopped."]
    assert note.state == "Sessions are paused until we hear from you."
    assert [fact.label for fact in note.limits] == ["Diagnosis", "Restrictions"]


def test_a_discharge_covers_the_whole_time_and_leaves_words_to_the_author() -> None:
    summary = discharge_summary_context(case(), STUDIO, TODAY)
    assert summary.subtitle == "Dana R. Whitfield, September 8 – November 8, 2026"
    assert [note.text for note in summary.notes] == ["", "", ""]
    diagnosis = next(fact for fact in summary.facts if fact.label == "Diagnosis")
    assert "as given by Harriet L. Osei, MD (referral of June 7, 2026)" in diagnosis.value


def test_no_template_holds_a_ticked_box() -> None:
    open_one = with_diagnosis("low back pain", "M54.5")
    paper = physician_query(case(), open_one, OSEI, STUDIO, TODAY, "query_1")
    with ZipFile(BytesIO(paper.docx)) as parts:
        text = parts.read("word/document.xml").decode()
    assert text.count("☐") == 5 and not any(tick in text for tick in "☑☒✓✔✗")


def test_what_nobody_confirmed_yet_is_said_to_stand_on_the_referral() -> None:
    paper = referral()
    read = paper.reading.fields["goals"].model_copy(
        update={"value": ("no running",), "accepted": False}
    )
    fields = {**paper.reading.fields, "restrictions": read}
    open_ = paper.model_copy(
        update={"reading": paper.reading.model_copy(update={"fields": fields})}
    )
    letter = introduction_context(case(documents=(open_,)), OSEI, STUDIO, TODAY)
    noted = {fact.label: fact for fact in letter.noted}
    assert noted["Restrictions"].value == UNCONFIRMED
    assert noted["Restrictions"].source == "referral of June 7, 2026, p. 1"
    silent = introduction_context(
        case(documents=(without(paper, "restrictions"),)), OSEI, STUDIO, TODAY
    )
    assert "Restrictions" not in {fact.label for fact in silent.noted}


def test_goals_of_the_beginning_do_not_say_what_became_of_them() -> None:
    summary = assessment_summary_context(case(), AUTUMN, STUDIO, TODAY)
    assert summary.goals and {goal.status for goal in summary.goals} == {""}


def test_choices_are_spoken_of_only_where_some_are_listed() -> None:
    def ours(paper: Document) -> str:
        return physician_query_context(case(), paper, OSEI, STUDIO, TODAY, "r").ours

    assert ours(with_diagnosis("low back pain", "M54.5")).startswith("We list the official choices")
    assert ours(with_diagnosis("general fitness", None)).startswith("We do not diagnose")
