"""Papers of looks that the finders were not made from, read whole."""

from __future__ import annotations

import pytest

from tests.extractors.look import Look
from tests.extractors.receipts import counter_papers, practice_papers, processor_papers

LOOKS = counter_papers.LOOKS | practice_papers.LOOKS | processor_papers.LOOKS


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_a_paper_of_another_look_is_read_whole(look: Look) -> None:
    assert look.differences() == []
