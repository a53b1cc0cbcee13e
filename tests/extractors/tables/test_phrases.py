"""Phrases are known again glued, split or misread; short ones only when exact."""

from __future__ import annotations

import pytest

from extractors.tables import Phrasebook

BOOK = Phrasebook(
    {
        "total": ["total"],
        "final": ["total inclusive", "rounded total"],
        "tax": ["tax", "total gst"],
        "subtotal": ["subtotal", "total excluding"],
    }
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TOTAL", "total"),
        ("Total GST", "tax"),
        ("Sub-totai:", "subtotal"),
        ("Round d Total (RM):", "final"),
        ("TotalInclusiveofGST", "final"),
        ("Total (Excluding GST)", "subtotal"),
        ("T0TAL", "total"),
    ],
)
def test_the_longest_phrase_names_the_label(text: str, name: str) -> None:
    best = BOOK.best(text)
    assert best is not None
    assert best.name == name


@pytest.mark.parametrize("text", ["taxi", "tux", "totally unlike", "subtle", ""])
def test_a_likeness_is_not_enough(text: str) -> None:
    assert BOOK.best(text) is None


def test_a_phrase_knows_where_it_stands() -> None:
    text = "Item 2\tTotal GST 6%"
    (found,) = [hit for hit in BOOK.all(text) if hit.name == "tax"]
    assert text[found.start : found.end] == "Total GST"
    assert found.exact
