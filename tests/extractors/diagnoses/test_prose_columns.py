"""Consultations set in two columns, read one after the other; tables and forms row by row."""

from __future__ import annotations

from tests.extractors.diagnoses.test_finding import named, own, read

_TWO_COLUMNS = """
    HISTORY OF PRESENT ILLNESS                              DATA
    Retired baker, seen for stiffness of the                Films of June 3 show narrowing of the
    hands since the winter. He walks daily and              joint spaces, and no erosions so far.
    sleeps well.
                                                            IMPRESSION
    OTHER HISTORY                                           1. Gout (M10.9), controlled on his
    Hypertension. Kidney stones in 2019, all                present dose.
    gone since. Chickenpox.                                 2. Essential tremor (G25.0).
    FAMILY HISTORY
    His father had lupus.                                   PLAN
                                                            Exercise twice a week, then return here
                                                            in the autumn.
"""


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    found = read(_TWO_COLUMNS)
    assert own(found) == [("Hypertension", None), ("Gout", "M10.9"), ("Essential tremor", "G25.0")]
    assert named(found, "Kidney stones").temporality == "historical"
    assert named(found, "lupus").experiencer == "family"


def test_a_caption_in_capitals_never_ends_the_sentence_above_it() -> None:
    found = read(
        """
        Thank you for seeing this pleasant man whom I have known for some twelve years
        FAMILY HISTORY
        Osteoporosis and gout
        """
    )
    assert [one.experiencer for one in found.diagnoses] == ["family", "family"]


def test_a_table_of_long_cells_is_read_row_by_row() -> None:
    found = read(
        """
        Problem                                         Remarks
        Pulmonary embolism of the right lung            ruled out by scan when she was here
        Rheumatoid arthritis of both hands              not confirmed by any of the tests
        Osteoarthritis of the right knee                walks with a cane, pain on the stairs
        Gout of the left foot, found by chance          resolved and has not come again
        """
    )
    assert [text for text, _ in own(found)] == ["Osteoarthritis of the right knee"]


def test_a_label_stands_beside_its_value_on_either_side() -> None:
    found = read(
        """
        Diagnosis: chronic low back pain                ICD-10: M54.50
        Treatment: supervised exercise with a           Start: as soon as the plan agrees to
        trainer who knows the spine                     it, or in the autumn at the latest
        """
    )
    assert own(found) == [("chronic low back pain", "M54.50")]
