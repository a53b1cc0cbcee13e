"""Names that recognition tore, glued or misread are proposed, with their doubt."""

from __future__ import annotations

import pytest

from extractors import receipts
from extractors.candidate import Candidate
from extractors.naming import doubts_of
from extractors.options import ReadOptions
from extractors.page import Page
from tests.extractors.pages_of import Put, page_of


def _name(*puts: Put) -> Candidate:
    page = page_of([Put(60, 40, "Better Backs Studio", 14), *puts], engine="rapidocr")
    found = [c for c in receipts.find((page,), ReadOptions()) if c.field == "patient_name"]
    return max(found, key=lambda candidate: candidate.strength)


def _recognised() -> Page:
    return page_of([Put(60, 40, "Receipt")], engine="tesseract")


def test_a_name_torn_by_a_wide_blank_is_read_whole() -> None:
    name = _name(Put(60, 100, "Client: Abigail G."), Put(162, 100, "Davis"))
    assert name.value == "Abigail G. Davis"


def test_a_whole_name_takes_nothing_from_the_next_column() -> None:
    name = _name(Put(60, 100, "Client: Abigail Davis"), Put(175, 100, "Denver"))
    assert name.value == "Abigail Davis"


@pytest.mark.parametrize("printed", ["YusufBoateng", "Yusuf boateng"])
def test_a_name_not_read_as_one_is_proposed_weakly(printed: str) -> None:
    name = _name(Put(60, 100, f"Billed to: {printed}"))
    assert name.value == "Yusuf Boateng"
    assert name.strength <= 0.5
    assert name.failed == ("name.shape",)


def test_words_to_the_customer_are_no_name() -> None:
    page = page_of(
        [Put(60, 40, "IRON OAK FITNESS"), Put(60, 200, "PLEASE RETAIN FOR YOUR RECORDS")]
    )
    assert not [c for c in receipts.find((page,), ReadOptions()) if c.field == "patient_name"]


@pytest.mark.parametrize(
    ("name", "doubts"),
    [
        ("Joon Sgrensen", ("name.spelling",)),
        ("Brian Velazquez", ("name.accent",)),
        ("Anna Schneider", ()),
        ("Christine Strand", ()),
    ],
)
def test_doubts_of_a_recognised_name(name: str, doubts: tuple[str, ...]) -> None:
    assert doubts_of(name, _recognised()) == doubts


def test_a_text_layer_is_not_doubted() -> None:
    assert doubts_of("Brian Velazquez", page_of([Put(60, 40, "Receipt")])) == ()
