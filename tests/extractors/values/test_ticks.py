"""What is ticked stays, what is not goes, and every character keeps its place."""

from __future__ import annotations

import pytest

from extractors.values.ticks import has_boxes, ticked_only, ticked_options


@pytest.mark.parametrize(
    "text",
    [
        "Frequency: [ ] 1x/week [X] 2x/week [ ] 3x/week",
        "Frequency: ☐ 1x/week ☒ 2x/week ☐ 3x/week",
        "Frequency: ( ) 1x/week (x) 2x/week ( ) 3x/week",
    ],
)
def test_only_the_ticked_option_stays(text: str) -> None:
    kept = ticked_only(text)
    assert len(kept) == len(text)
    assert kept.split() == ["Frequency:", "2x/week"]
    assert ticked_options(text) == ("2x/week",)


def test_text_without_boxes_is_left_alone() -> None:
    assert ticked_only("M17.0 [right]") == "M17.0 [right]"
    assert not has_boxes("cervicalgia [M54.2]")
