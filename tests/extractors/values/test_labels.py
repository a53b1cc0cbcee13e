"""Values are found beside, below and above their labels, and stop at the next label."""

from __future__ import annotations

import pytest

from extractors.values.label_match import LabelSet
from extractors.values.labels import Labelled, block_below, find_labelled
from tests.extractors.pages_of import typed

LABELS = LabelSet(
    {
        "patient": ["patient:", "patient name", "name:"],
        "dob": ["dob", "date of birth"],
        "date": ["date:"],
        "npi": ["npi"],
        "license": ["lic", "license"],
        "member_id": ["member #", "member id"],
        "frequency": ["frequency"],
        "duration": ["duration", "duration of treatment"],
        "signature": ["signature"],
        "limits": ["limitations", "avoid:"],
    }
)


def found_in(drawing: str) -> list[tuple[str, str, str]]:
    return [(f.name, f.text, f.place) for f in find_labelled((typed(drawing),), LABELS)]


def test_on_the_labels_line_up_to_the_next_label() -> None:
    assert found_in("Patient: Whitfield, Dana R. DOB:3/4/70 Date: ______") == [
        ("patient", "Whitfield, Dana R.", "same_line"),
        ("dob", "3/4/70", "same_line"),
    ]


def test_in_the_next_column() -> None:
    drawing = """
    Patient name        Dana Whitfield
    Date of birth       3/4/1970
    """
    assert found_in(drawing) == [
        ("patient", "Dana Whitfield", "right"),
        ("dob", "3/4/1970", "right"),
    ]


def test_below_in_the_boxes_of_a_form() -> None:
    drawing = """
    Patient name        Date of birth

    Dana Whitfield      3/4/1970
    """
    assert found_in(drawing) == [
        ("patient", "Dana Whitfield", "below"),
        ("dob", "3/4/1970", "below"),
    ]


def test_above_a_caption_under_a_rule() -> None:
    drawing = """
    Dana Whitfield
    ______________________
    Patient name
    """
    assert found_in(drawing) == [("patient", "Dana Whitfield", "above")]


def test_a_label_broken_over_two_lines() -> None:
    drawing = """
    Duration of         12 weeks
    treatment
    """
    assert found_in(drawing) == [("duration", "12 weeks", "right")]


def test_two_rows_of_a_form_are_two_labels() -> None:
    drawing = """
    Frequency           2x/week
    Duration            12 weeks
    """
    assert found_in(drawing) == [
        ("frequency", "2x/week", "right"),
        ("duration", "12 weeks", "right"),
    ]


@pytest.mark.parametrize(
    "printed", ["Patlent Name: Dana", "PATIENT NAME: Dana", "PatientName: Dana"]
)
def test_misread_letters_and_lost_blanks_are_forgiven(printed: str) -> None:
    assert found_in(printed) == [("patient", "Dana", "same_line")]


def test_dots_do_not_matter() -> None:
    assert found_in("D.O.B.: 3/4/70") == [("dob", "3/4/70", "same_line")]


def test_digits_read_for_letters_are_forgiven() -> None:
    assert found_in("D.0.B.: 3/4/70") == [("dob", "3/4/70", "same_line")]


def test_a_number_sign_asks_for_a_number() -> None:
    assert found_in("Member # 7730041") == [("member_id", "7730041", "same_line")]


def test_everyday_words_in_a_sentence_are_no_labels() -> None:
    assert found_in("Ask the patient, whose name is hidden, for a date.") == []


def test_an_empty_blank_gives_nothing() -> None:
    assert found_in("Signature: ____________ Date: ________") == []


def test_an_everyday_word_may_begin_a_value() -> None:
    assert found_in("Limitations          avoid deep squats") == [
        ("limits", "avoid deep squats", "right"),
        ("limits", "deep squats", "same_line"),
    ]


def test_labels_without_colon_in_the_middle_of_a_line() -> None:
    assert found_in("NPI 1823123116 Lic. A73920") == [
        ("npi", "1823123116", "same_line"),
        ("license", "A73920", "same_line"),
    ]


def test_evidence_is_the_values_words() -> None:
    found: Labelled = find_labelled((typed("Patient: Dana Whitfield"),), LABELS)[0]
    assert found.evidence.text == "Dana Whitfield"
    assert found.evidence.page == 1


def test_a_block_ends_at_the_next_label() -> None:
    page = typed(
        """
        Limitations:
        no overhead pressing
        no running
        Date: 3/4/2026
        """
    )
    block = block_below(page, page.lines[0], LABELS)
    assert [line.text for line in block] == ["no overhead pressing", "no running"]


def test_one_label_under_two_names_is_refused() -> None:
    with pytest.raises(ValueError, match="stands under"):
        LabelSet({"a": ["date"], "b": ["Date:"]})
