"""What was rendered for one step is not rendered again for the next."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.options import ReadOptions
from extractors.page import Gray
from extractors.pages.preparing.kept import rendered, rendered_ink
from extractors.pages.recognising import recognise
from extractors.pages.sheet import Sheet


class Scan:
    """White paper that counts how often it is rendered at each resolution."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    def __call__(self, dpi: float) -> Gray:
        self.asked.append(dpi)
        return np.full((round(11 * dpi), round(8.5 * dpi)), 255, np.uint8)


def test_a_picture_is_rendered_once_for_each_resolution() -> None:
    scan = Scan()
    for dpi in (200.0, 150.0, 200.0):
        rendered(scan, dpi)
    rendered_ink(scan, 150.0)
    assert scan.asked == [200.0, 150.0]


def test_a_recognised_page_hands_on_the_picture_that_was_looked_at() -> None:
    scan = Scan()
    page = recognise(Sheet(1, 612.0, 792.0, scan), ReadOptions())
    assert page.picture is not None
    rendered_ink(page.picture, 150.0)
    assert len(scan.asked) == len(set(scan.asked))


def test_what_is_kept_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        rendered(Scan(), 50.0)[0, 0] = 0
