"""The LMN request: what the physician owns is blank, or cited and to be confirmed."""

from __future__ import annotations

from datetime import date

from casebook.records import Diagnosis, Provider
from templates.contexts.lmn_form import Entry, LmnForm, lmn_form
from templates.contexts.lmn_request import lmn_request_context
from tests.templates.cases import DANA, KNEE, OSEI, STUDIO, TODAY, case, document, referral

CITED = "from referral of June 7, 2026, p. 1 — confirm or correct"


def entries(form: LmnForm) -> dict[str, Entry]:
    rows = [*form.course, *form.provider]
    boxes = [entry for row in rows for entry in (row.left, row.right)]
    boxes += [*form.diagnoses, *form.treatment, form.practice]
    return {entry.label: entry for entry in boxes}


def test_without_a_source_every_medical_box_is_blank() -> None:
    form = lmn_form(case(documents=()), None, "", TODAY)
    for entry in entries(form).values():
        assert entry.value == "" and entry.source == "" and entry.lines > 0, entry.label


def test_a_value_from_the_referral_is_cited_and_to_be_confirmed() -> None:
    boxes = entries(lmn_form(case(), OSEI, "FSAFEDS", TODAY))
    assert boxes["Diagnosed condition"].value == "Primary osteoarthritis, right knee (M17.11)"
    for label in ("Diagnosed condition", "Frequency", "Duration", "Goals of the treatment"):
        assert boxes[label].source == CITED, label


def test_necessity_treatment_dates_and_signature_are_never_worded_for_the_physician() -> None:
    boxes = entries(lmn_form(case(), OSEI, "FSAFEDS", TODAY))
    for label in (
        "Treatment",
        "How this treatment treats the condition",
        "Start of treatment",
        "End of treatment",
    ):
        assert boxes[label].value == "" and boxes[label].lines, label


def test_a_value_that_was_not_accepted_is_not_printed() -> None:
    doubtful = document("doc_r", "referral", {"frequency": "7 times a week"}, accepted=False)
    boxes = entries(lmn_form(case(documents=(doubtful,)), None, "", TODAY))
    assert boxes["Frequency"].value == ""


def coded(text: str, code: str | None) -> Diagnosis:
    origin = "printed" if code else None
    return KNEE.model_copy(update={"text": text, "code": code, "code_origin": origin})


def diagnosed(*diagnoses: Diagnosis) -> LmnForm:
    paper = document("doc_r", "referral", {"document_date": "2026-06-07"}, diagnoses)
    return lmn_form(case(documents=(paper,)), None, "", TODAY)


def test_m54_5_is_asked_with_its_choices_and_none_is_chosen() -> None:
    (box,) = diagnosed(coded("low back pain", "M54.5")).diagnoses
    assert box.value == "low back pain"
    assert "not billable since October 1, 2021" in box.note
    assert all(choice in box.note for choice in ("M54.50", "M54.51", "M54.59"))


def test_general_fitness_is_asked_for_the_condition() -> None:
    form = diagnosed(coded("general fitness", None))
    assert "name the diagnosed condition" in form.diagnoses[0].note
    assert form.questions == 1


def test_negated_and_family_conditions_are_not_offered() -> None:
    denied = KNEE.model_copy(update={"text": "chest pain", "assertion": "negated"})
    family = KNEE.model_copy(update={"text": "diabetes", "experiencer": "family"})
    form = diagnosed(denied, family)
    assert [box.value for box in form.diagnoses] == [""]


def test_a_suggested_code_is_not_printed_as_the_physicians() -> None:
    guess = KNEE.model_copy(update={"code": "E11.9", "code_origin": "suggested"})
    (box,) = diagnosed(guess).diagnoses
    assert "E11.9" not in box.value + box.note


def test_another_physicians_referral_does_not_fill_in_the_provider() -> None:
    stranger = Provider(id="provider_9", name="Tomas Berg", credentials="DO")
    boxes = entries(lmn_form(case(), stranger, "", TODAY))
    assert boxes["NPI or license number"].value == ""
    assert boxes["Diagnosed condition"].source == CITED


def test_an_unsigned_referral_is_called_so() -> None:
    form = lmn_form(case(documents=(referral(signed="absent"),)), None, "", TODAY)
    assert form.diagnoses[0].source.startswith("from unsigned referral of June 7, 2026")


def test_fsafeds_asks_ten_items_of_the_form() -> None:
    form = lmn_form(case(), OSEI, "FSAFEDS", TODAY)
    patient = {e.label for row in form.patient for e in (row.left, row.right)}
    assert {"Name", "Employer", "User name or last four digits of SSN"} <= patient
    ssn = form.patient[-1].right
    assert ssn.value == "" and "participant" in ssn.hint


def test_the_letter_is_dated_today_and_addresses_the_physician() -> None:
    letter = lmn_request_context(case(), OSEI, STUDIO, date(2026, 11, 20), "lmn_77")
    assert letter.letter.date == "November 20, 2026"
    assert letter.letter.recipient[0] == "Harriet L. Osei, MD"
    assert letter.letter.salutation == "Dear Dr. Osei:"
    assert "FSAFEDS" in letter.occasion and "referral of June 7, 2026" in letter.occasion


def test_a_nurse_practitioner_is_not_called_doctor() -> None:
    nurse = OSEI.model_copy(update={"credentials": "FNP-C"})
    letter = lmn_request_context(case(), nurse, STUDIO, TODAY, "lmn_77")
    assert letter.letter.salutation == "Dear Harriet L. Osei:"


def test_an_unknown_physician_gets_an_open_letter() -> None:
    client = DANA.model_copy(update={"administrator": None})
    letter = lmn_request_context(case(documents=(), client=client), None, STUDIO, TODAY, "lmn_77")
    assert letter.letter.recipient == ("To the treating physician",)
    assert "the plan or account" in letter.occasion


def test_the_box_for_own_words_gives_up_lines_before_the_signature_leaves_the_page() -> None:
    def lines(*diagnoses: Diagnosis) -> int:
        (how,) = [box for box in diagnosed(*diagnoses).treatment if box.label.startswith("How")]
        return how.lines

    asked = coded("low back pain", "M54.5")
    assert lines(KNEE) == 4
    assert lines(KNEE, asked) == 3
    assert lines(KNEE, KNEE, KNEE) == 2
    assert lines(*[KNEE] * 9) == 4, "a form that runs on all the same keeps its lines"
