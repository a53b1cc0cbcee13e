"""A condition is found in a text that writes it differently."""

from __future__ import annotations

import time

import pytest

from extractors.diagnoses.assertions import judge
from extractors.diagnoses.locating import locate


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        ("Denies chest-pain today", "chest pain", "chest-pain"),
        ("Denies chest pain today", "chest-pain", "chest pain"),
        ("No CHEST\u00a0PAIN", "chest pain", "CHEST\u00a0PAIN"),
        ("short\nness or shortness \n of breath", "shortness of breath", "shortness \n of breath"),
        ("History of fractures", "fracture", "fractures"),
        ("No evidence of fracture", "fractures", "fracture"),
        ("No biopsies, no metastasis", "metastases", "metastasis"),
        ("Guillain–Barré syndrome resolved", "Guillain-Barre syndrome", "Guillain–Barré syndrome"),
        ("Alzheimer’s disease in mother", "Alzheimer's disease", "Alzheimer’s disease"),
        ("No fracture of the left hip", "hip fracture", "fracture of the left hip"),
        ("No diabetes melitus", "diabetes mellitus", "diabetes melitus"),
        ("Denies N/V/D", "N/V/D", "N/V/D"),
        ("Has no gout, but goutweed in the garden", "gout", "gout"),
        ("mild pain, old MI", "MI", "MI"),
        ("İzmir: no fever 😀", "fever", "fever"),
    ],
)
def test_a_name_is_found_as_it_is_written(text: str, target: str, words: str) -> None:
    span = locate(text, target)
    assert span is not None
    assert text[slice(*span)] == words


@pytest.mark.parametrize(
    ("text", "target"), [("mild pain", "MI"), ("", "gout"), ("No gout", "  "), ("No gout", "???")]
)
def test_what_does_not_stand_there_is_not_found(text: str, target: str) -> None:
    assert locate(text, target) is None


def test_of_several_places_a_label_is_not_the_one() -> None:
    assert locate("Chest pain: no chest pain today", "chest pain") == (15, 25)
    assert locate("Gout, no gout attack today", "gout") == (0, 4)


@pytest.mark.parametrize(
    ("text", "target", "assertion"),
    [
        ("", "", "affirmed"),
        ("", "chest pain", "affirmed"),
        ("No fever", "", "negated"),
        ("No evidence of it.", "pneumonia", "negated"),
        ("The patient denies\nchest pain.", "chest pain", "negated"),
        ("The patient denies shortness\nof breath.", "shortness of breath", "negated"),
        ("No fever.\nCough", "cough", "affirmed"),
    ],
)
def test_odd_texts_and_targets_are_judged(text: str, target: str, assertion: str) -> None:
    assert judge(text, target).assertion == assertion


def test_a_text_without_an_end_is_judged_in_bounded_time() -> None:
    started = time.perf_counter()
    judged = judge("word no denies history of mother " * 5_000 + "no fever", "fever")
    assert judged.assertion == "negated"
    assert time.perf_counter() - started < 10
