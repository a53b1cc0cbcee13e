"""Papers of looks that the finders were not made from, read whole."""

from __future__ import annotations

import pytest

from tests.extractors.look import Look
from tests.extractors.payers import decision_papers, eob_papers

LOOKS = decision_papers.LOOKS | eob_papers.LOOKS


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_a_paper_of_another_look_is_read_whole(look: Look) -> None:
    assert look.differences() == []
